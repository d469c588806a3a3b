/** A paragraph's characters to lines: each line takes as much as fits. */
import { Break } from './break-opportunities.js';
import { Kind } from './character-kind.js';
import type { CharacterRow } from './character-row.js';
import type { LineMeasure } from './line-measure.js';

/** A line as indices of code points. */
export interface LineRange {
  readonly start: number;
  /** Exclusive; spaces at the line's end come after it. */
  readonly end: number;
  /** Where the next line starts. */
  readonly next: number;
  /** The last of its paragraph, or ended by a line end in the text. */
  readonly last: boolean;
  /** True where a word was wider than the line, so that it broke where none should. */
  readonly forced: boolean;
}

export interface LineWidths {
  /** In pt. */
  readonly first: number;
  readonly others: number;
}

/** What a break search needs to know of a paragraph. */
export interface BreakProblem {
  readonly row: CharacterRow;
  readonly breaks: Uint8Array;
  readonly measure: LineMeasure;
  readonly widths: LineWidths;
}

/** Rounding of sums of floating-point lengths, in pt. */
export const tolerance = 0.001;

export function breakGreedily(problem: BreakProblem): LineRange[] {
  const lines: LineRange[] = [];
  let start = 0;
  while (start < problem.row.count) {
    const line = nextLine(problem, start, lines.length === 0 ? problem.widths.first : problem.widths.others);
    lines.push(line);
    start = line.next;
  }
  return lines;
}

/** The longest line from `start` that fits. */
function nextLine(problem: BreakProblem, start: number, width: number): LineRange {
  const { row, breaks, measure } = problem;
  let allowed = -1;
  let reluctant = -1;
  let anywhere = -1;
  for (let index = start; index < row.count; index++) {
    const kind = row.kinds[index];
    const blank = kind === Kind.Space || kind === Kind.Newline;
    if (!blank && measure.width(start, index + 1) > width + tolerance && index > start) {
      // A mark that squeezes at the line's end may fit where the character before it did not: look one further.
      if (!fitsTogether(problem, start, index, width)) break;
    } else {
      anywhere = index;
      if (breaks[index] === Break.Allowed) allowed = index;
      if (breaks[index] === Break.Reluctant) reluctant = index;
    }
    if (breaks[index] === Break.Mandatory || index === row.count - 1) return rangeTo(problem, start, index, true, false);
  }
  if (allowed >= 0) return rangeTo(problem, start, allowed, false, false);
  return rangeTo(problem, start, reluctant >= 0 ? reluctant : Math.max(anywhere, start), false, true);
}

/** Whether the text up to the character behind `index` fits though the text up to `index` does not. */
const fitsTogether = ({ row, measure }: BreakProblem, start: number, index: number, width: number): boolean =>
  index + 1 < row.count && row.kinds[index + 1] !== Kind.Space && measure.width(start, index + 2) <= width + tolerance;

/** The line that ends behind code point `last`. */
export function rangeTo({ row, measure }: BreakProblem, start: number, last: number, final: boolean, forced: boolean): LineRange {
  let next = last + 1;
  while (!final && next < row.count && row.kinds[next] === Kind.Space) next++;
  return { start, end: measure.trimEnd(start, last + 1), next, last: final || next >= row.count, forced };
}
