/**
 * Theme references on their way through pptxgenjs, which knows hex colours and font names only.
 * Colours travel as hex of a reserved range, `F0` slot lighten, fonts as names that no machine has;
 * the normalise pass turns both into references to the theme.
 */
import { colorSlots, fontRoles } from '../../../model/theme.js';
import type { Color, FontRole, Theme } from '../../../model/theme.js';
import { colorXml, fontXml } from '../../xml/drawing-ml.js';

const hexByte = (value: number): string => value.toString(16).toUpperCase().padStart(2, '0');

/**
 * `F0` + slot + lighten in percent; null stands for "as the placeholder has it". Digits that stand for themselves go as
 * they are, those of the reserved range by the nearest outside it.
 */
export const colorSentinel = (color: Color | null): string =>
  color === null
    ? 'F0FFFF'
    : color.literal !== undefined
      ? color.literal.toUpperCase().replace(/^F0/, 'EF')
      : `F0${hexByte(colorSlots.indexOf(color.slot))}${hexByte(Math.round((color.lighten ?? 0) * 100))}`;

export const fontSentinel = (role: FontRole): string => `+briefkit-${role}`;

const inheritedFill = /<a:solidFill><a:srgbClr val="F0FFFF"(?:\/>|><\/a:srgbClr>)<\/a:solidFill>/g;
const themeColor = /<a:srgbClr val="F0([0-9A-F]{2})([0-9A-F]{2})"(?:\/>|><\/a:srgbClr>)/g;
const themeFont = new RegExp(
  `<a:latin typeface="\\+briefkit-(${fontRoles.join('|')})"[^>]*/><a:ea [^>]*/><a:cs [^>]*/>`,
  'g',
);

export const themeColors = (xml: string): string =>
  xml
    .replace(inheritedFill, '')
    .replace(themeColor, (_match, slot: string, lighten: string) =>
      colorXml({ slot: colorSlots[parseInt(slot, 16)]!, lighten: parseInt(lighten, 16) / 100 }),
    );

export const themeFonts = (xml: string, fonts: Theme['fonts']): string =>
  xml.replace(themeFont, (_match, role: FontRole) => fontXml(role, fonts));
