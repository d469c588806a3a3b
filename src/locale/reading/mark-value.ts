/** A mark that was passed, as a sentence words it, in the unit of the figure: 千亿元 of 亿元 is 1000, $2bn of $m is 2000. */
import { numeralValue } from './numeral-value.js';

const scaleOf: Readonly<Record<string, number>> = {
  '': 1,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** Null where the two are not of one kind, or cannot be told. */
export function markValue(mark: string, unit: string | null): number | null {
  const said = mark
    .trim()
    .replace(/％$/, '%')
    .replace(/\s*per ?cent$/i, '%');
  return /[\u4e00-\u9fff]/.test(said + (unit ?? '')) ? chineseValue(said, unit ?? '') : englishValue(said, unit ?? '');
}

/** Unit and number to what one of the unit is, and what is left: 亿元 is 10⁸ 元. */
function chineseParts(text: string): { readonly number: string; readonly base: string } {
  const base = /[^\d.,〇零一二两三四五六七八九十百千万亿]*$/.exec(text)?.[0] ?? '';
  return { number: text.slice(0, text.length - base.length), base };
}

function chineseValue(mark: string, unit: string): number | null {
  const [own, other] = [chineseParts(mark), chineseParts(unit)];
  // 首破万亿 of 亿元 leaves the unit out.
  if (own.base !== other.base && own.base !== '') return null;
  const [value, scale] = [numeralValue(own.number), other.number === '' ? 1 : numeralValue(other.number)];
  return value === null || scale === null ? null : value / scale;
}

function englishValue(mark: string, unit: string): number | null {
  const pattern = /^([$€£¥]?)([\d,.]*)\s*(%|(?:thousand|million|billion|trillion|bn|m|k)\b)?/i;
  const [own, other] = [pattern.exec(mark), pattern.exec(unit)];
  if (own === null || own[2] === '') return null;
  const word = (match: RegExpExecArray | null): string => (match?.[3] ?? '').toLowerCase();
  if ((word(own) === '%') !== (unit === '%') || own[1] !== (other?.[1] ?? '')) return null;
  if (word(own) === '%') return Number(own[2]!.replaceAll(',', ''));
  const [scale, unitScale] = [scaleOf[word(own)], scaleOf[word(other)]];
  const number = Number(own[2]!.replaceAll(/,(?=\d)|[.,]$/g, ''));
  return scale === undefined || unitScale === undefined || Number.isNaN(number) ? null : (number * scale) / unitScale;
}
