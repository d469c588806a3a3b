/** Cards, tables and pictures that the report has no more on a slide, or on those on which it goes on: they stay. */
import type { EditedSlide } from '../powerpoint/edited/edited-deck.js';
import type { ShapeIdentity } from '../powerpoint/identity/deck-identity.js';
import type { ShapeMatch } from './match/match-shapes.js';
import { leastConfidence } from './match/match-slides.js';
import type { SlidePair } from './match/pair-slides.js';
import { textsOfShape } from './match/texts-of-slide.js';
import { place, type Collected, type SlideContext } from './slide-context.js';

/** A chart has told it with its numbers. */
export function tellGoneShapes(
  slide: EditedSlide,
  matches: readonly (ShapeMatch | null)[],
  pair: SlidePair,
  collected: Collected,
  { pairOf }: SlideContext,
): void {
  const twins = new Set(pair.shapes.map(([base]) => base));
  const told = new Set(collected.changes.flatMap(({ kind, shape }) => (kind === 'gone' ? [shape] : [])));
  const missing = new Set(pair.base.shapes.filter((shape) => !twins.has(shape) && saysMuch(shape)));
  if (missing.size === 0) return;
  const stem = (key: string): string => key.replace(/\+\d+$/, '');
  const elsewhere = new Set(
    [...pairOf.values()].flatMap(({ next }) =>
      stem(next.key) === stem(pair.next.key) ? next.shapes.map(({ name }) => name) : [],
    ),
  );
  slide.shapes.forEach((shape, index) => {
    const match = matches[index] ?? null;
    if (match === null || match.confidence < leastConfidence || told.has(shape.name)) return;
    const base = match.shape;
    if (!missing.has(base) || elsewhere.has(base.name) || !saysMuch(base)) return;
    const outcome = { kind: 'gone', figure: null, before: base.name, after: '', reason: null } as const;
    const context = base.kind === 'text' ? textsOfShape(base).join(' · ') : '';
    collected.changes.push(place({ ...outcome, context }, slide, base.kind, shape.name));
  });
}

/** Not a caption, nor a heading: those go without saying. */
const saysMuch = (shape: ShapeIdentity): shape is ShapeIdentity & { readonly kind: 'table' | 'picture' | 'text' } =>
  shape.kind === 'table' ||
  shape.kind === 'picture' ||
  (shape.kind === 'text' && shape.placeholder === null && shape.paragraphs.some(({ figures }) => figures.length > 0));
