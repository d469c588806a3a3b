/** Columns that only the report has, each behind the one that it follows there; all share the width that there was. */
import { splice, type Splice } from '../../powerpoint/edited/edit-xml.js';
import type { EditedTable } from '../../powerpoint/edited/edited-deck.js';
import { paragraphsOf } from '../../powerpoint/edited/paragraphs.js';
import { childOf, childrenOf, type XmlElement } from '../../powerpoint/xml/parse-xml.js';
import { paragraphLike } from './paragraph-like.js';

export interface NewColumn {
  /** Its index in the report's table. */
  readonly column: number;
  /** The index in the edited table of the column behind which it goes. */
  readonly behind: number;
  /** `a16:colId`. */
  readonly id: number;
}

const merging = ['gridSpan', 'rowSpan', 'hMerge', 'vMerge'];

/** Whether a column may be put behind another: none of its cells is merged with others, nor the next with it. */
export const isOpenBehind = ({ rows }: EditedTable, index: number): boolean =>
  rows.every(({ element }) => {
    const cells = childrenOf(element, 'a:tc');
    const own = cells[index];
    return (
      own !== undefined &&
      merging.every((name) => own.attributes[name] === undefined) &&
      cells[index + 1]?.attributes['hMerge'] === undefined
    );
  });

/**
 * The cells of one row for all new columns: XML of each, by the column behind which it goes.
 *
 * @param like the index of the column whose look they have
 */
export function newCells(
  xml: string,
  row: XmlElement,
  columns: readonly NewColumn[],
  like: number,
  texts: (column: number) => readonly string[],
): readonly { readonly behind: number; readonly text: string }[] {
  const cells = childrenOf(row, 'a:tc');
  return columns.map(({ behind, column }) => ({
    behind,
    text: cellLike(xml, cells[like] ?? cells[behind]!, texts(column)),
  }));
}

/** The column that looks like most do, the first left out: not the one that stands out. */
export function plainColumn(xml: string, { rows }: EditedTable): number {
  const cells = childrenOf(rows.at(1)?.element ?? null, 'a:tc');
  const looks = cells.map((cell) => {
    const properties = childOf(cell, 'a:tcPr');
    const isOpen = merging.every((name) => cell.attributes[name] === undefined);
    return properties === null || !isOpen ? null : xml.slice(properties.start, properties.end);
  });
  const counts = looks.map((look, index) =>
    look === null || index === 0 ? 0 : looks.filter((other, place) => place > 0 && other === look).length,
  );
  return counts.lastIndexOf(Math.max(...counts));
}

function cellLike(xml: string, sample: XmlElement, texts: readonly string[]): string {
  const paragraphs = paragraphsOf(childOf(sample, 'a:txBody'));
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  if (first === undefined || last === undefined) return xml.slice(sample.start, sample.end);
  const lines = (texts.length === 0 ? [''] : texts).map((text) => paragraphLike(xml, first, text)).join('');
  const put = { start: first.element.start, end: last.element.end, text: lines };
  return splice(xml.slice(0, sample.end), [put]).slice(sample.start);
}

/** A row's XML with new cells in it, for a row that is new itself. */
export function withCells(row: string, cells: readonly { readonly behind: number; readonly text: string }[]): string {
  let index = -1;
  return row.replaceAll(/<([\w-]+:)?tc(?=[\s/>])[\s\S]*?<\/\1?tc>/g, (cell) => {
    index += 1;
    const own = cells.filter(({ behind }) => behind === index);
    return cell + own.map(({ text }) => text).join('');
  });
}

/** The grid with the new columns in it: all share the width that the old ones had. */
export function gridSplices(xml: string, table: XmlElement, columns: readonly NewColumn[]): readonly Splice[] {
  const known = childrenOf(childOf(table, 'a:tblGrid'), 'a:gridCol');
  const widths = known.map(({ attributes }) => Number(attributes['w'] ?? 0));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const share = known.length / (known.length + columns.length);
  const narrow = (column: string, width: number): string =>
    column.replace(/(\sw\s*=\s*)["'][^"']*["']/, `$1"${Math.round(width)}"`);
  return known.map((element, index) => {
    const own = xml.slice(element.start, element.end);
    const added = columns
      .filter(({ behind }) => behind === index)
      .map(({ id }) =>
        narrow(own, total / (known.length + columns.length)).replace(/(:colId [^>]*?val=")\d+/, `$1${id}`),
      );
    return { start: element.start, end: element.end, text: narrow(own, widths[index]! * share) + added.join('') };
  });
}
