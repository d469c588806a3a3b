/**
 * Which curly quotes of a row are Western: “ ” ‘ ’ are shared by Chinese, where each fills a square, and by Latin text,
 * where they are as narrow as their ink (clreq 3.1.6). The characters around say which is meant: McDonald’s in a
 * Chinese report is an apostrophe.
 */
import { Kind } from './character-kind.js';
import type { CharacterRow } from './character-row.js';

const openings: ReadonlySet<number> = new Set([0x201c, 0x2018]);
const closings: ReadonlyMap<number, number> = new Map([
  [0x201d, 0x201c],
  [0x2019, 0x2018],
]);

export const isCurlyQuote = (code: number): boolean => code >= 0x2018 && code <= 0x201d;

/** Indices of the quotes that are set as Latin sets them. */
export function westernQuotes(row: CharacterRow): ReadonlySet<number> {
  const western = new Set<number>();
  const open: number[] = [];
  for (let index = 0; index < row.count; index++) {
    const code = row.codes[index]!;
    if (openings.has(code)) open.push(index);
    const opening = closings.get(code);
    if (opening === undefined) continue;
    const at = isApostrophe(row, index) ? -1 : open.findLastIndex((each) => row.codes[each] === opening);
    if (at < 0) {
      if (isLatinBefore(row, index) || !row.hasHan) western.add(index);
      continue;
    }
    const partner = open[at]!;
    open.length = at;
    if (isWesternPair(row, partner, index)) western.add(partner).add(index);
  }
  for (const index of open) if (!row.hasHan) western.add(index);
  return western;
}

const isLatin = (kind: number | undefined): boolean => kind === Kind.Letter || kind === Kind.Digit;
const isSquare = (kind: number | undefined): boolean => kind === Kind.Han || kind === Kind.Stop;

/** ’ between two letters. */
const isApostrophe = ({ codes, kinds }: CharacterRow, index: number): boolean =>
  codes[index] === 0x2019 && kinds[index - 1] === Kind.Letter && kinds[index + 1] === Kind.Letter;

const isLatinBefore = ({ kinds }: CharacterRow, index: number): boolean => isLatin(kinds[index - 1]);

/**
 * In a Chinese paragraph, a pair with Latin text on its outside; where it stands alone in the line, with no Han in it
 * or beside it.
 */
function isWesternPair(row: CharacterRow, open: number, close: number): boolean {
  if (!row.hasHan) return true;
  const kinds = [beside(row, open, -1), row.kinds[open + 1], row.kinds[close - 1], beside(row, close, 1)];
  return !kinds.some(isSquare) && (isLatin(kinds[0]) || isLatin(kinds[3]));
}

/** The next character that is no space. */
function beside({ kinds, count }: CharacterRow, index: number, step: 1 | -1): number | undefined {
  let at = index + step;
  while (at >= 0 && at < count && kinds[at] === Kind.Space) at += step;
  return at >= 0 && at < count ? kinds[at] : undefined;
}
