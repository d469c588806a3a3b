/**
 * What cells show, against an oracle: SheetJS's formatter, over many formats and values. Where the two part, a reason
 * stands here.
 */
import SSF from 'ssf';
import { describe, expect, it } from 'vitest';
import { chooseSection, readNumberFormat } from '../../../../src/read/data/workbook/number-format.js';
import { showDate } from '../../../../src/read/data/workbook/shown-date.js';
import { showNumber } from '../../../../src/read/data/workbook/shown-number.js';

const shapes = [
  ...[
    '0',
    '0.0',
    '0.00',
    '0.000',
    '#,##0',
    '#,##0.0',
    '#,##0.00',
    '#',
    '#.0',
    '#.00',
    '0.0#',
    '0.##',
    '#,###',
    '00000',
  ],
  ...['#,##0,', '0.0,', '0.00,,', '?0.0', '0.0##', '0000'],
];
const wraps: readonly ((shape: string) => string)[] = [
  (shape) => shape,
  (shape) => `${shape}%`,
  (shape) => `${shape}"亿元"`,
  (shape) => `"超"${shape}"万元"`,
  (shape) => `$${shape}`,
  (shape) => `[$¥-804]${shape}`,
  (shape) => `[Blue]${shape}\\ `,
  (shape) => `+${shape};-${shape};0`,
  (shape) => `${shape};-${shape}`,
  (shape) => `${shape}_);(${shape})`,
  (shape) => `${shape}_ ;[Red]-${shape}\\ `,
  (shape) => `${shape};[Red]${shape}`,
  (shape) => `${shape};-${shape};"—"`,
  (shape) => `"增长"${shape}%;"下降"${shape}%;"持平"`,
  (shape) => `[Red]"▲"${shape}%;[Green]"▼"${shape}%`,
  (shape) => `_-* ${shape}_-;-* ${shape}_-;_-* "-"??_-;_-@_-`,
  (shape) => `_($* ${shape}_);_($* (${shape});_($* "-"??_);_(@_)`,
  (shape) => `_ [$¥-804]* ${shape}_ ;_ [$¥-804]* -${shape}_ ;_ [$¥-804]* "-"??_ ;_ @_ `,
  (shape) => `${shape};-${shape};;@`,
  (shape) => `[<0]"跌"${shape};"涨"${shape}`,
  (shape) => `[>=100]${shape};[<0]-${shape};"少"`,
];
const others = [
  ...[
    'General',
    '"约"General"人"',
    '@',
    ';;;',
    '0;;',
    '0;-0;',
    '"无"',
    '# ?/?',
    '# ??/??',
    '# ?/2',
    '# ?/8',
    '# ??/100',
  ],
  ...['?/?', '0.00E+00', '0E+0', '##0.0E+0', '#\\ ##0.00', '_-* #\\ ##0.00_-;\\-* ###0.00_-', '00\\-00', '#.##', '#.#'],
];
const clocks = [
  'h:mm',
  'hh:mm',
  'h:mm:ss',
  'hh:mm:ss',
  'h:mm AM/PM',
  'h:mm:ss AM/PM',
  '[h]:mm',
  '[h]:mm:ss',
  'mm:ss',
  '[mm]:ss',
  'mm:ss.0',
  'h:mm:ss.00',
  'h"时"mm"分"',
];
/** Dates, and the code by which the oracle writes them as we do. */
const dates: Readonly<Record<string, string>> = {
  'yyyy-mm-dd': 'yyyy-mm-dd',
  'yyyy/m/d': 'yyyy-mm-dd',
  'm/d/yy': 'yyyy-mm-dd',
  'd-mmm-yy': 'yyyy-mm-dd',
  'dd.mm.yyyy': 'yyyy-mm-dd',
  'yyyy"年"m"月"d"日"': 'yyyy-mm-dd',
  '[$-F800]dddd, mmmm dd, yyyy': 'yyyy-mm-dd',
  'mmm-yy': 'yyyy-mm',
  'yyyy"年"m"月"': 'yyyy-mm',
  yyyy: 'yyyy',
  'yyyy-mm-dd hh:mm': 'yyyy-mm-dd hh:mm',
  'm/d/yy h:mm': 'yyyy-mm-dd h:mm',
  'yyyy/m/d h:mm:ss': 'yyyy-mm-dd h:mm:ss',
};
const values = [
  ...[0, 1, -1, 0.5, -0.5, 2.5, -2.5, 5, 12, 99.95, 100, 546.6000000000001, 1234.5, -1234.567, 1020, 1219.05, 0.081],
  ...[-0.166, 0.57999999999999996, 1 / 3, 25 / 3, -2 / 3, 0.123456789, 12345678.9, -98765432, 123456789012, 1e11, 1e-7],
  ...[-0.04, 0.00012345678, 1e15, 4.35],
];
const moments = [
  0, 0.25, 0.354166666666667, 0.5, 0.75, 0.99999, 1, 1.5, 36.6, 59, 61, 366, 40000.123456, 43100, 45565, 45565.9999,
  73050,
];

const ours = (code: string, value: number): string => {
  const chosen = chooseSection(value, readNumberFormat(code))!;
  return chosen.section.kind === 'date'
    ? showDate(value, chosen.section.tokens, false)!
    : showNumber(value, chosen).text;
};
/** Spaces that make numbers stand below each other are of no interest on paper. */
const theirs = (code: string, value: number): string =>
  SSF.format(code, value).replace(/ {2,}/g, ' ').replace(/^- /, '-').trim();

const digitsOf = (text: string): string => text.replace(/[^\d.]/g, '');
/** Points without digits, as the last of the departures has them. */
const wholePoints = (text: string): string =>
  text
    .replace(/(?<!\d)\.(?!\d)/, '0')
    .replace(/(?<!\d)\./, '0.')
    .replace(/(?<=\d)\.(?!\d)/, '');
const withoutSign = (text: string): string => wholePoints(text.replace(/[-() ]/g, ''));
/** `1234 4/7` as a number. */
const fractionOf = (text: string): number =>
  text.split(' ').reduce(
    (sum, part) =>
      sum +
      part
        .split('/')
        .map(Number)
        .reduce((over, under) => over / under),
    0,
  );
const power = /^(-?[\d.]+)E([+-]\d+)/;

interface Departure {
  readonly reason: string;
  readonly holds: (is: { code: string; value: number; ours: string; theirs: string }) => boolean;
}
/** In the order in which they are tried. */
const departures: readonly Departure[] = [
  {
    reason: 'a minus stands before words too, as in Excel',
    holds: ({ code, value, ours, theirs }) => code === '"无"' && value < 0 && ours === `-${theirs}`,
  },
  {
    reason: 'the oracle shows nothing where a fraction is zero',
    holds: ({ code, ours, theirs }) => code.includes('/') && ours === '0' && theirs === '',
  },
  {
    reason: 'the oracle takes a convergent for a fraction, which another fraction of as few digits can be nearer to',
    holds: ({ code, value, ours, theirs }) =>
      code.includes('/') && Math.abs(fractionOf(ours) - value) < Math.abs(fractionOf(theirs) - value),
  },
  {
    reason: 'the place of a digit that is not there (?) takes no room between a text and its number',
    holds: ({ code, ours, theirs }) => code.includes('?') && ours.replace(/ /g, '') === theirs.replace(/ /g, ''),
  },
  {
    reason: 'the oracle loses the zero behind a text where a negative number shows as zero',
    holds: ({ value, ours, theirs }) =>
      value < 0 && !/[1-9]/.test(theirs) && theirs.startsWith('-') && Number(digitsOf(ours)) === 0,
  },
  {
    reason: 'a number below zero that shows as zero has no minus, as in Excel, and no parentheses',
    holds: ({ value, ours, theirs }) => value < 0 && !/[1-9]/.test(theirs) && ours === withoutSign(theirs),
  },
  {
    reason:
      'parentheses and a minus behind a currency become a minus before the number: a report has one way to write negatives',
    holds: ({ value, ours, theirs }) => value < 0 && /[-(]/.test(theirs) && ours === `-${withoutSign(theirs)}`,
  },
  {
    reason: 'where a colour alone says that a number is negative, a minus says it: paper is printed in black too',
    holds: ({ code, value, ours, theirs }) =>
      value < 0 && /;\[Red\][^-"]/.test(code) && ours === `-${wholePoints(theirs)}`,
  },
  {
    reason: 'a power of ten is written out, with the digits that are shown',
    holds: ({ code, ours, theirs }) => {
      const [, mantissa, exponent] = power.exec(theirs) ?? [];
      const [own, other] = [Number(ours), Number(`${mantissa}E${exponent}`)];
      // The oracle takes a decimal for 0E+0, and rounds the binary 4.35 down.
      const off = code === '0E+0' ? 0.5 : 0.1;
      return (
        code.includes('E') && Math.abs(own - other) <= off * 1.001 * 10 ** Math.floor(Math.log10(Math.abs(other) || 1))
      );
    },
  },
  {
    reason:
      'where General changes to a power of ten, a large number is written out whole, a small one with the digits shown',
    holds: ({ code, value, ours, theirs }) =>
      /General|@/.test(code) &&
      /E[+-]\d/.test(theirs) &&
      Number(ours.replace(/[^\d.-]/g, '')) === (Math.abs(value) > 1 ? value : Number(theirs.replace(/[^\d.E+-]/g, ''))),
  },
  {
    reason: 'no point stands without a digit before it, nor with none behind',
    holds: ({ ours, theirs }) => ours === wholePoints(theirs),
  },
  {
    reason:
      'the oracle rounds halves of negative numbers up, and binary halves down: Excel rounds halves of what it shows away from zero',
    holds: ({ value, ours, theirs }) => {
      const [own, other] = [Number(digitsOf(ours)), Number(digitsOf(theirs))];
      const places = (digitsOf(theirs).split('.')[1] ?? digitsOf(ours).split('.')[1] ?? '').length;
      return value !== 0 && Math.abs(own - other) < 1.001 * 10 ** -places && own > other;
    },
  },
];

interface Parting {
  readonly code: string;
  readonly value: number;
  readonly ours: string;
  readonly theirs: string;
}
const partings = (codes: readonly string[], of: readonly number[], oracle = theirs): readonly Parting[] =>
  codes.flatMap((code) =>
    of.flatMap((value) => {
      const is = { code, value, ours: ours(code, value), theirs: oracle(code, value) };
      return is.ours === is.theirs ? [] : [is];
    }),
  );

describe('a number in a cell', () => {
  const codes = [...wraps.flatMap((wrap) => shapes.map(wrap)), ...others];

  const parted = partings(codes, values);

  it('is shown as the oracle shows it, but for departures that have a reason', () => {
    expect(new Set(codes).size).toBeGreaterThan(400);
    expect(values.length).toBeGreaterThan(29);
    const left = parted.filter((is) => !departures.some(({ holds }) => holds(is)));
    expect(left.map(({ code, value, ours, theirs }) => `${value} in ${code}: ${ours} for ${theirs}`)).toEqual([]);
  });

  it('has no reason for a departure that is never made', () => {
    const made = parted.map((is) => departures.findIndex(({ holds }) => holds(is)));
    expect(departures.filter((_, index) => !made.includes(index)).map(({ reason }) => reason)).toEqual([]);
  });
});

describe('a date in a cell', () => {
  it('is written year first, whatever the order of its format', () => {
    expect(partings(Object.keys(dates), moments, (code, value) => theirs(dates[code]!, value))).toEqual([]);
  });

  it('has a time as its format shows it', () => {
    expect(partings(clocks, moments)).toEqual([]);
  });
});
