/**
 * Parts that were written in the roles of briefkit's themes, in the terms of somebody else's template: the accent of a
 * slide is there `accent2`, say, and quiet text its own text colour, lighter. Who changes the template's colours then
 * changes all of the deck.
 */
import type { ColorSlot } from '../../../model/theme.js';
import type { LandedTemplate } from '../../../powerpoint/template/landing.js';
import type { ColorMap } from '../../../powerpoint/look/color.js';
import { roleColorXml, type Palette, type RoleColor } from '../../../powerpoint/template/palette.js';
import { element } from '../../xml/element.js';

/** What a role is called in a part, before. */
const roles: Readonly<Record<string, ColorSlot>> = { tx1: 'dk1', bg1: 'lt1', tx2: 'dk2', bg2: 'lt2' };

const schemeColor = /<a:schemeClr val="([A-Za-z0-9]+)"(?:\/>|>((?:(?!<\/a:schemeClr>)[\s\S])*)<\/a:schemeClr>)/g;
const bodyFaces = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>';

/** @param map of the layout that the part stands on; left out, the palette's own. */
export const expressLook = (
  xml: string,
  { palette, faces, colorMap }: Pick<LandedTemplate, 'palette' | 'faces' | 'colorMap'>,
  map: ColorMap = colorMap,
): string => expressFaces(expressColors(xml, palette, renaming(colorMap, map)), faces);

const expressColors = (xml: string, palette: Palette, rename: (role: RoleColor) => RoleColor): string =>
  xml.replace(schemeColor, (found, name: string, changes: string | undefined) => {
    const role = palette[(roles[name] ?? name) as ColorSlot] as RoleColor | undefined;
    return role === undefined ? found : roleColorXml(rename(role), changes ?? '');
  });

/** A layout may map the scheme anew: what is `tx1` elsewhere is there called `bg1`, or has no name at all. */
const renaming =
  (from: ColorMap, to: ColorMap) =>
  (role: RoleColor): RoleColor => {
    if (role.element !== 'schemeClr' || from === to) return role;
    const slot = from[role.value] ?? role.value;
    if ((to[role.value] ?? role.value) === slot) return role;
    const name = Object.keys(to).find((key) => to[key] === slot);
    return name === undefined
      ? { ...role, element: 'srgbClr', value: role.hex, modulate: null, offset: null }
      : { ...role, value: name };
  };

export const isSameMap = (one: ColorMap, other: ColorMap): boolean =>
  Object.keys({ ...one, ...other }).every((name) => one[name] === other[name]);

/** A slide on a layout that maps the scheme anew says so itself: readers differ in whom they ask. */
export const withColorMap = (xml: string, map: ColorMap, masters: ColorMap): string =>
  map === masters ? xml : xml.replace('<a:masterClrMapping/>', () => element('a:overrideClrMapping', { ...map }));

/** Text beside placeholders is set in the face of the template's body, which may not be its theme's. */
function expressFaces(xml: string, { latin, eastAsian }: LandedTemplate['faces']): string {
  if (latin === null && eastAsian === null) return xml;
  const faces =
    element('a:latin', { typeface: latin ?? '+mn-lt' }) +
    element('a:ea', { typeface: eastAsian ?? '+mn-ea' }) +
    element('a:cs', { typeface: latin ?? '+mn-cs' });
  return xml.replaceAll(bodyFaces, faces);
}
