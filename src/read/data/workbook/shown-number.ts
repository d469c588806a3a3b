/**
 * A number as its cell shows it, by the cell's number format (ISO 29500-1, 18.8.31): with the decimals of the format,
 * times 100 where it says %.
 */
import type { ShownNumber } from '../table/data-table.js';
import { plainDigits, roundDigits, shiftPoint, trimDigits } from './decimal-digits.js';
import { generalDigits } from './general-number.js';
import type { ChosenSection, FormatToken } from './number-format.js';
import { showFraction } from './shown-fraction.js';

export interface ShownValue {
  readonly text: string;
  /** Null where what is shown is no number: nothing, words, digits with dashes between them. */
  readonly number: ShownNumber | null;
}

/**
 * What a wide cell shows, without the spaces that make numbers stand below each other. A negative number has a minus
 * before it, in the place of parentheses or of a colour alone, which paper does not print; where words or signs of the
 * format say it (下降5.0%, ▼5.0%), those stand.
 *
 * @param written the number as the file has it, which spares writing it again.
 */
export function showNumber(value: number, { section, positive }: ChosenSection, written = ''): ShownValue {
  const saysSign = positive === null || saysNegativeOnce(section.tokens, positive.tokens);
  const tokens = saysSign ? section.tokens : unsignedTokens(section.tokens);
  const core = shownCore(Math.abs(value), tokens, canonical.test(written) ? written : null);
  const isBare = core.before === '' && core.after === '' && !core.text.includes('  ');
  const text = isBare ? core.text : (core.before + core.text + core.after).replace(/ {2,}/g, ' ').trim();
  const isNegative = value < 0 && (core.isWords ? text !== '' : /[1-9]/.test(core.text));
  const minus = isNegative && (positive === null || !saysSign) ? '-' : '';
  if (core.isWords) return { text: minus + text, number: wordsNumber(value) };
  return {
    text: minus + text,
    number:
      core.digits === null ? null : { digits: `${isNegative ? '-' : ''}${core.digits}`, isPercent: core.isPercent },
  };
}

/**
 * What `String` makes of the number again: no more digits than a number keeps, no zero that says nothing, none so small
 * that a power of ten would stand in it.
 */
const canonical = /^(?:[1-9]\d{0,6}|0)(?:\.\d{0,5}[1-9])?$/;

/** Words in the place of a zero stand for it (— in an accounting format); of other numbers they hide it. */
const wordsNumber = (value: number): ShownNumber | null => (value === 0 ? { digits: '0', isPercent: false } : null);

/** A literal without the sign of a negative number, which one minus takes the place of. */
const unsigned = (token: FormatToken): FormatToken =>
  token.kind === 'literal' ? { ...token, text: token.text.replace(/^\s*[-−(（]|[-−)）]\s*$/g, '') } : token;

const bare = new WeakMap<readonly FormatToken[], readonly FormatToken[]>();

function unsignedTokens(tokens: readonly FormatToken[]): readonly FormatToken[] {
  const known = bare.get(tokens) ?? tokens.map(unsigned);
  bare.set(tokens, known);
  return known;
}

const said = new WeakMap<readonly FormatToken[], boolean>();

/** Once for the many cells of a section. */
function saysNegativeOnce(tokens: readonly FormatToken[], positive: readonly FormatToken[]): boolean {
  const known = said.get(tokens) ?? saysNegative(tokens, positive);
  said.set(tokens, known);
  return known;
}

/** Whether a section for negative numbers has words or signs of its own, other than a minus or parentheses. */
function saysNegative(tokens: readonly FormatToken[], positive: readonly FormatToken[]): boolean {
  const words = (all: readonly FormatToken[]): string =>
    all.map((token) => (token.kind === 'literal' ? unsigned(token).text.replace(/[\s+]/g, '') : '')).join('');
  const own = words(tokens);
  return own !== '' && own !== words(positive);
}

interface ShownCore {
  /** Literals before the first digit, and behind the last. */
  readonly before: string;
  readonly after: string;
  readonly text: string;
  /** Without signs and marks between them; null where other text stands between digits, so that they are no number. */
  readonly digits: string | null;
  readonly isPercent: boolean;
  /** The section has no digit that would be shown: what it says are words. */
  readonly isWords: boolean;
}

/** @param written the size as `String` has it; null where that is not known. */
function shownCore(size: number, tokens: readonly FormatToken[], written: string | null): ShownCore {
  const shape = shapeOf(tokens);
  const { before, after, inside, isPercent, digits } = shape;
  const number = { before, after, isPercent, isWords: false } as const;
  switch (shape.kind) {
    case 'words':
      return { before: '', after: '', text: before, digits: null, isPercent: false, isWords: true };
    case 'general':
      return { ...number, ...alike(generalDigits(size)) };
    case 'fraction':
      return { ...number, text: showFraction(size, inside), digits: generalDigits(size) };
    case 'power':
      return { ...number, ...alike(powerOfTen(size, inside)) };
    case 'fixed':
      // An accounting zero: - before places for digits that a zero does not fill.
      if (size === 0 && before.trim() !== '' && !digits.includes('0'))
        return { ...number, text: '', digits: null, isWords: true };
      return fixedCore(size, shape, written);
    default:
      throw new Error(`no such shape: ${String(shape.kind satisfies never)}`);
  }
}

function fixedCore(size: number, shape: SectionShape, written: string | null): ShownCore {
  const { before, after, isPercent, inside, plain, scale } = shape;
  const shown =
    (plain === null || scale !== 0 ? null : plainFixed(written ?? String(size), size, plain)) ??
    fixedPoint(shiftPoint(plainDigits(size), scale), inside);
  return { before, after, isPercent, isWords: false, text: shown.text, digits: shown.digits };
}

const alike = (digits: string): Pick<ShownCore, 'text' | 'digits'> => ({ text: digits, digits });

/** What all numbers of a section have in common. */
interface SectionShape {
  readonly kind: 'words' | 'general' | 'fraction' | 'power' | 'fixed';
  /** Literals before the first digit, and behind the last; of words all. */
  readonly before: string;
  readonly after: string;
  /** From the first digit to the last. */
  readonly inside: readonly FormatToken[];
  /** Its places for digits: `##0`. */
  readonly digits: string;
  readonly isPercent: boolean;
  /** Places by which the point moves to the right. */
  readonly scale: number;
  /** What `0`, `0.00`, `#,##0.0` show, which most cells have; null for any other format. */
  readonly plain: PlainFixed | null;
}

interface PlainFixed {
  readonly decimals: number;
  readonly isGrouped: boolean;
}

function plainFixedOf(inside: readonly FormatToken[]): PlainFixed | null {
  const code = inside.map(({ kind, text }) =>
    kind === 'digit' ? text : kind === 'point' ? '.' : kind === 'comma' ? ',' : '!',
  );
  const found = /^(#,##|#*)0(?:\.(0+))?$/.exec(code.join(''));
  return found === null ? null : { decimals: found[2]?.length ?? 0, isGrouped: found[1] === '#,##' };
}

/** Null for what has more than 15 digits, or is written with a power of ten. */
function plainFixed(
  written: string,
  size: number,
  { decimals, isGrouped }: PlainFixed,
): Pick<ShownCore, 'text' | 'digits'> | null {
  if (written.length > 16 || size >= 1e15 || written.includes('e')) return null;
  const point = written.indexOf('.');
  const found = point === -1 ? 0 : written.length - point - 1;
  if (found > decimals) {
    const rounded = roundedTo(written, point, decimals);
    return plainFixed(rounded, Number(rounded), { decimals, isGrouped });
  }
  const whole = point === -1 ? written : written.slice(0, point);
  const behind = decimals === 0 ? '' : `.${(point === -1 ? '' : written.slice(point + 1)).padEnd(decimals, '0')}`;
  const digits = whole + behind;
  return { text: isGrouped && whole.length > 3 ? grouped(whole) + behind : digits, digits };
}

/** Half up by its written digits. They are at most 15, which whole numbers hold exactly. */
function roundedTo(written: string, point: number, decimals: number): string {
  const end = point + 1 + decimals;
  const kept = Number(written.slice(0, point) + written.slice(point + 1, end));
  const rounded = String(written.charCodeAt(end) >= 53 ? kept + 1 : kept);
  if (decimals === 0) return rounded;
  const digits = rounded.padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function grouped(whole: string): string {
  let text = whole.slice(-3);
  for (let end = whole.length - 3; end > 0; end -= 3) text = `${whole.slice(Math.max(0, end - 3), end)},${text}`;
  return text;
}

const shapes = new WeakMap<readonly FormatToken[], SectionShape>();

/** Reckoned once for the many cells of a section. */
function shapeOf(tokens: readonly FormatToken[]): SectionShape {
  const shape = shapes.get(tokens) ?? readShape(tokens);
  shapes.set(tokens, shape);
  return shape;
}

function readShape(tokens: readonly FormatToken[]): SectionShape {
  const isDigit = ({ kind }: FormatToken): boolean => kind === 'digit' || kind === 'general';
  const has = (kind: FormatToken['kind']): boolean => tokens.some((token) => token.kind === kind);
  const [first, lastDigit] = [tokens.findIndex(isDigit), tokens.findLastIndex(isDigit)];
  if (first === -1)
    return {
      kind: 'words',
      before: literals(tokens),
      after: '',
      inside: [],
      digits: '',
      isPercent: false,
      scale: 0,
      plain: null,
    };
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  // A denominator that is set stands in the stroke.
  const last = Math.max(
    lastDigit,
    tokens.findLastIndex(({ kind }) => kind === 'fraction'),
  );
  const inside = tokens.slice(first, last + 1);
  return {
    kind: inside.some(({ kind }) => kind === 'general')
      ? 'general'
      : has('fraction')
        ? 'fraction'
        : has('exponent')
          ? 'power'
          : 'fixed',
    before: literals(tokens.slice(0, first)),
    after: literals(tokens.slice(last + 1)),
    inside,
    digits: inside.map(({ kind, text }) => (kind === 'digit' ? text : '')).join(''),
    isPercent: percents === 1,
    scale: 2 * percents - 3 * scalingCommas(tokens, last),
    plain: plainFixedOf(inside),
  };
}

const literals = (tokens: readonly FormatToken[]): string =>
  tokens.map((token) => (token.kind === 'literal' ? token.text : token.kind === 'percent' ? '%' : '')).join('');

/** Commas behind the last whole digit divide by a thousand each: `0.0,` and `0,.0`. */
function scalingCommas(tokens: readonly FormatToken[], last: number): number {
  const point = tokens.findIndex(({ kind }) => kind === 'point');
  const commasAfter = (from: number): number => {
    let count = 0;
    while (tokens[from + 1 + count]?.kind === 'comma') count++;
    return count;
  };
  const whole = point === -1 ? -1 : tokens.slice(0, point).findLastIndex(({ kind }) => kind === 'digit');
  return commasAfter(last) + (whole === -1 || whole === last ? 0 : commasAfter(whole));
}

/**
 * Digits into the places of a format; what more there is stands at the first place. Literals between places stay where
 * they are.
 */
function fixedPoint(digits: string, inside: readonly FormatToken[]): Pick<ShownCore, 'text' | 'digits'> {
  const point = inside.findIndex(({ kind }) => kind === 'point');
  const wholePart = point === -1 ? inside : inside.slice(0, point);
  const fractionPart = point === -1 ? [] : inside.slice(point + 1);
  const places = fractionPart.filter(({ kind }) => kind === 'digit');
  const { whole, fraction } = roundDigits(digits, places.length);
  const lastDigit = wholePart.findLastIndex(({ kind }) => kind === 'digit');
  const isGrouped = wholePart.some(({ kind }, index) => kind === 'comma' && index < lastDigit);
  const wholeText = setWhole(whole.replace(/^0+/, ''), wholePart, isGrouped) || (point === -1 ? '' : '0');
  const fractionText = setFraction(fraction, fractionPart, places);
  const text = (wholeText + (/\d/.test(fractionText) ? '.' : '') + fractionText).trim();
  return { text, digits: plainOf(text) };
}

function setWhole(digits: string, part: readonly FormatToken[], isGrouped: boolean): string {
  const places = part.filter(({ kind }) => kind === 'digit').length;
  let [text, taken, place] = ['', 0, 0];
  const put = (digit: string): void => {
    const comma = isGrouped && taken > 0 && taken % 3 === 0 && /\d/.test(digit) ? ',' : '';
    text = digit + comma + text;
    taken++;
  };
  for (const token of [...part].reverse()) {
    if (token.kind === 'literal' || token.kind === 'percent')
      text = (token.kind === 'percent' ? '%' : token.text) + text;
    if (token.kind !== 'digit') continue;
    place++;
    const digit = digits.charAt(digits.length - 1 - taken);
    if (digit !== '') put(digit);
    else if (token.text === '0') put('0');
    else if (token.text === '?') put(' ');
    if (place === places) for (let at = digits.length - 1 - taken; at >= 0; at--) put(digits.charAt(at));
  }
  return text;
}

/** Zeros at the end stand only in places that are `0`. */
function setFraction(digits: string, part: readonly FormatToken[], places: readonly FormatToken[]): string {
  let shown = places.length;
  while (shown > 0 && places[shown - 1]!.text !== '0' && digits.charAt(shown - 1) === '0') shown--;
  let place = 0;
  return part
    .map((token) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'percent') return '%';
      if (token.kind !== 'digit') return '';
      return place++ < shown ? digits.charAt(place - 1) : '';
    })
    .join('');
}

/**
 * The number that shown digits read as: thousands parted by commas or spaces, or a point that was set as a literal
 * (`0\.0,`).
 */
function plainOf(text: string): string | null {
  const digits = text.replace(/(?<=\d)[,\s\u00a0'’](?=\d{3}(?!\d))/gu, '');
  return /^\d*(?:\.\d+)?$/.test(digits) ? digits.replace(/^(?=$|\.)/, '0') : null;
}

/**
 * A power of ten is written out: 1.2E+04 is 12000. As many digits as the format shows, in steps of its whole places.
 */
function powerOfTen(size: number, inside: readonly FormatToken[]): string {
  const mantissa = inside.slice(
    0,
    inside.findIndex(({ kind }) => kind === 'exponent'),
  );
  const point = mantissa.findIndex(({ kind }) => kind === 'point');
  const isDigit = ({ kind }: FormatToken): boolean => kind === 'digit';
  const wholes = (point === -1 ? mantissa : mantissa.slice(0, point)).filter(isDigit).length;
  const decimals = point === -1 ? 0 : mantissa.slice(point).filter(isDigit).length;
  const power = size === 0 ? 0 : Number(size.toExponential(14).split('e')[1]);
  const step = Math.floor(power / Math.max(1, wholes)) * Math.max(1, wholes);
  const { whole, fraction } = roundDigits(shiftPoint(plainDigits(size), -step), decimals);
  return trimDigits(shiftPoint(`${whole}.${fraction}`, step));
}
