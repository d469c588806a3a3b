/** Form XObjects (ISO 32000-1, 8.10): content that is written once and shown where it is named. */
import type { Box } from '../../../model/length.js';
import { Content, type Resources } from './content.js';
import type { Form, Surface } from './surface.js';

/** @param fineness decimals of its lengths. */
export function writeForm(
  { shared, page, inkFor }: Surface,
  box: Box,
  fineness: number,
  entries: Readonly<Record<string, unknown>>,
  draw: (surface: Surface) => void,
): Form {
  const resources: Resources = { fonts: {}, xobjects: {}, ext_gstates: {}, shadings: {} };
  const content = new Content(resources, fineness);
  draw({ content, shared, page, inkFor });
  const named = {
    Font: resources.fonts,
    XObject: resources.xobjects,
    ExtGState: resources.ext_gstates,
    Shading: resources.shadings,
  };
  const reference = shared.file.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [box.x, box.y, box.x + box.width, box.y + box.height],
    Resources: Object.fromEntries(Object.entries(named).filter(([, used]) => Object.keys(used).length > 0)),
    ...entries,
  });
  reference.end(content.bytes());
  return { name: `Fm${reference.id}`, reference };
}
