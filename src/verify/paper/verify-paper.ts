/** Every number on the pages of a PDF, against what the build drew there and what the report says now. */
import type { Figure } from '../../model/figure.js';
import type { PaperText } from '../../model/record/paper-record.js';
import { reprinter } from '../../refresh/reprint.js';
import { plainText } from '../../refresh/text/tokens.js';
import type { NumberFinding, TextNumber } from '../text/number-finding.js';
import { knownValues } from '../text/known-values.js';
import { strangers, verifyText, type VerifyRules } from '../text/verify-text.js';
import { sourceOf } from '../verify-deck.js';
import type { PaperTwins } from './pair-papers.js';
import type { ReadPaper } from './read-paper.js';

export interface PaperSides {
  /** The report's figures as they are now; null where it was not asked. */
  readonly figures: ReadonlyMap<string, Figure> | null;
  readonly language: string;
  /** What the report's own paper says now in place of each text; left out where that was not made. */
  readonly twins?: PaperTwins;
}

export function verifyPaper(
  { pages, record }: ReadPaper,
  { figures, language, twins = new Map() }: PaperSides,
): readonly NumberFinding[] {
  const rules: VerifyRules = {
    known: figures === null ? null : knownValues(figures.values(), language),
    reprint: figures === null ? (_figure, printed) => printed : reprinter(twins, figures, language),
  };
  return pages.flatMap((text, index) => {
    const own = record?.pages[index]?.texts ?? [];
    return verifyPage(own, text, rules, twins).map(
      ({ number, context }): NumberFinding => ({
        ...number,
        context,
        place: 'page',
        page: index + 1,
        shape: null,
        source: sourceOf(figures ?? new Map(), number.figure),
      }),
    );
  });
}

interface PageNumber {
  readonly number: TextNumber;
  readonly context: string;
}

/** Shorter ones stand in many places. */
const leastAnchor = 5;

/**
 * Texts that stand as they were drawn are found as they are, in order; those between two of them are compared with what
 * stands between.
 */
function verifyPage(
  texts: readonly PaperText[],
  page: string,
  rules: VerifyRules,
  twins: PaperTwins,
): readonly PageNumber[] {
  const { plain, places } = withPlaces(page);
  const drawn = texts.map(({ text }) => plainText(text)).join('\n');
  // One that stands as often as it was drawn, by itself and within others, stands where it was drawn.
  const isAnchor = (own: string): boolean => own.length >= leastAnchor && countOf(plain, own) === countOf(drawn, own);
  const found: PageNumber[] = [];
  let pending: PaperText[] = [];
  let cursor = 0;
  const settle = (to: number): void => {
    const rest = page.slice(places[cursor] ?? page.length, places[to] ?? page.length);
    const now = pending.flatMap((text) => twins.get(text) ?? []);
    const next = now.length === pending.length ? joined(now) : null;
    const numbers = pending.length === 0 ? strangers(rest, [], rules) : verifyText(joined(pending), next, rest, rules);
    found.push(...numbers.map((number) => ({ number, context: wordsAround(rest, number.text) })));
    pending = [];
  };
  for (const text of texts) {
    const own = plainText(text.text);
    // Those that wait before it hold some of its occurrences.
    const waiting = countOf(pending.map((each) => plainText(each.text)).join('\n'), own);
    const at = isAnchor(own) ? nthIndexOf(plain, own, cursor, waiting) : -1;
    if (at < 0) {
      pending.push(text);
      continue;
    }
    settle(at);
    found.push(
      ...verifyText(text, twins.get(text) ?? null, text.text, rules).map((number) => ({ number, context: text.text })),
    );
    cursor = at + own.length;
  }
  settle(plain.length);
  return found;
}

const countOf = (text: string, part: string): number => text.split(part).length - 1;

/** The place of the next occurrence but `skipped`; below 0 where there is none. */
function nthIndexOf(text: string, part: string, from: number, skipped: number): number {
  let at = text.indexOf(part, from);
  for (let count = 0; count < skipped && at >= 0; count += 1) at = text.indexOf(part, at + part.length);
  return at;
}

/** The page without spaces, and where each of its characters stands in it. */
function withPlaces(page: string): { readonly plain: string; readonly places: readonly number[] } {
  let plain = '';
  const places: number[] = [];
  let at = 0;
  for (const character of page) {
    const own = plainText(character);
    for (let index = 0; index < own.length; index += 1) places.push(at);
    plain += own;
    at += character.length;
  }
  return { plain, places };
}

function joined(texts: readonly PaperText[]): PaperText {
  let text = '';
  const figures: PaperText['figures'][number][] = [];
  for (const own of texts) {
    figures.push(...own.figures.map((figure) => ({ ...figure, start: figure.start + text.length })));
    text += `${own.text}\n`;
  }
  return { text, figures };
}

function wordsAround(text: string, number: string): string {
  const at = Math.max(0, text.indexOf(number));
  return text.slice(Math.max(0, at - 16), at + number.length + 16);
}
