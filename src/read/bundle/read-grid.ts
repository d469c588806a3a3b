/** A page grid from its YAML. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { wrongType } from '../../diagnostics/messages.js';
import type { GridArea, GridBand, PageGrid } from '../../model/bundle/page-grid.js';
import type { DataDocument } from '../data/data-document.js';
import { checkShape } from '../shape/check-shape.js';
import { DataCursor } from '../shape/data-cursor.js';
import { gridSchema } from '../shape/schema.js';
import { readColor } from './theme-color.js';

/** In pt, where the file says nothing. */
const usual = { gap: 14, smallest: 10.5, largest: 11.5, give: 40, pages: 2 } as const;

/** Null where it does not have the shape of a grid. */
export function readGrid(name: string, document: DataDocument, tell: Tell): PageGrid | null {
  if (!checkShape(document, gridSchema, `the grid "${name}"`, tell)) return null;
  const root = new DataCursor(document, document.value);
  const columns = root.at('columns').number() ?? 1;
  const bands = (key: string): readonly GridBand[] =>
    root
      .at(key)
      .items()
      .map((band) => readBand(band, columns, tell));
  const rule = root.at('rule');
  const text = root.at('text');
  return {
    name,
    columns,
    gutter: root.at('gutter').number() ?? 0,
    rule: rule.exists ? { color: readColor(rule.at('color'), tell), width: rule.at('width').number() ?? 0.5 } : null,
    gap: root.at('gap').number() ?? usual.gap,
    text: {
      smallest: text.at('smallest').number() ?? usual.smallest,
      largest: text.at('largest').number() ?? usual.largest,
    },
    give: root.at('give').number() ?? usual.give,
    pages: root.at('pages').number() ?? usual.pages,
    opening: bands('opening'),
    further: bands('further'),
    beside: root.at('beside').exists ? readArea(root.at('beside'), tell) : null,
    closing: bands('closing'),
    span: root.span,
  };
}

function readBand(cursor: DataCursor, columns: number, tell: Tell): GridBand {
  const areas = cursor.items().map((item) => readArea(item, tell));
  const taken = areas.reduce((sum, area) => sum + area.columns, 0);
  if (taken > columns) tell(wrongType('columns', `at most ${columns} together in a band`, `${taken}`, cursor.span));
  return areas;
}

const readArea = (cursor: DataCursor, tell: Tell): GridArea => ({
  name: cursor.at('area').text() ?? '',
  columns: cursor.at('columns').number() ?? 1,
  height: cursor.at('height').number(),
  grow: cursor.at('grow').number() ?? 1,
  panel: cursor.at('panel').exists ? readColor(cursor.at('panel'), tell) : null,
  rule: cursor.at('rule').exists ? readColor(cursor.at('rule'), tell) : null,
});
