/** A new row of a table that looks like another of it, with texts of its own. */
import { splice, type Splice } from '../../powerpoint/edited/edit-xml.js';
import type { EditedTable } from '../../powerpoint/edited/edited-deck.js';
import type { TableShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import { childrenOf, everyElement } from '../../powerpoint/xml/parse-xml.js';
import { paragraphLike } from './paragraph-like.js';

/**
 * XML of `a:tr`. Null where cells of either row cover others, or the table's columns are others now: then nobody can
 * tell what goes where.
 */
export function rowLike(
  xml: string,
  table: EditedTable,
  sample: EditedTable['rows'][number],
  row: TableShapeIdentity['rows'][number],
  columns: readonly number[],
): string | null {
  const isMerged =
    row.cells.some(({ across, down }) => across > 1 || down > 1) ||
    childrenOf(sample.element, 'a:tc').some(({ attributes }) =>
      ['gridSpan', 'rowSpan', 'hMerge', 'vMerge'].some((name) => attributes[name] !== undefined),
    );
  const places = table.columns.map((id, index) =>
    id === null && table.columns.length === columns.length ? index : columns.indexOf(id ?? -1),
  );
  if (isMerged || sample.cells.length !== table.columns.length) return null;
  const texts = sample.cells.map(
    ({ column }) =>
      row.cells.find((cell) => cell.column === places[column])?.paragraphs.map(({ text }) => text) ?? [''],
  );
  const { element } = sample;
  const splices = sample.cells.flatMap(({ paragraphs }, index): readonly Splice[] => {
    const [first, last] = [paragraphs[0], paragraphs.at(-1)];
    if (first === undefined || last === undefined) return [];
    const lines = texts[index]!.map((text) => paragraphLike(xml, first, text)).join('');
    return [{ start: first.element.start, end: last.element.end, text: lines }];
  });
  const cells = splice(xml.slice(0, element.end), splices).slice(element.start);
  const hasId = [...everyElement(element)].some(({ name }) => name === 'a16:rowId');
  return hasId ? cells.replace(/(:rowId [^>]*?val=")\d+/, `$1${row.id}`) : cells;
}
