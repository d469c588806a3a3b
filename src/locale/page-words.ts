/** What a page is called aloud: by its label, as printed on it. */
import { isChinese } from './language.js';

export const pageName = (kind: 'deck' | 'briefing', label: string, language: string): string => {
  if (isChinese(language)) return kind === 'deck' ? `幻灯片${label}` : `第${label}页`;
  return kind === 'deck' ? `Slide ${label}` : `Page ${label}`;
};

/** Above a list of what is on which page. */
export const contentsWord = (language: string): string => (isChinese(language) ? '目录' : 'Contents');
