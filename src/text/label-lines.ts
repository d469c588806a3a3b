/**
 * Names and labels of charts in lines, where the font that will show them is not known: a deck is opened with fonts
 * that we do not have. Widths are estimates that lean to the wide side; lines end where those of a paragraph may.
 */
import type { Pt } from '../model/length.js';
import type { RunStyle } from '../model/page.js';
import { Break, findBreaks } from './break-opportunities.js';
import { rowOfRuns } from './characters/character-row.js';
import type { Face, Fonts } from './fonts.js';
import { giveBack } from './characters/row-room.js';

/** A full-width character, or a dash or ellipsis that Chinese fonts set as wide. */
const isWide = (codePoint: number): boolean => codePoint >= 0x2e80 || (codePoint >= 0x2014 && codePoint <= 0x2026);

/** In em, for any office font. */
function advance(codePoint: number): number {
  if (isWide(codePoint)) return 1;
  const character = String.fromCodePoint(codePoint);
  if (/[%‰mW]/.test(character)) return character === '‰' ? 1.3 : 0.93;
  if (/[A-Zw]/.test(character)) return 0.85;
  return /[\s.,:;'|!()ijl]/.test(character) ? 0.32 : 0.58;
}

const face: Face = {
  ascent: 0.88,
  descent: 0.12,
  advance,
  leftBearing: () => 0,
  has: () => true,
  fileFor: () => ({ path: '', bytes: new Uint8Array(), postscriptName: '' }),
  files: [],
};
const anyFont: Fonts = { face: () => face };

/** Width of text on one line, in pt, by estimate: no font is asked. */
export function estimateWidth(text: string, size: Pt): Pt {
  let width = 0;
  for (const character of text) width += advance(character.codePointAt(0)!);
  return width * size;
}

const style: RunStyle = { font: 'body', size: 1, bold: false, italic: false, color: { slot: 'dk1' } };

/**
 * Pieces that a line may not part: a Latin word, a number with its unit, one Chinese character with what clings to it.
 */
function piecesOf(text: string): readonly string[] {
  const known = cut.get(text);
  if (known !== undefined) return known;
  const row = rowOfRuns([{ text, style, figure: null, link: null, whole: false }], anyFont);
  const breaks = findBreaks(row, 'gb', { runs: new Set(), words: [] });
  const pieces: string[] = [];
  let start = 0;
  for (let index = 0; index < row.count; index++) {
    const last = index === row.count - 1;
    if (!last && breaks[index] !== Break.Allowed && breaks[index] !== Break.Mandatory) continue;
    pieces.push(text.slice(start, row.offsets[index + 1]));
    start = row.offsets[index + 1]!;
  }
  giveBack(row.room);
  if (cut.size >= mostKept) cut.clear();
  cut.set(text, pieces);
  return pieces;
}

/** A name is asked for again and again while a plot's width is sought. */
const cut = new Map<string, readonly string[]>();
const mostKept = 2000;

/** The widest of the pieces that no line end can part. */
export const widestPiece = (text: string, size: Pt): Pt =>
  Math.max(0, ...piecesOf(text).map((piece) => estimateWidth(piece.trim(), size)));

/** As a program that fills each line to its end would break it. */
function fillLines(text: string, size: Pt, width: Pt): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && estimateWidth((line + piece).trim(), size) > width) {
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
  return lines.length > 1 && estimateWidth(lines.at(-1)!, 1) <= 2;
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
