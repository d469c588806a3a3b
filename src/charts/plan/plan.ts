/**
 * What kinds over a category axis are made of: bars, lines and areas in layers. Reckoned once, so that both drawings of
 * a chart agree.
 */
import type { ChartPoint } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { Sketch } from '../../model/native-chart.js';
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
  /** Where a drawing sets it when that place is taken, in order. PowerPoint has but one place. */
  readonly or?: readonly PlanSpot[];
  readonly color: Color;
  readonly bold: boolean;
  /** In pt, where it is not the size of the chart's labels. */
  readonly size?: Pt;
  /** Pt down from its own place. */
  readonly shift?: Pt;
  /** Pt to the right of its own place. */
  readonly aside?: Pt;
  /** Pt from the middle of its mark, for marks that are not bars. */
  readonly clear?: Pt;
  /** It says the name of its series. */
  readonly namesSeries?: boolean;
}

export interface PlanSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /**
   * From where to where each bar reaches, where it does not stand on the axis. A drawing that has them needs no
   * invisible foot.
   */
  readonly spans?: readonly (readonly [number, number] | null)[];
  readonly formulas?: readonly (string | null)[];
  readonly format: string;
  /** Null draws nothing: a foot for what stands on it, or the place of a label. */
  readonly color: Color | null;
  /** Colours of the points that differ from their series, by index from 0. */
  readonly colors?: ReadonlyMap<number, Color>;
  /** Diameters of the dots of a line, 0 for none, where they are not its layer's. */
  readonly dots?: readonly Pt[];
  readonly labels: readonly PlanLabel[];
  /** The drawing that it is for; both where it is left out. */
  readonly only?: 'native' | 'drawn';
  /** Which of the marks its dots have; by its place in the layer where it is left out. */
  readonly mark?: number;
  /** Index among all series of the native chart of the one whose cells it reads. */
  readonly cellsOf?: number;
  /** Left out of a legend that lists its name: another series of that name stands there. */
  readonly isUnlisted?: boolean;
}

/** How much of what lies behind an area shows through it: much under a line of its own, little in a stack. */
export const areaAlpha = { none: 0.2, stacked: 0.85, percent: 0.85 } as const;
/** How thick the pale edge is round a line's dots, in pt. */
export const ringWidth: Pt = 1.25;

interface LayerParts {
  /** On an axis of its own. */
  readonly second?: boolean;
  readonly series: readonly PlanSeries[];
}
export interface BarLayer extends LayerParts {
  readonly kind: 'bar';
  readonly stack: 'none' | 'stacked' | 'percent';
  /** White lines between its parts. */
  readonly parted?: boolean;
  /** Between categories, in per cent of a bar's width. */
  readonly gap: number;
  /** Bars of one category on top of each other. */
  readonly overlaid?: boolean;
}
export interface LineLayer extends LayerParts {
  readonly kind: 'line';
  /** 0 for dots without a line. */
  readonly width: Pt;
  /** Diameter of its dots; 0 for none. */
  readonly dot: Pt;
  /** How thick the pale edge is round each dot, in pt; 0 for none. */
  readonly ring?: Pt;
  /** Dashed from this point on; 0 for a line that marks a limit. */
  readonly dashedFrom?: number | undefined;
  readonly isStepped?: boolean;
}
export interface AreaLayer extends LayerParts {
  readonly kind: 'area';
  readonly stack: 'none' | 'stacked' | 'percent';
}
/** A stem from each number to the foot, under the dots of a layer behind it. */
export interface StemLayer extends LayerParts {
  readonly kind: 'stems';
  readonly width: Pt;
  readonly color: Color;
  /** Where stems start, in units of the axis: all at one place, or each at its own; none where that is null. */
  readonly foot: number | readonly (number | null)[];
}
export type Layer = BarLayer | LineLayer | AreaLayer | StemLayer;

export interface PlanAxis {
  readonly range: ValueRange;
  readonly visible: boolean;
  /** Its lowest number at the far end. */
  readonly reversed?: boolean;
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
  /** The level at which each bar is joined to the next; null for none. */
  readonly joins?: readonly (number | null)[];
  /** Upon it, in pt of the chart. */
  readonly marks?: Sketch;
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
