/**
 * Dots of ranks and bars of cards: shapes whose place or length shows a figure. Each stands on a scale, and by that it
 * is moved: wherever a person has put the scale, however long they have made it.
 */
import type { EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import { attributeSpan, type Splice } from '../powerpoint/edited/edit-xml.js';
import type { PlainShapeIdentity, ShapeIdentity, SlideIdentity } from '../powerpoint/identity/deck-identity.js';
import { childOf, findElement } from '../powerpoint/xml/parse-xml.js';
import type { ChangeKind } from './changes/change.js';
import type { ShapeMatch } from './match/match-shapes.js';
import { leastConfidence } from './match/match-slides.js';
import { drawnShapes, type SlidePair } from './match/pair-slides.js';
import { place, type Collected } from './slide-context.js';

export type Across = { readonly x: number; readonly cx: number };

/** A person has moved what is further than this from where the build put it, in EMU: 2 pt. */
const near = 25_400;

export function refreshDrawn(
  slide: EditedSlide,
  matches: readonly (ShapeMatch | null)[],
  pair: SlidePair,
  collected: Collected,
): void {
  const found = new Map<ShapeIdentity, EditedShape>();
  slide.shapes.forEach((shape, index) => {
    const match = matches[index] ?? null;
    if (match !== null && match.confidence >= leastConfidence) found.set(match.shape, shape);
  });
  const twins = new Map(pair.shapes);
  const nextDrawn = drawnShapes(pair.next);
  for (const [figure, shapes] of drawnShapes(pair.base)) {
    const [scale] = shapes;
    const shown = found.get(scale!);
    const tell = (kind: ChangeKind, reason: 'form' | null): void =>
      tellDrawn(slide, { figure, kind, reason, pair, shape: shown?.name ?? null }, collected);
    if ((nextDrawn.get(figure)?.length ?? shapes.length) !== shapes.length) {
      if (shown !== undefined) tell('stale', 'form');
      continue;
    }
    const scales = { base: scale!.box, next: twins.get(scale!)?.box, shown: shown?.box ?? undefined };
    if (scales.next === undefined || scales.shown === undefined || scales.base.cx === 0) continue;
    const moved = shapes.slice(1).flatMap((shape) => {
      const [next, edited] = [twins.get(shape), found.get(shape)];
      return next === undefined || edited === undefined
        ? []
        : [moveOn({ base: scales.base, next: scales.next!, shown: scales.shown! }, shape, next, edited, slide.xml)];
    });
    const splices = moved.flatMap((each) => (each === null || each === 'own' ? [] : each));
    collected.splices.push(...splices);
    if (splices.length > 0) tell('updated', null);
    else if (moved.includes('own')) tell('kept', null);
  }
}

/** Null where it shows the same as before, `own` where a person has moved it along its scale. */
function moveOn(
  scales: { readonly base: Across; readonly next: Across; readonly shown: Across },
  base: PlainShapeIdentity,
  next: ShapeIdentity,
  edited: EditedShape,
  xml: string,
): readonly Splice[] | 'own' | null {
  const before = onScale(base.box, scales.base, scales.shown);
  const after = onScale(next.box, scales.next, scales.shown);
  // A dot keeps its size; a bar has its length from the figure.
  const isDot = Math.abs(base.box.cx - next.box.cx) < 2;
  const isAtSamePlace = isDot
    ? Math.abs(middle(before) - middle(after)) < 635
    : Math.abs(before.x - after.x) < 635 && Math.abs(before.cx - after.cx) < 635;
  if (isAtSamePlace) return null;
  const { box } = edited;
  if (box === null) return null;
  const isMoved = Math.abs(middle(box) - middle(before)) > near || (!isDot && Math.abs(box.cx - before.cx) > near);
  if (isMoved) return 'own';
  const x = Math.round(isDot ? middle(after) - box.cx / 2 : after.x);
  return [
    ...(setAttribute(edited, 'a:off', 'x', x, xml) ?? []),
    ...(isDot ? [] : (setAttribute(edited, 'a:ext', 'cx', Math.max(1, Math.round(after.cx)), xml) ?? [])),
  ];
}

const middle = ({ x, cx }: Across): number => x + cx / 2;

/** Where a shape of one scale stands on another. */
export function onScale(box: Across, from: Across, to: Across): Across {
  const share = to.cx / from.cx;
  return { x: to.x + (box.x - from.x) * share, cx: box.cx * share };
}

function setAttribute(
  { element }: EditedShape,
  name: 'a:off' | 'a:ext',
  attribute: string,
  value: number,
  xml: string,
): readonly Splice[] | null {
  const own = childOf(findElement(element, 'p:spPr', 'a:xfrm'), name);
  const span = own === null ? null : attributeSpan(xml, own.start, attribute);
  return span === null ? null : [{ ...span, text: String(value) }];
}

interface DrawnOutcome {
  readonly figure: string;
  readonly kind: ChangeKind;
  readonly reason: 'form' | null;
  readonly pair: SlidePair;
  readonly shape: string | null;
}

function tellDrawn(
  slide: EditedSlide,
  { figure, kind, reason, pair, shape }: DrawnOutcome,
  collected: Collected,
): void {
  const [olds, news] = [printsOf(pair.base, figure), printsOf(pair.next, figure)];
  // Of all that a card says of a figure, what is another now.
  const at = Math.max(
    0,
    olds.findIndex((text, index) => text !== news[index]),
  );
  const [before, after] = [olds[at] ?? '', news[at] ?? ''];
  if (before === after && kind !== 'updated') return;
  collected.changes.push(place({ kind, figure, before, after, reason, context: '' }, slide, 'shape', shape));
}

/** As the slide prints the figure, from the first on. */
const printsOf = ({ shapes }: SlideIdentity, figure: string): readonly string[] =>
  shapes.flatMap((shape) =>
    shape.kind === 'text'
      ? shape.paragraphs.flatMap(({ figures }) =>
          figures.filter((each) => each.figure === figure).map(({ text }) => text),
        )
      : [],
  );
