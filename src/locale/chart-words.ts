/** What is said of a chart to those who cannot see it. */
import type { Chart, ChartKind, ChartPoint } from '../model/chart.js';

const kindNames: Readonly<Record<ChartKind, string>> = {
  bar: '条形图', column: '柱形图', line: '折线图', area: '面积图', pie: '饼图', doughnut: '环形图', gauge: '仪表图', radar: '雷达图',
  lollipop: '棒棒糖图', progress: '进度图', 'polar-area': '极坐标图',
  stepped: '阶梯线图', combo: '柱线组合图', scatter: '散点图', bubble: '气泡图', waterfall: '瀑布图', range: '区间图', slope: '坡度图', bullet: '子弹图', funnel: '漏斗图',
  pyramid: '金字塔图', heat: '热力表', treemap: '矩形树图', multiples: '小型组图', chartjs: '图表',
};

/** What is left where only the largest are shown; what stands before a target's number. */
export const restWord = '其他';
export const targetWord = '目标';

/** Up to this many points are read out one by one. */
const mostReadOut = 6;

type Sayable = Pick<Chart, 'kind' | 'title' | 'categories' | 'series' | 'unit' | 'measure'>;

/** 柱形图：居民人均可支配收入，单位万元。城镇居民超7.9万元，农村居民超5.3万元；最高城镇居民，最低农村居民。 */
export function chartAlt(chart: Sayable): string {
  const unit = chart.unit === null ? '' : `，单位${chart.unit}`;
  const series = chart.series.map((one) => saySeries(one.points, chart, chart.series.length > 1 ? `${one.name}：` : '')).filter((text) => text !== '');
  return `${kindNames[chart.kind]}：${chart.title}${unit}。${series.length === 0 ? '没有数据。' : `${series.join('；')}。`}`;
}

function saySeries(points: readonly ChartPoint[], chart: Sayable, name: string): string {
  const said = points.map((point, index) => ({ value: point.value, text: `${chart.categories[index] ?? ''}${point.label}`, category: chart.categories[index] ?? '' }))
    .filter((point): point is typeof point & { value: number } => point.value !== null);
  const [first] = said;
  if (first === undefined) return '';
  if (said.length === 1) return name + first.text;
  const most = said.reduce((best, point) => (point.value > best.value ? point : best));
  const least = said.reduce((best, point) => (point.value < best.value ? point : best));
  const all = said.length <= mostReadOut;
  const extremes = most.value === least.value ? '各项相同' : chart.measure === 'rank'
    ? `位次最前${all ? least.category : least.text}，最后${all ? most.category : most.text}`
    : `最高${all ? most.category : most.text}，最低${all ? least.category : least.text}`;
  return `${name}${all ? said.map(({ text }) => text).join('，') : `共${said.length}项`}，${extremes}`;
}
