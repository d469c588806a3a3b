/** Widths of a table's columns: what each needs at least, what it would like, and how the room is shared. */
import type { Pt } from '../../../model/length.js';
import type { Run } from '../../../model/page.js';
import { measureText } from '../../../text/measure-text.js';
import type { Fonts } from '../../../text/fonts.js';

export interface ColumnNeed {
  /** Without breaking a number, a Latin word or a short text. */
  readonly least: Pt;
  /** What each cell would like, on one line. */
  readonly cells: readonly Pt[];
  readonly weight: number | null;
}

/** Below this many em a Chinese cell is not broken. */
const shortText = 5;

/** Characters of a number or a code that stay together. */
const longestCode = 16;

/**
 * The widest piece of the runs that no line may break.
 *
 * @param whole what they take on one line, in pt: no piece is wider
 */
export const unbreakableWidth = (runs: readonly Run[], whole: Pt, fonts: Fonts): Pt => {
  const size = runs[0]?.style.size ?? 0;
  if (whole <= shortText * size) return whole;
  let widest = shortText * size;
  for (const run of runs) {
    const pieces = run.whole ? [run.text] : (run.text.match(/[\p{Script=Latin}\d.,%−+-]+/gu) ?? []);
    // A code longer than that may part: no column is to be as wide as it.
    for (const piece of pieces)
      widest = Math.max(widest, measureText([...piece].slice(0, longestCode).join(''), run.style, fonts));
  }
  return widest;
};

/** The widest of its words, in pt: what parts at spaces has to have the width of one. */
export const widestWord = (runs: readonly Run[], fonts: Fonts): Pt =>
  Math.max(
    0,
    ...runs.flatMap(({ text, style }) =>
      text.split(/[ \u00a0]+/).map((word) => measureText([...word].slice(0, longestCode).join(''), style, fonts)),
    ),
  );

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface Step {
  readonly column: number;
  readonly to: Pt;
  /** Lines beyond the first that its cells then have, for each pt that is won. */
  readonly price: number;
}

/** A cell that fills its lines to a rounding error has no line more. */
const linesAt = (cell: Pt, width: Pt): number => Math.ceil(cell / width - 1e-9);

/**
 * The widest that is narrower than `width` at which the cell fills its lines: its own width, the half of it, a third.
 */
const nextFull = (cell: Pt, width: Pt): Pt => {
  const lines = linesAt(cell, width);
  const full = cell / lines;
  return full < width - 1e-9 ? full : cell / (lines + 1);
};

/** The next narrower width below which one more line of the column breaks. */
const nextStep = (need: ColumnNeed, column: number, width: Pt): Step | null => {
  if (width <= need.least) return null;
  const to = Math.max(need.least, ...need.cells.map((cell) => nextFull(cell, width)));
  const broken = sum(need.cells.map((cell) => linesAt(cell, to) - 1));
  return { column, to, price: broken / (width - to) };
};

/** Narrows the columns to the width with as few broken lines as may be: always the cheapest step next. */
const narrow = (needs: readonly ColumnNeed[], natural: readonly Pt[], width: Pt): readonly Pt[] => {
  const widths = [...natural];
  for (;;) {
    const excess = sum(widths) - width;
    if (excess <= 0) return widths;
    const steps = needs.flatMap((need, column) => nextStep(need, column, widths[column]!) ?? []);
    if (steps.length === 0) return widths;
    const cheapest = steps.reduce((best, step) => (step.price < best.price ? step : best));
    widths[cheapest.column] = Math.max(cheapest.to, widths[cheapest.column]! - excess);
  }
};

export interface SharedWidths {
  readonly widths: readonly Pt[];
  readonly fits: boolean;
}

const naturalWidths = (needs: readonly ColumnNeed[]): readonly Pt[] =>
  needs.map((need) => Math.max(need.least, ...need.cells));

/** Where not even the least widths fit, they are scaled to the room all the same, and `fits` says so. */
export const shareWidths = (needs: readonly ColumnNeed[], width: Pt): SharedWidths => {
  const natural = naturalWidths(needs);
  const spare = width - sum(natural);
  if (spare >= 0) {
    const weights = needs.some((need) => need.weight !== null) ? needs.map((need) => need.weight ?? 0) : natural;
    const total = sum(weights) || 1;
    return { widths: natural.map((each, index) => each + (spare * weights[index]!) / total), fits: true };
  }
  const least = sum(needs.map((need) => need.least));
  if (least > width) return { widths: needs.map((need) => (need.least * width) / least), fits: false };
  return { widths: narrow(needs, natural, width), fits: true };
};

/**
 * Widths for a table that is read in its own fonts or in wider ones: `wide` is what columns need in those. Where only
 * the own fonts set every cell on one line they do so, and what is left goes to the columns that wider fonts would
 * break. Too narrow for wider fonts is not too narrow.
 */
export const shareForFonts = (plain: readonly ColumnNeed[], wide: readonly ColumnNeed[], width: Pt): SharedWidths => {
  const [own, wider] = [naturalWidths(plain), naturalWidths(wide)];
  const least = own.map((each, index) => Math.max(each, wide[index]!.least));
  const spare = width - sum(least);
  if (spare >= 0 && sum(wider) > width) {
    const gains = wider.map((each, index) => each - least[index]!);
    return { widths: least.map((each, index) => each + (spare * gains[index]!) / sum(gains)), fits: true };
  }
  const shared = shareWidths(wide, width);
  return shared.fits ? shared : shareWidths(plain, width);
};
