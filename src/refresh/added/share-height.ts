/** New rows of a table take their room from all of them: its height stays, as far as its texts allow. */
import { attributeSpan, type Splice } from '../../powerpoint/edited/edit-xml.js';
import type { EditedTable } from '../../powerpoint/edited/edited-deck.js';
import { childOf, childrenOf, type XmlElement } from '../../powerpoint/xml/parse-xml.js';

/** How many rows a table has, and how many are put in. */
export interface RowCounts {
  readonly rows: number;
  readonly added: number;
}

/** What a row of `height` EMU gives up. */
const lossOf = (height: number, { rows, added }: RowCounts): number => Math.round((height * added) / (rows + added));

/** Heights of rows, and the room above and below the texts of their cells, from which it comes. */
export function heightSplices(xml: string, table: EditedTable, counts: RowCounts): readonly Splice[] {
  if (counts.added === 0) return [];
  return table.rows.flatMap(({ element }) => {
    const height = Number(element.attributes['h'] ?? Number.NaN);
    if (Number.isNaN(height)) return [];
    const loss = lossOf(height, counts);
    const properties = childrenOf(element, 'a:tc').flatMap((cell) => childOf(cell, 'a:tcPr') ?? []);
    return [
      ...lessSplices(xml, element, 'h', loss),
      ...properties.flatMap((each) => ['marT', 'marB'].flatMap((name) => lessSplices(xml, each, name, loss / 2))),
    ];
  });
}

function lessSplices(xml: string, element: XmlElement, name: string, loss: number): readonly Splice[] {
  const span = attributeSpan(xml, element.start, name);
  return span === null ? [] : [{ ...span, text: lessBy(element.attributes[name] ?? '0', loss) }];
}

const lessBy = (value: string, loss: number): string => String(Math.max(0, Math.round(Number(value) - loss)));

/** The same of a row that is put in, or of a cell of one of `height`: XML that was copied from a row of before. */
export function withSharedHeight(xml: string, height: number, counts: RowCounts): string {
  const loss = lossOf(height, counts);
  return xml
    .replace(/^(<[\w:]*tr\b[^>]*?\sh=")(\d+)/, (_all, head: string, own: string) => head + lessBy(own, loss))
    .replaceAll(/(\smar[TB]=")(\d+)/g, (_all, head: string, own: string) => head + lessBy(own, loss / 2));
}
