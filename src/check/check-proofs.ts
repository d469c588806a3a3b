/**
 * Claims that figures over time can disprove: years in a row, records, firsts, places, doublings. A claim is held
 * against the figure that its clause names just before it, else the lone one of the clause before. What no figure can
 * tell is left to people: `briefkit new-edition` lists it.
 */
import type { Tell } from '../diagnostics/diagnostic.js';
import { claimDisproved } from '../diagnostics/claim-messages.js';
import { checkWords } from '../locale/check-words.js';
import { formatChange, formatFigure, formatPlace } from '../locale/format-figure.js';
import { endsThere, isNear, isOfPartOfYear, leavesName, speaksOf } from '../locale/reading/claim-subject.js';
import { goesOn, isNoClaim, readClaims, yearsIn, type ReadClaim } from '../locale/reading/read-claims.js';
import type { Document, Inline } from '../model/document.js';
import type { Report } from '../model/report.js';
import type { Span } from '../model/span.js';
import { disproveClaim, type Disproof } from './disprove-claim.js';
import { labelHistories, type LabelHistory } from './label-history.js';
import { leavesOf, shortText, textOf, walkDocument } from './walk-document.js';

interface Proofs {
  readonly language: string;
  readonly histories: ReadonlyMap<string, LabelHistory>;
  /** Longest first, so that a name within another is not taken for it. */
  readonly labels: readonly string[];
  readonly labelOf: ReadonlyMap<string, string>;
  readonly tell: Tell;
}

/** Where a text names a figure: by its label, or by printing it. */
interface Mention {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

export function checkProofs(data: Report, documents: readonly Document[], tell: Tell): void {
  const histories = labelHistories(data);
  const proofs: Proofs = {
    language: data.meta.language,
    histories,
    labels: [...histories.keys()].filter((label) => label !== '').sort((one, other) => other.length - one.length),
    labelOf: new Map([...data.figures.values()].map(({ id, label }) => [id, label])),
    tell,
  };
  for (const document of documents) walkDocument(document, { text: (inlines) => checkText(inlines, proofs) });
}

function checkText(inlines: readonly Inline[], proofs: Proofs): void {
  const { language } = proofs;
  const text = textOf(inlines);
  const span = leavesOf(inlines).find((leaf) => 'span' in leaf)?.span;
  if (span === undefined || readClaims(text, language).length === 0) return;
  const mentions = mentionsIn(inlines, text, proofs);
  let from = 0;
  let before: string | null = null;
  for (const words of text.split(checkWords(language).clauseEnd)) {
    const [start, end] = [from, from + words.length];
    const own = mentions
      .filter((mention) => mention.start < end && mention.end > start)
      .map((mention) => ({ ...mention, start: mention.start - start, end: mention.end - start }));
    const clause: Clause = { words, own, language };
    from = end + 1;
    const isJudged = !isNoClaim(words, language) && !isOfPartOfYear(words, language);
    for (const claim of isJudged ? readClaims(words, language) : []) {
      if (!endsThere(words.slice(claim.end), claim, language)) continue;
      const isOn = own.length === 0 && goesOn(words.slice(0, claim.start), language);
      const label = subjectOf(claim, clause) ?? (isOn ? before : null);
      if (label !== null) judge(claim, words, label, { text, span }, proofs);
    }
    // A sentence that ends takes its subject along.
    const isLast = /[。.！？!?]/.test(text[end] ?? '');
    if (own.length > 0 || isLast) before = isLast ? null : loneSubject(clause);
  }
}

/** A clause, and the figures that it names, in its own places. */
interface Clause {
  readonly words: string;
  readonly own: readonly Mention[];
  readonly language: string;
}

/** Whether a name stands there by itself: online sales are not the sales. */
function isItself({ start }: Mention, { words, own, language }: Clause): boolean {
  const others = own.filter((other) => other.end <= start);
  const rest = others.reduce(
    (left, other) => left.slice(0, other.start) + ' '.repeat(other.end - other.start) + left.slice(other.end),
    words.slice(0, start),
  );
  return leavesName(rest, language);
}

/** What the next clause may go on about. */
function loneSubject(clause: Clause): string | null {
  const last = clause.own.at(-1);
  if (last === undefined || new Set(clause.own.map(({ label }) => label)).size !== 1) return null;
  const isPlain = isItself(last, clause) && speaksOf(clause.words.slice(last.end), clause.language);
  return isPlain ? last.label : null;
}

/** The nearest before the claim, else the only one behind it. */
function subjectOf(claim: ReadClaim, clause: Clause): string | null {
  const { words, own, language } = clause;
  const before = own.filter(({ end }) => end <= claim.start).at(-1);
  if (before !== undefined)
    return isNear(words.slice(before.end, claim.start), claim, language) && isItself(before, clause)
      ? before.label
      : null;
  // 首破万亿元 is printed by the figure itself.
  const around = own.find(({ start, end }) => start < claim.end && end > claim.start);
  if (around !== undefined) return around.label;
  const [behind, ...more] = own.filter(({ start }) => start >= claim.end);
  if (behind === undefined || more.length > 0) return null;
  const between = words.slice(claim.end, behind.start);
  return isNear(between, claim, language) && speaksOf(words.slice(behind.end), language) ? behind.label : null;
}

function judge(
  claim: ReadClaim,
  clause: string,
  label: string,
  { text, span }: { readonly text: string; readonly span: Span },
  { histories, language, tell }: Proofs,
): void {
  const history = histories.get(label);
  if (history === undefined || yearsIn(clause).some((year) => year !== history.year)) return;
  const disproof = disproveClaim(claim, clause, history);
  if (disproof !== null) tell(claimDisproved(claim.text, factOf(disproof, history, language), shortText(text), span));
}

/** As the message says what is so: `"gdp" has 95.1亿元 in 2023, 98.2亿元 in 2022`. */
function factOf({ id, year, found, other, what }: Disproof, { figure }: LabelHistory, language: string): string {
  const said = (value: number): string => {
    if (what === 'place') return formatPlace({ place: value, scope: '' }, { language });
    const { change } = figure;
    if (what === 'change' && change !== null)
      return formatChange({ ...change, quantity: { ...change.quantity, value } }, { language });
    const quantity = { value, decimals: figure.quantity?.decimals ?? 0 };
    return formatFigure({ ...figure, quantity, qualifier: null }, 'value', { language });
  };
  const rest = other === null ? '' : `, ${said(other.found)} in ${other.year}`;
  return `"${id}" has ${said(found)} in ${year}${rest}`;
}

function mentionsIn(inlines: readonly Inline[], text: string, { labels, labelOf }: Proofs): readonly Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  for (const leaf of leavesOf(inlines)) {
    const length = 'text' in leaf ? leaf.text.length : 0;
    const label = leaf.kind === 'figure' ? labelOf.get(leaf.id.replace(/@.*$/, '')) : undefined;
    // A figure of another period speaks of that.
    if (label !== undefined && leaf.kind === 'figure' && !leaf.id.includes('@'))
      mentions.push({ start: at, end: at + length, label });
    at += length;
  }
  const lower = text.toLowerCase();
  for (const label of labels)
    for (let start = lower.indexOf(label.toLowerCase()); start >= 0; ) {
      const end = start + label.length;
      const isPart =
        /\p{Script=Latin}/u.test(label) && (/\w/.test(text[start - 1] ?? '') || /\w/.test(text[end] ?? ''));
      if (!isPart && mentions.every((other) => end <= other.start || other.end <= start))
        mentions.push({ start, end, label });
      start = lower.indexOf(label.toLowerCase(), end);
    }
  return mentions.sort((one, other) => one.start - other.start);
}
