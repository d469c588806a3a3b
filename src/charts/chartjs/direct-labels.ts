/**
 * A Chart.js plugin that sets labels beside what they name. Each is measured with the real font; where two would touch,
 * the one that matters less goes to its next place and is left out when it has none: first the emphasised ones are set,
 * then the larger numbers.
 */
import type { Chart as DrawnChart, Plugin } from 'chart.js';
import { labelGap, lineHeight } from '../measure/frame.js';
import { touch, type LabelRect } from '../measure/label-rect.js';
import type { RecordingContext } from './recording/recording-context.js';

export type LabelSpot = 'beyond' | 'above' | 'below' | 'right' | 'left' | 'centre' | 'inside';

export interface DirectLabel {
  readonly dataset: number;
  readonly index: number;
  readonly lines: readonly string[];
  readonly size: number;
  readonly bold: boolean;
  /** `#rrggbb`. */
  readonly color: string;
  /** Tried in this order. `beyond` is past the end of a bar, whichever way it points. */
  readonly spots: readonly LabelSpot[];
  /** Higher ones are set first. */
  readonly weight: number;
  /** Pt between the mark's middle and the label, for marks that are not bars. */
  readonly clear?: number;
  /** Pt down from that place. */
  readonly shift?: number;
  /** Pt to the right of that place. */
  readonly aside?: number;
}

/** Fallback fonts of a canvas, in order; a recording needs no names. */
export const chartFontFamily = 'briefkit-0, briefkit-1, briefkit-2, briefkit-3';

export const canvasFont = (size: number, bold: boolean): string => `${bold ? 'bold ' : ''}${size}px ${chartFontFamily}`;

/** What a bar, a point or an arc says of its own place. */
interface Mark {
  readonly x: number;
  readonly y: number;
  readonly base?: number;
  readonly horizontal?: boolean;
}

export function directLabels(labels: readonly DirectLabel[]): Plugin {
  return {
    id: 'directLabels',
    afterDatasetsDraw(chart) {
      const taken: LabelRect[] = [];
      const inOrder = labels
        .map((label, order) => ({ label, order }))
        .sort((one, other) => other.label.weight - one.label.weight || one.order - other.order);
      const set = inOrder.flatMap(({ label, order }) => {
        const rect = findRoom(chart, label, taken);
        if (rect === null) return [];
        taken.push(rect);
        return [{ label, order, rect }];
      });
      // Drawn in the order of the data, so that text taken out of a PDF reads in that order.
      set.sort((one, other) => one.order - other.order);
      for (const { label, rect } of set) drawLines(chart.ctx, label, rect);
    },
  };
}

function findRoom(chart: DrawnChart, label: DirectLabel, taken: readonly LabelRect[]): LabelRect | null {
  const mark = chart
    .getDatasetMeta(label.dataset)
    .data[label.index]?.getProps(['x', 'y', 'base', 'horizontal'] as never, true) as Mark | undefined;
  if (mark === undefined || !Number.isFinite(mark.x) || !Number.isFinite(mark.y)) return null;
  const { ctx } = chart;
  ctx.font = canvasFont(label.size, label.bold);
  const width = Math.max(...label.lines.map((line) => ctx.measureText(line).width));
  const height = lineHeight(label.size) * label.lines.length;
  for (const spot of label.spots) {
    const rect = nudged(moved(rectAt(spot, mark, width, height, label.clear ?? labelGap), label), chart);
    const inside =
      rect.left >= -0.5 && rect.right <= chart.width + 0.5 && rect.top >= -2 && rect.bottom <= chart.height + 2;
    if (inside && !taken.some((other) => touch(rect, other))) return rect;
  }
  return null;
}

const moved = ({ left, right, top, bottom }: LabelRect, { aside = 0, shift = 0 }: DirectLabel): LabelRect => ({
  left: left + aside,
  right: right + aside,
  top: top + shift,
  bottom: bottom + shift,
});

/** Back over an edge that it crosses by a hair: widths are estimated where the plot is laid out and measured here. */
function nudged(rect: LabelRect, { width, height }: DrawnChart): LabelRect {
  const back = (low: number, high: number, end: number): number =>
    low < 0 ? Math.min(-low, 4) : high > end ? -Math.min(high - end, 4) : 0;
  const [x, y] = [back(rect.left, rect.right, width), back(rect.top, rect.bottom, height)];
  return { left: rect.left + x, right: rect.right + x, top: rect.top + y, bottom: rect.bottom + y };
}

function rectAt(spot: LabelSpot, mark: Mark, width: number, height: number, clear: number): LabelRect {
  const { x, y } = mark;
  const middle = (left: number): LabelRect => ({
    left,
    right: left + width,
    top: y - height / 2,
    bottom: y + height / 2,
  });
  const centred = (top: number): LabelRect => ({
    left: x - width / 2,
    right: x + width / 2,
    top,
    bottom: top + height,
  });
  switch (spot) {
    case 'beyond':
      if (mark.horizontal === true) return x < (mark.base ?? 0) ? middle(x - clear - width) : middle(x + clear);
      return y > (mark.base ?? y) ? centred(y + clear - 1) : centred(y - clear + 1 - height);
    case 'above':
      return centred(y - clear - height + 1);
    case 'below':
      return centred(y + clear - 1);
    case 'right':
      return middle(x + clear);
    case 'left':
      return middle(x - clear - width);
    case 'centre':
      return middle(x - width / 2);
    case 'inside':
      return mark.horizontal === true
        ? middle((x + (mark.base ?? x)) / 2 - width / 2)
        : centred((y + (mark.base ?? y)) / 2 - height / 2);
  }
}

/** What a label asks of a context, whether it records or paints. */
type Pen = Pick<
  RecordingContext,
  'save' | 'restore' | 'fillText' | 'font' | 'fillStyle' | 'textAlign' | 'textBaseline'
>;

export function drawLines(
  ctx: Pen,
  label: Pick<DirectLabel, 'lines' | 'size' | 'bold' | 'color'>,
  rect: LabelRect,
): void {
  ctx.save();
  ctx.font = canvasFont(label.size, label.bold);
  ctx.fillStyle = label.color;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  const step = lineHeight(label.size);
  label.lines.forEach((line, index) => {
    // 0.37 em above the baseline is the middle of digits and Chinese characters alike.
    ctx.fillText(line, (rect.left + rect.right) / 2, rect.top + step * (index + 0.5) + label.size * 0.37);
  });
  ctx.restore();
}
