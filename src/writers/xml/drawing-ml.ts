/** Pieces of DrawingML that slides, layouts and charts share: lengths, colours, fonts (ISO 29500-1, 20.1). */
import type { Pt } from '../../model/length.js';
import type { Color, ColorSlot, FontRole, Theme } from '../../model/theme.js';
import { element, fragment, nothing, setting, type Xml } from './element.js';

/** English Metric Units: 12,700 to the point. */
export const emu = (length: Pt): number => Math.round(length * 12_700);

/** Hundredths of a point: sizes and exact spacing. */
export const hundredths = (length: Pt): number => Math.round(length * 100);

/** Thousandths of a percent: `share` is from 0 to 1. */
const thousandths = (share: number): number => Math.round(share * 100_000);

/** Slides see the theme through the master's colour map, where dark and light are text and background. */
const mappedSlots: Readonly<Partial<Record<ColorSlot, string>>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' };

/** `alpha` from 0 to 1 lets what lies behind show through. */
export function colorXml({
  slot,
  lighten = 0,
  mute = 0,
  alpha = 1,
  literal,
}: Color & { readonly alpha?: number }): Xml {
  if (literal !== undefined) return element('a:srgbClr', { val: literal });
  const share = thousandths(lighten);
  return element(
    'a:schemeClr',
    { val: mappedSlots[slot] ?? slot },
    mute !== 0 && setting('a:satMod', thousandths(1 - mute)),
    share !== 0 && [setting('a:lumMod', 100_000 - share), setting('a:lumOff', share)],
    alpha !== 1 && setting('a:alpha', thousandths(alpha)),
  );
}

export const noFill = element('a:noFill');

/** Null draws nothing. */
export const fillXml = (fill: (Color & { readonly alpha?: number }) | null): Xml =>
  fill === null ? noFill : element('a:solidFill', {}, colorXml(fill));

/** No outline, said aloud: without it some programs draw one of their own. */
export const noLine = element('a:ln', {}, noFill);

const faces = (latin: string, eastAsian: string, complex: string): Xml =>
  fragment(
    element('a:latin', { typeface: latin }),
    element('a:ea', { typeface: eastAsian }),
    element('a:cs', { typeface: complex }),
  );
const slotFaces = (prefix: string): Xml => faces(`${prefix}-lt`, `${prefix}-ea`, `${prefix}-cs`);

/** The theme's own font for running text. */
export const bodyFont = slotFaces('+mn');

/**
 * Latin, East Asian and complex-script faces, each by its own slot of the theme; by name for a role that has no slot
 * and a font of its own.
 */
export function fontXml(role: FontRole, fonts: Theme['fonts']): Xml {
  const font = fonts[role];
  switch (role) {
    case 'heading':
      return slotFaces('+mj');
    case 'body':
      return bodyFont;
    case 'prose':
    case 'quote':
      return font === fonts.body ? bodyFont : faces(font.latin, font.eastAsian, font.latin);
  }
}

/** A run of text; nothing where the text is empty. */
export const runXml = (properties: Xml, content: Xml): Xml =>
  content === '' ? nothing : element('a:r', {}, properties, element('a:t', {}, content));

/** Where a shape stands. Lengths in EMU. */
export const placeXml = (x: number, y: number, cx: number, cy: number, rot?: number): Xml =>
  element('a:xfrm', { rot }, element('a:off', { x, y }), element('a:ext', { cx, cy }));

export const presetGeometry = (prst: string): Xml => element('a:prstGeom', { prst }, element('a:avLst'));
