/** Text of a slide that a room cannot read. */
import { footTooSmall, textTooSmall } from '../../diagnostics/argument-messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { inlineText } from '../../locale/prose/inline-text.js';
import { slideUnit, type Size } from '../../model/length.js';
import type { Slide } from '../../model/document.js';
import type { PageItem, SetParagraph } from '../../model/page.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import type { SlidePage } from './lay-slide.js';

/** In pt of a slide 540 high; sources and footers are a little larger. */
const leastSize = 10;

const paragraphsOf = (item: PageItem): readonly SetParagraph[] =>
  item.kind === 'text'
    ? item.paragraphs
    : item.kind === 'table'
      ? item.rows.flatMap((row) => row.flatMap(({ paragraphs }) => paragraphs))
      : [];

/** Regions of a footer and a number, which are the same on each slide of a layout. */
const namesOfFeet = ({ regions }: SlideLayout): readonly string[] =>
  regions.filter(({ accepts }) => accepts.includes('footer') || accepts.includes('number')).map(({ name }) => name);

/**
 * Tells of a slide's smallest text, where it is too small. Footers and numbers are told of by their layout.
 *
 * @param page the slide, in pt: what is read is read against its size
 */
export function tellSmallText(
  { title, span }: Slide,
  pages: readonly SlidePage[],
  { page, tell }: { readonly page: Size; readonly tell: Tell },
): void {
  if (span === null) return;
  const unit = slideUnit(page);
  const small = pages
    .flatMap(({ items, layout }) => {
      const foot = namesOfFeet(layout);
      return items.filter((item) => item.kind !== 'text' || !foot.includes(item.placeholder ?? ''));
    })
    .flatMap(paragraphsOf)
    // A raised mark is known by its place, an arrow by its shape.
    .flatMap(({ runs }) =>
      runs.filter(
        ({ style, note, text }) =>
          style.size < (leastSize - 0.01) * unit && note === undefined && /[\p{L}\p{N}]/u.test(text),
      ),
    )
    .reduce<{ text: string; size: number } | null>(
      (least, { text, style }) => (least === null || style.size < least.size ? { text, size: style.size } : least),
      null,
    );
  if (small === null) return;
  const size = Math.round((small.size / unit) * 10) / 10;
  const beginning = [...small.text].length > 16 ? `${[...small.text].slice(0, 16).join('')}…` : small.text;
  tell(textTooSmall(inlineText(title), beginning, size, leastSize, span));
}

/** Tells once of the layouts whose footers and numbers are too small, by their size. */
export function tellSmallFeet(
  pages: readonly SlidePage[],
  { page, tell }: { readonly page: Size; readonly tell: Tell },
): void {
  const unit = slideUnit(page);
  const found = new Map<number, Set<string>>();
  for (const { items, layout } of pages) {
    const foot = namesOfFeet(layout);
    const sizes = items
      .filter((item) => item.kind === 'text' && foot.includes(item.placeholder ?? ''))
      .flatMap(paragraphsOf)
      .flatMap(({ runs }) => runs.filter(({ text }) => text.trim() !== '').map(({ style }) => style.size));
    const least = Math.min(...sizes);
    if (least >= (leastSize - 0.01) * unit) continue;
    const size = Math.round((least / unit) * 10) / 10;
    found.set(size, (found.get(size) ?? new Set()).add(layout.name));
  }
  for (const [size, names] of found) tell(footTooSmall([...names], size, leastSize));
}
