/** A group around shapes that stand where they would stand without it. */
import { emu } from '../../xml/drawing-ml.js';
import { element, type Xml } from '../../xml/element.js';
import { creationIdMark } from '../parts/shape-extensions.js';
import type { GroupPlan } from '../plan/deck-plan.js';

/** All that stands before the group's shapes; `</p:grpSp>` closes it. */
export function groupOpening({ box, name, guid }: GroupPlan, id: number): string {
  return `<p:grpSp>${groupNames(name, guid, id)}${groupFrame(box)}`;
}

const groupNames = (name: string, guid: string, id: number): Xml =>
  element(
    'p:nvGrpSpPr',
    {},
    element('p:cNvPr', { id, name }, element('a:extLst', {}, creationIdMark(guid))),
    element('p:cNvGrpSpPr'),
    element('p:nvPr'),
  );

/** The space within is the slide's own, so that what is in the group keeps its place. */
export function groupFrame(box: GroupPlan['box']): Xml {
  const [x, y, cx, cy] = [box.x, box.y, box.width, box.height].map(emu) as [number, number, number, number];
  return element(
    'p:grpSpPr',
    {},
    element(
      'a:xfrm',
      {},
      element('a:off', { x, y }),
      element('a:ext', { cx, cy }),
      element('a:chOff', { x, y }),
      element('a:chExt', { cx, cy }),
    ),
  );
}
