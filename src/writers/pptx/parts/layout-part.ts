/** slideLayoutN.xml: a layout of the bundle with its name, background, decorations and placeholders. */
import type { Decoration } from '../../../model/slide-layout.js';
import type { DeckPlan, LayoutPlan } from '../plan/deck-plan.js';
import { emptyGroup, emu, escapeXml, fillXml, namespaces, xmlHeader } from '../../xml/presentation-xml.js';
import { placeholderShape, transform } from './placeholder-shape.js';

export function layoutPart(layout: LayoutPlan, { meta, theme }: DeckPlan): string {
  // 1 is the group, so shapes count from 2.
  const decorations = layout.decorations.map((decoration, index) => decorationShape(decoration, index + 2)).join('');
  const placeholders = layout.placeholders
    .map((placeholder, index) =>
      placeholderShape(placeholder, index + 2 + layout.decorations.length, meta.language, theme.fonts),
    )
    .join('');
  return (
    `${xmlHeader}<p:sldLayout ${namespaces} preserve="1" userDrawn="1"><p:cSld name="${escapeXml(layout.label)}">` +
    `<p:bg><p:bgPr>${fillXml(layout.background)}<a:effectLst/></p:bgPr></p:bg>` +
    `<p:spTree>${emptyGroup}${decorations}${placeholders}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
  );
}

export const decorativeMark =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

function decorationShape({ shape, box, fill, stroke, strokeWidth }: Decoration, id: number): string {
  const identity = `<p:cNvPr id="${id}" name="Decoration ${id - 1}">${decorativeMark}</p:cNvPr>`;
  const outline =
    stroke === null || strokeWidth === 0
      ? '<a:ln><a:noFill/></a:ln>'
      : `<a:ln w="${emu(strokeWidth)}">${fillXml(stroke)}</a:ln>`;
  const properties = `<p:spPr>${transform(box)}<a:prstGeom prst="${shape}"><a:avLst/></a:prstGeom>${shape === 'line' ? '' : fillXml(fill)}${outline}</p:spPr>`;
  if (shape === 'line')
    return `<p:cxnSp><p:nvCxnSpPr>${identity}<p:cNvCxnSpPr/><p:nvPr userDrawn="1"/></p:nvCxnSpPr>${properties}</p:cxnSp>`;
  return (
    `<p:sp><p:nvSpPr>${identity}<p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>${properties}` +
    '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>'
  );
}
