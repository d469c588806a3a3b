/**
 * Number formats of a workbook's cells (ISO 29500-1, 18.8.30 and 18.8.31): a code's sections, and the tokens of each.
 */
import { generalCode, halfDayCode } from '../../../locale/workbook-formats.js';

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
  /** What a literal says; the stroke of a fraction, with a denominator that is set (`/`, `/100`). */
  readonly text: string;
}

export interface FormatCondition {
  readonly compare: '<' | '<=' | '=' | '>=' | '>' | '<>';
  readonly value: number;
}

export interface FormatSection {
  /** What a value of it is shown as; digits in Chinese characters are not known here. */
  readonly kind: 'number' | 'date' | 'text' | 'unknown';
  readonly tokens: readonly FormatToken[];
  readonly condition: FormatCondition | null;
}

export interface NumberFormat {
  /** For numbers: one to three. */
  readonly numbers: readonly FormatSection[];
  /** For texts; null where they are shown as they are. */
  readonly texts: FormatSection | null;
}

/** Excel takes no longer code (255 characters); a much longer one is made to keep a reader busy. */
const longestCode = 255;

const unknownSection: FormatSection = { kind: 'unknown', tokens: [], condition: null };

/** A code that cannot be one (too long, too many sections) has one section, of kind `unknown`. */
export function readNumberFormat(code: string): NumberFormat {
  const sections = code.length > longestCode ? [] : splitSections(tokens(code));
  if (sections.length === 0 || sections.length > 4) return { numbers: [unknownSection], texts: null };
  const last = sections[sections.length - 1]!;
  // A fourth section is for texts, and so is one with @ at the end.
  const hasTexts = sections.length === 4 || last.tokens.some(({ kind }) => kind === 'text');
  const numbers = hasTexts ? sections.slice(0, -1) : sections;
  return { numbers: numbers.length === 0 ? [generalSection] : numbers, texts: hasTexts ? last : null };
}

const generalSection: FormatSection = {
  kind: 'number',
  tokens: [{ kind: 'general', text: 'General' }],
  condition: null,
};

export const generalFormat: NumberFormat = { numbers: [generalSection], texts: null };

/** The section that a number is shown by. */
export interface ChosenSection {
  readonly section: FormatSection;
  /**
   * Where `section` is for negative numbers alone: the one that positive numbers have. Null where a minus is set before
   * them.
   */
  readonly positive: FormatSection | null;
}

/**
 * One section serves all numbers; of two the second serves those below zero; of three the third serves zero. Where one
 * of the first two has a condition, conditions alone decide, and the last serves the rest. Null where none is left:
 * Excel fills the cell with #.
 */
export function chooseSection(value: number, { numbers }: NumberFormat): ChosenSection | null {
  const [first, second, third] = numbers;
  if (first === undefined) return null;
  const [one, two] = [first.condition, second?.condition ?? null];
  if (one === null && two === null) {
    const section = (value < 0 ? second : value === 0 ? third : undefined) ?? first;
    return { section, positive: value < 0 && section !== first ? first : null };
  }
  const rest = one !== null && two !== null ? third : second;
  const section =
    one !== null && isMet(value, one)
      ? first
      : second !== undefined && two !== null && isMet(value, two)
        ? second
        : (rest ?? (numbers.length === 1 ? first : undefined));
  if (section === undefined) return null;
  if (value >= 0) return { section, positive: null };
  if (section.condition !== null) return { section, positive: isBelowZero(section.condition) ? (rest ?? first) : null };
  return { section, positive: section === rest && one !== null && isAboveZero(one) ? first : null };
}

const isBelowZero = ({ compare, value }: FormatCondition): boolean =>
  (compare === '<' && value <= 0) || (compare === '<=' && value < 0);

const isAboveZero = ({ compare, value }: FormatCondition): boolean => /^>=?$/.test(compare) && value === 0;

function isMet(value: number, { compare, value: limit }: FormatCondition): boolean {
  switch (compare) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '=':
      return value === limit;
    case '>=':
      return value >= limit;
    case '>':
      return value > limit;
    case '<>':
      return value !== limit;
    default:
      throw new Error(`no such comparison: ${String(compare satisfies never)}`);
  }
}

type Scanned =
  | FormatToken
  | { readonly kind: 'section' | 'numerals'; readonly text: string }
  | { readonly kind: 'condition'; readonly text: string; readonly condition: FormatCondition };

function splitSections(scanned: readonly Scanned[]): readonly FormatSection[] {
  const parts: Scanned[][] = [[]];
  for (const token of scanned) {
    if (token.kind === 'section') parts.push([]);
    else parts[parts.length - 1]!.push(token);
  }
  // A code may end with a semicolon that opens nothing: `0.00_);`. Excel takes it for a section that shows nothing.
  return parts.map(sectionOf);
}

function sectionOf(scanned: readonly Scanned[]): FormatSection {
  const shown = scanned.filter(
    (token): token is FormatToken =>
      token.kind !== 'section' && token.kind !== 'numerals' && token.kind !== 'condition',
  );
  const condition = scanned.find((token) => token.kind === 'condition')?.condition ?? null;
  const has = (kind: FormatToken['kind']): boolean => shown.some((token) => token.kind === kind);
  if (scanned.some(({ kind }) => kind === 'numerals')) return { ...unknownSection, condition };
  if (has('date')) return { kind: 'date', tokens: shown, condition };
  const kind = has('text') && !has('digit') && !has('general') ? 'text' : 'number';
  return { kind, tokens: shown, condition };
}

const literal = (text: string): FormatToken => ({ kind: 'literal', text });

/**
 * What a code is made of, in the order in which it is tried. Colours, languages and the width of a character are not
 * seen.
 */
const patterns: readonly (readonly [RegExp, (found: string) => Scanned | null])[] = [
  [/^"([^"]*)"?/, (found) => literal(found.replace(/^"|"$/g, ''))],
  // Chinese Excel writes ! where others write \.
  [/^[\\!][^]/u, (found) => literal(found.slice(1))],
  [/^[_*][^]/u, () => null],
  [/^\[\$([^\]-]*)[^\]]*\]/, (found) => literal(found.slice(2, -1).replace(/-[^-]*$/, ''))],
  [/^\[(?:h+|m+|s+)\]/i, (found) => ({ kind: 'date', text: found.toLowerCase() })],
  [/^\[(?:<=|>=|<>|<|>|=)\s*[+-]?[\d.]+(?:E[+-]?\d+)?\s*\]/i, readCondition],
  [/^\[DBNum[^\]]*\]/i, (text) => ({ kind: 'numerals', text })],
  [/^\[[^\]]*\]/, () => null],
  [/^;/, (text) => ({ kind: 'section', text })],
  [generalCode, (text) => ({ kind: 'general', text })],
  [halfDayCode, (text) => ({ kind: 'date', text })],
  [/^E[+-]/i, (text) => ({ kind: 'exponent', text })],
  // Seconds with decimals are one token: ss.00.
  [/^(?:s+\.0+|y+|m+|d+|h+|s+|e+|g+|a{3,4})/i, (found) => ({ kind: 'date', text: found.toLowerCase() })],
  [/^[0#?]/, (text) => ({ kind: 'digit', text })],
  [/^\./, (text) => ({ kind: 'point', text })],
  [/^,/, (text) => ({ kind: 'comma', text })],
  [/^%/, (text) => ({ kind: 'percent', text })],
  [/^\/ ?[1-9]\d*/, (found) => ({ kind: 'fraction', text: found.replace(' ', '') })],
  [/^\//, (text) => ({ kind: 'fraction', text })],
  [/^@/, (text) => ({ kind: 'text', text })],
  [/^[^]/u, literal],
];

function readCondition(found: string): Scanned {
  const [, compare = '=', value = '0'] = /^\[(<=|>=|<>|<|>|=)\s*([^\s\]]+)/.exec(found) ?? [];
  return {
    kind: 'condition',
    text: found,
    condition: { compare: compare as FormatCondition['compare'], value: Number(value) },
  };
}

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
