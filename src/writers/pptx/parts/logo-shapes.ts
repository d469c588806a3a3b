/** The brand's logo as it stands on a master or a layout: out of reach of a click on a slide. */
import type { DeckPlan, GeometryShape, LogoPlan, PictureShape } from '../plan/deck-plan.js';
import type { Relationship } from '../package/relationships.js';
import { fillXml, noLine, presetGeometry } from '../../xml/drawing-ml.js';
import { element, type Xml } from '../../xml/element.js';
import { decorativeMark } from './decorative-mark.js';
import { transform } from './placeholder-shape.js';
import { svgBlip } from './svg-blip.js';

/** Relationships of a part count from `first`, a picture's pixels before its vectors. */
interface LogoPlace {
  readonly firstId: number;
  readonly firstRelation: number;
}

/** @param firstId of shapes, 1 being the group of all. */
export function logoShapes(logo: LogoPlan, { firstId, firstRelation }: LogoPlace): readonly Xml[] {
  let relation = firstRelation;
  return logo.map((shape, index) => {
    const id = firstId + index;
    if (shape.kind === 'geometry') return plateShape(shape, id);
    const pixels = `rId${relation++}`;
    return pictureShape(shape, id, pixels, shape.vector === null ? null : `rId${relation++}`);
  });
}

export function logoRelationships(
  logo: LogoPlan,
  media: DeckPlan['media'],
  firstRelation: number,
): readonly Relationship[] {
  const images = logo.flatMap((shape) =>
    shape.kind === 'picture' ? [shape.media, ...(shape.vector === null ? [] : [shape.vector])] : [],
  );
  return images.map((image, index) => ({
    id: `rId${firstRelation + index}`,
    type: 'image',
    target: `../media/image${image + 1}.${media[image]!.extension}`,
  }));
}

const plateShape = ({ name, box, fill }: GeometryShape, id: number): Xml =>
  element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name }, decorativeMark),
      element('p:cNvSpPr'),
      element('p:nvPr', { userDrawn: 1 }),
    ),
    element('p:spPr', {}, transform(box), presetGeometry('rect'), fill !== null && fillXml(fill), noLine),
    element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), element('a:p', {}, element('a:endParaRPr'))),
  );

const pictureShape = ({ name, box }: PictureShape, id: number, pixels: string, vector: string | null): Xml =>
  element(
    'p:pic',
    {},
    element(
      'p:nvPicPr',
      {},
      element('p:cNvPr', { id, name }, decorativeMark),
      element('p:cNvPicPr', {}, element('a:picLocks', { noChangeAspect: 1 })),
      element('p:nvPr', { userDrawn: 1 }),
    ),
    element(
      'p:blipFill',
      {},
      element('a:blip', { 'r:embed': pixels }, vector !== null && svgBlip(vector)),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element('p:spPr', {}, transform(box), presetGeometry('rect')),
  );
