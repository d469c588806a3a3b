/** Widths of a table's columns: what each needs at least, what it would like, and how the room is shared. */
import type { Pt } from '../../model/length.js';
import type { Run } from '../../model/page.js';
import { measureText } from '../../text/measure-text.js';
import type { Fonts } from '../../text/fonts.js';

export interface ColumnNeed {
  /** Without breaking a number, a Latin word or a short text. */
  readonly least: Pt;
  /** On one line. */
  readonly natural: Pt;
  readonly weight: number | null;
}

/** Below this many em a Chinese cell is not broken. */
const shortText = 5;

export const runsWidth = (runs: readonly Run[], fonts: Fonts): Pt => {
  const lines: Pt[] = [0];
  for (const run of runs) {
    if (run.text === '\n') lines.push(0);
    else lines[lines.length - 1]! += measureText(run.text, run.style, fonts);
  }
  return Math.max(...lines);
};

/** The widest piece of the runs that no line may break. */
export const unbreakableWidth = (runs: readonly Run[], fonts: Fonts): Pt => {
  let widest = 0;
  for (const run of runs) {
    const pieces = run.whole ? [run.text] : run.text.match(/[\p{Script=Latin}\d.,%−+-]+/gu) ?? [];
    for (const piece of pieces) widest = Math.max(widest, measureText(piece, run.style, fonts));
  }
  const size = runs[0]?.style.size ?? 0;
  return Math.max(widest, Math.min(runsWidth(runs, fonts), shortText * size));
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Null where the least widths do not fit; then they are scaled to the room all the same. */
export const shareWidths = (needs: readonly ColumnNeed[], width: Pt): { readonly widths: readonly Pt[]; readonly fits: boolean } => {
  const natural = sum(needs.map((need) => need.natural));
  if (natural <= width) {
    const weights = needs.some((need) => need.weight !== null) ? needs.map((need) => need.weight ?? 0) : needs.map((need) => need.natural);
    const total = sum(weights) || 1;
    return { widths: needs.map((need, index) => need.natural + (width - natural) * weights[index]! / total), fits: true };
  }
  const least = sum(needs.map((need) => need.least));
  if (least > width) return { widths: needs.map((need) => need.least * width / least), fits: false };
  const share = (width - least) / (natural - least);
  return { widths: needs.map((need) => need.least + (need.natural - need.least) * share), fits: true };
};
