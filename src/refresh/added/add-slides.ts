/**
 * Slides that the report has and the edited deck never had, put where the report has them: behind the slide that they
 * follow there. Each brings its charts, pictures and notes along, and stands on the deck's own layout of its name.
 */
import type { EditedDeck, EditedSlide } from '../../powerpoint/edited/edited-deck.js';
import type { SlideIdentity } from '../../powerpoint/identity/deck-identity.js';
import { relationsOf, relationsPath, relativeTarget, type Relation } from '../../powerpoint/package/relations.js';
import { relationshipsPart, type Relationship } from '../../writers/pptx/package/relationships.js';
import { editRelations } from '../../writers/pptx/template/edit-package-lists.js';
import type { SlideMatch } from '../match/match-slides.js';
import { withoutLink } from './carry-shape.js';
import { copyPart, type PartsTarget } from './copy-part.js';
import { layoutFinder } from './find-layout.js';
import { insertSlides, type PlacedSlide } from './insert-slides.js';

interface Target extends PartsTarget {
  /** The path of each slide of the report that the deck has, by its key. */
  readonly pathOf: Map<string, string>;
  readonly layoutFor: (slide: EditedSlide, source: EditedDeck) => string | null;
}

/**
 * Those that were added.
 *
 * @param parts of the deck as it was edited: what is new there is put in
 * @param source the deck that the report would be now
 * @param wanted slides of it, by their keys; one that finds no layout in the deck is left out
 * @param matches what each slide of the deck is
 */
export function addSlides(
  parts: PartsTarget,
  source: EditedDeck,
  wanted: readonly SlideIdentity[],
  matches: readonly (SlideMatch | null)[],
): readonly SlideIdentity[] {
  const target = targetOf(parts, matches);
  const keys = new Map(wanted.map((slide) => [slide.key, slide]));
  const own = source.slides.flatMap((slide) => {
    const identity = slide.own === null ? undefined : keys.get(slide.own.slide.key);
    const layout = identity === undefined ? null : target.layoutFor(slide, source);
    return identity === undefined || layout === null ? [] : [{ slide, identity, layout }];
  });
  if (own.length === 0) return [];
  // Links among new slides lead to each other: all have their names before one is copied.
  for (const { slide, identity } of own) target.pathOf.set(identity.key, target.fresh(slide.path));
  for (const each of own) copySlide(each.slide, each.layout, source, target);
  listSlides(
    own.map(({ identity }) => ({
      path: target.pathOf.get(identity.key)!,
      behind: behindOf(identity.key, source, target),
    })),
    target,
  );
  return own.map(({ identity }) => identity);
}

function targetOf(parts: PartsTarget, matches: readonly (SlideMatch | null)[]): Target {
  const { deck } = parts;
  const pathOf = new Map<string, string>();
  deck.slides.forEach(({ path }, index) => {
    const key = matches[index]?.slide.key;
    if (key !== undefined && !pathOf.has(key)) pathOf.set(key, path);
  });
  return { ...parts, pathOf, layoutFor: layoutFinder(deck) };
}

/** The nearest slide before it in the report that the deck has; null for none. */
function behindOf(key: string, { slides }: EditedDeck, { pathOf }: Target): string | null {
  const order = slides.map(({ own }) => own?.slide.key ?? '');
  for (let index = order.indexOf(key) - 1; index >= 0; index -= 1) {
    const path = pathOf.get(order[index]!);
    if (path !== undefined) return path;
  }
  return null;
}

function copySlide(slide: EditedSlide, layout: string, source: EditedDeck, target: Target): void {
  const path = target.pathOf.get(slide.own!.slide.key)!;
  const dropped: string[] = [];
  const relations = relationsOf(source.pack, slide.path).flatMap((relation): readonly Relationship[] => {
    const { id, type, external } = relation;
    if (external) return [{ id, type, target: relation.target, external }];
    const to = type === 'slideLayout' ? layout : copyLinked(relation, path, source, target);
    if (to === null) dropped.push(id);
    return to === null ? [] : [{ id, type, target: relativeTarget(path, to) }];
  });
  target.parts.set(path, dropped.reduce(withoutLink, slide.xml));
  target.parts.set(relationsPath(path), relationshipsPart(relations));
}

/** The path in the deck of what a new slide at `path` leads to; null for what is left out. */
function copyLinked({ type, target: from }: Relation, path: string, source: EditedDeck, target: Target): string | null {
  switch (type) {
    case 'slide': {
      const linked = source.slides.find((slide) => slide.path === from)?.own;
      return (linked && target.pathOf.get(linked.slide.key)) ?? null;
    }
    case 'notesSlide':
      return copyNotes(from, path, source, target);
    case 'comments':
      return null;
    default:
      return copyPart(from, source, target);
  }
}

/** Notes stand on the deck's own master of notes; without one they are left out. */
function copyNotes(from: string, slide: string, source: EditedDeck, target: Target): string | null {
  const { deck } = target;
  const master = relationsOf(deck.pack, deck.main).find(({ type }) => type === 'notesMaster')?.target;
  if (master === undefined) return null;
  const path = target.fresh(from);
  target.parts.set(path, source.pack.text(from)!);
  target.parts.set(
    relationsPath(path),
    relationshipsPart([
      { id: 'rId1', type: 'notesMaster', target: relativeTarget(path, master) },
      { id: 'rId2', type: 'slide', target: relativeTarget(path, slide) },
      ...relationsOf(source.pack, from).filter(({ external }) => external),
    ]),
  );
  return path;
}

function listSlides(placed: readonly PlacedSlide[], { deck, parts }: Target): void {
  const { pack, main } = deck;
  const edited = insertSlides(deck, placed);
  parts.set(main, edited.xml);
  parts.set(
    relationsPath(main),
    editRelations(pack.text(relationsPath(main)), () => false, edited.relations),
  );
}
