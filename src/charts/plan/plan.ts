/** What kinds over a category axis are made of: bars, lines and areas in layers. Reckoned once, so that both drawings of a chart agree. */
import type { ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { Color } from '../../model/theme.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { linesOf, type LegendEntry } from '../chartjs/chartjs-config.js';
import type { Frame } from '../measure/frame.js';
import { numberFormat } from '../../locale/chart-label.js';
import { colorOn, textColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import type { ValueRange } from '../measure/value-range.js';

/** `base` is inside a bar at its foot, `end` inside at its end, `beyond` past its end. */
export type PlanSpot = 'beyond' | 'inside' | 'base' | 'end' | 'above' | 'below' | 'left' | 'right';

export interface PlanLabel {
  readonly index: number;
  readonly lines: readonly string[];
  /** PowerPoint's format that prints the same from the number; null where none can. */
  readonly format: string | null;
  readonly at: PlanSpot;
  readonly color: Color;
  readonly bold: boolean;
  /** Pt down from its own place. */
  readonly shift?: Pt;
}

export interface PlanSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** From where to where each bar reaches, where it does not stand on the axis. A drawing that has them needs no invisible foot. */
  readonly spans?: readonly (readonly [number, number] | null)[];
  readonly formulas?: readonly (string | null)[];
  readonly format: string;
  /** Null draws nothing: a foot for what stands on it, or the place of a label. */
  readonly color: Color | null;
  /** Of the points that differ. */
  readonly colors?: ReadonlyMap<number, Color>;
  readonly labels: readonly PlanLabel[];
  /** The drawing that it is for; both where it is left out. */
  readonly only?: 'native' | 'drawn';
}

interface LayerParts {
  /** On an axis of its own. */ readonly second?: boolean;
  readonly series: readonly PlanSeries[];
}
export type Layer =
  | (LayerParts & {
      readonly kind: 'bar';
      readonly stack: 'none' | 'stacked' | 'percent' /** White lines between its parts. */;
      readonly parted?: boolean /** Per cent of a bar's width. */;
      readonly gap: number /** Bars of one category on top of each other. */;
      readonly overlaid?: boolean;
    })
  | (LayerParts & {
      readonly kind: 'line';
      readonly width: Pt /** Diameter of its dots; 0 for none. */;
      readonly dot: Pt /** Lines are dashed from this point on. */;
      readonly dashedFrom?: number | undefined;
    })
  | (LayerParts & { readonly kind: 'area'; readonly stack: 'stacked' | 'percent' });

export interface PlanAxis {
  readonly range: ValueRange;
  readonly visible: boolean;
}

export interface Plan {
  /** Categories down the side. */
  readonly rows: boolean;
  readonly frame: Frame;
  readonly axis: PlanAxis;
  readonly second?: PlanAxis;
  readonly layers: readonly Layer[];
  /** Empty where marks name themselves. */
  readonly legend: readonly LegendEntry[];
  /** Bars stand on no line. */
  readonly afloat?: boolean;
  /** PowerPoint can draw it. */
  readonly native: boolean;
}

/** A point's own label. */
export function planLabel(
  point: ChartPoint,
  index: number,
  at: PlanSpot,
  changes: Partial<PlanLabel> = {},
): PlanLabel[] {
  if (point.value === null || (point.label === '' && point.note === undefined)) return [];
  return [
    {
      index,
      lines: linesOf(point),
      format: point.note === undefined ? point.format : null,
      at,
      color: textColor,
      bold: point.emphasised,
      ...changes,
    },
  ];
}

/** A text that no number prints. */
export const textLabel = (text: string, index: number, at: PlanSpot, changes: Partial<PlanLabel> = {}): PlanLabel => ({
  index,
  lines: [text],
  format: null,
  at,
  color: textColor,
  bold: false,
  ...changes,
});

export const pointsFormat = (points: readonly ChartPoint[]): string =>
  numberFormat(Math.max(0, ...points.map(({ decimals }) => decimals)));

/** A label in its bar, in the ink that reads on it. A bar without room for it has none. */
export function insideLabel(
  point: ChartPoint,
  index: number,
  ground: Color,
  room: { readonly width: Pt; readonly height: Pt },
  place: ChartPlace,
): PlanLabel[] {
  const fits = estimateWidth(point.label, place.fontSize) + 4 <= room.width && place.fontSize * 1.15 <= room.height;
  return fits
    ? planLabel({ ...point, emphasised: false }, index, 'inside', { color: colorOn(place.theme, ground) })
    : [];
}
