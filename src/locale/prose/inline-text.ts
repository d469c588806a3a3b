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
    else if (inline.kind === 'break') text += '\n';
    else {
      const within = linesOf(inline.children, leafText);
      text += inline.kind === 'superscript' ? raised(within, text) : within;
    }
  }
  return text;
}

/** Without small characters m^2^ is m², and 10^6^ is 10^6, never 106. */
function raised(text: string, before: string): string {
  const small = '¹²³'['123'.indexOf(text)];
  if (/\d$/.test(before) && /^[+\-−]?\d/.test(text)) return `^${text}`;
  return text.length === 1 && small !== undefined ? small : text;
}

/** Every inline that is no leaf: what all documents have, drafts and bound ones. */
const branches: Readonly<Record<InlineOf<never>['kind'], true>> = {
  text: true,
  value: true,
  break: true,
  strong: true,
  emphasis: true,
  strike: true,
  superscript: true,
  subscript: true,
  link: true,
};

const isLeaf = <Leaf extends { readonly kind: string }>(inline: InlineOf<Leaf>): inline is Leaf =>
  !(inline.kind in branches);
