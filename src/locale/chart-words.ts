/** What is said of a chart to those who cannot see it. */
import { chartKindName } from './chart-kind-names.js';
import type { BesideMark, BesidePart, Chart, ChartPoint } from '../model/chart.js';
import type { Quantity } from '../model/figure.js';
import { changeLabel } from './chart-label.js';
import { isChinese } from './language.js';

/** What is left where only the largest are shown; what stands before a target's number. */
interface ChartWords {
  readonly rest: string;
  readonly target: string;
}

export const chartWords = (language: string): ChartWords =>
  isChinese(language) ? { rest: '其他', target: '目标' } : { rest: 'Other', target: 'Target' };

/** In the legend of a map, for areas without a number. */
export const mapWords = (language: string): { readonly noNumber: string } => ({
  noNumber: isChinese(language) ? '无数据' : 'No data',
});

/** Up to this many points are read out one by one. */
const mostReadOut = 6;

/** What stands above a chart: its title and, once for all of its numbers, their unit. 营业收入，亿元 */
export function measureLine({ title, measured, language }: Pick<Chart, 'title' | 'measured' | 'language'>): string {
  if (measured === undefined || saysUnit(title, measured)) return title;
  return title === '' ? measured : title + (isChinese(language) ? '，' : ', ') + measured;
}

/**
 * Whether words that an author wrote end with that unit, 营业收入（亿元）, Revenue, $m, or have it between marks:
 * Revenue, $m, unaudited.
 */
export const saysUnit = (words: string, unit: string): boolean => {
  const bare = words.trimEnd().replace(/[）)\]】]$/, '');
  if (bare === unit) return true;
  if (bare.endsWith(unit) && /[\s，,、/（(：:[【]$/.test(bare.slice(0, -unit.length))) return true;
  return words.split(/[，,、；;（()）：:[\]【】]/).some((part, index) => index > 0 && part.trim() === unit);
};

type Sayable = Pick<Chart, 'kind' | 'title' | 'categories' | 'series' | 'unit' | 'measure' | 'marks'>;

/** 柱形图：居民人均可支配收入，单位万元。城镇居民超7.9万元，农村居民超5.3万元；最高城镇居民，最低农村居民。 */
export function chartAlt(chart: Sayable, language: string): string {
  if (chart.kind === 'timeline') return timelineAlt(chart, language);
  const marks = sayMarks(chart, language);
  return (isChinese(language) ? chineseAlt(chart) : englishAlt(chart)) + marks;
}

/** 横道图：三年行动。立项2024年3月至2024年9月；验收2025年1月。 */
function timelineAlt({ title, categories, series }: Sayable, language: string): string {
  const zh = isChinese(language);
  const [starts, ends, done] = series.map(({ points }) => points);
  const said = categories.flatMap((name, index) => {
    const [start, end] = [starts?.[index], ends?.[index]];
    if (start === undefined || start.value === null) return [];
    const share = done?.[index]?.label ?? '';
    const time =
      end === undefined || end.value === null ? start.label : `${start.label}${zh ? '至' : ' to '}${end.label}`;
    const state = share === '' ? '' : zh ? `，已完成${share}` : `, ${share} done`;
    return [`${name}${zh ? '' : ' '}${time}${state}`];
  });
  const kind = chartKindName('timeline', zh ? 'zh' : 'en');
  return `${kind}${zh ? '：' : ': '}${title}${zh ? '。' : '. '}${said.join(zh ? '；' : '; ')}${zh ? '。' : '.'}`;
}

/** What the chart argues: 2022至2024：+30.2%。 */
function sayMarks({ marks = [], categories }: Sayable, language: string): string {
  const zh = isChinese(language);
  const said = marks.map((mark): string => {
    if (mark.kind === 'line') return mark.label;
    if (mark.kind === 'beside') return sayBeside(mark, zh);
    if (mark.kind === 'callout') return `${categories[mark.at] ?? ''}${zh ? '：' : ': '}${mark.text}`;
    const ends = [mark.from, mark.to].map((index) => categories[index] ?? '').join(zh ? '至' : ' to ');
    return `${ends}${zh ? '：' : ': '}${mark.label}`;
  });
  return said
    .filter((each) => each !== '')
    .map((each) => (zh ? `${each}。` : ` ${each}.`))
    .join('');
}

function chineseAlt(chart: Sayable): string {
  const unit = chart.unit === null ? '' : `，单位${chart.unit}`;
  const series = chart.series
    .map((one) => saySeries(one.points, chart, chart.series.length > 1 ? `${one.name}：` : ''))
    .filter((text) => text !== '');
  return `${chartKindName(chart.kind, 'zh')}：${chart.title}${unit}。${series.length === 0 ? '没有数据。' : `${series.join('；')}。`}`;
}

/** Column chart: Income, in million. Towns 7.9 million, villages 5.3 million; highest: towns, lowest: villages. */
function englishAlt(chart: Sayable): string {
  const unit = chart.unit === null || chart.measure === 'rank' ? '' : `, in ${chart.unit}`;
  const series = chart.series
    .map((one) => {
      const found = readSeries(one.points, chart, ' ');
      if (found === null) return '';
      const ends =
        found.ends === null
          ? 'all the same'
          : chart.measure === 'rank'
            ? `first: ${found.ends.least}, last: ${found.ends.most}`
            : `highest: ${found.ends.most}, lowest: ${found.ends.least}`;
      return (
        (chart.series.length > 1 ? `${one.name}: ` : '') +
        (found.alone ?? `${found.all === null ? `${found.count} points` : found.all.join(', ')}; ${ends}`)
      );
    })
    .filter((text) => text !== '');
  return `${chartKindName(chart.kind, 'en')}: ${chart.title}${unit}. ${series.length === 0 ? 'No data.' : `${series.join('. ')}.`}`;
}

function saySeries(points: readonly ChartPoint[], chart: Sayable, name: string): string {
  const found = readSeries(points, chart, '');
  if (found === null) return '';
  if (found.alone !== null) return name + found.alone;
  const extremes =
    found.ends === null
      ? '各项相同'
      : chart.measure === 'rank'
        ? `位次最前${found.ends.least}，最后${found.ends.most}`
        : `最高${found.ends.most}，最低${found.ends.least}`;
  return `${name}${found.all === null ? `共${found.count}项` : found.all.join('，')}，${extremes}`;
}

interface SeriesReading {
  readonly count: number;
  /** The only point; null where there are more. */
  readonly alone: string | null;
  /** Null where they are too many to be read out. */
  readonly all: readonly string[] | null;
  /** By name, with their numbers where not all are read out; null where all are the same. */
  readonly ends: { readonly most: string; readonly least: string } | null;
}

/** Null for a series of gaps. */
function readSeries(points: readonly ChartPoint[], chart: Sayable, between: string): SeriesReading | null {
  const said = points
    .map((point, index) => ({
      value: point.value,
      text: `${chart.categories[index] ?? ''}${between}${point.full ?? point.label}`,
      category: chart.categories[index] ?? '',
    }))
    .filter((point): point is typeof point & { value: number } => point.value !== null);
  const [first] = said;
  if (first === undefined) return null;
  const most = said.reduce((best, point) => (point.value > best.value ? point : best));
  const least = said.reduce((best, point) => (point.value < best.value ? point : best));
  const all = said.length <= mostReadOut;
  const nameOf = (point: typeof most): string => (all ? point.category : point.text);
  return {
    count: said.length,
    alone: said.length === 1 ? first.text : null,
    all: all ? said.map(({ text }) => text) : null,
    ends: most.value === least.value ? null : { most: nameOf(most), least: nameOf(least) },
  };
}

// ---- What the marks upon a chart say

interface MarkWords {
  readonly average: string;
  /** Before a rate of growth a year. */
  readonly yearly: string;
  /** A difference of shares: 2.4个百分点, 2.4 pp. */
  readonly points: string;
  readonly upper: string;
  readonly lower: string;
}

export const markWords = (language: string): MarkWords =>
  isChinese(language)
    ? { average: '平均', yearly: '年均', points: '个百分点', upper: '上限', lower: '下限' }
    : { average: 'Average', yearly: 'CAGR', points: 'pp', upper: 'Upper limit', lower: 'Lower limit' };

/** +30.2%, 年均+8.5%, CAGR +8.5%. */
export function growthLabel(quantity: Quantity, isYearly: boolean, language: string): string {
  const rate = changeLabel({ quantity, unit: '%', basis: null }, language).text;
  return isYearly ? `${markWords(language).yearly}${isChinese(language) ? '' : ' '}${rate}` : rate;
}

/** +97, +2.4个百分点: a difference, with the unit that labels say. */
export const differenceLabel = (quantity: Quantity, unit: string | null, language: string): string =>
  unit === null
    ? changeLabel({ quantity, unit: '', basis: null }, language, false).text
    : changeLabel({ quantity, unit, basis: null }, language).text;

const besideWords: Readonly<Record<BesidePart, readonly [zh: string, en: string]>> = {
  value: ['数值', 'Value'],
  share: ['占比', 'Share'],
  shift: ['占比变化，百分点', 'Share, pp'],
  change: ['增长', 'Change'],
  cagr: ['年均增长', 'CAGR'],
};

/** What is common to both stands once: 2022–2024年, FY 2022–2024. */
function spanOf(from: string, last: string): string {
  const year = /^(\D*)(\d{4})(\D*)$/;
  const [start, end] = [year.exec(from), year.exec(last)];
  return start !== null && end !== null && start[1] === end[1] && start[3] === end[3]
    ? `${start[1]}${start[2]}–${end[2]}${end[3]}`
    : `${from}–${last}`;
}

/** Longer than so many characters, both ends have a line of their own. */
const longestSpan = 12;

/** A head of the table beside a stack, in lines: 占比 over 2024年, CAGR over 2022–2024. */
export function besideHead(
  part: BesidePart,
  from: string,
  last: string,
  isShare: boolean,
  language: string,
): readonly string[] {
  const zh = isChinese(language);
  const said = besideWords[part][zh ? 0 : 1];
  // Of shares a change is a difference in points.
  const word = part === 'change' && isShare ? (zh ? '变化，百分点' : 'Change, pp') : said;
  const when = part === 'value' || part === 'share' ? last : spanOf(from, last);
  return [word, ...(when.length > longestSpan ? when.split(/(?<=–)/) : [when])];
}

/** 占比2024年：装备制造42.4%，化工30.1%。 */
function sayBeside({ heads, rows, sum }: BesideMark, zh: boolean): string {
  return heads
    .map((head, column) => {
      const said = [...rows, ...(sum === null ? [] : [sum])].flatMap(({ name, cells }) => {
        const { label } = cells[column]!;
        return label === '' ? [] : [`${name}${zh ? '' : ' '}${label}`];
      });
      return `${head.join(zh ? '' : ' ')}${zh ? '：' : ': '}${said.join(zh ? '，' : ', ')}`;
    })
    .join(zh ? '；' : '; ');
}

/** +97，+30.2%. */
export const besideEachOther = (one: string, other: string, language: string): string =>
  one + (isChinese(language) ? '，' : ', ') + other;
