/** Numbers of parts of a column that are too low, or too narrow, to hold them: at its left, where they have room. */
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import { estimateWidth } from '../../text/label-lines.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';
import { planLabel, type PlanLabel } from '../plan/plan.js';

interface Stack {
  /** How wide a column is and how far it is from the next, in pt. */
  readonly bar: Pt;
  readonly slot: Pt;
  /** How high a unit of value is, in pt. */
  readonly scale: number;
  /** Whether a part holds its number. */
  readonly holds: (series: number, index: number) => boolean;
}

/** From a column to the number beside it, in pt. */
const clear: Pt = 4;

/** What stands between a number beside a column and the columns on its two sides, in pt. */
export const besideGap: Pt = clear + 2;

/** Labels of each series, by its index. Of parts close to each other the larger has its number. */
export function outsideLabels(chart: Chart, place: ChartPlace, stack: Stack): readonly (readonly PlanLabel[])[] {
  const labels = chart.series.map((): PlanLabel[] => []);
  for (const index of chart.categories.keys()) {
    for (const { series, aside, shift } of besideColumn(chart, place, stack, index)) {
      const point = chart.series[series]!.points[index]!;
      labels[series]!.push(...planLabel({ ...point, emphasised: false }, index, 'inside', { aside, shift }));
    }
  }
  return labels;
}

function besideColumn(
  chart: Chart,
  { fontSize }: ChartPlace,
  { bar, slot, scale, holds }: Stack,
  index: number,
): readonly { readonly series: number; readonly aside: Pt; readonly shift: Pt }[] {
  // The first column has half a gap at its left, the others a whole one.
  const room = (index === 0 ? 0.5 : 1) * (slot - bar) - besideGap;
  let [up, down] = [0, 0];
  const thin = chart.series.flatMap(({ points }, series) => {
    const point = points[index];
    const value = point?.value ?? 0;
    const from = value < 0 ? down : up;
    if (value < 0) down += value;
    else up += value;
    if (point === undefined || value === 0 || holds(series, index)) return [];
    const width = estimateWidth(point.label, fontSize);
    const own = (from + value / 2) * scale;
    // Clear of the line at zero, which runs on between the columns.
    const middle = Math.sign(value) * Math.max(Math.abs(own), lineHeight(fontSize) / 2);
    const aside = -(bar / 2 + clear + width / 2);
    return [{ series, middle, size: Math.abs(value), fits: width <= room, aside, shift: own - middle }];
  });
  // A number without room keeps its place all the same: a smaller one there would be read as its part's.
  const taken: Pt[] = [];
  return thin
    .sort((one, other) => other.size - one.size)
    .filter(({ middle, fits }) => {
      const isFree = taken.every((other) => Math.abs(other - middle) >= lineHeight(fontSize));
      if (isFree) taken.push(middle);
      return isFree && fits;
    });
}

/** How wide columns may be, of `bar` pt, to leave numbers of their low parts room at their left. */
export function besideOutside(chart: Chart, { fontSize }: ChartPlace, { bar, slot, scale }: Omit<Stack, 'holds'>): Pt {
  const low = chart.series.flatMap(({ points }) =>
    points.flatMap(({ value, label }) => {
      const high = Math.abs(value ?? 0) * scale;
      return high > 0 && high < fontSize * 1.15 ? [estimateWidth(label, fontSize)] : [];
    }),
  );
  const left = slot - 2 * (Math.max(0, ...low) + clear + 2);
  return low.length === 0 || left < Math.max(slot * leastShare, fontSize * 3) ? bar : Math.min(bar, left);
}

/** A column is no narrower than this share of what it has with its gap. */
const leastShare = 0.4;
