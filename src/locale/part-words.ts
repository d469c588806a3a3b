/**
 * What the parts that briefkit adds are called: shapes in PowerPoint's selection pane, layouts and prompts of a master,
 * series that only hold a chart up, sheets and heads of the workbooks behind charts. Readers of a deck in English must
 * not meet Chinese here, nor the reverse.
 */
import { isChinese } from './language.js';

const parts = {
  body: ['正文', 'Text'],
  bullet: ['列表', 'List'],
  callout: ['提示', 'Callout'],
  'callout-title': ['提示标题', 'Callout title'],
  caption: ['题注', 'Caption'],
  card: ['卡片', 'Card'],
  chapter: ['章', 'Chapter'],
  'chapter-number': ['章号', 'Chapter number'],
  'chapter-rule': ['章首线', 'Chapter rule'],
  'chapter-title': ['章题', 'Chapter title'],
  chart: ['图表', 'Chart'],
  'chart-title': ['图题', 'Chart title'],
  'contents-rule': ['目录线', 'Contents rule'],
  'crop-mark': ['裁切线', 'Crop mark'],
  date: ['日期', 'Date'],
  decoration: ['装饰', 'Decoration'],
  figure: ['指标', 'Figure'],
  'fold-mark': ['折线', 'Fold mark'],
  footer: ['页脚', 'Footer'],
  footnote: ['脚注', 'Footnote'],
  'footnote-rule': ['脚注线', 'Footnote rule'],
  frame: ['边框', 'Frame'],
  ground: ['底色', 'Ground'],
  group: ['组合', 'Group'],
  heading: ['标题', 'Heading'],
  'head-chapter': ['页眉 章名', 'Running head: chapter'],
  'head-report': ['页眉 报告名', 'Running head: report'],
  'head-rule': ['页眉线', 'Running head rule'],
  kicker: ['眉题', 'Kicker'],
  lead: ['导语', 'Lead'],
  line: ['线条', 'Line'],
  logo: ['标志', 'Logo'],
  'masthead-edition': ['版次', 'Edition'],
  'masthead-ground': ['报头底色', 'Masthead ground'],
  'masthead-slogan': ['口号', 'Slogan'],
  'masthead-subtitle': ['副题', 'Subtitle'],
  'masthead-title': ['报告题目', 'Report title'],
  meter: ['标尺', 'Meter'],
  trend: ['走势', 'Trend'],
  note: ['说明', 'Note'],
  'page-number': ['页码', 'Page number'],
  picture: ['图片', 'Picture'],
  point: ['要点', 'Point'],
  quote: ['引文', 'Quotation'],
  revision: ['修改', 'Change'],
  'revision-rule': ['修改线', 'Change bar'],
  rule: ['线', 'rule'],
  shape: ['图形', 'Shape'],
  'side-rule': ['侧线', 'Side rule'],
  slide: ['幻灯片', 'Slide'],
  'slide-subtitle': ['副标题', 'Subtitle'],
  'slide-title': ['标题', 'Title'],
  source: ['来源', 'Source'],
  'speaker-notes': ['备注', 'Notes'],
  table: ['表格', 'Table'],
  'table-note': ['表注', 'Table note'],
  'writing-line': ['书写线', 'Writing line'],
} as const satisfies Readonly<Record<string, readonly [chinese: string, english: string]>>;

export type PartName = keyof typeof parts;

const choose = ([chinese, english]: readonly [string, string], language: string): string =>
  isChinese(language) ? chinese : english;

/** @param of what tells this part from others of its kind: the title of a card, the words of a chart. */
export const partName = (part: PartName, language: string, of = ''): string => {
  const word = choose(parts[part], language);
  return of === '' ? word : `${word} ${of}`;
};

const placeholders = {
  title: ['标题', 'Title'],
  ctrTitle: ['标题', 'Title'],
  subTitle: ['副标题', 'Subtitle'],
  body: ['文本', 'Text'],
  pic: ['图片', 'Picture'],
  chart: ['图表', 'Chart'],
  tbl: ['表格', 'Table'],
  obj: ['内容', 'Content'],
  ftr: ['页脚', 'Footer'],
  dt: ['日期', 'Date'],
  sldNum: ['灯片编号', 'Slide Number'],
  sldImg: ['幻灯片图像', 'Slide Image'],
  notes: ['备注', 'Notes'],
} as const;

/** As PowerPoint itself calls placeholders in its selection pane: 标题占位符 1, Title Placeholder 1. */
export const placeholderName = (type: keyof typeof placeholders, number: number, language: string): string =>
  `${choose(placeholders[type], language)}${isChinese(language) ? '占位符' : ' Placeholder'} ${number}`;

/** 第3页, Page 3: a printed page on its sheet. */
export const sheetPageName = (label: string, language: string): string =>
  isChinese(language) ? `第${label}页` : `Page ${label}`;

/** 图1, 表2, Figure 1, Table 2: the numbers of captions. */
export const captionNumber = (kind: 'figure' | 'table', number: number, language: string): string =>
  isChinese(language)
    ? `${kind === 'figure' ? '图' : '表'}${number}`
    : `${kind === 'figure' ? 'Figure' : 'Table'} ${number}`;

/** Between a caption's number and its words: a full-width space, which a Latin font lacks; else an en space. */
export const captionGap = (language: string): string => (isChinese(language) ? '\u3000' : '\u2002');

/** What a layout's empty placeholders ask for, by their type in the file. */
export const promptWords = (language: string) =>
  isChinese(language)
    ? ({
        title: '单击此处编辑标题',
        subTitle: '单击此处编辑副标题',
        text: '单击此处编辑文本',
        picture: '单击图标添加图片',
        chart: '单击图标添加图表',
        table: '单击图标添加表格',
      } as const)
    : ({
        title: 'Click to edit the title',
        subTitle: 'Click to edit the subtitle',
        text: 'Click to edit the text',
        picture: 'Click the icon to add a picture',
        chart: 'Click the icon to add a chart',
        table: 'Click the icon to add a table',
      } as const);

/** The layout with nothing on it, as PowerPoint's menu shows it. */
export const blankLayoutName = (language: string): string => (isChinese(language) ? '空白' : 'Blank');

/**
 * Series that a native chart needs and no reader reads: what floats on, what holds labels; and the parts of a
 * waterfall.
 */
export const seriesWords = (language: string) =>
  isChinese(language)
    ? ({ foot: '起点', blank: '留白', label: '标注', span: '幅度', sum: '合计', rise: '增加', fall: '减少' } as const)
    : ({
        foot: 'Base',
        blank: 'Blank',
        label: 'Labels',
        span: 'Span',
        sum: 'Total',
        rise: 'Increase',
        fall: 'Decrease',
      } as const);

/** Between two values on one line of a label: 8.1／9.0. */
export const valuesSlash = (language: string): string => (isChinese(language) ? '／' : ' / ');

/** The sheet of figures in a workbook. */
export const figuresSheetName = (language: string): string => (isChinese(language) ? '指标' : 'Figures');
