/** The words of the preview's page. */
import { isChinese } from './language.js';

const chinese = {
  allPages: '全部页面',
  onePage: '单页',
  search: '查找',
  noHits: '没有找到',
  zoom: '缩放',
  fit: '适合宽度',
  present: '放映',
  build: '生成文件',
  download: '下载',
  changedSince: '标出变化，对照',
  nothing: '不标',
  nextChange: '下一处变化',
  findings: '检查结果',
  noFindings: '没有问题',
  broken: '报告有错误，显示的是上一次的正确结果',
  neverSound: '报告有错误，改正后这里就显示页面',
  figure: '指标',
  text: '文字',
  chart: '图表',
  value: '数值',
  source: '来源',
  readAt: '读自',
  follows: '由此算出',
  alsoAt: '还出现在',
  history: '变化',
  edit: '修改',
  save: '保存',
  undo: '撤销上一次修改',
  open: '在编辑器中打开',
  copy: '复制位置',
  close: '关闭',
  notes: '备注',
  clock: '时间',
  next: '下一页',
  previous: '上一页',
  speakerWindow: '演讲者窗口',
  pages: '页面',
  dark: '深色',
  pointHint: '点一下页面上的数字、文字或图表，看它从哪里来。',
  lost: '与预览程序的连接已断开，正在重连',
  unknownPlace: '这段文字由模板拼成，没有单独的一行。',
  here: '本页',
  baselineLabel: '对照状态',
  gallery: '图表样册',
  galleryTable: '用哪张表',
  galleryHint:
    '用报告自己的数据画出各种图表。选中一种，把写法复制到 report.yaml 的 charts: 之下，再在要点里用 chart: 引用。',
  drawing: '正在画图……',
  nothingToDraw: '报告里没有含数字列的表格：先在 report.yaml 的 tables: 里加一张。',
  copySpec: '复制写法',
  copied: '已复制，粘贴到 report.yaml 的 charts: 之下',
  spec: '写法',
  unsuited: '不适合这张表的图表',
  row: '哪一份报告',
};

const english: typeof chinese = {
  allPages: 'All pages',
  onePage: 'One page',
  search: 'Search',
  noHits: 'Nothing found',
  zoom: 'Zoom',
  fit: 'Fit width',
  present: 'Present',
  build: 'Build files',
  download: 'Download',
  changedSince: 'Show changes since',
  nothing: 'none',
  nextChange: 'Next change',
  findings: 'Findings',
  noFindings: 'Nothing to report',
  broken: 'The report has mistakes; this is its last good state',
  neverSound: 'The report has mistakes; its pages appear here once they are mended',
  figure: 'Figure',
  text: 'Text',
  chart: 'Chart',
  value: 'Value',
  source: 'Source',
  readAt: 'Read at',
  follows: 'Follows from',
  alsoAt: 'Also stands at',
  history: 'Changes',
  edit: 'Edit',
  save: 'Save',
  undo: 'Undo the last change',
  open: 'Open in the editor',
  copy: 'Copy the place',
  close: 'Close',
  notes: 'Notes',
  clock: 'Time',
  next: 'Next page',
  previous: 'Previous page',
  speakerWindow: 'Speaker window',
  pages: 'Pages',
  dark: 'Dark',
  pointHint: 'Click a number, a text or a chart on the page to see where it comes from.',
  lost: 'The preview cannot be reached; trying again',
  unknownPlace: 'A template put this text together; it has no line of its own.',
  here: 'this page',
  baselineLabel: 'State to compare with',
  gallery: 'Chart gallery',
  galleryTable: 'Which table',
  galleryHint:
    'Every kind of chart with the numbers of this report. Copy the spec of one under charts: in report.yaml and name it where a finding says chart:.',
  drawing: 'Drawing …',
  nothingToDraw: 'This report has no table with a column of numbers: add one under tables: in report.yaml.',
  copySpec: 'Copy the spec',
  copied: 'Copied: paste it under charts: in report.yaml',
  spec: 'Spec',
  unsuited: 'Charts that do not suit this table',
  row: 'Which report',
};

export type PreviewPageWords = typeof chinese;

export const previewWords = (language: string): PreviewPageWords => (isChinese(language) ? chinese : english);

/** What a view and a state to compare with are called, and what is said when a cell is changed. */
export function previewNames(language: string): {
  readonly views: Readonly<Record<string, string>>;
  readonly lastBuild: string;
  readonly lastCommit: string;
  readonly approved: string;
  readonly sinceStart: string;
  readonly columns: Readonly<Record<string, string>>;
} {
  return isChinese(language)
    ? {
        views: { deck: '幻灯片', briefing: '简报', handout: '讲义', figures: '指标表', newspaper: '专版' },
        lastBuild: '上次生成',
        lastCommit: '上次提交',
        approved: '已审定的稿',
        sinceStart: '打开预览时',
        columns: {
          value: '数值',
          unit: '单位',
          qualifier: '限定词',
          period: '时期',
          change: '增减',
          rank: '位次',
          award: '荣誉',
          formula: '算式',
          prior: '上期值',
          target: '目标',
        },
      }
    : {
        views: {
          deck: 'Slides',
          briefing: 'Briefing',
          handout: 'Handout',
          figures: 'Register',
          newspaper: 'Newspaper',
        },
        lastBuild: 'the last build',
        lastCommit: 'the last commit',
        approved: 'the approved state',
        sinceStart: 'the preview began',
        columns: {
          value: 'Value',
          unit: 'Unit',
          qualifier: 'Qualifier',
          period: 'Period',
          change: 'Change',
          rank: 'Rank',
          award: 'Award',
          formula: 'Formula',
          prior: 'Prior value',
          target: 'Target',
        },
      };
}

/** Answers to what was asked on the page. */
export const previewAnswers = (language: string) =>
  isChinese(language)
    ? {
        saved: (place: string) => `已写入 ${place}`,
        undone: (place: string) => `已恢复 ${place}`,
        nothingToUndo: '没有可撤销的修改',
        noSuchState: '没有这个状态可对照',
        notANumber: '请只写数字，例如 546.6 或 -8.3',
        openWorkbook: '这个数字在工作簿里，请在 Excel 中修改',
        elsewhere: (place: string) => `${place} 的内容已与读入时不同，没有改动`,
        unknown: '没有这个指标',
        opened: (place: string) => `已打开 ${place}`,
        noEditor: '没有指定编辑器：用 --editor code 启动预览',
        built: '已生成',
        notBuilt: '报告有错误，没有生成',
      }
    : {
        saved: (place: string) => `Written to ${place}`,
        undone: (place: string) => `Restored ${place}`,
        nothingToUndo: 'There is no change to undo',
        noSuchState: 'There is no such state to compare with',
        notANumber: 'Write a number alone, like 546.6 or -8.3',
        openWorkbook: 'This number stands in a workbook; change it in Excel',
        elsewhere: (place: string) => `${place} is not what was read there; nothing was changed`,
        unknown: 'There is no such figure',
        opened: (place: string) => `Opened ${place}`,
        noEditor: 'No editor is named: start the preview with --editor code',
        built: 'Built',
        notBuilt: 'The report has mistakes; nothing was built',
      };
