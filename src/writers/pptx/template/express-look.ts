/**
 * Parts that were written in the roles of briefkit's themes, in the terms of somebody else's template: the accent of a
 * slide is there `accent2`, say, and quiet text its own text colour, lighter. Who changes the template's colours then
 * changes all of the deck.
 */
import type { ColorSlot } from '../../../model/theme.js';
import type { LandedTemplate } from '../../../powerpoint/template/landing.js';
import { roleColorXml, type Palette } from '../../../powerpoint/template/palette.js';
import { element } from '../../xml/element.js';

/** What a role is called in a part, before. */
const roles: Readonly<Record<string, ColorSlot>> = { tx1: 'dk1', bg1: 'lt1', tx2: 'dk2', bg2: 'lt2' };

const schemeColor = /<a:schemeClr val="([A-Za-z0-9]+)"(?:\/>|>((?:(?!<\/a:schemeClr>)[\s\S])*)<\/a:schemeClr>)/g;
const bodyFaces = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>';

export const expressLook = (xml: string, { palette, faces }: Pick<LandedTemplate, 'palette' | 'faces'>): string =>
  expressFaces(expressColors(xml, palette), faces);

const expressColors = (xml: string, palette: Palette): string =>
  xml.replace(schemeColor, (found, name: string, changes: string | undefined) => {
    const role = palette[(roles[name] ?? name) as ColorSlot] as Palette[ColorSlot] | undefined;
    return role === undefined ? found : roleColorXml(role, changes ?? '');
  });

/** Text beside placeholders is set in the face of the template's body, which may not be its theme's. */
function expressFaces(xml: string, { latin, eastAsian }: LandedTemplate['faces']): string {
  if (latin === null && eastAsian === null) return xml;
  const faces =
    element('a:latin', { typeface: latin ?? '+mn-lt' }) +
    element('a:ea', { typeface: eastAsian ?? '+mn-ea' }) +
    element('a:cs', { typeface: latin ?? '+mn-cs' });
  return xml.replaceAll(bodyFaces, faces);
}
