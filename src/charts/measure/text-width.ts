/** Widths of labels as both drawings can know them: a deck is shown in fonts that we do not have, so these lean to the wide side. */
import type { Pt } from '../../model/length.js';

const isWide = (codePoint: number): boolean => codePoint >= 0x2e80 || (codePoint >= 0x2014 && codePoint <= 0x2026);

/** In em. */
function emWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    if (isWide(codePoint)) width += 1;
    else if (/[A-Z%mwMW]/.test(character)) width += 0.85;
    else if (/[\s.,:;'|!()ijl]/.test(character)) width += 0.32;
    else width += 0.58;
  }
  return width;
}

export const estimateWidth = (text: string, size: Pt): Pt => emWidth(text) * size;

/** Closing marks that no line starts with, and opening ones that none ends with. */
const noStart = /^[、，。：；！？）》」』】〉”’%％·—～]/;
const noEnd = /[（《「『【〈“‘]$/;

/** Pieces that a line may not part: a Latin word, a number with its marks and unit, one Chinese character with what clings to it. */
function pieces(text: string): string[] {
  const found = text.match(/[0-9][0-9.,]*[年月日季个家项人]|[A-Za-z0-9.,%+\-−]+|\s+|[^A-Za-z0-9.,%+\-−\s]/gu) ?? [];
  const joined: string[] = [];
  for (const piece of found) {
    const last = joined.at(-1);
    if (last !== undefined && (noStart.test(piece) || noEnd.test(last))) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/** Of the pieces that no line end can part. */
export const widestPiece = (text: string, size: Pt): Pt =>
  Math.max(0, ...pieces(text).map((piece) => estimateWidth(piece, size)));

/** As a program that fills each line to its end would break it. */
function fillLines(text: string, size: Pt, width: Pt): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && estimateWidth(line + piece, size) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
}

/** Whether PowerPoint, left alone, would strand a character or two on the last line. */
export function strandsEnd(text: string, size: Pt, width: Pt): boolean {
  const lines = fillLines(text, size, width);
  return lines.length > 1 && emWidth(lines.at(-1)!) <= 2;
}

/** Lines of about equal length, none wider than `width` unless one piece alone is. */
export function wrapLabel(text: string, size: Pt, width: Pt, mostLines = 3): string[] {
  const greedy = fillLines(text, size, width);
  if (greedy.length < 2) return greedy;
  // The narrowest measure that needs no more lines: 城镇居民人均／可支配收入, not 城镇居民人均可支配／收入.
  const count = Math.min(greedy.length, mostLines);
  const whole = estimateWidth(text, size);
  for (let limit = whole / count; limit < whole; limit += size / 4) {
    const lines = fillLines(text, size, limit);
    if (lines.length <= count) return lines;
  }
  return greedy;
}
