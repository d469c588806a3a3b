/** briefkit's own table style beside those of a template, whose tables begin with one that nobody can tell of. */
import type { TableLook } from '../../../model/theme.js';
import { splice } from '../../../powerpoint/edited/edit-xml.js';
import type { LandedTemplate } from '../../../powerpoint/template/landing.js';
import { parseXml } from '../../../powerpoint/xml/parse-xml.js';
import { tableStyleElement, tableStylesPart } from '../parts/table-styles-part.js';
import { ownTableStyle } from '../plan/own-tables.js';
import { expressLook } from './express-look.js';

/** The style with which a new table begins stays what it was. @param xml the template's own part; null for none. */
export function editTableStyles(xml: string | null, look: TableLook, template: LandedTemplate): string {
  const root = xml === null ? null : parseXml(xml);
  if (xml === null || root === null) return expressLook(tableStylesPart(look), template);
  if (xml.includes(`styleId="${ownTableStyle}"`)) return xml;
  const added = expressLook(tableStyleElement(look), template);
  const closing = xml.lastIndexOf('</', root.end);
  if (closing > root.start) return splice(xml, [{ start: closing, end: closing, text: added }]);
  const name = /^<([^\s/>]+)/.exec(xml.slice(root.start))![1]!;
  return splice(xml, [{ start: xml.lastIndexOf('/>', root.end), end: root.end, text: `>${added}</${name}>` }]);
}
