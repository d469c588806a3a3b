/** A placeholder as it stands in a slide layout or in the master. */
import type { Box, Insets } from '../../../model/length.js';
import type { TextStyle, Theme } from '../../../model/theme.js';
import type { PlaceholderPlan, PlaceholderType } from '../plan/deck-plan.js';
import { colorXml, emu, escapeXml, fillXml, fontXml, hundredths } from '../../xml/presentation-xml.js';

const placeholderNames: Readonly<Record<PlaceholderType, string>> = {
  title: 'Title',
  ctrTitle: 'Title',
  subTitle: 'Subtitle',
  body: 'Text',
  pic: 'Picture',
  ftr: 'Footer',
  dt: 'Date',
  sldNum: 'Slide Number',
};

export function placeholderShape(
  placeholder: PlaceholderPlan,
  id: number,
  language: string,
  fonts: Theme['fonts'],
): string {
  const { type, box, inset, valign, style, bulleted, prompt } = placeholder;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${placeholderNames[type]} Placeholder ${id - 1}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    `<p:nvPr>${placeholderReference(placeholder)}</p:nvPr></p:nvSpPr>` +
    `<p:spPr>${transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>` +
    `<p:txBody>${bodyProperties(inset, valign)}<a:lstStyle>${bulleted ? listLevels(style, 3, fonts) : `<a:lvl1pPr ${levelAttributes(style)}>${levelProperties(style, fonts)}</a:lvl1pPr>`}</a:lstStyle>` +
    `<a:p>${content(type, prompt, language)}</a:p></p:txBody></p:sp>`
  );
}

export function placeholderReference({ type, index }: Pick<PlaceholderPlan, 'type' | 'index'>): string {
  const size = type === 'dt' || type === 'ftr' || type === 'sldNum' ? ' sz="quarter"' : '';
  return `<p:ph type="${type}"${size}${index === null ? '' : ` idx="${index}"`}/>`;
}

export const transform = (box: Box): string =>
  `<a:xfrm><a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.width)}" cy="${emu(box.height)}"/></a:xfrm>`;

const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const;

export const bodyProperties = (inset: Insets, valign: keyof typeof anchors): string =>
  `<a:bodyPr vert="horz" wrap="square" lIns="${emu(inset.left)}" tIns="${emu(inset.top)}" rIns="${emu(inset.right)}" bIns="${emu(inset.bottom)}" ` +
  `rtlCol="0" anchor="${anchors[valign]}"><a:noAutofit/></a:bodyPr>`;

const alignments = { start: 'l', center: 'ctr', end: 'r', justify: 'just' } as const;

export const alignment = (align: keyof typeof alignments): string => alignments[align];

/** `indent` of all lines; a bullet hangs out by `hanging`. */
export const levelAttributes = (style: TextStyle, indent = 0, hanging = 0): string =>
  `marL="${emu(indent)}" indent="${-emu(hanging) || 0}" algn="${alignments[style.align]}" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"`;

export function levelProperties(style: TextStyle, fonts: Theme['fonts'], bullet: string | null = null): string {
  const mark =
    bullet === null
      ? '<a:buNone/>'
      : `<a:buClr>${colorXml({ slot: 'accent1' })}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="${escapeXml(bullet)}"/>`;
  return (
    `<a:lnSpc><a:spcPts val="${hundredths(style.lineHeight)}"/></a:lnSpc><a:spcBef><a:spcPts val="${hundredths(style.spaceBefore)}"/></a:spcBef>` +
    `<a:spcAft><a:spcPts val="${hundredths(style.spaceAfter)}"/></a:spcAft>${mark}` +
    `<a:defRPr sz="${hundredths(style.size)}" b="${style.bold ? 1 : 0}" kern="1200">${fillXml(style.color)}${fontXml(style.font, fonts)}</a:defRPr>`
  );
}

/** Of a list: each level an em and a quarter further in, as layout sets it. */
export const listLevels = (style: TextStyle, count: number, fonts: Theme['fonts']): string =>
  Array.from({ length: count }, (_none, level) => {
    const hanging = style.size * 1.25;
    return `<a:lvl${level + 1}pPr ${levelAttributes(style, hanging * (level + 1), hanging)}>${levelProperties(style, fonts, '•')}</a:lvl${level + 1}pPr>`;
  }).join('');

function content(type: PlaceholderType, prompt: string, language: string): string {
  if (type === 'sldNum') return slideNumberField('‹#›', `<a:rPr lang="${language}"/>`);
  if (prompt === '') return `<a:endParaRPr lang="${language}"/>`;
  return `<a:r><a:rPr lang="${language}"/><a:t>${escapeXml(prompt)}</a:t></a:r>`;
}

/** The field's own GUID is free; all of one kind share it. */
export const slideNumberField = (text: string, runProperties: string): string =>
  `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">${runProperties}<a:t>${text}</a:t></a:fld>`;
