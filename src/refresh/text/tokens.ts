/**
 * A text cut into what is compared: numbers whole, words of letters whole, everything else a character each; no
 * spaces.
 */
import { digitNumber, plainDigits } from '../../locale/reading/number-words.js';

export interface Token {
  readonly text: string;
  /** What is compared: digits without their groups, full width as half width. */
  readonly key: string;
  readonly isNumber: boolean;
  /** In UTF-16 units of the text. */
  readonly start: number;
  readonly end: number;
}

const pieces = new RegExp(`(${digitNumber.source})|[\\p{Script=Latin}\\p{M}]+|\\P{White_Space}`, 'gu');

export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(pieces)].map((match) => {
    const [piece, number] = match;
    const isNumber = number !== undefined;
    return {
      text: piece,
      key: isNumber ? plainDigits(piece) : piece.normalize('NFKC'),
      isNumber,
      start: match.index,
      end: match.index + piece.length,
    };
  });
}

/** What a reader reads, without what a program may change: spaces, widths of characters. */
export const plainText = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\u00ad\u200b\ufeff]+/gu, '');
