/** The small parts that are the same in every deck. */
import { namespaces, xmlHeader } from '../../xml/presentation-xml.js';

export const presPropsPart = `${xmlHeader}<p:presentationPr ${namespaces}/>`;

export const viewPropsPart = `${xmlHeader}<p:viewPr ${namespaces}><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>`;

export const tableStylesPart = `${xmlHeader}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`;
