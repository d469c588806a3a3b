/** theme1.xml: the theme's twelve colours, its two fonts with Latin and East Asian faces apart, and a flat format scheme. */
import { colorSlots } from '../../../model/theme.js';
import type { Theme, ThemeFont } from '../../../model/theme.js';
import { escapeXml, xmlHeader } from '../../xml/presentation-xml.js';

export function themePart(theme: Theme): string {
  const name = escapeXml(theme.name);
  const colors = colorSlots
    .map((slot) => `<a:${slot}><a:srgbClr val="${theme.colors[slot].toUpperCase()}"/></a:${slot}>`)
    .join('');
  return (
    `${xmlHeader}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements>` +
    `<a:clrScheme name="${name}">${colors}</a:clrScheme>` +
    `<a:fontScheme name="${name}"><a:majorFont>${faces(theme.fonts.heading)}</a:majorFont><a:minorFont>${faces(theme.fonts.body)}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="${name}">${formatScheme}</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`
  );
}

function faces(font: ThemeFont): string {
  const eastAsian = escapeXml(font.eastAsian);
  return `<a:latin typeface="${escapeXml(font.latin)}"/><a:ea typeface="${eastAsian}"/><a:cs typeface=""/><a:font script="Hans" typeface="${eastAsian}"/>`;
}

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = (width: number): string =>
  `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>`;
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';

/** Three of each are demanded (ISO 29500-1, 20.1.4.1.14); all are flat. */
const formatScheme =
  `<a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12_700)}${line(19_050)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst>`;
