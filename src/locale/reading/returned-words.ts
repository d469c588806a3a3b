/** The words of the sheet about a file that came back: what a refresh did to a deck, what verify says of numbers. */
import { isChinese } from '../language.js';

const words = {
  refreshed: ['更新清单', 'Refreshed deck'],
  verified: ['核对清单', 'Verified numbers'],
  where: ['位置', 'Where'],
  what: ['内容', 'What'],
  file: ['文件所写', 'In the file'],
  report: ['报告所写', 'In the report'],
  note: ['说明', 'Note'],
  nothing: ['无需更新。', 'Nothing to refresh.'],
  'all-current': ['全部数字与报告一致。', 'All numbers are as they should be.'],
  slide: ['第{}页', 'slide {}'],
  page: ['第{}页', 'page {}'],
  // What became of a place.
  conflict: ['与报告不一致，原样保留', 'In conflict: kept, and it contradicts the report'],
  stale: ['已过时', 'Stale'],
  updated: ['已更新', 'Updated'],
  kept: ['按改动保留', 'Kept by hand'],
  gone: ['报告已不含', 'Gone from the report'],
  new: ['报告新增，文件没有', 'New in the report, not in the deck'],
  added: ['已加入', 'Added'],
  'new-series': ['新系列', 'new series'],
  'new-point': ['新数据点', 'new point'],
  'gone-series': ['系列', 'series'],
  'gone-point': ['数据点', 'point'],
  // What a number is.
  'typed-over': ['被改写', 'Typed over'],
  'by-hand': ['手工填写的指标值', "A figure's value, typed by hand"],
  // Why.
  'why-typed-over': ['此处另填了数字', 'another number was typed there'],
  'why-words': ['前后文字须一并改动', 'the words around it would have to change too'],
  'why-unclear': ['同一数字多处出现，难以判定', 'several equal numbers could be meant'],
  'why-wording': ['文件与报告都改了文字', 'both the deck and the report changed the words'],
  'why-deleted': ['文件中已删除', 'deleted in the deck'],
  'why-quoted': ['出自他人所写的句子', 'in words that the build did not write'],
  'why-picture': ['在图片中', 'in a picture'],
  'why-colour': ['颜色经手工改过，可能仍是原来的状态', 'recoloured by hand: its colour may say the old state'],
  'why-extended': [
    '报告改用PowerPoint 2016图表，请取自新的幻灯片',
    'a kind of PowerPoint 2016 now: take it from a new build',
  ],
  'why-overlaps': ['与页上其他内容重叠，请移开', 'it lies over what stands there: move it'],
  'why-drawn': ['由图形绘成，请取自新的幻灯片', 'drawn as shapes: take it from a new build'],
  'why-form': ['行、列或标记已不同', 'it has other rows, columns or marks now'],
  'why-linked': ['图表数据在别的文件中', 'the chart reads a workbook elsewhere'],
  'why-diagram': ['在SmartArt图形中，请在PowerPoint中改', 'in SmartArt, which is not written into'],
  'why-locked': ['在不能改动的域中', 'in a field that cannot be changed'],
  'why-damaged': ['已损坏，无法读取', 'damaged: it cannot be read'],
  'why-identity': ['文件自述已损坏或缺失，按各页自述核对', 'what it says of itself is damaged or gone'],
  // Where on a slide.
  text: ['文字', 'text'],
  table: ['表格', 'table'],
  chart: ['图表', 'chart'],
  workbook: ['图表数据', 'workbook of a chart'],
  notes: ['备注', 'notes'],
  alt: ['替代文字', 'alternative text'],
  comment: ['批注', 'comment'],
  picture: ['图片', 'picture'],
  shape: ['图形', 'shape'],
  deck: ['整个文件', 'the deck'],
} as const satisfies Record<string, readonly [string, string]>;

export type ReturnedWord = keyof typeof words;

export const returnedWord = (word: ReturnedWord, language: string): string => words[word][isChinese(language) ? 0 : 1];

/** `第7页`, `slide 7`. */
export const placeNumber = (word: 'slide' | 'page', number: number, language: string): string =>
  returnedWord(word, language).replace('{}', String(number));

/** `已更新 3 处；已过时 1 处。`, `3 updated, 1 stale.` */
export const countedWords = (
  counts: readonly (readonly [word: ReturnedWord, count: number])[],
  language: string,
): string =>
  isChinese(language)
    ? `${counts.map(([word, count]) => `${returnedWord(word, language)} ${count} 处`).join('；')}。`
    : `${counts.map(([word, count]) => `${returnedWord(word, language)}: ${count}`).join('; ')}.`;
