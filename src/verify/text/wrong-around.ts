/**
 * A number that is right among words that make it wrong: its unit is another, its sign was dropped or turned, the word
 * before it says the other direction.
 */
import { oppositeDirection } from '../../locale/reading/number-words.js';
import { differInUnit, unitBeside } from '../../locale/reading/unit-beside.js';
import { plainText } from '../../refresh/text/tokens.js';

interface Place {
  /** In UTF-16 units of its text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The number with what is wrong beside it, as it stands in `edited`; null where all is as `base` has it. */
export function wrongAround(slot: Place, base: string, found: Place, edited: string): string | null {
  return (
    turnedWord(slot, base, found, edited) ??
    turnedSign(slot, base, found, edited) ??
    otherUnit(slot, base, found, edited)
  );
}

/** 增长8.1% where it fell. */
function turnedWord(slot: Place, base: string, found: Place, edited: string): string | null {
  const opposite = oppositeDirection(base.slice(Math.max(0, slot.start - mostWord), slot.start));
  const said = edited.slice(Math.max(0, found.start - mostWord), found.start).trimEnd();
  const word = opposite.find((each) => said.endsWith(each));
  return word === undefined ? null : word + found.text;
}

const mostWord = 6;

/** A sign right behind a letter is no part of its number. Who leaves a plus out says the same. */
function turnedSign(slot: Place, base: string, found: Place, edited: string): string | null {
  const [was, is] = [signBefore(base, slot.start), signBefore(edited, found.start)];
  if (was === is || (was !== '-' && is !== '-')) return null;
  return `${is}${found.text}`;
}

function signBefore(text: string, at: number): '' | '+' | '-' {
  const [sign, before] = [text[at - 1] ?? '', text[at - 2] ?? ''];
  // A hyphen between Latin letters or digits and a number joins them.
  if (sign === '-' && /[\p{Script=Latin}\p{N}]/u.test(before)) return '';
  if (sign === '+') return '+';
  return sign === '-' || sign === '\u2212' ? '-' : '';
}

function otherUnit(slot: Place, base: string, found: Place, edited: string): string | null {
  // Numerals in words are written into their own: 九连增, 九年连增.
  if (!/\p{Nd}/u.test(slot.text)) return null;
  const [was, is] = [unitBeside(base, slot.start, slot.end), unitBeside(edited, found.start, found.end)];
  if (was === null || is === null || (was.text === is.text && was.currency === is.currency)) return null;
  const isSame =
    plainText(base.slice(Math.max(0, slot.start - near), slot.start)) ===
      plainText(edited.slice(Math.max(0, found.start - near), found.start)) &&
    behind(base, slot.end, was.text) === behind(edited, found.end, is.text);
  return differInUnit(was, is, isSame) ? `${is.currency}${found.text}${is.text}` : null;
}

/** Characters that have to agree on either side of a number and its unit, so that nothing else was changed. */
const near = 4;

function behind(text: string, end: number, unit: string): string {
  const rest = plainText(text.slice(end, end + 40));
  return rest.slice(plainText(unit).length).slice(0, near);
}
