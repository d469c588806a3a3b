/**
 * What a chart is drawn with: arrows, lines and words upon a native chart, or all of a chart that is plain shapes. Each
 * piece that stands as it was built goes where the report has it, in the look that it has; one that somebody has moved
 * stays, and that is told.
 */
import type { EditedSlide } from '../powerpoint/edited/edited-deck.js';
import { attributeSpan, escapeAttribute, type Splice } from '../powerpoint/edited/edit-xml.js';
import { boxIn, boxOf, creationIdOf } from '../powerpoint/edited/read-shapes.js';
import { paragraphsOf, spliceParagraph } from '../powerpoint/edited/paragraphs.js';
import type { ChartShapeIdentity, MarkIdentity, ShapeIdentity } from '../powerpoint/identity/deck-identity.js';
import { childOf, childrenOf, findElement, parseXml, type XmlElement } from '../powerpoint/xml/parse-xml.js';
import { placeMarks, type Box } from './match/place-marks.js';
import type { ShapeMatch } from './match/match-shapes.js';
import { leastConfidence } from './match/match-slides.js';
import type { SlidePair } from './match/pair-slides.js';
import { mergeText } from './merge/merge-text.js';
import { sameNumbers } from './refresh-picture.js';
import { place, type Collected, type SlideContext } from './slide-context.js';

export interface FollowedDrawings {
  /** Charts whose drawing says what the report says: all of it, but for what was moved by hand. */
  readonly charts: ReadonlySet<ShapeIdentity>;
  /** Those of which every piece stands as it was built. */
  readonly standing: ReadonlySet<ShapeIdentity>;
  /** `p:cNvPr` of shapes whose words are done, by where it begins. */
  readonly done: ReadonlySet<number>;
}

interface Drawing {
  readonly base: ChartShapeIdentity & { readonly marks: readonly MarkIdentity[] };
  readonly next: ChartShapeIdentity & { readonly marks: readonly MarkIdentity[] };
  readonly group: XmlElement;
  /** Where the chart stands now, in the measure of the group. */
  readonly box: Box;
}

export function followDrawings(
  slide: EditedSlide,
  matches: readonly (ShapeMatch | null)[],
  pair: SlidePair,
  collected: Collected,
  context: SlideContext,
): FollowedDrawings {
  const [charts, standing, done] = [new Set<ShapeIdentity>(), new Set<ShapeIdentity>(), new Set<number>()];
  for (const drawing of drawingsOf(slide, matches, pair)) {
    const { base, next } = drawing;
    const isSame =
      JSON.stringify(placeMarks(next.marks, next.box, base.box)) === JSON.stringify(base.marks) &&
      // Colours of a chart that is drawn may be all that says its numbers.
      (base.data !== null || sameNumbers(base, next));
    const pieces = piecesOf(drawing);
    if (pieces.every((piece) => piece !== null)) standing.add(base);
    const followed = isSame ? [] : followPieces(slide, drawing, pieces, collected, context);
    if (followed === null) continue;
    charts.add(base);
    for (const start of followed) done.add(start);
    if (isSame || !isMovedByHand(drawing, pieces)) continue;
    const outcome = { figure: null, before: base.chart, after: '', context: '' };
    collected.changes.push(place({ ...outcome, kind: 'stale', reason: 'drawn' }, slide, 'chart', base.name));
  }
  return { charts, standing, done };
}

/** Those of which the report has as many pieces, of the same forms. */
function drawingsOf(slide: EditedSlide, matches: readonly (ShapeMatch | null)[], pair: SlidePair): readonly Drawing[] {
  const marked = pair.shapes.flatMap(([base, next]) =>
    base.kind === 'chart' && next.kind === 'chart' && hasMarks(base) && hasMarks(next) && isAlike(base, next)
      ? [{ base, next }]
      : [],
  );
  if (marked.length === 0) return [];
  const groups = groupsIn(findElement(slide.root, 'p:cSld', 'p:spTree'));
  return marked.flatMap(({ base, next }): readonly Drawing[] => {
    const shape = slide.shapes.find((_shape, index) => isMatch(matches[index], base));
    const group = groups.find((each) =>
      base.data === null
        ? groupId(each) === base.creationId.toUpperCase()
        : each.children.some((child) => child === shape?.element),
    );
    const box = base.data === null ? innerBox(group) : (shape?.box ?? null);
    return group === undefined || box === null ? [] : [{ base, next, group, box }];
  });
}

/** Each before those that stand in it. */
const groupsIn = (tree: XmlElement | null): readonly XmlElement[] =>
  childrenOf(tree, 'p:grpSp').flatMap((group) => [group, ...groupsIn(group)]);

const hasMarks = (
  chart: ChartShapeIdentity,
): chart is ChartShapeIdentity & { readonly marks: readonly MarkIdentity[] } => chart.marks !== undefined;

const isAlike = ({ marks: one }: Drawing['base'], { marks: other }: Drawing['next']): boolean =>
  one.length === other.length &&
  one.every(({ form, text }, index) => form === other[index]!.form && text?.length === other[index]!.text?.length);

const isMatch = (match: ShapeMatch | null | undefined, base: ShapeIdentity): boolean =>
  match?.shape === base && match.confidence >= leastConfidence;

function groupId(group: XmlElement): string | null {
  const properties = findElement(group, 'p:nvGrpSpPr', 'p:cNvPr');
  return properties === null ? null : creationIdOf(properties);
}

function innerBox(group: XmlElement | undefined): Box | null {
  const frame = findElement(group, 'p:grpSpPr', 'a:xfrm');
  return boxIn(childOf(frame, 'a:chOff'), childOf(frame, 'a:chExt'));
}

const frameOf = (piece: XmlElement): XmlElement | null => findElement(piece, 'p:spPr', 'a:xfrm');

const formOf = (piece: XmlElement): MarkIdentity['form'] =>
  piece.name === 'p:cxnSp' ? 'straight' : findElement(piece, 'p:spPr', 'a:custGeom') === null ? 'box' : 'path';

const isPiece = ({ name }: XmlElement): boolean => name === 'p:sp' || name === 'p:cxnSp';

/** In EMU: hundredths of a millimetre, to which LibreOffice rounds, and as much again. */
const near = 1_500;

/** Each mark of the build as it stands in the group; null for one that was moved, changed in size or taken out. */
function piecesOf({ base, group, box }: Drawing): readonly (XmlElement | null)[] {
  const left = group.children.filter(isPiece);
  return placeMarks(base.marks, base.box, box).map((mark) => {
    const at = left.findIndex((piece) => {
      const own = boxOf(piece);
      return own !== null && formOf(piece) === mark.form && isNear(own, mark.box);
    });
    return at < 0 ? null : left.splice(at, 1)[0]!;
  });
}

const isNear = ({ x, y, cx, cy }: Box, box: MarkIdentity['box']): boolean =>
  [x, y, cx, cy].every((side, index) => Math.abs(side - box[index]!) <= near);

/** A piece that was taken out is not missed. */
const isMovedByHand = ({ group }: Drawing, pieces: readonly (XmlElement | null)[]): boolean =>
  pieces.includes(null) && group.children.filter(isPiece).length > pieces.filter((piece) => piece !== null).length;

/** Where `p:cNvPr` begins of those whose words are done; null where the drawing cannot be set anew. */
function followPieces(
  slide: EditedSlide,
  { base, next, box }: Drawing,
  pieces: readonly (XmlElement | null)[],
  collected: Collected,
  context: SlideContext,
): readonly number[] | null {
  const fresh = readDrawing(context.theirs.drawings.get(next.creationId.toUpperCase()));
  if (fresh?.pieces.length !== next.marks.length) return null;
  const fills = new Set(fresh.pieces.map((piece) => fillKey(fillOf(piece))));
  const done: number[] = [];
  placeMarks(next.marks, next.box, box).forEach((mark, index) => {
    const [piece, other] = [pieces[index]!, fresh.pieces[index]!];
    if (piece === null) return;
    collected.splices.push(
      ...frameSplices(slide.xml, frameOf(piece)!, mark, frameOf(other)!),
      ...pathSplices(slide.xml, piece, other, fresh.xml),
      ...fillSplices(slide.xml, piece, other, fresh.xml, fills),
    );
    const before = base.marks[index]!.text;
    if (before === undefined || mark.text === undefined) return;
    done.push(...followWords(slide, piece, { before, after: mark.text, chart: base.chart }, collected, context));
  });
  return done;
}

interface FreshDrawing {
  readonly xml: string;
  readonly pieces: readonly XmlElement[];
}

const namespaces = [
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ');

function readDrawing(shapes: string | undefined): FreshDrawing | null {
  if (shapes === undefined) return null;
  const xml = `<p:grpSp ${namespaces}>${shapes}</p:grpSp>`;
  const root = parseXml(xml);
  return root === null ? null : { xml, pieces: root.children.filter(isPiece) };
}

/** Its box, and which way round a line is drawn in it. */
function frameSplices(xml: string, frame: XmlElement, { box }: MarkIdentity, fresh: XmlElement): readonly Splice[] {
  const [x, y, cx, cy] = box;
  const set = (name: 'a:off' | 'a:ext', attribute: string, value: number): readonly Splice[] => {
    const element = childOf(frame, name);
    const span = element === null ? null : attributeSpan(xml, element.start, attribute);
    return span === null ? [] : [{ ...span, text: String(value) }];
  };
  const opening = xml.slice(frame.start, frame.contentStart);
  const flips = ['flipH', 'flipV'].flatMap((name) =>
    fresh.attributes[name] === undefined ? [] : [` ${name}="${fresh.attributes[name]}"`],
  );
  const turned = opening.replaceAll(/\sflip[HV]\s*=\s*"[^"]*"/g, '').replace(/>$/, `${flips.join('')}>`);
  return [
    ...(turned === opening ? [] : [{ start: frame.start, end: frame.contentStart, text: turned }]),
    ...set('a:off', 'x', x),
    ...set('a:off', 'y', y),
    ...set('a:ext', 'cx', cx),
    ...set('a:ext', 'cy', cy),
  ];
}

function pathSplices(xml: string, piece: XmlElement, fresh: XmlElement, freshXml: string): readonly Splice[] {
  const [own, other] = [piece, fresh].map((each) => findElement(each, 'p:spPr', 'a:custGeom'));
  return !own || !other ? [] : [replacement(xml, own, freshXml.slice(other.start, other.end))];
}

/** In a file that has another prefix for it the namespace is declared anew. */
function replacement(xml: string, { start, end }: XmlElement, text: string): Splice {
  const declared = ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const isUsual = xml.startsWith('<a:', start);
  return { start, end, text: isUsual ? text : text.replace(/^<a:\w+/, (tag) => tag + declared) };
}

const fillOf = (piece: XmlElement): XmlElement | null => findElement(piece, 'p:spPr', 'a:solidFill');

const fillKey = (fill: XmlElement | null): string =>
  JSON.stringify((fill?.children ?? []).map(({ name, attributes }) => [name, attributes['val']]));

/** A colour that the drawing has is the build's, and says how large a value is or which way it went. */
function fillSplices(
  xml: string,
  piece: XmlElement,
  fresh: XmlElement,
  freshXml: string,
  fills: ReadonlySet<string>,
): readonly Splice[] {
  const [own, other] = [fillOf(piece), fillOf(fresh)];
  const [was, is] = [fillKey(own), fillKey(other)];
  return own === null || other === null || was === is || !fills.has(was)
    ? []
    : [replacement(xml, own, freshXml.slice(other.start, other.end))];
}

/** What it says, a line a paragraph; the shape is named for it. */
function followWords(
  slide: EditedSlide,
  piece: XmlElement,
  words: { readonly before: readonly string[]; readonly after: readonly string[]; readonly chart: string },
  collected: Collected,
  { rules }: SlideContext,
): readonly number[] {
  const paragraphs = paragraphsOf(childOf(piece, 'p:txBody'));
  const properties = childOf(piece.children[0], 'p:cNvPr');
  if (paragraphs.length !== words.before.length || properties === null) return [];
  const name = properties.attributes['name'] ?? '';
  const [before, after] = [words.before.join(' '), words.after.join(' ')];
  words.before.forEach((text, index) => {
    const [own, now] = [
      { text, figures: [] },
      { text: words.after[index]!, figures: [] },
    ];
    const paragraph = paragraphs[index]!;
    const merged = mergeText(own, now, paragraph.text, rules);
    collected.splices.push(...(spliceParagraph(slide.xml, paragraph, merged.edits) ?? []));
    const told = merged.outcomes.filter(({ kind }) => kind !== 'kept');
    collected.changes.push(...told.map((outcome) => place({ ...outcome, context: words.chart }, slide, 'text', name)));
  });
  const span = before === after ? null : attributeSpan(slide.xml, properties.start, 'name');
  if (span !== null && name.startsWith(before))
    collected.splices.push({ ...span, text: escapeAttribute(name.replace(before, () => after)) });
  return [properties.start];
}
