/**
 * Tables: the head flagged, paragraphs mended, borders only where there is a rule, and cells under a merged one made
 * whole.
 */
import { element, text, type Xml } from '../../xml/element.js';
import type { CellPlan, TableShape } from '../plan/deck-plan.js';
import { placeholderReference } from '../parts/placeholder-shape.js';
import { blankBetween, mendParagraphs } from './mend-paragraphs.js';

const cellElement = /<a:tc(?: [^>]*)?>[\s\S]*?<\/a:tc>/g;
const emptyBorder = /<a:ln[LRTB] w="0" [^>]*><a:noFill\/><\/a:ln[LRTB]>/g;

export function mendTable(xml: string, shape: TableShape, language: string): string {
  const cells = gridOf(shape);
  let [index, column, row] = [0, 0, 0];
  const properties = new Map<CellPlan, string>();
  return xml
    .replace(blankBetween, '><')
    .replace(
      /<p:nvPr>[\s\S]*?<\/p:nvPr>/,
      element('p:nvPr', {}, shape.placeholder !== null && placeholderReference(shape.placeholder)),
    )
    .replace('<a:tblPr/>', tableProperties(shape))
    .replace(emptyBorder, '')
    .replace(cellElement, (draft) => mendCell(draft, cells[index++], properties, language))
    .replace(gridColumn, (_draft, width: string) =>
      element('a:gridCol', { w: width }, lineId('colId', columnUri, shape.columnIds[column++]!)),
    )
    .replace(/<\/a:tr>/g, () => `${lineId('rowId', rowUri, shape.rowIds[row++]!)}</a:tr>`);
}

const tableProperties = ({ headRows, style: { id, banded, hasTotal } }: TableShape): Xml =>
  element(
    'a:tblPr',
    { firstRow: headRows > 0 ? 1 : null, lastRow: hasTotal ? 1 : null, bandRow: banded ? 1 : null },
    element('a:tableStyleId', {}, text(id)),
  );

const gridColumn = /<a:gridCol w="([^"]*)"(?:\/>|>[\s\S]*?<\/a:gridCol>)/g;
/** [MS-ODRAWXML]: what PowerPoint itself writes to know rows and columns again. */
const columnUri = '{9D8B030D-6E8A-4147-A177-3AD203B41FA5}';
const rowUri = '{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}';

const lineId = (name: 'rowId' | 'colId', uri: string, val: number): Xml =>
  element(
    'a:extLst',
    {},
    element(
      'a:ext',
      { uri },
      element(`a16:${name}`, { 'xmlns:a16': 'http://schemas.microsoft.com/office/drawing/2014/main', val }),
    ),
  );

interface GridCell {
  readonly cell: CellPlan;
  readonly isOrigin: boolean;
}

/** Every place of the grid with the cell that covers it, row by row, as pptxgenjs writes them. */
function gridOf({ rows, columnWidths }: TableShape): readonly (GridCell | undefined)[] {
  const grid: (GridCell | undefined)[][] = rows.map(() =>
    new Array<GridCell | undefined>(columnWidths.length).fill(undefined),
  );
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row) {
      while (grid[rowIndex]![column] !== undefined) column++;
      for (let down = 0; down < cell.down && rowIndex + down < rows.length; down++) {
        for (let across = 0; across < cell.across; across++)
          grid[rowIndex + down]![column + across] = { cell, isOrigin: down + across === 0 };
      }
      column += cell.across;
    }
  });
  return grid.flat();
}

const cellProperties = /<a:tcPr[^>]*\/>|<a:tcPr[\s\S]*<\/a:tcPr>/;

/**
 * Covered cells take the look of the cell that covers them, for the rule under its last row and for who splits it
 * again.
 */
function mendCell(
  draft: string,
  place: GridCell | undefined,
  properties: Map<CellPlan, string>,
  language: string,
): string {
  if (place === undefined) throw new Error('pptxgenjs wrote more cells than the table has');
  if (!place.isOrigin) {
    const empty = element('a:p', {}, element('a:endParaRPr', { lang: language }));
    const body = element('a:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), empty);
    return draft.replace('<a:tcPr/>', () => body + (properties.get(place.cell) ?? '<a:tcPr/>'));
  }
  const mended = mendParagraphs(draft, place.cell.paragraphs, false, language).replace(
    /(<a:tcPr[^>]*)><\/a:tcPr>/,
    '$1/>',
  );
  properties.set(place.cell, cellProperties.exec(mended)?.[0] ?? '<a:tcPr/>');
  return mended;
}
