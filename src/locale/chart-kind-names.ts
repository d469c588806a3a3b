/** What kinds of charts are called: said before a chart's title in its alternative text. */
import type { ChartKind } from '../model/chart-kinds.js';
import { isChinese } from './language.js';

const names: Readonly<Record<ChartKind, readonly [chinese: string, english: string]>> = {
  bar: ['条形图', 'Bar chart'],
  column: ['柱形图', 'Column chart'],
  line: ['折线图', 'Line chart'],
  area: ['面积图', 'Area chart'],
  pie: ['饼图', 'Pie chart'],
  doughnut: ['环形图', 'Doughnut chart'],
  gauge: ['仪表图', 'Gauge'],
  radar: ['雷达图', 'Radar chart'],
  lollipop: ['棒棒糖图', 'Lollipop chart'],
  progress: ['进度图', 'Progress bars'],
  'polar-area': ['极坐标图', 'Polar area chart'],
  stepped: ['阶梯线图', 'Stepped line chart'],
  combo: ['柱线组合图', 'Column and line chart'],
  scatter: ['散点图', 'Scatter chart'],
  bubble: ['气泡图', 'Bubble chart'],
  waterfall: ['瀑布图', 'Waterfall chart'],
  range: ['区间图', 'Range chart'],
  slope: ['坡度图', 'Slope chart'],
  dumbbell: ['哑铃图', 'Dumbbell chart'],
  bullet: ['子弹图', 'Bullet chart'],
  funnel: ['漏斗图', 'Funnel chart'],
  pyramid: ['金字塔图', 'Population pyramid'],
  mekko: ['宽度图', 'Marimekko chart'],
  ranks: ['位次图', 'Rank strip'],
  box: ['箱线图', 'Box plot'],
  histogram: ['直方图', 'Histogram'],
  control: ['控制图', 'Control chart'],
  heat: ['热力表', 'Heat table'],
  treemap: ['矩形树图', 'Treemap'],
  sunburst: ['旭日图', 'Sunburst chart'],
  map: ['地图', 'Map'],
  timeline: ['横道图', 'Timeline'],
  multiples: ['小型组图', 'Small multiples'],
  chartjs: ['图表', 'Chart'],
};

export const chartKindName = (kind: ChartKind, language: string): string =>
  isChinese(language) ? names[kind][0] : names[kind][1];

const stackNames = { stacked: ['堆积', 'stacked'], percent: ['百分比堆积', 'shares of a hundred'] } as const;

/** `堆积柱形图`. */
export function stackedKindName(
  { kind, stack }: { readonly kind: ChartKind; readonly stack: keyof typeof stackNames | null },
  language: string,
): string {
  const name = chartKindName(kind, language);
  if (stack === null) return name;
  const [chinese, english] = stackNames[stack];
  return isChinese(language) ? `${chinese}${name}` : `${name}, ${english}`;
}
