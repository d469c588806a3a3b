/** Words that claim a direction, against the sign of the change that they speak of. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { claimContradicts } from '../diagnostics/messages.js';
import { checkWords, type CheckWords } from '../locale/check-words.js';
import { formatChange } from '../locale/format-figure.js';
import type { Document, Inline } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import type { Report } from '../model/report.js';
import type { Span } from '../model/span.js';
import { leavesOf, shortText, textOf, walkDocument } from './walk-document.js';

/** What the claims of a text are held against. */
interface Claims {
  readonly words: CheckWords;
  readonly language: string;
  readonly figures: ReadonlyMap<string, Figure>;
  /** Those that rose or fell. */
  readonly changing: readonly Figure[];
  readonly tell: Tell;
}

export function checkClaims({ figures, meta: { language } }: Report, documents: readonly Document[], tell: Tell): void {
  const changing = [...figures.values()].filter(({ change }) => change !== null && change.quantity.value !== 0);
  const claims: Claims = { words: checkWords(language), language, figures, changing, tell };
  const look = (inlines: readonly Inline[]): void => {
    checkAdjacent(inlines, claims);
    checkLabels(inlines, claims);
  };
  for (const document of documents) walkDocument(document, { text: look });
}

/** An increase of {{change}}, where the figure fell. */
function checkAdjacent(inlines: readonly Inline[], claims: Claims): void {
  const leaves = leavesOf(inlines);
  for (const [index, leaf] of leaves.entries()) {
    const before = leaves[index - 1];
    if (leaf.kind !== 'figure' || before?.kind !== 'text') continue;
    const figure = claims.figures.get(leaf.id);
    // A quantity after such a word is what was added, not a change against before.
    if (figure === undefined || (leaf.part !== 'change' && figure.quantity !== null)) continue;
    const claim = claims.words.claimBefore.exec(before.text)?.[1];
    if (claim !== undefined) tellClaim(claim, figure, textOf(inlines), leaf.span, claims);
  }
}

/** Crime fell, where it rose. */
function checkLabels(inlines: readonly Inline[], claims: Claims): void {
  const { words, changing } = claims;
  const whole = textOf(inlines);
  const span = leavesOf(inlines).find((leaf) => 'span' in leaf)?.span;
  if (span === undefined) return;
  for (const clause of whole.replaceAll(words.wishes, '').split(words.clauseEnd)) {
    for (const figure of changing) {
      // What it says of two periods is told of those: rose from that of 2020 to that of 2024.
      if (spansPeriods(inlines, figure)) continue;
      const at = indexOfLabel(clause, figure.label);
      if (at < 0) continue;
      let after = clause.slice(at + figure.label.length);
      for (const { label } of changing) after = after.replaceAll(label, '');
      const claim = words.claims.exec(after);
      if (claim !== null && words.joining.test(after.slice(0, claim.index)))
        tellClaim(claim[0], figure, whole, span, claims);
    }
  }
}

/** Whether a text names the figure's numbers of two periods. */
function spansPeriods(inlines: readonly Inline[], { id }: Figure): boolean {
  const series = seriesOf(id);
  const named = leavesOf(inlines).flatMap((leaf) =>
    leaf.kind === 'figure' && leaf.part !== 'change' && seriesOf(leaf.id) === series ? [leaf.id] : [],
  );
  return new Set(named).size > 1;
}

const seriesOf = (id: string): string => id.replace(/@.*$/, '');

/** Case does not matter, and a word of an alphabet is found whole. */
function indexOfLabel(clause: string, label: string): number {
  const at = clause.toLowerCase().indexOf(label.toLowerCase());
  const isLetter = (character: string | undefined): boolean => /\p{Script=Latin}/u.test(character ?? '');
  return at >= 0 &&
    ((isLetter(label[0]) && isLetter(clause[at - 1])) ||
      (isLetter(label.at(-1)) && isLetter(clause[at + label.length])))
    ? -1
    : at;
}

function tellClaim(
  claim: string,
  figure: Figure,
  sentence: string,
  span: Span,
  { words, language, tell }: Claims,
): void {
  const { change } = figure;
  if (change === null || change.quantity.value === 0) return;
  if (words.rising.test(claim) !== change.quantity.value > 0)
    tell(claimContradicts(claim, figure.id, formatChange(change, { language }), shortText(sentence), span));
}
