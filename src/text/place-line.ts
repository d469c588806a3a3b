/** A line's characters to fragments: where each piece of a run stands, and how far each of its characters goes. */
import type { Fragment } from '../model/page.js';
import { Kind } from './characters/character-kind.js';
import { softHyphen, type CharacterRow } from './characters/character-row.js';
import type { LineRange } from './break-lines.js';
import type { Spacing } from './characters/spacing.js';

/** How far a line's gaps open (positive, a share of their stretch) or close (negative, a share of their shrink). */
export type GapRatio = number;

/** `left` is where the line's ink starts, from the paragraph's box, in pt. */
export function placeLine(
  row: CharacterRow,
  spacing: Spacing,
  line: LineRange,
  left: number,
  ratio: GapRatio,
): Fragment[] {
  const fragments: Fragment[] = [];
  let pen = left - (spacing.leading[line.start] ?? 0);
  let index = line.start;
  // Spaces at the end stay in the text, for whoever reads it out, but take no room.
  const stop = line.last ? line.end : line.next;
  while (index < stop) {
    const run = row.runs[index]!;
    const from = index;
    const x = pen;
    while (index < stop && row.runs[index] === run) index++;
    const advances = new Array<number>(row.hidden ? countShown(row, from, index) : index - from);
    let shown = 0;
    const quotes: number[] = [];
    for (let at = from; at < index; at++) {
      const step = at >= line.end ? 0 : at === line.end - 1 ? row.advances[at]! : stepOf(spacing, at, ratio);
      if (spacing.western?.has(at) === true) quotes.push(shown);
      if (!row.hidden || isShown(row, at)) advances[shown++] = step;
      pen += step;
    }
    const text = row.hidden ? shownText(row, from, index) : row.text.slice(row.offsets[from], row.offsets[index]);
    const hyphen = row.hidden && index === line.end && !line.last && row.codes[index - 1] === softHyphen;
    const marked = quotes.length === 0 ? {} : { quotes };
    if (hyphen) fragments.push({ run, text, x, advances, ...marked, hyphen });
    else if (text.length > 0) fragments.push({ run, text, x, advances, ...marked });
  }
  return fragments;
}

const stepOf = (spacing: Spacing, index: number, ratio: GapRatio): number =>
  spacing.steps[index]! + ratio * (ratio > 0 ? spacing.stretch[index]! : spacing.shrink[index]!);

const isShown = (row: CharacterRow, index: number): boolean =>
  row.kinds[index] !== Kind.Invisible && row.kinds[index] !== Kind.Newline;

function countShown(row: CharacterRow, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) if (isShown(row, index)) count++;
  return count;
}

function shownText(row: CharacterRow, from: number, to: number): string {
  let text = '';
  for (let index = from; index < to; index++) if (isShown(row, index)) text += String.fromCodePoint(row.codes[index]!);
  return text;
}
