/**
 * Which labels of a plan have room, and where: reckoned once, so that a deck prints what a page prints. Those that
 * stand out are set first, then larger numbers; one without room at any of its places is left out of both.
 */
import type { Pt } from '../../model/length.js';
import { estimateWidth } from '../../text/label-lines.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { labelGap, lineHeight } from '../measure/frame.js';
import { lengthAlong } from './plan-places.js';
import { touch, type LabelRect } from '../measure/label-rect.js';
import type { Layer, Plan, PlanLabel, PlanSeries, PlanSpot } from './plan.js';

/** Where a label goes when its place is taken and its kind names no other. */
const others: Partial<Readonly<Record<PlanSpot, readonly PlanSpot[]>>> = { above: ['below'], below: ['above'] };

/** A label with the numbers that decide where it stands. */
interface Standing {
  readonly label: PlanLabel;
  readonly layer: Layer;
  readonly series: PlanSeries;
  /** Place of the series among those of its layer that are drawn, and how many they are. */
  readonly nth: number;
  readonly count: number;
}

export const weightOf = (label: PlanLabel, layer: Layer, value: number | null): number =>
  (label.bold ? 1e15 : 0) + (layer.kind === 'line' ? 1e14 : 0) + Math.abs(value ?? 0);

const standingLabels = ({ layers }: Plan): readonly Standing[] =>
  layers.flatMap((layer) => {
    const drawn = layer.series.filter(({ only }) => only !== 'native');
    return drawn.flatMap((series, nth) =>
      series.labels.map((label): Standing => ({ label, layer, series, nth, count: drawn.length })),
    );
  });

/** Null for one that is set within its own bar, and was given no more room than that has. */
function rectOf({ label, layer, series, nth, count }: Standing, spot: PlanSpot, plan: Plan, { fontSize }: ChartPlace) {
  const value = series.spans?.[label.index]?.[1] ?? series.values[label.index] ?? null;
  if (value === null || spot === 'inside' || spot === 'base' || spot === 'end') return null;
  if (layer.kind === 'bar' && layer.stack !== 'none') return null;
  const { plot } = plan.frame;
  const extent = plan.rows ? plot.height : plot.width;
  const slot = extent / Math.max(1, series.values.length);
  const isBeside = layer.kind === 'bar' && layer.overlaid !== true && count > 1;
  const bar = layer.kind === 'bar' ? slot / (count + layer.gap / 100) : 0;
  const middle = (label.index + 0.5) * slot + (isBeside ? (nth - (count - 1) / 2) * bar : 0);
  const range = (layer.second === true ? plan.second : plan.axis) ?? plan.axis;
  const end = lengthAlong(value, range, plan.rows ? plot.width : plot.height);
  const [x, y] = plan.rows ? [plot.x + end, plot.y + middle] : [plot.x + middle, plot.y + plot.height - end];
  const size = label.size ?? fontSize;
  const width = Math.max(...label.lines.map((line) => estimateWidth(line, size)));
  const height = lineHeight(size) * label.lines.length;
  const clear = label.clear ?? (layer.kind === 'line' ? layer.dot / 2 + 3 : labelGap);
  const isFall = value < 0 !== (range.reversed === true);
  const rect = placed(spot, { x, y, width, height, clear, isFall, rows: plan.rows });
  const [aside, down] = [label.aside ?? 0, label.shift ?? 0];
  return { left: rect.left + aside, right: rect.right + aside, top: rect.top + down, bottom: rect.bottom + down };
}

interface Spotted {
  readonly x: Pt;
  readonly y: Pt;
  readonly width: Pt;
  readonly height: Pt;
  readonly clear: Pt;
  readonly isFall: boolean;
  readonly rows: boolean;
}

function placed(spot: PlanSpot, { x, y, width, height, clear, isFall, rows }: Spotted): LabelRect {
  const level = (left: Pt): LabelRect => ({ left, right: left + width, top: y - height / 2, bottom: y + height / 2 });
  const centred = (top: Pt): LabelRect => ({ left: x - width / 2, right: x + width / 2, top, bottom: top + height });
  switch (spot) {
    case 'above':
      return centred(y - clear - height + 1);
    case 'below':
      return centred(y + clear - 1);
    case 'right':
      return level(x + clear);
    case 'left':
      return level(x - clear - width);
    default:
      if (rows) return isFall ? level(x - clear - width) : level(x + clear);
      return isFall ? centred(y + clear - 1) : centred(y - clear + 1 - height);
  }
}

/** Widths are estimated a hair too wide. */
const slack: Pt = 4;

const isWithin = (rect: LabelRect, { size }: ChartPlace): boolean =>
  rect.left >= -slack && rect.right <= size.width + slack && rect.top >= -slack && rect.bottom <= size.height + slack;

/** What a label says and where: the same of the series that a drawing has and of that which PowerPoint has for it. */
const markOf = ({ index, lines }: PlanLabel): string => `${index} ${lines.join('\n')}`;

export interface SettledLabels {
  readonly plan: Plan;
  readonly rects: readonly LabelRect[];
}

export function settleLabels(plan: Plan, place: ChartPlace): SettledLabels {
  const inOrder = standingLabels(plan)
    .map((standing, order) => ({ standing, order }))
    .sort((one, other) => {
      const of = ({ standing: { label, layer, series } }: typeof one): number =>
        weightOf(label, layer, series.values[label.index] ?? null);
      return of(other) - of(one) || one.order - other.order;
    });
  const rects: LabelRect[] = [];
  const chosen = new Map<PlanLabel, PlanSpot>();
  const left = new Set<string>();
  for (const { standing } of inOrder) {
    const { label } = standing;
    const spots = [label.at, ...(label.or ?? others[label.at] ?? [])];
    const found = spots.map((spot) => ({ spot, rect: rectOf(standing, spot, plan, place) }));
    if (found[0]!.rect === null) continue;
    const free = found.find(
      ({ rect }) => rect !== null && isWithin(rect, place) && !rects.some((each) => touch(rect, each)),
    );
    if (free === undefined) {
      left.add(markOf(label));
      continue;
    }
    rects.push(free.rect!);
    if (free.spot !== label.at) chosen.set(label, free.spot);
  }
  if (left.size === 0 && chosen.size === 0) return { plan, rects };
  const settled = (series: PlanSeries): PlanSeries => ({
    ...series,
    labels: series.labels.flatMap((label): PlanLabel[] => {
      if (left.has(markOf(label))) return [];
      const spot = chosen.get(label);
      return [spot === undefined ? label : { ...label, at: spot, or: [] }];
    }),
  });
  const layers = plan.layers.map((layer) => ({ ...layer, series: layer.series.map(settled) }) as Layer);
  return { plan: { ...plan, layers }, rects };
}
