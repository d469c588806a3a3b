/** What every part of a presentation begins with (ISO 29500-1, 19). */
import { element, fragment, type Attributes } from './element.js';
import { fillXml } from './drawing-ml.js';
import type { Color } from '../../model/theme.js';
import type { Xml } from './element.js';

export const drawingNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const relationshipsNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const namespaces: Attributes = {
  'xmlns:a': drawingNamespace,
  'xmlns:r': relationshipsNamespace,
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
};

/** The group of all shapes: it has the id 1, so shapes count from 2. */
export const emptyGroup = fragment(
  element('p:nvGrpSpPr', {}, element('p:cNvPr', { id: 1, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')),
  element(
    'p:grpSpPr',
    {},
    element(
      'a:xfrm',
      {},
      element('a:off', { x: 0, y: 0 }),
      element('a:ext', { cx: 0, cy: 0 }),
      element('a:chOff', { x: 0, y: 0 }),
      element('a:chExt', { cx: 0, cy: 0 }),
    ),
  ),
);

export const backgroundXml = (fill: Color): Xml =>
  element('p:bg', {}, element('p:bgPr', {}, fillXml(fill), element('a:effectLst')));

/** Which colours of the theme are text and background: each stands for itself. */
export const colorMap = element('p:clrMap', {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hlink: 'hlink',
  folHlink: 'folHlink',
});

/** A layout or notes page takes its master's colours. */
export const mastersColors = element('p:clrMapOvr', {}, element('a:masterClrMapping'));

/** A URI holds ASCII only (RFC 3986). */
export const asUri = (url: string): string =>
  url.replace(/[^\x21-\x7E]/gu, (character) => encodeURIComponent(character));
