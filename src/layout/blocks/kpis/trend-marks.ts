/** The course of a figure as small bars beside its numeral, the latest strong: drawn where the numeral leaves room. */
import { partName } from '../../../locale/part-words.js';
import type { Box, Pt } from '../../../model/length.js';
import type { ShapeItem } from '../../../model/page.js';
import type { CardWords } from './kpi-card.js';
import type { CardColors } from './kpi-look.js';
import { filledShape } from '../../galley/filled-shape.js';

/** In em of the label: the least and the most width of all bars, the space before them. */
const least = 2.2;
const most = 6.5;
const before = 0.8;
/** Share of its slot that a bar fills; the rest is space. */
const filled = 0.72;
/** Against the height of the numeral's line: how high the highest bar is, and where all of them stand. */
const height = 0.62;
const foot = 0.84;
/** A bar is at least as high as this share of the highest, so that a bar of nearly nothing is seen. */
const lowest = 0.04;

export interface TrendPlace {
  /** The card's, relative to the grid. */
  readonly box: Box;
  /** Space at its sides, in pt. */
  readonly pad: Pt;
  /** From the card's top to its numeral, in pt. */
  readonly top: Pt;
  /** Width of all bars together, in pt; the same in a row of cards. */
  readonly width: Pt;
  readonly colors: CardColors;
  readonly language: string;
}

/** What the numerals of a row's cards leave beside them, of those that have a trend; 0 where that is too little. */
export function trendWidth(row: readonly TrendCard[], inner: Pt, em: Pt): Pt {
  const rooms = row.flatMap(({ trend, words: { numeral } }) => {
    if (trend === undefined) return [];
    return numeral.lines.length === 1 ? [inner - numeral.lines[0]!.width - before * em] : [0];
  });
  const width = Math.min(...rooms, most * em);
  return rooms.length === 0 || width < least * em ? 0 : width;
}

interface TrendCard {
  readonly trend: readonly number[] | undefined;
  readonly words: CardWords;
}

/** `values` are at equal distances of time; what is below zero hangs down. */
export function trendMarks(values: readonly number[], { numeral }: CardWords, place: TrendPlace): readonly ShapeItem[] {
  const { box, pad, top, width, colors, language } = place;
  const [line] = numeral.lines;
  if (line === undefined || width === 0) return [];
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const scale = (line.height * height) / (high - low || 1);
  const each = width / values.length;
  const left = box.x + box.width - pad - width;
  // Zero stands on the foot, but where something falls below it.
  const zero = box.y + top + line.height * foot + low * scale;
  return values.map((value, index) => {
    const size = Math.max(Math.abs(value) * scale, line.height * height * lowest);
    const isLast = index === values.length - 1;
    return filledShape(partName('trend', language), isLast ? colors.bar(false) : colors.course, {
      x: left + index * each,
      y: value < 0 ? zero : zero - size,
      width: each * filled,
      height: size,
    });
  });
}
