/** Numbers as texts hold them, in either language: how they are found, and how far two say the same. */

/** Numerals of Chinese, as they stand in places and counts: 第六, 九连增, 千余. */
export const chineseNumerals = '[〇零一二两三四五六七八九十百千万亿]+';

/**
 * A number in digits with its sign and its groups: 1,284.6, −8.3, ３０. A hyphen is a sign only where no letter or digit
 * stands before it, for 2020-2024 is a span.
 */
export const digitNumber =
  /(?<![\p{L}\p{N}.])[-+−±](?=[\d０-９])(?:[\d０-９]{1,3}(?:[,，][\d０-９]{3})+(?![\d０-９])|[\d０-９]+)(?:[.．][\d０-９]+)?|(?:[\d０-９]{1,3}(?:,[\d０-９]{3})+(?![\d０-９])|[\d０-９]+)(?:[.．][\d０-９]+)?/gu;

/** 第六 and 九连增: numerals between words. */
export const spokenNumber = new RegExp(chineseNumerals, 'gu');

/** Digits alone, as they compare: 1,284.6 is 1284.6, ３０ is 30, and a minus is a minus. */
export const plainDigits = (number: string): string =>
  number.normalize('NFKC').replaceAll(/[,，]/g, '').replaceAll('−', '-').replace(/^\+/, '');

/** Words of a direction, longest first where one begins another. */
const directions: readonly (readonly [up: string, down: string])[] = [
  ['增长', '下降'],
  ['提高', '下降'],
  ['上升', '下降'],
  ['增加', '减少'],
  ['▲', '▼'],
  ['up', 'down'],
  ['rose', 'fell'],
];
const directionWords = new Map(directions.flatMap(([up, down]) => [up, down].map((word) => [word, '±'] as const)));
const anyDirection = new RegExp(
  [...directionWords.keys()].map((word) => (/^\w/.test(word) ? `\\b${word}\\b` : word)).join('|'),
  'gu',
);

/** A printed figure without what it says: numbers, signs and directions are one each, spaces are none. */
export const printedForm = (text: string): string =>
  text.replaceAll(/\s+/g, '').replaceAll(anyDirection, '±').replaceAll(digitNumber, '#').replaceAll(spokenNumber, '#');

/** Words of the other direction than the one that a text ends with; none where it ends with none. */
export function oppositeDirection(text: string): readonly string[] {
  const said = text.trimEnd();
  return directions.flatMap(([up, down]) => {
    if (said.endsWith(up)) return [down];
    return said.endsWith(down) ? [up] : [];
  });
}
