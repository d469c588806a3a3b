/** Sentences of a report that is drafted from tables: they state what the figures in them say, and nothing else. */
import { isChinese } from './language.js';

export interface StarterWords {
  /** A series from its earliest to its latest period; `direction` is 1 for up, -1 for down, 0 for neither. */
  readonly course: (name: string, early: PeriodFigure, late: PeriodFigure, direction: number) => string;
  readonly largest: (measure: string, name: string, figure: string) => string;
  readonly named: (name: string, figure: string) => string;
  readonly rowsShown: (shown: number, all: number) => string;
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

const chinese: StarterWords = {
  course: (name, early, late, direction) =>
    direction === 0
      ? `${name}${late.name}为${late.figure}，与${early.name}持平`
      : `${name}由${early.name}的${early.figure}${direction > 0 ? '升至' : '降至'}${late.name}的${late.figure}`,
  largest: (measure, name, figure) =>
    measure === '' ? `${name}居首：${figure}` : `${measure}：${name}居首，${figure}`,
  named: (name, figure) => `${name}：${figure}`,
  rowsShown: (shown, all) => `前${shown}行，共${all}行`,
  columnsShown: (shown, all) => `${shown}列，共${all}列`,
  bracketed: (text, more) => `${text}（${more}）`,
  comma: '；',
  table: '数据表',
  footer: (title) => title,
  comments: {
    top: ['由 briefkit new 起草。字段说明见 data/README.md；改动后运行 briefkit build。'],
    tables: '表格取自数据文件：range 是单元格范围，head 是表头行数。',
    charts: '图表按数据的形状选择：时间用折线，排名用条形，两期用坡度。可改 type。',
    sections: '一张工作表一章，一张表一个要点。标题里的数字由 figures.csv 绑定，数据改了标题跟着改。',
    highlights: '首页要览的指标，按 id 引用。',
  },
};

const english: StarterWords = {
  course: (name, early, late, direction) =>
    direction === 0
      ? `${name} stood at ${late.figure} in ${late.name}, as in ${early.name}`
      : `${name} ${direction > 0 ? 'rose' : 'fell'} from ${early.figure} in ${early.name} to ${late.figure} in ${late.name}`,
  largest: (measure, name, figure) =>
    measure === '' ? `${name} comes first: ${figure}` : `${measure}: ${name} comes first with ${figure}`,
  named: (name, figure) => `${name}: ${figure}`,
  rowsShown: (shown, all) => `first ${shown} of ${all} rows`,
  columnsShown: (shown, all) => `${shown} of ${all} columns`,
  bracketed: (text, more) => `${text} (${more})`,
  comma: ', ',
  table: 'table',
  footer: (title) => title,
  comments: {
    top: ['Drafted by briefkit new. data/README.md describes every field; run briefkit build after each change.'],
    tables: 'Tables are read from the data files: range names the cells, head how many rows the head has.',
    charts:
      'Charts were chosen by the shape of the data: time is a line, a ranking bars, two periods a slope. Change type as you like.',
    sections:
      'A section a sheet, a finding a table. Numbers in titles are bound to figures.csv: when they change, so do the titles.',
    highlights: 'Figures of the overview, by id.',
  },
};

export const starterWords = (language: string): StarterWords => (isChinese(language) ? chinese : english);
