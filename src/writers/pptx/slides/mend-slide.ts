/** One slide of pptxgenjs' package and its relationships, mended shape by shape from the plan. */
import { assertNever } from '../../../model/assert-never.js';
import type { Theme } from '../../../model/theme.js';
import type { ChartShape, MediaPlan, ShapePlan, SlidePlan } from '../plan/deck-plan.js';
import { asXml, element, type Xml } from '../../xml/element.js';
import { asUri } from '../../xml/presentation-ml.js';
import { alternateContent } from './alternate-content.js';
import { mendIdentity } from './mend-identity.js';
import { looksIn, type Looks } from './mend-looks.js';
import { readRelationships } from '../package/relationships.js';
import type { Relationship } from '../package/relationships.js';
import { mendGeometry, mendPicture, mendText } from './mend-shapes.js';
import { groupOpening } from './group-xml.js';
import { sketchGroup } from './sketch-xml.js';
import { mendTable } from './mend-tables.js';
import { placeholderReference } from '../parts/placeholder-shape.js';
import { motionXml } from '../parts/motion-part.js';

const shapeElement = /<p:(sp|pic|graphicFrame)>/g;

export interface MendedSlide {
  readonly xml: string;
  readonly relationships: readonly Relationship[];
}

/** All that a slide has to know of its deck. */
export interface SlidePlace {
  /** From 1. */
  readonly number: number;
  readonly language: string;
  /** What each picture of the package is, by its index. */
  readonly media: readonly MediaPlan['extension'][];
  readonly fonts: Theme['fonts'];
}

export function mendSlide(xml: string, relationshipsXml: string, slide: SlidePlan, place: SlidePlace): MendedSlide {
  const { number, language, media, fonts } = place;
  // Of pptxgenjs' relationships only the links count: layout, notes, pictures and charts are placed anew.
  const relationships = readRelationships(relationshipsXml).filter(
    ({ type }) => type === 'hyperlink' || type === 'slide',
  );
  let next = highestId(xml);
  const add = (relationship: Omit<Relationship, 'id'>, id = `rId${++next}`): string => {
    relationships.push({ id, ...relationship });
    return id;
  };
  add({ type: 'slideLayout', target: `../slideLayouts/slideLayout${slide.layout + 1}.xml` });
  if (slide.notes.length > 0) add({ type: 'notesSlide', target: `../notesSlides/notesSlide${number}.xml` });
  if (slide.comments.length > 0) add({ type: 'comments', target: `../comments/comment${number}.xml` });
  const looks = looksIn(fonts);
  const [head, drafts, tail] = takeApart(xml);
  if (drafts.length !== slide.shapes.length)
    throw new Error(`pptxgenjs wrote ${drafts.length} shapes of ${slide.shapes.length} on slide ${number}`);
  const shapes = slide.shapes.map((shape, place) => {
    const draft = drafts[place]!;
    // 1 is the group of all shapes. What stands beside a chart of PowerPoint 2016 leaves its id to that.
    const index = place + 1;
    const id = shape.extended === undefined ? index + 1 : fallbackId(index);
    const vector = placeParts(draft, shape, media, add);
    const mended = mendShape(draft, shape, index, { language, vector, looks });
    const named = mendIdentity(mended, shape, id, boxLink(shape, add));
    const marked =
      shape.kind === 'chart' && shape.marks !== undefined ? withMarks(named, shape, index, language) : named;
    return inGroup(withExtended(marked, shape, index, add), place, slide);
  });
  return {
    xml:
      looks
        .themed(head)
        .replace(/<p:cSld name="[^"]*">/, '<p:cSld>')
        .replace('</p:bgPr>', '<a:effectLst/></p:bgPr>') +
      shapes.join('') +
      tail
        .replace('</p:cSld>', () => `${slideIdentity(slide)}</p:cSld>`)
        .replace('</p:sld>', () => `${motionXml(slide)}</p:sld>`),
    relationships,
  };
}

/** The number of the last relationship that a slide names; 0 where it names none. */
function highestId(xml: string): number {
  let highest = 0;
  const mark = '="rId';
  for (let at = xml.indexOf(mark); at >= 0; at = xml.indexOf(mark, at + 1))
    highest = Math.max(highest, parseInt(xml.slice(at + mark.length, at + mark.length + 9), 10) || 0);
  return highest;
}

/** What stands before the shapes, the shapes one by one, and what stands behind them. */
function takeApart(xml: string): readonly [head: string, shapes: readonly string[], tail: string] {
  const opening = new RegExp(shapeElement);
  const shapes: string[] = [];
  let first = xml.indexOf('</p:spTree>');
  let at = first;
  for (let found = opening.exec(xml); found !== null; found = opening.exec(xml)) {
    if (shapes.length === 0) first = found.index;
    const closing = `</p:${found[1]!}>`;
    at = xml.indexOf(closing, found.index) + closing.length;
    shapes.push(xml.slice(found.index, at));
    opening.lastIndex = at;
  }
  return [xml.slice(0, first), shapes, xml.slice(at)];
}

/** The first of a group opens it, the last closes it. @param index from 0. */
function inGroup(xml: string, index: number, { groups, shapes }: SlidePlan): string {
  const opened = groups.findIndex(({ first }) => first === index);
  const opening = opened < 0 ? '' : groupOpening(groups[opened]!, shapes.length + 2 + opened);
  return opening + xml + (groups.some(({ last }) => last === index) ? '</p:grpSp>' : '');
}

/** Ids of the shapes in a group: none of a slide's own shapes has one so high. */
const groupIds = (index: number): number => 1000 * (index + 1);
/** The id of what stands beside a chart of PowerPoint 2016, behind those of its own shapes. */
const fallbackId = (index: number): number => groupIds(index) + 999;

/** A chart with its marks upon it, in one group that moves and grows as one. */
const withMarks = (frame: string, { box, name, alt, marks = [] }: ChartShape, index: number, language: string): Xml =>
  sketchGroup(
    { box, name: `${name} +`, alt, id: groupIds(index), language },
    marks,
    asXml(frame.replace(/<p:cNvGraphicFramePr>.*?<\/p:cNvGraphicFramePr>/, '<p:cNvGraphicFramePr/>')),
  );

/** A shape of the slide with the chart of PowerPoint 2016 that is shown in its place. */
function withExtended(xml: string, shape: ShapePlan, index: number, add: AddRelationship): string {
  if (shape.extended === undefined) return xml;
  const { layout, number } = shape.extended;
  const relation = add({ type: 'chartEx', target: `../charts/chartEx${number}.xml` });
  return alternateContent(shape, { layout, relation, id: index + 1 }, xml);
}

/** [MS-PPTX] 2.3.1.4: PowerPoint keeps it, and gives a copy of the slide another. */
const slideIdentity = ({ creationId }: SlidePlan): Xml =>
  element(
    'p:extLst',
    {},
    element(
      'p:ext',
      { uri: '{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}' },
      element('p14:creationId', {
        'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main',
        val: creationId,
      }),
    ),
  );

type AddRelationship = (relationship: Omit<Relationship, 'id'>, id?: string) => string;

/** The relationship of a picture's vectors; null where it has none. */
function placeParts(draft: string, shape: ShapePlan, media: SlidePlace['media'], add: AddRelationship): string | null {
  if (shape.kind !== 'chart' && shape.kind !== 'picture') return null;
  const id = /(?:r:embed|<c:chart r:id)="(rId\d+)"/.exec(draft)?.[1];
  const image = (index: number): Omit<Relationship, 'id'> => ({
    type: 'image',
    target: `../media/image${index + 1}.${media[index]!}`,
  });
  if (shape.kind === 'chart') {
    add({ type: 'chart', target: `../charts/chart${shape.chart + 1}.xml` }, id);
    return null;
  }
  add(image(shape.media), id);
  return shape.vector === null ? null : add(image(shape.vector));
}

interface ShapePlace {
  readonly language: string;
  /** The relationship of a picture's vectors. */
  readonly vector: string | null;
  readonly looks: Looks;
}

function mendShape(draft: string, shape: ShapePlan, index: number, { language, vector, looks }: ShapePlace): string {
  switch (shape.kind) {
    case 'text':
      return mendText(draft, shape, language, looks);
    case 'geometry':
      return mendGeometry(looks.themed(draft), shape, language);
    case 'picture':
      return mendPicture(draft, shape, vector);
    case 'chart':
      return draft
        .replace(/>\s+</g, '><')
        .replace(
          '<p:cNvGraphicFramePr/>',
          '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>',
        )
        .replace('<p:nvPr></p:nvPr>', framePurpose(shape));
    case 'sketch':
      return sketchGroup({ ...shape, id: groupIds(index), language }, shape.sketch);
    case 'table':
      return mendTable(draft, shape, language, looks);
    default:
      return assertNever(shape);
  }
}

/** `p:nvPr` of a frame: the placeholder that it fills. */
const framePurpose = ({ placeholder }: ChartShape): Xml =>
  element('p:nvPr', {}, placeholder !== null && placeholderReference(placeholder));

/** The link of a whole text box. */
function boxLink(shape: ShapePlan, add: AddRelationship): Xml | null {
  const link = shape.kind === 'text' ? shape.link : null;
  if (link === null) return null;
  if (link.kind === 'url')
    return element('a:hlinkClick', { 'r:id': add({ type: 'hyperlink', target: asUri(link.url), external: true }) });
  return element('a:hlinkClick', {
    'r:id': add({ type: 'slide', target: `slide${link.page + 1}.xml` }),
    action: 'ppaction://hlinksldjump',
  });
}
