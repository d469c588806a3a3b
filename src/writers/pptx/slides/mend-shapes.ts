/** Text boxes, placeholders, plain shapes and pictures, each mended from its plan. */
import type { Box } from '../../../model/length.js';
import { asXml, element, type Xml } from '../../xml/element.js';
import { bodyProperties, groupLock, placeholderReference, transform } from '../parts/placeholder-shape.js';
import { svgBlip } from '../parts/svg-blip.js';
import { sameBox } from '../plan/compare.js';
import type { ForeignPlaceholder, GeometryShape, PictureShape, PlaceholderPlan, TextShape } from '../plan/deck-plan.js';
import { aroundParagraphs, findElement, replaceElement } from './draft-elements.js';
import type { Looks } from './mend-looks.js';
import { mendParagraphs } from './mend-paragraphs.js';

export function mendText(xml: string, shape: TextShape, language: string, looks: Looks): string {
  const { placeholder } = shape;
  const inherits = placeholder !== null && (placeholder.foreign !== undefined || !placeholder.bulleted);
  const [head, paragraphs, tail] = aroundParagraphs(xml);
  return (
    mendHead(head, shape, looks) + mendParagraphs(paragraphs, shape.paragraphs, { inherits, language, looks }) + tail
  );
}

/** All that stands before the text. */
function mendHead(xml: string, shape: TextShape, looks: Looks): string {
  const { placeholder } = shape;
  if (placeholder !== null)
    return placeholder.foreign === undefined
      ? fillPlaceholder(xml, shape, placeholder, looks)
      : fillForeign(xml, shape, placeholder, placeholder.foreign);
  // An empty outline is none, but reads as if one were meant.
  return replaceElement(
    looks.themed(xml).replace('<a:ln></a:ln>', ''),
    'a:bodyPr',
    bodyProperties(shape.inset, shape.valign, 'square', shape.tight === true),
  );
}

/**
 * Place, fit and anchor are written only where they differ from the layout's, so that resetting or switching the layout
 * works.
 */
function fillPlaceholder(xml: string, shape: TextShape, placeholder: PlaceholderPlan, looks: Looks): string {
  const fill = looks.themed(/<\/a:prstGeom>(<a:solidFill>[\s\S]*?<\/a:solidFill>)/.exec(xml)?.[1] ?? '');
  const place = sameBox(shape.box, placeholder.box) ? null : transform(shape.box);
  const sameText =
    shape.valign === placeholder.valign &&
    (['top', 'right', 'bottom', 'left'] as const).every(
      (side) => Math.abs(shape.inset[side] - placeholder.inset[side]) < 0.01,
    );
  const body =
    sameText && shape.tight !== true
      ? element('a:bodyPr')
      : bodyProperties(shape.inset, shape.valign, 'square', shape.tight === true);
  return fillWith(xml, placeholder, element('p:spPr', {}, place, asXml(fill)), body);
}

/**
 * Nothing of a template's placeholder is said again: a box only where text stands in a part of it, and how far the text
 * is set smaller than the template has it. PowerPoint reckons that anew when somebody edits the text: it grows again
 * when words are taken out.
 */
function fillForeign(xml: string, shape: TextShape, placeholder: PlaceholderPlan, foreign: ForeignPlaceholder): string {
  const { outer } = foreign;
  const place = sameBox(shape.box, placeholder.box) ? null : transform(aroundText(shape.box, placeholder.box, outer));
  const scale = shape.textScale === undefined ? null : Math.floor(shape.textScale * 40) * 2500;
  const isTight = place !== null || shape.tight === true || shape.textScale !== undefined || !foreign.shrinks;
  const fit = isTight ? element('a:normAutofit', { fontScale: scale === 100_000 ? null : scale }) : null;
  return fillWith(xml, placeholder, element('p:spPr', {}, place), element('a:bodyPr', {}, fit));
}

/** `properties` are the shape's, `body` its text's: of the draft stay the name, and what follows on the latter. */
function fillWith(xml: string, placeholder: PlaceholderPlan, properties: Xml, body: Xml): string {
  const name = xml.slice(0, xml.indexOf('<p:cNvSpPr'));
  const purpose = element('p:nvPr', {}, placeholderReference(placeholder));
  const rest = xml.slice(findElement(xml, 'a:bodyPr')?.to);
  return `${name}${groupLock}${purpose}</p:nvSpPr>${properties}<p:txBody>${body}${rest}`;
}

/** The text's own box with what the placeholder has around its text. */
const aroundText = (own: Box, text: Box, outer: Box): Box => ({
  x: own.x - (text.x - outer.x),
  y: own.y - (text.y - outer.y),
  width: own.width + outer.width - text.width,
  height: own.height + outer.height - text.height,
});

/** A line is a connector for PowerPoint, and any other shape has a text body, be it empty. */
export function mendGeometry(xml: string, shape: GeometryShape, language: string): string {
  const outlined = xml.replace('<a:ln></a:ln>', '<a:ln><a:noFill/></a:ln>');
  if (shape.preset !== 'line') {
    const body = element(
      'p:txBody',
      {},
      element('a:bodyPr', { rtlCol: 0, anchor: 'ctr' }),
      element('a:lstStyle'),
      element('a:p', {}, element('a:endParaRPr', { lang: language })),
    );
    return outlined.replace('</p:spPr></p:sp>', () => `</p:spPr>${body}</p:sp>`);
  }
  return replaceElement(outlined, 'p:cNvSpPr', element('p:cNvCxnSpPr'))
    .replace(/^<p:sp>/, '<p:cxnSp>')
    .replace(/<\/p:sp>$/, '</p:cxnSp>')
    .replace('<p:nvSpPr>', '<p:nvCxnSpPr>')
    .replace('</p:nvSpPr>', '</p:nvCxnSpPr>')
    .replace('</a:prstGeom><a:noFill/>', '</a:prstGeom>');
}

/**
 * pptxgenjs' own cropping is wrong: `a:srcRect` comes from the shares that layout chose, in thousandths of a percent.
 * @param vector relationship of the picture's SVG.
 */
export function mendPicture(xml: string, shape: PictureShape, vector: string | null): string {
  const { crop, placeholder } = shape;
  const share = (value: number): number | null => Math.round(Math.max(0, value) * 100_000) || null;
  const sides = {
    l: share(crop.x),
    t: share(crop.y),
    r: share(1 - crop.x - crop.width),
    b: share(1 - crop.y - crop.height),
  };
  const isCut = Object.values(sides).some((side) => side !== null);
  const cropped = xml
    .replace(/>\s+</g, '><')
    .replace(
      '</a:blip><a:stretch>',
      `${vector === null ? '' : svgBlip(vector)}</a:blip>${isCut ? element('a:srcRect', sides) : ''}<a:stretch>`,
    );
  if (placeholder === null) return cropped;
  const locked = cropped.replace('<a:picLocks noChangeAspect="1"/>', '<a:picLocks noGrp="1" noChangeAspect="1"/>');
  const purposed = replaceElement(locked, 'p:nvPr', element('p:nvPr', {}, placeholderReference(placeholder)));
  const place = sameBox(shape.box, placeholder.box) ? null : transform(shape.box);
  return replaceElement(purposed, 'p:spPr', element('p:spPr', {}, place));
}
