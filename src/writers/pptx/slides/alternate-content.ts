/**
 * A chart of PowerPoint 2016 with what programs show that do not know it (ISO 29500-3, 9.3): one of two branches is
 * read, the other is as if it were not there.
 */
import { extendedNamespace } from '../extended-chart/extended-part-xml.js';
import type { ExtendedChart } from '../../../model/extended/extended-chart.js';
import { emu } from '../../xml/drawing-ml.js';
import { asXml, element, type Xml } from '../../xml/element.js';
import { relationshipsNamespace } from '../../xml/presentation-ml.js';
import { creationIdMark } from '../parts/shape-extensions.js';
import type { ShapePlan } from '../plan/deck-plan.js';

/** The namespace that a program must know to draw a kind: funnels came a version later. */
const required = (layout: ExtendedChart['layout']): readonly [prefix: string, uri: string] =>
  layout === 'funnel'
    ? ['cx2', 'http://schemas.microsoft.com/office/drawing/2015/10/21/chartex']
    : ['cx1', 'http://schemas.microsoft.com/office/drawing/2015/9/8/chartex'];

export interface Alternative {
  readonly layout: ExtendedChart['layout'];
  /** The relationship to the chart's part. */
  readonly relation: string;
  /** Of the chart's frame: what stands beside it has another. */
  readonly id: number;
}

/** @param fallback what the slide has where the chart is not known */
export function alternateContent(shape: ShapePlan, { layout, relation, id }: Alternative, fallback: string): Xml {
  const [prefix, uri] = required(layout);
  return element(
    'mc:AlternateContent',
    { 'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006' },
    element('mc:Choice', { [`xmlns:${prefix}`]: uri, Requires: prefix }, frameXml(shape, relation, id)),
    element('mc:Fallback', {}, asXml(fallback)),
  );
}

const frameXml = ({ box, name, alt, guid }: ShapePlan, relation: string, id: number): Xml =>
  element(
    'p:graphicFrame',
    {},
    element(
      'p:nvGraphicFramePr',
      {},
      element('p:cNvPr', { id, name, descr: alt === '' ? null : alt }, element('a:extLst', {}, creationIdMark(guid))),
      element('p:cNvGraphicFramePr'),
      element('p:nvPr'),
    ),
    element(
      'p:xfrm',
      {},
      element('a:off', { x: emu(box.x), y: emu(box.y) }),
      element('a:ext', { cx: emu(box.width), cy: emu(box.height) }),
    ),
    element(
      'a:graphic',
      {},
      element(
        'a:graphicData',
        { uri: extendedNamespace },
        element('cx:chart', {
          'xmlns:cx': extendedNamespace,
          'xmlns:r': relationshipsNamespace,
          'r:id': relation,
        }),
      ),
    ),
  );
