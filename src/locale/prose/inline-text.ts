/** Inlines to their text, without any style: for bookmarks, running heads, alternative text, what is said aloud. */
import type { Inline, InlineOf } from '../../model/document.js';
import { joinLines } from './join-lines.js';

/** Text on one line; `leafText` says what stands for a figure, a footnote's mark, or a reference to one. */
export const textOfInlines = <Leaf extends { readonly kind: string }>(
  inlines: readonly InlineOf<Leaf>[],
  leafText: (leaf: Leaf) => string,
): string => joinLines(linesOf(inlines, leafText));

/** The text that inlines print, without the marks of footnotes. */
export const inlineText = (inlines: readonly Inline[]): string =>
  textOfInlines(inlines, (leaf) => (leaf.kind === 'figure' ? leaf.text : ''));

function linesOf<Leaf extends { readonly kind: string }>(
  inlines: readonly InlineOf<Leaf>[],
  leafText: (leaf: Leaf) => string,
): string {
  let text = '';
  for (const inline of inlines) {
    if (isLeaf(inline)) text += leafText(inline);
    else if (inline.kind === 'text' || inline.kind === 'value') text += inline.text;
    else text += inline.kind === 'break' ? '\n' : linesOf(inline.children, leafText);
  }
  return text;
}

/** Every inline that is no leaf: what all documents have, drafts and bound ones. */
const branches: Readonly<Record<InlineOf<never>['kind'], true>> = {
  text: true,
  value: true,
  break: true,
  strong: true,
  emphasis: true,
  strike: true,
  link: true,
};

const isLeaf = <Leaf extends { readonly kind: string }>(inline: InlineOf<Leaf>): inline is Leaf =>
  !(inline.kind in branches);
