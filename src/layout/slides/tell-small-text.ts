/** Text of a slide that a room cannot read. */
import { textTooSmall } from '../../diagnostics/argument-messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { inlineText } from '../../locale/prose/inline-text.js';
import type { Pt } from '../../model/length.js';
import type { Slide } from '../../model/document.js';
import type { PageItem, SetParagraph } from '../../model/page.js';
import type { SlidePage } from './lay-slide.js';

/** In pt of a slide 540 high; sources and footers are a little larger. */
const leastSize = 10;
const usualHeight = 540;

const paragraphsOf = (item: PageItem): readonly SetParagraph[] =>
  item.kind === 'text'
    ? item.paragraphs
    : item.kind === 'table'
      ? item.rows.flatMap((row) => row.flatMap(({ paragraphs }) => paragraphs))
      : [];

/**
 * Tells of a slide's smallest text, where it is too small.
 *
 * @param height of the slide, in pt: what is read is read against that
 */
export function tellSmallText({ title, span }: Slide, pages: readonly SlidePage[], height: Pt, tell: Tell): void {
  if (span === null) return;
  const unit = height / usualHeight;
  const small = pages
    .flatMap(({ items }) => items.flatMap(paragraphsOf))
    // A raised mark is known by its place.
    .flatMap(({ runs }) => runs.filter((run) => run.note === undefined && run.text.trim() !== ''))
    .filter(({ style }) => style.size < (leastSize - 0.01) * unit)
    .reduce<{ text: string; size: number } | null>(
      (least, { text, style }) => (least === null || style.size < least.size ? { text, size: style.size } : least),
      null,
    );
  if (small === null) return;
  const size = Math.round((small.size / unit) * 10) / 10;
  const beginning = [...small.text].length > 16 ? `${[...small.text].slice(0, 16).join('')}…` : small.text;
  tell(textTooSmall(inlineText(title), beginning, size, leastSize, span));
}
