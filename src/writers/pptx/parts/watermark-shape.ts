/** The word of a draft on the master: one shape behind every slide, out of reach of a click on a slide, and gone with one deletion. */
import type { Watermark } from '../../../model/page.js';
import type { DeckPlan } from '../plan/deck-plan.js';
import { languageOf } from '../../xml/text-language.js';
import { colorXml, emu, escapeXml, fontXml, hundredths } from '../../xml/presentation-xml.js';
import { decorativeMark } from './layout-part.js';

/** Of the letters' size: the height of the box. A font of the viewer's may be wider than the one measured. */
const leading = 1.4;
const spareWidth = 1.15;

/** Sixty thousandths of a degree, clockwise (ISO 29500-1, 20.1.10.3). */
const rotation = (angle: number): number => Math.round((360 - angle) * 60_000);

export function watermarkShape(
  { text, style, width, angle, opacity }: Watermark,
  id: number,
  { size, meta, theme }: Pick<DeckPlan, 'size' | 'meta' | 'theme'>,
): string {
  const box = { width: width * spareWidth, height: style.size * leading };
  const [left, top] = [(size.width - box.width) / 2, (size.height - box.height) / 2];
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${escapeXml(text)}">${decorativeMark}</p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>` +
    `<p:spPr><a:xfrm rot="${rotation(angle)}"><a:off x="${emu(left)}" y="${emu(top)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>' +
    '<p:txBody><a:bodyPr vert="horz" wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>' +
    `<a:p><a:pPr algn="ctr"/><a:r><a:rPr lang="${languageOf(text, meta.language)}" sz="${hundredths(Math.round(style.size))}" b="${style.bold ? 1 : 0}">` +
    `<a:solidFill>${colorXml(style.color, opacity)}</a:solidFill>${fontXml(style.font, theme.fonts)}</a:rPr><a:t>${escapeXml(text)}</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}
