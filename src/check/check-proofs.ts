/**
 * Claims that figures over time can disprove: years in a row, records, firsts, places, doublings. A claim is held
 * against the figure that its clause names just before it, else the lone one of the clause before. What no figure can
 * tell is left to people: `briefkit new-edition` lists it.
 */
import type { Tell } from '../diagnostics/diagnostic.js';
import { claimDisproved } from '../diagnostics/claim-messages.js';
import { checkWords } from '../locale/check-words.js';
import { formatChange, formatFigure, formatPlace } from '../locale/format-figure.js';
import { goesOn, isNear, isNoClaim, readClaims, yearsIn, type ReadClaim } from '../locale/reading/read-claims.js';
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
  const text = textOf(inlines);
  const span = leavesOf(inlines).find((leaf) => 'span' in leaf)?.span;
  if (span === undefined || readClaims(text, proofs.language).length === 0) return;
  const mentions = mentionsIn(inlines, text, proofs);
  let from = 0;
  let before: readonly Mention[] = [];
  for (const clause of text.split(checkWords(proofs.language).clauseEnd)) {
    const [start, end] = [from, from + clause.length];
    const own = mentions.filter((mention) => mention.start < end && mention.end > start);
    from = end + 1;
    const labels = new Set(before.map(({ label }) => label));
    const lone = labels.size === 1 ? before[0]! : null;
    for (const claim of isNoClaim(clause, proofs.language) ? [] : readClaims(clause, proofs.language)) {
      const subject = subjectOf({ ...claim, start: claim.start + start, end: claim.end + start }, own, text);
      const label =
        subject ??
        (own.length === 0 && goesOn(clause.slice(0, claim.start), proofs.language) ? lone?.label : undefined);
      if (label !== undefined) judge(claim, clause, label, { text, span }, proofs);
    }
    // A sentence that ends takes its subject along.
    if (own.length > 0 || /[。.！？!?]/.test(text[end] ?? '')) before = /[。.！？!?]/.test(text[end] ?? '') ? [] : own;
  }
}

/** The nearest before the claim, else the only one behind it. */
function subjectOf(claim: ReadClaim, own: readonly Mention[], text: string): string | undefined {
  const before = own.filter(({ end }) => end <= claim.start).at(-1);
  if (before !== undefined) return isNear(text.slice(before.end, claim.start)) ? before.label : undefined;
  // 首破万亿元 is printed by the figure itself.
  const around = own.find(({ start, end }) => start < claim.end && end > claim.start);
  const behind = own.filter(({ start }) => start >= claim.end);
  if (around !== undefined) return around.label;
  return behind.length === 1 && isNear(text.slice(claim.end, behind[0]!.start)) ? behind[0]!.label : undefined;
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
