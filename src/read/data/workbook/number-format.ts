/** Number formats of a workbook's cells (ISO 29500-1, 18.8.30 and 18.8.31): which kind of value a code shows, and its tokens. */

export interface FormatToken {
  readonly kind:
    | 'literal'
    | 'digit'
    | 'point'
    | 'comma'
    | 'percent'
    | 'general'
    | 'exponent'
    | 'fraction'
    | 'date'
    | 'text';
  readonly text: string;
}

export type NumberFormat =
  | {
      readonly kind: 'number' /** For zero and above, below zero, zero. */;
      readonly sections: readonly (readonly FormatToken[])[];
    }
  | { readonly kind: 'date'; readonly tokens: readonly FormatToken[] }
  | { readonly kind: 'text' }
  /** Conditions, digits in Chinese characters, a code that is none: what it shows is not known here. */
  | { readonly kind: 'unknown' };

/** Excel takes no longer code (255 characters); a much longer one is made to keep a reader busy. */
const longestCode = 255;

export function readNumberFormat(code: string): NumberFormat {
  if (code.length > longestCode || /\[(?:[<>=]|DBNum)/i.test(withoutQuotes(code))) return { kind: 'unknown' };
  const sections = splitSections(tokens(code));
  const [first = []] = sections;
  if (first.some(({ kind }) => kind === 'date')) return { kind: 'date', tokens: first };
  if (first.some(({ kind }) => kind === 'text') && !first.some(({ kind }) => kind === 'digit')) return { kind: 'text' };
  return { kind: 'number', sections };
}

/** The section for a number: one serves all; of two the second serves numbers below zero; of three the third serves zero. */
export const sectionFor = (value: number, sections: readonly (readonly FormatToken[])[]): readonly FormatToken[] =>
  (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? [];

const withoutQuotes = (code: string): string => code.replace(/"[^"]*"?|\\./g, '');

type Scanned = FormatToken | { readonly kind: 'section'; readonly text: string };

function splitSections(scanned: readonly Scanned[]): readonly (readonly FormatToken[])[] {
  const sections: FormatToken[][] = [[]];
  for (const token of scanned) {
    if (token.kind === 'section') sections.push([]);
    else sections[sections.length - 1]!.push(token);
  }
  return sections;
}

/** What a code is made of, in the order in which it is tried. Colours, languages and the width of a character are not seen. */
const patterns: readonly (readonly [RegExp, (found: string) => Scanned | null])[] = [
  [/^"([^"]*)"?/, (found) => ({ kind: 'literal', text: found.replace(/^"|"$/g, '') })],
  [/^\\[^]/, (found) => ({ kind: 'literal', text: found.slice(1) })],
  [/^[_*][^]/, () => null],
  [/^\[\$([^\]-]*)[^\]]*\]/, (found) => ({ kind: 'literal', text: found.slice(2, -1).replace(/-[^-]*$/, '') })],
  [/^\[(?:h+|m+|s+)\]/i, (found) => ({ kind: 'date', text: found.toLowerCase() })],
  [/^\[[^\]]*\]/, () => null],
  [/^;/, (text) => ({ kind: 'section', text })],
  [/^General|^G\/通用格式/i, (text) => ({ kind: 'general', text })],
  [/^(?:AM\/PM|A\/P|上午\/下午)/i, (text) => ({ kind: 'date', text })],
  [/^E[+-]/i, (text) => ({ kind: 'exponent', text })],
  [/^(?:y+|m+|d+|h+|s+|e+|a{3,4})/i, (found) => ({ kind: 'date', text: found.toLowerCase() })],
  [/^[0#?]/, (text) => ({ kind: 'digit', text })],
  [/^\./, (text) => ({ kind: 'point', text })],
  [/^,/, (text) => ({ kind: 'comma', text })],
  [/^%/, (text) => ({ kind: 'percent', text })],
  [/^\//, (text) => ({ kind: 'fraction', text })],
  [/^@/, (text) => ({ kind: 'text', text })],
  [/^[^]/u, (text) => ({ kind: 'literal', text })],
];

function tokens(code: string): readonly Scanned[] {
  const scanned: Scanned[] = [];
  for (let at = 0; at < code.length; ) {
    const rest = code.slice(at);
    for (const [pattern, make] of patterns) {
      const found = pattern.exec(rest)?.[0];
      if (found === undefined) continue;
      const token = make(found);
      if (token !== null) scanned.push(token);
      at += found.length;
      break;
    }
  }
  return scanned;
}

/** Formats that a workbook names by number alone; those from 27 on as Chinese Excel has them (18.8.30, zh-cn). */
export const builtInFormats: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '#,##0',
  6: '#,##0',
  7: '#,##0.00',
  8: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  41: '#,##0',
  42: '#,##0',
  43: '#,##0.00',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};
