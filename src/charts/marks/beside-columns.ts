/** How wide the table beside a stack is: its names, and a column for each of its heads. */
import type { BesideMark } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import { estimateWidth, wrapLabel } from '../../text/label-lines.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';

export interface BesideColumns {
  /** From the plot to the end of the last column, with what leaders take. */
  readonly width: Pt;
  /** Names in lines, from the first series to the last. */
  readonly names: readonly (readonly string[])[];
  readonly nameWidth: Pt;
  /** Widths. */
  readonly columns: readonly Pt[];
  /** Before each column. */
  readonly gap: Pt;
  /** Of the heads with the rule under them; 0 without heads. */
  readonly headHeight: Pt;
}

/** From the plot to the names. */
export const leaderWidth: Pt = 14;

/** Names take at most this share of the width before they break. */
const mostNames = 0.24;

export function besideColumns({ heads, rows, sum }: BesideMark, { fontSize, size }: ChartPlace): BesideColumns {
  const names = rows.map(({ name }) => wrapLabel(name, fontSize, size.width * mostNames, 2));
  const widest = (lines: readonly string[]): Pt => Math.max(0, ...lines.map((line) => estimateWidth(line, fontSize)));
  const nameWidth = widest([...names.flat(), ...(sum === null ? [] : [sum.name])]);
  const columns = heads.map((head, column) =>
    widest([...head, ...[...rows, ...(sum === null ? [] : [sum])].map(({ cells }) => cells[column]!.label)]),
  );
  const gap = fontSize;
  const lines = Math.max(0, ...heads.map((head) => head.length));
  return {
    width: leaderWidth + nameWidth + columns.reduce((total, each) => total + gap + each, 0) + 1,
    names,
    nameWidth,
    columns,
    gap,
    headHeight: lines === 0 ? 0 : lineHeight(fontSize) * lines + headGap,
  };
}

/** Between heads and the first row, with the rule in the middle. */
const headGap: Pt = 6;
