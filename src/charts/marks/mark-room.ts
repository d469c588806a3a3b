/** What marks need beside a plot, so that nothing of them stands on it that need not. */
import type { ChartMark } from '../../model/chart.js';
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import { estimateWidth, wrapLabel } from '../../text/label-lines.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';
import { besideColumns } from './beside-columns.js';

export interface MarkRoom {
  readonly top: Pt;
  readonly right: Pt;
  /** Between the plot and the first band over it; between the plot and the first band beside it. */
  readonly above: Pt;
  readonly beside: Pt;
  /** Beside the plot, for the names of lines. */
  readonly lines: Pt;
  /** Beside the plot, for the names of lines and for differences: what stands beside a stack stands beyond it. */
  readonly nearer: Pt;
}

/** Names of lines take at most this share of the width. */
export const lineLabelWidth = ({ size }: ChartPlace): Pt => size.width * 0.22;

/** Bold words are wider than estimated, and a viewer's font may be wider still. */
const boldness = 1.12;

/** What a difference says on one line where it has room, else in its parts: +255.7，／+30.2%. */
export function differenceLines({ label }: { readonly label: string }, { fontSize, size }: ChartPlace): string[] {
  const whole = estimateWidth(label, fontSize) * boldness + arrowWidth <= size.width * 0.3;
  return whole ? [label] : label.split(/(?<=，)|(?<=, )/u).map((part) => part.trim());
}

/** An arrow beside the plot, with what parts it from the plot and from its words. */
const arrowWidth: Pt = 20;

/** Width of a difference: its arrow and what it says. */
export const arrowRoom = (mark: { readonly label: string }, place: ChartPlace): Pt =>
  Math.max(...differenceLines(mark, place).map((line) => estimateWidth(line, place.fontSize))) * boldness + arrowWidth;

/** What a mark takes over columns, or beside bars. */
export function bandHeight(mark: ChartMark, rows: boolean, { fontSize }: ChartPlace): Pt {
  switch (mark.kind) {
    case 'growth':
      return rows ? estimateWidth(mark.label, fontSize) + fontSize + 4 : lineHeight(fontSize) + 6;
    case 'difference':
      return rows ? estimateWidth(mark.label, fontSize) + fontSize + 4 : 0;
    case 'bracket':
      return rows ? estimateWidth(mark.label, fontSize) + 14 : lineHeight(fontSize) + 10;
    case 'callout':
      return rows ? estimateWidth(mark.text, fontSize) + 10 : lineHeight(fontSize) + 5;
    case 'line':
    case 'beside':
      return 0;
  }
}

/** Null without marks. */
export function markRoom({ marks = [] }: Chart, rows: boolean, place: ChartPlace): MarkRoom | null {
  if (marks.length === 0) return null;
  const { fontSize } = place;
  const bands = marks.reduce((sum, mark) => sum + bandHeight(mark, rows, place), 0);
  const lines = marks.filter((mark) => mark.kind === 'line');
  const wrapped = lines.map(({ label }) => wrapLabel(label, fontSize, lineLabelWidth(place), 2));
  const named = wrapped.flat().map((line) => estimateWidth(line, fontSize));
  // Over bars each line's name has a row of its own, in case they stand close to each other.
  const over = wrapped.reduce((sum, each) => sum + lineHeight(fontSize) * each.length, 0) + (lines.length > 0 ? 4 : 0);
  if (rows) return { top: over, right: bands, above: 0, beside: 2, lines: 0, nearer: 0 };
  const beside = lines.length > 0 ? Math.max(...named) + 8 : 0;
  const arrows = marks.reduce((sum, mark) => (mark.kind === 'difference' ? sum + arrowRoom(mark, place) : sum), 0);
  const table = marks.find((mark) => mark.kind === 'beside');
  const { width, headHeight } = table === undefined ? { width: 0, headHeight: 0 } : besideColumns(table, place);
  const nearer = beside + arrows;
  return { top: Math.max(bands, headHeight), right: nearer + width, above: 2, beside: 0, lines: beside, nearer };
}
