/** The areas that a chart names: the file is read, and d3-geo loaded, where a report has such a chart. */
import { notAMap } from '../../../diagnostics/messages.js';
import type { AreaMap } from '../../../model/map/area-map.js';
import type { DataCursor } from '../../shape/data-cursor.js';
import { decodeText, readNamed } from '../../source/read-text.js';
import type { FileSource } from '../report-source.js';

export type AreaReader = typeof import('../map/read-area-map.js');

/** Null where no chart names areas. */
export async function loadAreaReader(root: DataCursor): Promise<AreaReader | null> {
  const isAsked = root
    .at('charts')
    .entries()
    .some(([, chart]) => chart.at('areas').exists);
  return isAsked ? import('../map/read-area-map.js') : null;
}

/** What a chart says under `areas`; null where it says nothing, or the file holds none, which is told. */
export function readAreas(
  id: string,
  areas: DataCursor,
  { folder, files, tell, memo, areaReader }: FileSource,
): { readonly map: AreaMap; readonly key: string | null } | null {
  const file = areas.isMap ? areas.at('file') : areas;
  const name = file.text();
  if (name === null || areaReader === null || areaReader === undefined) return null;
  const found = readNamed(files, folder, name, `the areas of the chart "${id}"`, file.span, tell);
  const source = found === null ? null : decodeText(found.path, found.bytes, tell);
  if (source === null) return null;
  const object = areas.at('object').text();
  const read = memo.recall('areas', [source.text, object], () => {
    try {
      return areaReader.readAreaMap(name, source.text, object);
    } catch (cause) {
      if (cause instanceof areaReader.NoAreas) return cause.message;
      throw cause;
    }
  });
  if (typeof read !== 'string') return { map: read, key: areas.at('name').text() };
  tell(notAMap(name, read, file.span));
  return null;
}
