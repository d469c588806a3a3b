/** DrawingML pieces of a chart: lines and text in the theme's own colours and fonts. */
import type { Pt } from '../../../model/length.js';
import type { NativeFill, NativeLine } from '../../../model/native-chart.js';
import type { Color } from '../../../model/theme.js';
import { bodyFont, emu, fillXml, hundredths, noLine } from '../../xml/drawing-ml.js';
import { languageOf } from '../../xml/text-language.js';
import { element, fragment, setting, textElement, type Attributes, type Xml } from '../../xml/element.js';

export const lineXml = (line: NativeLine | null): Xml =>
  line === null
    ? noLine
    : element(
        'a:ln',
        { w: emu(line.width), cap: line.dash ? 'flat' : 'rnd' },
        fillXml(line.color),
        line.dash && setting('a:prstDash', 'dash'),
        element('a:round'),
      );

/** Without `fill` the program's own is left. */
export const shapeXml = (fill: NativeFill | undefined, line: NativeLine | null): Xml =>
  element('c:spPr', {}, fill === undefined ? null : fillXml(fill), lineXml(line));

/** Neither ground nor outline. */
export const bareShape = shapeXml(null, null);

export interface TextLook {
  readonly size: Pt;
  readonly bold: boolean;
  readonly color: Color;
}

/** Latin and East Asian letters take the theme's own fonts, so that Chinese is right on any machine. */
const runInside = (look: TextLook): Xml => fragment(fillXml(look.color), bodyFont);

const runAttributes = (look: TextLook): Attributes => ({ sz: hundredths(look.size), b: look.bold });

/** `wrap` lets long names take a second line; a number must not. `skip` is of an axis that leaves names out. */
export type Flow = 'wrap' | 'line' | 'skip';

/**
 * ISO 29500-1, 20.1.10.3: an angle in 60,000ths of a degree. LibreOffice leaves names out, as it is told to, only where
 * the angle is not just zero.
 */
const allButLevel = 600;

const bodyXml = (flow: Flow): Xml =>
  fragment(
    element('a:bodyPr', {
      rot: flow === 'skip' ? allButLevel : 0,
      vert: 'horz',
      wrap: flow === 'line' ? 'none' : 'square',
      anchor: 'ctr',
    }),
    element('a:lstStyle'),
  );

export const textLookXml = (look: TextLook, flow: Flow = 'line'): Xml =>
  element(
    'c:txPr',
    {},
    bodyXml(flow),
    element(
      'a:p',
      {},
      element('a:pPr', {}, element('a:defRPr', runAttributes(look), runInside(look))),
      element('a:endParaRPr'),
    ),
  );

/** Text as it stands, a paragraph for each line. */
export const richTextXml = (text: string, look: TextLook): Xml =>
  element(
    'c:tx',
    {},
    element(
      'c:rich',
      {},
      bodyXml('line'),
      text.split('\n').map((line) => paragraphXml(line, look)),
    ),
  );

/** Digits and signs alone have no language. */
const paragraphXml = (line: string, look: TextLook): Xml =>
  element(
    'a:p',
    {},
    element('a:pPr', {}, element('a:defRPr', runAttributes(look))),
    element(
      'a:r',
      {},
      element('a:rPr', { lang: languageOf(line, '') || null, ...runAttributes(look) }, runInside(look)),
      textElement('a:t', line),
    ),
  );
