/** A number as a fraction, as the formats `# ?/?`, `# ??/??` and `# ?/8` show it. */
import type { FormatToken } from './number-format.js';

/** More digits of a denominator than Excel offers are not looked for. */
const mostDigits = 3;

/** Shows a number not below zero: `2 1/2`, `1`, `5/2` where the format has no whole part. */
export function showFraction(size: number, tokens: readonly FormatToken[]): string {
  const stroke = tokens.findIndex(({ kind }) => kind === 'fraction');
  const isDigit = ({ kind }: FormatToken): boolean => kind === 'digit';
  const before = tokens.slice(0, stroke);
  // A space parts the whole from the numerator.
  const gap = before.findIndex(({ kind, text }) => kind === 'literal' && text.trim() === '');
  const hasWhole = gap !== -1 && before.slice(0, gap).some(isDigit) && before.slice(gap).some(isDigit);
  const whole = hasWhole ? Math.floor(size) : 0;
  const set = tokens[stroke]!.text.slice(1);
  const places = tokens.slice(stroke + 1).filter(isDigit).length;
  // `/100` is a denominator that is set: the zeros behind it belong to it.
  const [numerator, denominator] =
    set === ''
      ? nearestFraction(size - whole, 10 ** Math.min(places, mostDigits) - 1)
      : setFraction(size - whole, Number(set));
  if (numerator === 0) return String(hasWhole ? whole : 0) + (hasWhole ? '' : `/${denominator}`);
  if (hasWhole && numerator === denominator) return String(whole + 1);
  return `${hasWhole && whole > 0 ? `${whole} ` : ''}${numerator}/${denominator}`;
}

const setFraction = (part: number, denominator: number): readonly [number, number] => [
  Math.round(part * denominator),
  denominator,
];

/** The fraction nearest to `part` with a denominator of at most `most`; of equally near ones that with the least. */
function nearestFraction(part: number, most: number): readonly [number, number] {
  let [best, distance]: [readonly [number, number], number] = [
    [Math.round(part), 1],
    Math.abs(part - Math.round(part)),
  ];
  for (let denominator = 2; denominator <= most && distance > 0; denominator++) {
    const numerator = Math.round(part * denominator);
    const off = Math.abs(part - numerator / denominator);
    if (off < distance - 1e-12) [best, distance] = [[numerator, denominator], off];
  }
  return best;
}
