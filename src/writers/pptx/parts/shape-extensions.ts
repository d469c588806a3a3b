/** What a shape says beyond the standard, in `p:cNvPr/a:extLst`: which shape it is, and that it is decoration. */
import { element, type Xml } from '../../xml/element.js';

/** [MS-ODRAWXML] 2.28: screen readers pass over it. */
export const decorativeExtension = element(
  'a:ext',
  { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
  element('adec:decorative', { 'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative', val: 1 }),
);

/** [MS-ODRAWXML] a16:creationId. PowerPoint keeps it through every edit, and on a duplicated slide. */
export const creationIdMark = (id: string): Xml =>
  element(
    'a:ext',
    { uri: '{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}' },
    element('a16:creationId', { 'xmlns:a16': 'http://schemas.microsoft.com/office/drawing/2014/main', id }),
  );
