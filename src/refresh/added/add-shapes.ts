/**
 * Cards, charts, tables and pictures that the report has more on a slide that the edited deck has: put where the
 * report has them. What nobody has moved makes room as it does in the report.
 */
import type { EditedDeck, EditedPart, EditedSlide } from '../../powerpoint/edited/edited-deck.js';
import { splice, type Splice } from '../../powerpoint/edited/edit-xml.js';
import type { ShapeIdentity, SlideIdentity } from '../../powerpoint/identity/deck-identity.js';
import { relationsOf, relationsPath } from '../../powerpoint/package/relations.js';
import { childOf, findElement, parseXml, type XmlElement } from '../../powerpoint/xml/parse-xml.js';
import { editRelations } from '../../writers/pptx/template/edit-package-lists.js';
import type { SlidePair } from '../match/pair-slides.js';
import { signSplices } from '../match/sign-slide.js';
import type { SlideGrowth } from '../match/slide-growth.js';
import { carryShape, intoBox, shapeTarget, type NewNames, type ShapeTarget } from './carry-shape.js';
import type { PartsTarget } from './copy-part.js';
import { followLayout, type FollowedUnit } from './follow-layout.js';
import { groundOf } from './follow-look.js';
import { freshUnits, newPieces, type FreshUnit, type NewPiece } from './new-pieces.js';
import { placePiece, type Obstacle, type PlacedPiece } from './place-piece.js';
import { boundsOf, overlap, slideUnits, type Box } from './slide-units.js';
import { editedUnits, followers, type EditedUnit } from './standing-units.js';

export interface AddedPiece {
  readonly main: ShapeIdentity;
  /** All that came with it, itself too, by the report's names. */
  readonly names: ReadonlySet<string>;
  /** What it stands on, for want of room. */
  readonly over: readonly string[];
}

export interface AddedShapes {
  readonly pieces: readonly AddedPiece[];
  /** What the slide says of itself now. */
  readonly identity: SlideIdentity;
}

/**
 * @param parts of the deck, refreshed: the slide and what it leads to are put in
 * @param source the deck that the report would be now
 * @param identity what the refreshed slide says of itself
 * @param slidePath where the deck has a slide of the report, by its key
 */
export function addShapes(
  growth: SlideGrowth,
  parts: PartsTarget,
  source: EditedDeck,
  { report, identity, slidePath }: { report: string; identity: SlideIdentity; slidePath: ShapeTarget['slidePath'] },
): AddedShapes {
  const { slide, pair } = growth;
  const from = source.slides.find(({ own }) => own?.slide.key === pair.next.key);
  const part = refreshedPart(slide, parts);
  if (from === undefined || part === null) return { pieces: [], identity };
  const room = readRoom(growth, part, from, parts.deck, source);
  if (room.pieces.length === 0) return { pieces: [], identity };
  const target = shapeTarget(part, { parts, report, key: identity.key, slidePath });
  const carry = (element: XmlElement): { xml: string; named: NewNames } =>
    carryShape(from.xml.slice(element.start, element.end), from, source, target);
  const grounds = new Set(from.shapes.flatMap(({ element }) => groundOf(element) ?? []));
  const followed = new Map(
    [...room.following].map((unit) => [unit, followLayout(part.xml, unit, { xml: from.xml, grounds })]),
  );
  const splices = [...followed.values()].flatMap((each) => each.splices);
  const added: ShapeIdentity[] = [];
  const put = (
    { element, named }: { element: string; named: NewNames },
    at: number,
    boxOf: (box: Box) => Box,
  ): void => {
    splices.push({ start: at, end: at, text: element });
    added.push(...namedShapes(pair.next, named, boxOf));
  };
  for (const [{ unit }, { more }] of followed)
    for (const element of more) {
      const { xml, named } = carry(element);
      put({ element: xml, named }, endOf(unit.element), (box) => box);
    }
  const placed = placeAll(room);
  for (const { piece, place } of placed)
    for (const unit of piece.units) {
      const { xml, named } = carry(unit.unit.element);
      const boxOf = (box: Box): Box => within(box, piece, place.box);
      const element = intoBox(framed(xml, unit), unit.box, boxOf(unit.box));
      put({ element, named }, place.over.length > 0 ? onTop(part) : placeInOrder(unit, room, part), boxOf);
    }
  const grown = grownIdentity(identity, pair, followed, added);
  writeSlide(part, splices, grown, target, slide);
  return { pieces: placed.map(({ piece, place }) => addedPiece(piece, place)), identity: grown };
}

function refreshedPart({ path, xml, root }: EditedSlide, { parts }: PartsTarget): EditedPart | null {
  const now = parts.get(path);
  if (typeof now !== 'string') return { path, xml, root };
  const parsed = parseXml(now);
  return parsed === null ? null : { path, xml: now, root: parsed };
}

interface Room {
  readonly pieces: readonly NewPiece[];
  readonly units: readonly EditedUnit[];
  readonly following: ReadonlySet<EditedUnit>;
  readonly fresh: readonly FreshUnit[];
  readonly bounds: Box;
}

function readRoom(
  { pair, matches, shapes, marked }: SlideGrowth,
  part: EditedPart,
  from: EditedSlide,
  deck: EditedDeck,
  source: EditedDeck,
): Room {
  const fresh = freshUnits(slideUnits(from.root, relationsOf(source.pack, from.path)), pair.next.shapes);
  const twins = new Set(pair.shapes.map(([, next]) => next));
  const pieces = newPieces(
    fresh,
    (shape) => shapes.has(shape),
    (shape) => twins.has(shape),
  );
  const own = slideUnits(part.root, relationsOf(deck.pack, part.path));
  const units = editedUnits(own, matches, pair, fresh, (chart) => marked.has(chart));
  const content = fresh.filter(({ unit, kind }) => kind !== 'plain' && unit.box !== null).map(({ box }) => box);
  return { pieces, units, following: followers(units, pieces), fresh, bounds: boundsOf(content) };
}

/** One after another: each stands in the way of the next. */
function placeAll({ pieces, units, following, bounds }: Room): readonly { piece: NewPiece; place: PlacedPiece }[] {
  const standing = units
    .filter(({ isGround }) => !isGround)
    .map((unit) => ({
      box: following.has(unit) ? unit.fresh!.box : unit.box,
      name: unit.name,
      fresh: unit.fresh,
    }));
  const taken: Obstacle[] = [];
  return pieces.map((piece) => {
    const obstacles = standing.map(({ box, name, fresh }) => ({
      box,
      name,
      isBelow: fresh !== null && overlap(fresh.box, piece.box),
    }));
    const place = placePiece(piece, bounds, [...obstacles, ...taken]);
    taken.push({ box: place.box, name: piece.main.shapes[0]!.name, isBelow: false });
    return { piece, place };
  });
}

/** Where a unit of a piece stands when that is put into another box: captions keep their height and their gap. */
function within(box: Box, { main, box: piece }: NewPiece, to: Box): Box {
  const [wider, higher] = [to.cx - piece.cx, to.cy - piece.cy];
  const isCaption = main.kind !== 'text' && box.cy < main.box.cy && !overlap(box, main.box);
  const isUnder = isCaption && box.y > main.box.y;
  return {
    x: to.x + box.x - piece.x,
    y: to.y + box.y - piece.y + (isUnder ? higher : 0),
    cx: box.cx + (box.cx > piece.cx / 2 ? wider : 0),
    cy: box.cy + (isCaption ? 0 : higher),
  };
}

/** A frame or a picture that filled a placeholder of its layout stands by itself on this slide. */
function framed(xml: string, { unit, box }: FreshUnit): string {
  const free = unit.element.name === 'p:sp' ? xml : xml.replaceAll(/<p:ph\b[^>]*?(?:\/>|>[\s\S]*?<\/p:ph>)/g, '');
  if (unit.box !== null || unit.element.name !== 'p:pic') return free;
  const frame = `<a:xfrm><a:off x="${box.x}" y="${box.y}"/><a:ext cx="${box.cx}" cy="${box.cy}"/></a:xfrm>`;
  const whole = /<a:prstGeom\b/.test(free) ? frame : `${frame}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`;
  return free.replace(/<p:spPr\s*\/>|<p:spPr>/, (tag) => `<p:spPr>${whole}${tag.endsWith('/>') ? '</p:spPr>' : ''}`);
}

/** Behind the shape that it follows in the report: that is the order in which they are read, and lie. */
function placeInOrder(unit: FreshUnit, { fresh, units }: Room, { root }: EditedPart): number {
  const before = fresh.slice(0, fresh.indexOf(unit));
  for (const each of [...before].reverse()) {
    const found = units.find((edited) => edited.fresh === each);
    if (found !== undefined) return found.unit.element.end;
  }
  const tree = findElement(root, 'p:cSld', 'p:spTree')!;
  return childOf(tree, 'p:grpSpPr')?.end ?? tree.contentStart;
}

/** What lies over others for want of room is seen. */
function onTop({ root }: EditedPart): number {
  const tree = findElement(root, 'p:cSld', 'p:spTree')!;
  return tree.children.filter(({ name }) => name !== 'p:extLst').at(-1)?.end ?? tree.contentStart;
}

/** The last place within a group, or the one behind a shape. */
const endOf = (element: XmlElement): number =>
  element.name === 'p:grpSp' ? (element.children.at(-1)?.end ?? element.end) : element.end;

const namedShapes = ({ shapes }: SlideIdentity, named: NewNames, boxOf: (box: Box) => Box): readonly ShapeIdentity[] =>
  shapes.flatMap((shape) => {
    const names = named.get(shape.creationId.toUpperCase());
    return names === undefined ? [] : [{ ...shape, ...names, box: boxOf(shape.box) }];
  });

/** What moved stands where the report has it; what is new follows. */
function grownIdentity(
  identity: SlideIdentity,
  { base }: SlidePair,
  followed: ReadonlyMap<EditedUnit, FollowedUnit>,
  added: readonly ShapeIdentity[],
): SlideIdentity {
  const all = [...followed.values()];
  const boxes = new Map(all.flatMap((each) => [...each.boxes].map(([shape, box]) => [shape.creationId, box] as const)));
  const forms = new Map(all.flatMap((each) => [...each.formed].map(([shape, to]) => [shape.creationId, to] as const)));
  const gone = new Set(all.flatMap((each) => [...each.gone].map(({ creationId }) => creationId)));
  const known = new Set(base.shapes.map(({ creationId }) => creationId));
  const kept = identity.shapes
    .filter(({ creationId }) => !(known.has(creationId) && gone.has(creationId)))
    .map((shape): ShapeIdentity => {
      const box = boxes.get(shape.creationId) ?? shape.box;
      const form = forms.get(shape.creationId);
      if (shape.kind === 'text' && form?.kind === 'text')
        return { ...shape, box, ...(form.sizes && { sizes: form.sizes }) };
      if (shape.kind === 'table' && form?.kind === 'table')
        return { ...shape, box, ...(form.form && { form: form.form }) };
      return { ...shape, box };
    });
  return { ...identity, shapes: [...kept, ...added] };
}

function writeSlide(
  part: EditedPart,
  splices: readonly Splice[],
  identity: SlideIdentity,
  { parts: { deck, parts }, relations }: ShapeTarget,
  slide: EditedSlide,
): void {
  parts.set(part.path, splice(part.xml, [...splices, ...signSplices({ ...slide, ...part }, identity)]));
  if (relations.length === 0) return;
  const path = relationsPath(part.path);
  const now = parts.get(path);
  parts.set(
    path,
    editRelations(typeof now === 'string' ? now : deck.pack.text(path), () => false, relations),
  );
}

const addedPiece = ({ main, units }: NewPiece, { over }: PlacedPiece): AddedPiece => ({
  main: main.shapes[0]!,
  names: new Set(units.flatMap(({ shapes }) => shapes.map(({ name }) => name))),
  over,
});
