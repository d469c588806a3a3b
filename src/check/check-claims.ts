/** Words that claim a direction, against the sign of the change that they speak of. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { claimContradicts } from '../diagnostics/messages.js';
import { formatChange } from '../locale/format-figure.js';
import type { Document, Inline } from '../model/document.js';
import type { Figure } from '../model/figure.js';
import type { Report } from '../model/report.js';
import type { Span } from '../model/span.js';
import { leavesOf, shortText, textOf, walkDocument } from './walk-document.js';

const rising = '增长|上升|提高|增加|提升|扩大|上涨|跃升|回升|攀升';
const falling = '下降|减少|降低|下滑|回落|缩小|下跌|收窄';
const claims = new RegExp(`${rising}|${falling}`);
const claimBefore = new RegExp(`(${rising}|${falling})(?:了|达到|达|至|约|近|超)?$`);
/** What may stand between a label and the claim about it: 、 and 均, no other thing. */
const joining = /^(?:[、和与及均都双齐同比皆略大幅也又继续实现呈]|持续)*$/;
/** 以下降为好 says which way is good, not which way it went. */
const wishes = new RegExp(`以(?:${rising}|${falling})为(?:好|优)`, 'g');

export function checkClaims({ figures }: Report, documents: readonly Document[], tell: Tell): void {
  const changing = [...figures.values()].filter(({ change }) => change !== null && change.quantity.value !== 0);
  const look = (inlines: readonly Inline[]): void => {
    checkAdjacent(inlines, figures, tell);
    checkLabels(inlines, changing, tell);
  };
  for (const document of documents) walkDocument(document, { text: look });
}

/** 增长{{figure}}, where the figure fell. */
function checkAdjacent(inlines: readonly Inline[], figures: ReadonlyMap<string, Figure>, tell: Tell): void {
  const leaves = leavesOf(inlines);
  for (const [index, leaf] of leaves.entries()) {
    const before = leaves[index - 1];
    if (leaf.kind !== 'figure' || before?.kind !== 'text') continue;
    const figure = figures.get(leaf.id);
    // A quantity after 增加 is what was added: 新增, not a change against before.
    if (figure === undefined || (leaf.part !== 'change' && figure.quantity !== null)) continue;
    const claim = claimBefore.exec(before.text)?.[1];
    if (claim !== undefined) tellClaim(claim, figure, textOf(inlines), leaf.span, tell);
  }
}

/** 刑事立案数下降, where it rose. */
function checkLabels(inlines: readonly Inline[], changing: readonly Figure[], tell: Tell): void {
  const whole = textOf(inlines);
  const span = leavesOf(inlines).find((leaf) => 'span' in leaf)?.span;
  if (span === undefined) return;
  for (const clause of whole.replaceAll(wishes, '').split(/[，。；：！？,;!?]/)) {
    for (const figure of changing) {
      const at = clause.indexOf(figure.label);
      if (at < 0) continue;
      let after = clause.slice(at + figure.label.length);
      for (const { label } of changing) after = after.replaceAll(label, '');
      const claim = claims.exec(after);
      if (claim !== null && joining.test(after.slice(0, claim.index))) tellClaim(claim[0], figure, whole, span, tell);
    }
  }
}

function tellClaim(claim: string, figure: Figure, sentence: string, span: Span, tell: Tell): void {
  const { change } = figure;
  if (change === null || change.quantity.value === 0) return;
  const rises = new RegExp(rising).test(claim);
  if (rises !== change.quantity.value > 0)
    tell(claimContradicts(claim, figure.id, formatChange(change), shortText(sentence), span));
}
