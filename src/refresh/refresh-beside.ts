/**
 * What a slide shows beside a chart of PowerPoint 2016, to programs that do not know that: where it is drawn of plain
 * shapes they are set anew. Nobody edits it by hand: PowerPoint shows the chart, and saves a picture in its place.
 */
import type { EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import { attributeSpan, escapeAttribute, type Splice } from '../powerpoint/edited/edit-xml.js';
import type { ChartShapeIdentity } from '../powerpoint/identity/deck-identity.js';
import { childOf, childrenOf, findElement, numberOf, type XmlElement } from '../powerpoint/xml/parse-xml.js';
import { sameNumbers } from './refresh-picture.js';
import { place, type Collected, type SlideContext } from './slide-context.js';

type ChartShape = EditedShape & { readonly kind: 'chart' };

export function refreshBeside(
  slide: EditedSlide,
  shape: ChartShape,
  base: ChartShapeIdentity,
  next: ChartShapeIdentity | null,
  collected: Collected,
  { theirs }: SlideContext,
): void {
  const group = childOf(shape.beside, 'p:grpSp');
  const drawn = (group?.children ?? []).filter(({ name }) => !notDrawn.has(name));
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (group === null || first === undefined || last === undefined || next === null) return;
  const isSame = JSON.stringify(base.data) === JSON.stringify(next.data);
  if (isSame && sameNumbers(base, next)) return;
  const shapes = theirs.drawings.get(next.creationId.toUpperCase());
  if (shapes === undefined || !standsAsBuilt(group, base)) {
    const outcome = { kind: 'stale', figure: null, before: base.chart, after: '', reason: 'drawn' } as const;
    collected.changes.push(place({ ...outcome, context: '' }, slide, 'chart', base.name));
    return;
  }
  collected.splices.push(...altOf(group, base, next, slide.xml));
  collected.splices.push({ start: first.start, end: last.end, text: withFreeIds(shapes, slide.xml) });
}

/** The group says what the chart says. */
function altOf(group: XmlElement, base: ChartShapeIdentity, next: ChartShapeIdentity, xml: string): readonly Splice[] {
  const properties = findElement(group, 'p:nvGrpSpPr', 'p:cNvPr');
  const span = properties === null ? null : attributeSpan(xml, properties.start, 'descr');
  const isBuilt = properties?.attributes['descr'] === base.alt && base.alt !== next.alt;
  return span === null || !isBuilt ? [] : [{ ...span, text: escapeAttribute(next.alt) }];
}

/** A chart within has its own numbers. */
const notDrawn: ReadonlySet<string> = new Set(['p:nvGrpSpPr', 'p:grpSpPr', 'p:graphicFrame', 'p:extLst']);

function standsAsBuilt(group: XmlElement, { box }: ChartShapeIdentity): boolean {
  const frame = findElement(group, 'p:grpSpPr', 'a:xfrm');
  const [offset] = childrenOf(frame, 'a:off');
  const [extent] = childrenOf(frame, 'a:ext');
  const near = (one: number | null, other: number): boolean => one !== null && Math.abs(one - other) < 2;
  return (
    near(numberOf(offset, 'x'), box.x) &&
    near(numberOf(offset, 'y'), box.y) &&
    near(numberOf(extent, 'cx'), box.cx) &&
    near(numberOf(extent, 'cy'), box.cy)
  );
}

/** Ids of shapes are unique on their slide. */
function withFreeIds(shapes: string, slide: string): string {
  let last = Math.max(1, ...[...slide.matchAll(/<p:cNvPr [^>]*?\bid="(\d+)"/g)].map(([, id]) => Number(id)));
  return shapes.replace(/(<p:cNvPr )id="\d+"/g, (_found, head: string) => `${head}id="${++last}"`);
}
