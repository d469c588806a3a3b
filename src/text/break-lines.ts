/** A paragraph's characters to lines, one after the other: each takes as much as fits. */
import { Break } from './break-opportunities.js';
import { Kind } from './characters/character-kind.js';
import { softHyphen, type CharacterRow } from './characters/character-row.js';
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
  /**
   * True where a word, or what should stay whole, was wider than the line and broke all the same; not where it broke at
   * a soft hyphen.
   */
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

/** A text without line ends as its one line; null where it does not fit on that, or is none. */
export function wholeLine(row: CharacterRow, measure: LineMeasure, { first }: LineWidths): LineRange | null {
  if (row.count === 0 || row.hidden) return null;
  const end = measure.trimEnd(0, row.count);
  if (measure.width(0, end) > first + tolerance) return null;
  return { start: 0, end, next: row.count, last: true, forced: false };
}

export function breakGreedily(problem: BreakProblem): LineRange[] {
  const lines: LineRange[] = [];
  let start = 0;
  while (start < problem.row.count) {
    const line = nextLine(problem, start, widthOf(problem, lines.length));
    lines.push(line);
    start = line.next;
    if (line.last) mendRunt(problem, lines);
  }
  return lines;
}

const widthOf = ({ widths }: BreakProblem, line: number): number => (line === 0 ? widths.first : widths.others);

/** The longest line from `start` that fits. */
function nextLine(problem: BreakProblem, start: number, width: number): LineRange {
  const { row, breaks, measure } = problem;
  let allowed = -1;
  let hyphened = -1;
  let reluctant = -1;
  let anywhere = -1;
  for (let index = start; index < row.count; index++) {
    const blank = isBlank(row, index);
    if (!blank && index > start && measure.width(start, index + 1) > width + tolerance) {
      if (row.codes[index] === softHyphen) continue; // its hyphen finds no room, but what comes behind may
      break;
    }
    anywhere = index;
    if (breaks[index] === Break.Allowed) allowed = index;
    if (breaks[index] === Break.Hyphen) hyphened = index;
    if (breaks[index] === Break.Reluctant) reluctant = index;
    if (breaks[index] === Break.Mandatory || index === row.count - 1)
      return rangeTo(problem, start, index, true, false);
  }
  if (allowed >= 0) return rangeTo(problem, start, allowed, false, false);
  if (hyphened >= 0) return rangeTo(problem, start, hyphened, false, false);
  return rangeTo(problem, start, reluctant >= 0 ? reluctant : Math.max(anywhere, start), false, true);
}

/** The line that ends behind code point `last`. */
export function rangeTo(
  { row, measure }: BreakProblem,
  start: number,
  last: number,
  final: boolean,
  forced: boolean,
): LineRange {
  let next = last + 1;
  while (!final && next < row.count && row.kinds[next] === Kind.Space) next++;
  return { start, end: measure.trimEnd(start, last + 1), next, last: final || next >= row.count, forced };
}

const isBlank = (row: CharacterRow, index: number): boolean =>
  row.kinds[index] === Kind.Space || row.kinds[index] === Kind.Newline;

/** A last line of a single character, marks not counted. */
export function isRunt(row: CharacterRow, start: number, end: number): boolean {
  let characters = 0;
  for (let index = end - 1; index >= start && characters < 2; index--) {
    if (row.kinds[index] === Kind.Han || row.kinds[index] === Kind.Letter || row.kinds[index] === Kind.Digit)
      characters++;
  }
  return characters < 2;
}

/** A last line that takes less than this share of its width is short of company. */
export const shortLast = 0.1;

/** Gives a last line of one character, or of a short word, company from the line before, where that can end earlier. */
function mendRunt(problem: BreakProblem, lines: LineRange[]): void {
  const { row, breaks, measure } = problem;
  const [before, runt] = [lines.at(-2), lines.at(-1)!];
  if (before === undefined || before.last || before.forced) return;
  const width = widthOf(problem, lines.length - 1);
  const isLonely = (start: number): boolean =>
    isRunt(row, start, runt.end) || measure.width(start, runt.end) < width * shortLast;
  if (!isLonely(runt.start)) return;
  for (let last = before.end - 2; last > before.start; last--) {
    if (breaks[last] !== Break.Allowed) continue;
    const shorter = rangeTo(problem, before.start, last, false, false);
    if (measure.width(shorter.next, runt.end) > width + tolerance) return;
    if (isLonely(shorter.next)) continue;
    lines.splice(-2, 2, shorter, { ...runt, start: shorter.next });
    return;
  }
}
