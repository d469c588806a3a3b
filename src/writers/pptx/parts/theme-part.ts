/**
 * theme1.xml: the theme's twelve colours, its two fonts with Latin and East Asian faces apart, and a flat format
 * scheme.
 */
import { colorSlots } from '../../../model/theme.js';
import type { Theme, ThemeFont } from '../../../model/theme.js';
import { element, setting, xmlPart, type Xml } from '../../xml/element.js';
import { drawingNamespace } from '../../xml/presentation-ml.js';

export const themePart = ({ name, colors, fonts }: Theme): string =>
  xmlPart(
    element(
      'a:theme',
      { 'xmlns:a': drawingNamespace, name },
      element(
        'a:themeElements',
        {},
        element(
          'a:clrScheme',
          { name },
          colorSlots.map((slot) => element(`a:${slot}`, {}, setting('a:srgbClr', colors[slot].toUpperCase()))),
        ),
        element(
          'a:fontScheme',
          { name },
          element('a:majorFont', {}, faces(fonts.heading)),
          element('a:minorFont', {}, faces(fonts.body)),
        ),
        element('a:fmtScheme', { name }, formatScheme),
      ),
      element('a:objectDefaults'),
      element('a:extraClrSchemeLst'),
    ),
  );

const faces = ({ latin, eastAsian }: ThemeFont): readonly Xml[] => [
  element('a:latin', { typeface: latin }),
  element('a:ea', { typeface: eastAsian }),
  element('a:cs', { typeface: '' }),
  element('a:font', { script: 'Hans', typeface: eastAsian }),
];

/** phClr: the colour of whatever takes the style. */
const fill = element('a:solidFill', {}, setting('a:schemeClr', 'phClr'));

/** `w` in EMU. */
const line = (w: number): Xml =>
  element(
    'a:ln',
    { w, cap: 'flat', cmpd: 'sng', algn: 'ctr' },
    fill,
    setting('a:prstDash', 'solid'),
    element('a:miter', { lim: 800_000 }),
  );

const effect = element('a:effectStyle', {}, element('a:effectLst'));

/** Three of each are demanded (ISO 29500-1, 20.1.4.1.14); all are flat. */
const formatScheme: readonly Xml[] = [
  element('a:fillStyleLst', {}, fill, fill, fill),
  element('a:lnStyleLst', {}, line(6350), line(12_700), line(19_050)),
  element('a:effectStyleLst', {}, effect, effect, effect),
  element('a:bgFillStyleLst', {}, fill, fill, fill),
];
