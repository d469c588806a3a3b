/** Words that tables made by briefkit print, and what is said of a table to those who cannot see it. */
import { isChinese } from './language.js';

interface RegisterWords {
  readonly label: string;
  readonly value: string;
  readonly change: string;
  readonly rank: string;
  readonly standing: string;
  readonly period: string;
  readonly source: string;
  readonly note: string;
  readonly none: string;
  readonly caption: string;
  /** Between a change and a rank in one cell, and between sources. */
  readonly comma: string;
  readonly semicolon: string;
  readonly sources: string;
}

const chinese: RegisterWords = {
  label: '指标',
  value: '数值',
  change: '增减',
  rank: '位次',
  standing: '增减或位次',
  period: '时期',
  source: '来源',
  note: '备注',
  none: '—',
  caption: '指标总表',
  comma: '，',
  semicolon: '；',
  sources: '来源：',
};
const english: RegisterWords = {
  label: 'Indicator',
  value: 'Value',
  change: 'Change',
  rank: 'Rank',
  standing: 'Change or rank',
  period: 'Period',
  source: 'Source',
  note: 'Remarks',
  none: '—',
  caption: 'Register of figures',
  comma: ', ',
  semicolon: '; ',
  sources: 'Sources: ',
};

/** Heads the row of units below the head of a table. */
export const unitWord = (language: string): string => (isChinese(language) ? '单位' : 'Unit');

/** Between the things of a list in a sentence. */
export const listComma = (language: string): string => (isChinese(language) ? '、' : ', ');

/** The heads and sentences of the register of figures. */
export const registerWords = (language: string): RegisterWords => (isChinese(language) ? chinese : english);

/** Behind the title of what goes on on another page or slide: （续）, （续2）. */
export const continuedWord = (page: number, language: string): string =>
  isChinese(language) ? `（续${page === 1 ? '' : page}）` : ` (continued${page === 1 ? '' : `, ${page}`})`;

/** 表格：创新与产业主要指标，9行，列有指标、数值、同比或位次。 */
export function tableAlt(caption: string, head: readonly string[], rows: number, language: string): string {
  const columns = head.filter((text) => text !== '');
  if (!isChinese(language))
    return `Table${caption === '' ? '' : `: ${caption}`}, ${rows} row${rows === 1 ? '' : 's'}${columns.length === 0 ? '' : `; columns: ${columns.join(', ')}`}.`;
  return `表格${caption === '' ? '' : `：${caption}`}，${rows}行${columns.length === 0 ? '' : `，列有${columns.join('、')}`}。`;
}
