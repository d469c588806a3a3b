/** Sentences of a report that is drafted from tables: they state what the figures in them say, and nothing else. */
import { formatPeriod } from '../format-period.js';
import { isChinese } from '../language.js';

export interface StarterWords {
  /** A series from its earliest to its latest period; `direction` is 1 for up, -1 for down, 0 for neither. */
  readonly course: (name: string, early: PeriodFigure, late: PeriodFigure, direction: number) => string;
  /** A period as a sentence says it. */
  readonly period: (name: string) => string;
  /** A part of a year, and its change against the same of the year before. */
  readonly compared: (name: string, late: PeriodFigure, change: string) => string;
  /** A measure and its change. */
  readonly changed: (name: string, figure: string, change: string) => string;
  /** What a change against the year before is called. */
  readonly yearBefore: string;
  /** A measure of one of many: the output of a town. */
  readonly measureOf: (name: string, measure: string) => string;
  readonly largest: (measure: string, name: string, figure: string) => string;
  readonly named: (name: string, figure: string) => string;
  readonly rowsShown: (shown: number, all: number) => string;
  readonly largestRows: (shown: number, all: number) => string;
  readonly lastRows: (shown: number, all: number) => string;
  readonly columnsShown: (shown: number, all: number) => string;
  readonly bracketed: (text: string, more: string) => string;
  readonly comma: string;
  readonly table: string;
  readonly footer: (title: string) => string;
  /** Comments of report.yaml, a line each. */
  readonly comments: {
    readonly top: readonly string[];
    readonly tables: string;
    readonly charts: string;
    readonly sections: string;
    readonly highlights: string;
  };
}

interface PeriodFigure {
  readonly name: string;
  readonly figure: string;
}

/** `2025-03` is a month of a year; what the sheet says in words stays as it is. */
const said = (name: string, language: string): string =>
  /^\d{4}(?:-\d{1,2}){0,2}$|^\d{4}-?[QH][1-4]$/i.test(name) ? formatPeriod(name, language) : name;

const chinese: StarterWords = {
  course: (name, early, late, direction) =>
    direction === 0
      ? `${name}${late.name}为${late.figure}，与${early.name}持平`
      : `${name}由${early.name}的${early.figure}${direction > 0 ? '升至' : '降至'}${late.name}的${late.figure}`,
  period: (name) => said(name, 'zh-CN'),
  compared: (name, late, change) => `${name}${late.name}为${late.figure}，${change}`,
  changed: (name, figure, change) => `${name}${figure}，${change}`,
  yearBefore: '同比',
  measureOf: (name, measure) => `${name}${/^[A-Za-z0-9]/.test(measure) ? ' ' : ''}${measure}`,
  largest: (measure, name, figure) =>
    measure === '' ? `${name}居首：${figure}` : `${measure}：${name}居首，${figure}`,
  named: (name, figure) => `${name}：${figure}`,
  rowsShown: (shown, all) => `前${shown}行，共${all}行`,
  largestRows: (shown, all) => `最大的${shown}行，共${all}行`,
  lastRows: (shown, all) => `最近${shown}期，共${all}期`,
  columnsShown: (shown, all) => `${shown}列，共${all}列`,
  bracketed: (text, more) => `${text}（${more}）`,
  comma: '；',
  table: '数据表',
  footer: (title) => title,
  comments: {
    top: ['由 briefkit new 起草。字段说明见 data/README.md；改动后运行 briefkit build。'],
    tables: '表格取自数据文件：range 是单元格范围，head 是表头行数。',
    charts: '图表按数据的形状选择：时间用折线，各部分之和用堆积，排名用条形，两期用坡度。可改 type。',
    sections: '一张工作表一章，一张表一个要点。标题里的数字由 figures.csv 绑定，数据改了标题跟着改。',
    highlights: '首页要览的指标，按 id 引用。',
  },
};

const english: StarterWords = {
  course: (name, early, late, direction) =>
    direction === 0
      ? `${name} stood at ${late.figure} in ${late.name}, as in ${early.name}`
      : `${name} ${direction > 0 ? 'rose' : 'fell'} from ${early.figure} in ${early.name} to ${late.figure} in ${late.name}`,
  period: (name) => said(name, 'en'),
  compared: (name, late, change) => `${name} came to ${late.figure} in ${late.name}, ${change}`,
  changed: (name, figure, change) => `${name} came to ${figure}, ${change}`,
  yearBefore: 'year on year',
  measureOf: (name, measure) => `${measure}, ${name}`,
  largest: (measure, name, figure) =>
    measure === '' ? `${name} comes first: ${figure}` : `${measure}: ${name} comes first with ${figure}`,
  named: (name, figure) => `${name}: ${figure}`,
  rowsShown: (shown, all) => `first ${shown} of ${all} rows`,
  largestRows: (shown, all) => `${shown} largest of ${all} rows`,
  lastRows: (shown, all) => `latest ${shown} of ${all} rows`,
  columnsShown: (shown, all) => `${shown} of ${all} columns`,
  bracketed: (text, more) => `${text} (${more})`,
  comma: ', ',
  table: 'table',
  footer: (title) => title,
  comments: {
    top: ['Drafted by briefkit new. data/README.md describes every field; run briefkit build after each change.'],
    tables: 'Tables are read from the data files: range names the cells, head how many rows the head has.',
    charts:
      'Charts were chosen by the shape of the data: time is a line, parts of a whole a stack, a ranking bars, two periods a slope. Change type as you like.',
    sections:
      'A section a sheet, a finding a table. Numbers in titles are bound to figures.csv: when they change, so do the titles.',
    highlights: 'Figures of the overview, by id.',
  },
};

export const starterWords = (language: string): StarterWords => (isChinese(language) ? chinese : english);
