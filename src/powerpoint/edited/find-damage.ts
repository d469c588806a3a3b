/** Parts of a deck that cannot be read: what stands in them is out of everybody's reach. */
import { openPackage, type OpenedPackage } from '../package/open-package.js';
import { allRelationsOf, relationsOf, targetsOf } from '../package/relations.js';
import { findElement } from '../xml/parse-xml.js';
import type { EditedShape, EditedSlide } from './edited-deck.js';
import { readPart } from './read-edited-deck.js';
import { readWorkbook } from './workbook.js';

export type DamagedPlace = 'chart' | 'workbook' | 'notes' | 'comment' | 'picture' | 'slide';

export interface Damage {
  readonly place: DamagedPlace;
  /** The name of the shape that shows the part; null for notes, comments and what belongs to a whole slide. */
  readonly shape: string | null;
}

/**
 * Of all that a slide leads to. A slide without a layout has lost what leads to its charts and notes.
 *
 * @param isBound whether a build made the shape: a chart or a picture of a person's own is theirs to mend
 * @param isDeep whether workbooks are read through; else only that they are packages is looked at
 */
export function damageOf(
  pack: OpenedPackage,
  slide: EditedSlide,
  isBound: (shape: EditedShape) => boolean,
  isDeep: boolean,
): readonly Damage[] {
  const relations = allRelationsOf(pack, slide.path);
  if (!relations.some(({ type, target }) => type === 'slideLayout' && pack.parts.has(target)))
    return [{ place: 'slide', shape: null }];
  const broken = (type: string, place: DamagedPlace, read: readonly string[]): readonly Damage[] =>
    relations.some((relation) => relation.type === type && !relation.external && !read.includes(relation.target))
      ? [{ place, shape: null }]
      : [];
  return [
    ...slide.shapes.flatMap((shape) => (isBound(shape) ? shapeDamage(pack, slide, shape, isDeep) : [])),
    ...broken('notesSlide', 'notes', slide.notes === null ? [] : [slide.notes.path]),
    ...broken(
      'comments',
      'comment',
      slide.comments.map(({ path }) => path),
    ),
  ];
}

function shapeDamage(pack: OpenedPackage, slide: EditedSlide, shape: EditedShape, isDeep: boolean): readonly Damage[] {
  const damage = (place: DamagedPlace): readonly Damage[] => [{ place, shape: shape.name }];
  if (shape.kind === 'picture') return isPicture(pack, slide, shape) ? [] : damage('picture');
  if (shape.kind !== 'chart') return [];
  const xml = shape.part === null ? null : pack.text(shape.part);
  if (shape.part === null || xml === null || !isChart(pack, shape.part, xml)) return damage('chart');
  const id = /<(?:\w+:)?externalData[^>]*\sr:id="([^"]+)"/.exec(xml)?.[1];
  const relation = relationsOf(pack, shape.part).find((each) => each.id === id);
  if (id === undefined || relation?.external === true) return [];
  const bytes = relation === undefined ? null : pack.bytes(relation.target);
  return bytes !== null && (isDeep ? readWorkbook(bytes, null) !== null : isWorkbook(bytes)) ? [] : damage('workbook');
}

/** One that is linked stands elsewhere, and is no matter of the file's. */
function isPicture(
  pack: OpenedPackage,
  { path }: EditedSlide,
  { media, element }: EditedShape & { readonly kind: 'picture' },
): boolean {
  if (media !== null) return (pack.bytes(media)?.length ?? 0) > 0;
  const id = findElement(element, 'p:blipFill', 'a:blip')?.attributes['r:embed'];
  return id === undefined || relationsOf(pack, path).some((relation) => relation.id === id && relation.external);
}

/** A chart that ends as it should, and has something to draw: without parsing what nobody has touched. */
function isChart(pack: OpenedPackage, path: string, xml: string): boolean {
  if (/<\/(?:\w+:)?chartSpace>\s*$/.test(xml) && /<(?:\w+:)?(?:ser|series)[\s>]/.test(xml)) return true;
  return readPart(pack, path)?.root.name.endsWith(':chartSpace') === true;
}

function isWorkbook(bytes: Uint8Array): boolean {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') return false;
  const main = targetsOf(pack, '', 'officeDocument')[0];
  return main !== undefined && (pack.bytes(main)?.length ?? 0) > 0;
}
