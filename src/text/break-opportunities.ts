/**
 * Where a line may end: UAX #14, then the prohibition rules of Chinese (clreq 3.1.2) and the rule that a number keeps
 * its unit.
 */
import LineBreaker from 'linebreak';
import { isHanNumeral, Kind } from './characters/character-kind.js';
import { softHyphen, type CharacterRow } from './characters/character-row.js';
import type { Prohibition } from '../model/typesetting.js';
import { followsCurrency, latinUnitLength, unitLength } from './unit-words.js';

export const Break = {
  /** Only where nothing else fits and a word is wider than its line. */
  Never: 0,
  /** Inside what should stay whole, but may part when it is wider than its line. */
  Reluctant: 1,
  Allowed: 2,
  Mandatory: 3,
  /** Inside a word, at a soft hyphen, which shows as a hyphen then. */
  Hyphen: 4,
} as const;
export type Break = (typeof Break)[keyof typeof Break];

/** What stays on one line where the line is wide enough. */
export interface Whole {
  /** Indices of runs. */
  readonly runs: ReadonlySet<number>;
  /** Names and terms, wherever they stand in the text. */
  readonly words: readonly string[];
}

/** For each code point, whether a line may end behind it. */
export function findBreaks(row: CharacterRow, prohibition: Prohibition, whole: Whole): Uint8Array {
  const breaks = unicodeBreaks(row);
  const { noStart, noEnd } = prohibition === 'basic' ? basicEdges : strictEdges;
  let seen = 0; // the last code point up to here that is no space: a space at a line's end is not seen
  for (let index = 0; index + 1 < row.count; index++) {
    if (row.kinds[index] !== Kind.Space) seen = index;
    if (breaks[index] === Break.Mandatory) continue;
    if (row.kinds[index] === Kind.Han && row.kinds[index + 1] === Kind.Han) {
      // most pairs by far
      if (isOneNumber(row.codes[index]!, row.codes[index + 1]!)) breaks[index] = Break.Never;
      continue;
    }
    const rule = pairRule(row, seen, index, noStart, noEnd);
    if (rule !== null) breaks[index] = rule;
  }
  keepUnits(row, breaks);
  openAddresses(row, breaks);
  if (whole.runs.size > 0) keepRuns(row, breaks, whole.runs);
  for (const word of whole.words) keepWord(row, breaks, word);
  return breaks;
}

function unicodeBreaks(row: CharacterRow): Uint8Array {
  const { breaks } = row.room;
  breaks.fill(Break.Never, 0, row.count);
  const breaker = new LineBreaker(row.text);
  let index = 0;
  for (let found = breaker.nextBreak(); found !== null; found = breaker.nextBreak()) {
    while (index < row.count && row.offsets[index + 1]! < found.position) index++;
    if (index >= row.count) break;
    breaks[index] =
      found.required && row.kinds[index] === Kind.Newline
        ? Break.Mandatory
        : row.codes[index] === softHyphen
          ? Break.Hyphen
          : Break.Allowed;
  }
  return breaks;
}

type KindSet = readonly boolean[];
const setOf = (...kinds: readonly Kind[]): KindSet => Object.values(Kind).map((kind) => kinds.includes(kind));

const noStart = [Kind.Close, Kind.Stop, Kind.Interpunct, Kind.Connector, Kind.Percent, Kind.Raised];
const noEnd = [Kind.Open, Kind.Currency];
const basicEdges = { noStart: setOf(...noStart), noEnd: setOf(...noEnd) };
const strictEdges = {
  noStart: setOf(...noStart, Kind.Dash, Kind.Ellipsis, Kind.Solidus),
  noEnd: setOf(...noEnd, Kind.Solidus),
};

const isWord = (kind: number | undefined): boolean => kind === Kind.Letter || kind === Kind.Digit;
const isSquare = (kind: Kind): boolean => kind === Kind.Han || kind >= Kind.Open;

/** What the rules say of a break behind code point `index`, where `at` is seen before it; null leaves it to UAX #14. */
function pairRule(row: CharacterRow, at: number, index: number, noStart: KindSet, noEnd: KindSet): Break | null {
  const next = row.kinds[index + 1] as Kind;
  const kind = row.kinds[at] as Kind;
  // An address, at worst.
  if (kind === Kind.Solidus && isWord(row.kinds[at - 1]) && isWord(next)) return Break.Reluctant;
  if (noStart[next] || noEnd[kind]) return isApostrophe(row, index + 1) || isApostrophe(row, at) ? null : Break.Never;
  if (at === index && kind === next && (kind === Kind.Dash || kind === Kind.Ellipsis)) return Break.Never;
  if (kind === Kind.Sign && (next === Kind.Digit || next === Kind.Currency)) return Break.Never;
  if (next === Kind.Digit && row.codes[at] === ordinal) return Break.Never;
  if (at !== index) return null;
  if (next === Kind.Digit && kind === Kind.Connector && row.kinds[index - 1] === Kind.Digit) return Break.Never;
  if (kind === Kind.Digit && next === Kind.Han) return Break.Never;
  // UAX #14 takes “ and ” for marks that may open or close and breaks beside neither; in Chinese they are as sure as
  // brackets.
  if (isQuote(row.codes[index + 1]!) && isSquare(kind)) return Break.Allowed;
  if (isQuote(row.codes[index]!) && (next === Kind.Han || next === Kind.Open)) return Break.Allowed;
  // Since Unicode 13 a full-width bracket opens no word (LB30), which the package does not know yet.
  if (next === Kind.Open && !isQuote(row.codes[index + 1]!) && isWord(kind) && isLetterOrNumber(row.codes[index]!))
    return Break.Allowed;
  return null;
}

const isLetterOrNumber = (code: number): boolean => /[\p{L}\p{N}]/u.test(String.fromCodePoint(code));

/** 十四, 第六, 五年. */
const isOneNumber = (code: number, next: number): boolean =>
  isHanNumeral(code) ? isHanNumeral(next) || dateUnits.includes(next) : code === ordinal && isHanNumeral(next);
const dateUnits = [...'年月日'].map((character) => character.codePointAt(0)!);
const ordinal = '第'.codePointAt(0)!;
const isQuote = (code: number): boolean => code >= 0x2018 && code <= 0x201d;
/** ’ between letters is no closing mark. */
const isApostrophe = (row: CharacterRow, index: number): boolean =>
  row.codes[index] === 0x2019 && row.kinds[index - 1] === Kind.Letter && row.kinds[index + 1] === Kind.Letter;

function unitAt(row: CharacterRow, start: number, spaced: boolean): number {
  const kind = row.kinds[start];
  if (kind === Kind.Han) return unitLength(row.text, row.offsets[start]!);
  const isLatin = kind === Kind.Letter || kind === Kind.Percent; // ° of °C
  return spaced && isLatin ? latinUnitLength(row.text, row.offsets[start]!) : 0;
}

/** 546.6亿元, 12.1万平方米, 3 个百分点: the number and its whole unit stay on one line. */
function keepUnits(row: CharacterRow, breaks: Uint8Array): void {
  for (let index = 0; index + 1 < row.count; index++) {
    if (
      row.kinds[index] === Kind.Space &&
      row.kinds[index + 1] === Kind.Digit &&
      row.kinds[index - 1] === Kind.Letter
    ) {
      if (followsCurrency(row.text, row.offsets[index + 1]!)) breaks[index] = Break.Never;
      continue;
    }
    if (row.kinds[index] !== Kind.Digit) continue;
    const spaced = row.kinds[index + 1] === Kind.Space;
    const start = spaced ? index + 2 : index + 1;
    const length = unitAt(row, start, spaced);
    // What is found is counted in UTF-16 units; units have no characters beyond the basic plane.
    for (let at = index; length > 0 && at < start + length - 1; at++) breaks[at] = Break.Never;
  }
}

/** An address of a web page or of e-mail. */
const address = /(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&*+,;=%]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const parting = /[/.?&=#_@-]+(?=[\w~%])/g;

/** An address parts behind its slashes, dots and the like, so that it does not spread the lines around it. */
function openAddresses(row: CharacterRow, breaks: Uint8Array): void {
  if (!row.text.includes('/') && !row.text.includes('www.') && !row.text.includes('@')) return;
  let index = 0;
  for (const { index: start, 0: text } of row.text.matchAll(address)) {
    const scheme = /^https?:/.exec(text)?.[0].length ?? 0;
    const ends = [...text.slice(scheme).matchAll(parting)].map(
      (found) => start + scheme + found.index + found[0].length,
    );
    for (; index < row.count && row.offsets[index]! < start + text.length; index++) {
      if (row.offsets[index]! < start || index + 1 >= row.count) continue;
      const end = row.offsets[index + 1]!;
      if (end < start + text.length) breaks[index] = ends.includes(end) ? Break.Allowed : Break.Never;
    }
  }
}

/** What may break inside a whole run breaks only reluctantly. */
function keepRuns(row: CharacterRow, breaks: Uint8Array, wholeRuns: ReadonlySet<number>): void {
  for (let index = 0; index + 1 < row.count; index++) {
    const inside = row.runs[index] === row.runs[index + 1] && wholeRuns.has(row.runs[index]!);
    if (inside && mayBreak(breaks[index]!)) breaks[index] = Break.Reluctant;
  }
}

function keepWord(row: CharacterRow, breaks: Uint8Array, word: string): void {
  if (word === '') return;
  let index = 0;
  for (let found = row.text.indexOf(word); found >= 0; found = row.text.indexOf(word, found + word.length)) {
    while (row.offsets[index]! < found) index++;
    for (; row.offsets[index + 1]! < found + word.length; index++)
      if (mayBreak(breaks[index]!)) breaks[index] = Break.Reluctant;
  }
}

const mayBreak = (found: number): boolean => found === Break.Allowed || found === Break.Hyphen;
