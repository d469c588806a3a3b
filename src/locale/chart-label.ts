/**
 * Numbers in charts, made once: what a label or a tick says, and the number format by which an office program prints
 * the same from the cell behind it (ECMA-376-1, 18.8.31), so that the label follows when the number is edited.
 */
import type { Change, Quantity, Rank } from '../model/figure.js';
import { groupDigits } from './english-figure.js';
import { changeWords, formatLonePlace, formatQuantity, quantityWords, type QuantityWords } from './format-figure.js';
import { isChinese } from './language.js';

export interface NumberLabel {
  readonly text: string;
  /** Null where no format can print it: 第六位, 九连增, 千余次. */
  readonly format: string | null;
}

const minus = '−';

/** `0.0` for one digit behind the point. */
export const numberFormat = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`);

/** With groups of three where the language sets them. */
const digitsFormat = (decimals: number, language: string): string =>
  (isChinese(language) ? '' : '#,##') + numberFormat(decimals);

const quoted = (literal: string): string => (literal === '' ? '' : `"${literal}"`);

/** One section of a format; null where the words do not hold `digits`, or hold what a format cannot quote. */
function sectionOf({ before, numeral, after }: QuantityWords, digits: string, code: string): string | null {
  const at = numeral.indexOf(digits);
  const whole = before + numeral + after;
  if (digits === '' || at < 0 || whole.includes('"')) return null;
  return quoted(before + numeral.slice(0, at)) + code + quoted(numeral.slice(at + digits.length) + after);
}

/**
 * The format by which a cell that holds `value`, which is no less than 0, prints this text with all that stands around
 * the number. Null where the text does not hold it once.
 */
export function formatWithin(text: string, value: number, decimals: number): string | null {
  if (value < 0 || /["\n]/.test(text)) return null;
  const plain = value.toFixed(decimals);
  const grouped = groupDigits(plain);
  const own = grouped !== plain && text.includes(grouped);
  const [digits, code] = own ? [grouped, `#,##${numberFormat(decimals)}`] : [plain, numberFormat(decimals)];
  const at = text.indexOf(digits);
  const [before, after] = [text.slice(0, at), text.slice(at + digits.length)];
  const isWithin = /[\d.,]$/.test(before) || /^[.,]?\d/.test(after);
  return at < 0 || isWithin || after.includes(digits) ? null : quoted(before) + code + quoted(after);
}

/** 超7.9万元, −1,234.5 million. Its format has a section for falls, so that no sign is lost and none is doubled. */
export function quantityLabel(
  quantity: Quantity,
  unit: string | null,
  qualifier: string | null,
  language: string,
): NumberLabel {
  const wordsOf = (value: number): QuantityWords =>
    quantityWords({ ...quantity, value }, unit, qualifier, { language });
  const { before, numeral, after } = wordsOf(quantity.value);
  // A zero has no sign of its own: one shows where the sign stands.
  const size = Math.abs(quantity.value) || 1;
  const plain = formatQuantity({ ...quantity, value: size }, unit, { language });
  const digits = /^[\d,]+(\.\d+)?$/.test(plain) ? plain : '';
  const code = digitsFormat(quantity.decimals, language);
  const [rise, fall] = [size, -size].map((value) => sectionOf(wordsOf(value), digits, code));
  return { text: before + numeral + after, format: rise === null || fall === null ? null : `${rise};${fall}` };
}

/**
 * +8.1%, −0.3个百分点: one format serves rises, falls and what stays as it was. Without its unit where something else
 * says it.
 */
export function changeLabel(change: Change, language: string, saysUnit = true): NumberLabel {
  const words = changeWords(change, { signed: true, language });
  const { before, numeral } = words;
  const after = saysUnit ? words.after : '';
  const code = numberFormat(change.quantity.decimals);
  const section = (sign: string): string => quoted(sign) + code + quoted(after);
  return {
    text: before + numeral + after,
    format: after.includes('"') ? null : `${section('+')};${section(minus)};${section('')}`,
  };
}

/** 第六位. */
export const placeLabel = (rank: Rank, language: string): NumberLabel => ({
  text: formatLonePlace(rank, { language }),
  format: null,
});

/** A tick of an axis: 0, 1,500; with a unit 1,500 million. */
export function tickLabel(value: number, decimals: number | null, unit: string | null, language: string): string {
  const size = Math.abs(value);
  const plain = decimals === null ? plainDigits(size) : size.toFixed(decimals);
  const digits = isChinese(language) ? plain : groupDigits(plain);
  const sign = value < 0 && /[1-9]/.test(plain) ? minus : '';
  if (unit === null) return sign + digits;
  const { before, numeral, after } = quantityWords({ value: size, decimals: 0 }, unit, null, { language });
  return before + sign + numeral.replace(/^[\d,]+/, digits) + after;
}

/** Without an exponent. */
const plainDigits = (size: number): string =>
  size !== 0 && size < 1e-6 ? size.toFixed(12).replace(/0+$/, '') : String(size);

/** A format that prints ticks so; from `unitFrom` on they say the unit. */
export function tickFormat(decimals: number | null, unit: string | null, unitFrom: number, language: string): string {
  const digits = decimals === null ? 'General' : digitsFormat(decimals, language);
  if (unit === null || unit === '') return decimals === null ? digits : `${digits};"${minus}"${digits}`;
  const [before = '', after = ''] = tickLabel(8, 0, unit, language)
    .split('8')
    .map((part) => part.replaceAll('"', ''));
  return `[>=${unitFrom}]${quoted(before)}${digits}${quoted(after)};[<0]"${minus}"${digits};${digits}`;
}
