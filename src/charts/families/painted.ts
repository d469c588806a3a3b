/** Kinds that neither PowerPoint nor Chart.js has: plain shapes, which a deck groups and a page draws. */
import type { Chart } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { Sketch, SketchPoint, SketchShape, SketchWords } from '../../model/native-chart.js';
import type { Color } from '../../model/theme.js';
import { estimateWidth } from '../../text/label-lines.js';
import { chartJsConfig } from '../chartjs/chartjs-config.js';
import { sketchPlugin } from '../chartjs/paint-sketch.js';
import { textColor } from '../measure/chart-palette.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';

/** What a painted kind is made of, back to front, in pt. */
export interface Paintwork {
  readonly rects: readonly { readonly box: Box; readonly color: Color }[];
  /** A null lifts the pen. */
  readonly lines: readonly {
    readonly points: readonly (readonly [number, number] | null)[];
    readonly color: Color;
    readonly width: number;
  }[];
  readonly words: readonly Word[];
}

export interface Word {
  readonly text: string;
  readonly x: number;
  /** The middle of its line. */
  readonly y: number;
  /** In pt, where it is not that of labels. */
  readonly size?: number;
  readonly align: 'left' | 'center' | 'right';
  readonly color?: Color;
  readonly bold?: boolean;
}

/** A text where it has room; nothing where it has none. */
export const wordIn = (word: Word, width: number, fontSize: number): Word[] =>
  word.text === '' || estimateWidth(word.text, fontSize) > width ? [] : [word];

/** A word as a box that is as wide as its text. */
export function wordsAt(
  { text, x, y, align, color = textColor, bold = false, size: own }: Word,
  fontSize: Pt,
): SketchWords {
  const size = own ?? fontSize;
  const width = estimateWidth(text, size);
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
  const height = lineHeight(size);
  return {
    kind: 'words',
    box: { x: left, y: y - height / 2, width, height },
    text: { lines: [text], size, bold, color, align },
  };
}

/** Pieces of a line between its gaps; a lone point is none. */
function strokesOf(points: readonly (SketchPoint | null)[]): SketchPoint[][] {
  const strokes: SketchPoint[][] = [[]];
  for (const point of points) {
    if (point === null) strokes.push([]);
    else strokes.at(-1)!.push(point);
  }
  return strokes.filter((stroke) => stroke.length > 1);
}

const sketchOf = ({ rects, lines, words }: Paintwork, { fontSize }: ChartPlace): Sketch => [
  ...rects.map(({ box, color }): SketchShape => ({ kind: 'box', box, form: 'rect', fill: color })),
  ...lines.flatMap(({ points, color, width }) =>
    strokesOf(points).map((stroke): SketchShape => ({ kind: 'line', points: stroke, color, width })),
  ),
  ...words.map((word) => wordsAt(word, fontSize)),
];

/** A kind that is a sketch in every output. */
export const sketchedType = (
  sketch: (chart: Chart, place: ChartPlace) => Sketch,
  isCrowded: (chart: Chart, place: ChartPlace) => boolean = () => false,
): ChartType => ({
  isCrowded,
  toNative: () => null,
  toSketch: sketch,
  toChartJs: (chart, place) =>
    chartJsConfig(chart, place, {
      type: 'bar',
      legend: false,
      data: { labels: [], datasets: [] },
      options: { scales: { x: { display: false }, y: { display: false } } },
      plugins: [sketchPlugin(() => sketch(chart, place), place.theme)],
    }),
});

export const paintedType = (
  paint: (chart: Chart, place: ChartPlace) => Paintwork,
  isCrowded?: (chart: Chart, place: ChartPlace) => boolean,
): ChartType => sketchedType((chart, place) => sketchOf(paint(chart, place), place), isCrowded);
