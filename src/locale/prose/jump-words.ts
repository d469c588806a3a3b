/** What a story says that goes on at another page of a newspaper. */
import { isChinese } from '../language.js';

export const continuedOn = (page: number, language: string): string =>
  isChinese(language) ? `（下转第${page}版）` : `Continued on page ${page}`;

export const continuedFrom = (page: number, language: string): string =>
  isChinese(language) ? `（上接第${page}版）` : `Continued from page ${page}: `;
