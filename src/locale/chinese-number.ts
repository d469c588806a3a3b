/** Whole numbers as Chinese numerals: 10 十, 24 二十四, 1053 一千零五十三. */
import { isChinese } from './language.js';

const digits = '零一二三四五六七八九';
const places = ['', '十', '百', '千'];
const groups = ['', '万', '亿', '万亿'];

/** Whether a label names a place in a ranking: 第七位, 全省第七. */
export const saysPlace = (label: string): boolean => /第[一二三四五六七八九十百\d]+位?$/.test(label);

/** Null for what is not a whole number of at most 16 digits. */
export function chineseNumber(value: number): string | null {
  if (!Number.isSafeInteger(value)) return null;
  if (value < 0) return `负${chineseNumber(-value)!}`;
  if (value === 0) return digits[0]!;
  const text = spellGroups(value);
  return text.startsWith('一十') ? text.slice(1) : text;
}

/** 千余, 百余: a power of ten loses its 一. Null where `value` is none. */
export function chineseRoundNumber(value: number): string | null {
  const names: Readonly<Record<number, string>> = { 10: '十', 100: '百', 1000: '千', 10000: '万' };
  return names[value] ?? null;
}

function spellGroups(value: number): string {
  let text = '';
  let rest = value;
  let zero = false;
  for (let group = 0; rest > 0; group++) {
    const part = rest % 10000;
    rest = Math.floor(rest / 10000);
    if (part === 0) {
      zero = text !== '';
      continue;
    }
    text = spellPart(part) + groups[group]! + (zero ? digits[0]! : '') + text;
    zero = part < 1000;
  }
  return text;
}

/** 1 to 9999. */
function spellPart(value: number): string {
  let text = '';
  let zero = false;
  for (let place = 0, rest = value; rest > 0; place++, rest = Math.floor(rest / 10)) {
    const digit = rest % 10;
    if (digit === 0) {
      zero = text !== '';
      continue;
    }
    text = digits[digit]! + places[place]! + (zero ? digits[0]! : '') + text;
    zero = false;
  }
  return text;
}

/** ① to ⑳, and （21） from there on, (21) in English. */
export const circledNumber = (number: number, language: string): string =>
  number >= 1 && number <= 20
    ? String.fromCodePoint(0x2460 + number - 1)
    : isChinese(language)
      ? `（${number}）`
      : `(${number})`;
