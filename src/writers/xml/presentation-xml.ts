/** Small pieces of DrawingML that every part needs: escaping, lengths, colours, fonts. */
import type { Pt } from '../../model/length.js';
import type { Color, ColorSlot, FontRole, Theme } from '../../model/theme.js';

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const namespaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character]!);

/** English Metric Units: 12,700 to the point. */
export const emu = (length: Pt): number => Math.round(length * 12_700);

/** Hundredths of a point: sizes and exact spacing. */
export const hundredths = (length: Pt): number => Math.round(length * 100);

/** Slides see the theme through the master's colour map, where dark and light are text and background. */
const mappedSlots: Readonly<Partial<Record<ColorSlot, string>>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' };

/** `opacity` from 0 to 1. */
export function colorXml(color: Color, opacity = 1): string {
  const slot = mappedSlots[color.slot] ?? color.slot;
  const share = Math.round((color.lighten ?? 0) * 100_000);
  const lighter = share === 0 ? '' : `<a:lumMod val="${100_000 - share}"/><a:lumOff val="${share}"/>`;
  const seeThrough = opacity === 1 ? '' : `<a:alpha val="${Math.round(opacity * 100_000)}"/>`;
  return lighter + seeThrough === ''
    ? `<a:schemeClr val="${slot}"/>`
    : `<a:schemeClr val="${slot}">${lighter}${seeThrough}</a:schemeClr>`;
}

export const fillXml = (color: Color | null): string =>
  color === null ? '<a:noFill/>' : `<a:solidFill>${colorXml(color)}</a:solidFill>`;

const faces = (latin: string, eastAsian: string, complex: string): string =>
  `<a:latin typeface="${latin}"/><a:ea typeface="${eastAsian}"/><a:cs typeface="${complex}"/>`;
const slotFaces = (prefix: string): string => faces(`${prefix}-lt`, `${prefix}-ea`, `${prefix}-cs`);

/** Latin, East Asian and complex-script faces, each by its own slot of the theme; by name for a role that has no slot and a font of its own. */
export function fontXml(role: FontRole, fonts: Theme['fonts']): string {
  const font = fonts[role];
  switch (role) {
    case 'heading':
      return slotFaces('+mj');
    case 'body':
      return slotFaces('+mn');
    case 'prose':
    case 'quote':
      if (font === fonts.body) return slotFaces('+mn');
      return faces(escapeXml(font.latin), escapeXml(font.eastAsian), escapeXml(font.latin));
  }
}

export const emptyGroup =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
  '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** A URI holds ASCII only (RFC 3986). */
export const asUri = (url: string): string =>
  url.replace(/[^\x21-\x7E]/gu, (character) => encodeURIComponent(character));
