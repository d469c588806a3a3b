/** Says of a shape that it is decoration, so that screen readers pass over it ([MS-ODRAWXML] 2.28). */
import { element } from '../../xml/element.js';

export const decorativeMark = element(
  'a:extLst',
  {},
  element(
    'a:ext',
    { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
    element('adec:decorative', {
      'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
      val: 1,
    }),
  ),
);
