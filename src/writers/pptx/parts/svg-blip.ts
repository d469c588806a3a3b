/** The vectors of a picture beside its pixels. */
import { element, type Xml } from '../../xml/element.js';

/**
 * [MS-ODRAWXML] 2.3.2.5: a program that knows it shows the SVG, any other the pixels.
 * @param relationship of the picture's SVG.
 */
export const svgBlip = (relationship: string): Xml =>
  element(
    'a:extLst',
    {},
    element(
      'a:ext',
      { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
      element('asvg:svgBlip', {
        'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
        'r:embed': relationship,
      }),
    ),
  );
