/**
 * Tables: the head flagged, paragraphs mended, borders only where there is a rule, and cells under a merged one made
 * whole.
 */
import { element, text, type Xml } from '../../xml/element.js';
import type { CellPlan, TableShape } from '../plan/deck-plan.js';
import { placeholderReference } from '../parts/placeholder-shape.js';
import { aroundParagraphs, findElement, mapElements, replaceElement } from './draft-elements.js';
import type { Looks } from './mend-looks.js';
import { mendParagraphs } from './mend-paragraphs.js';

export function mendTable(xml: string, shape: TableShape, language: string, looks: Looks): string {
  const cells = gridOf(shape);
  let [index, row] = [0, 0];
  const properties = new Map<CellPlan, string>();
  const firstRow = findElement(xml, 'a:tr')?.from ?? xml.length;
  const rows = mapElements(
    xml.slice(firstRow),
    'a:tc',
    (draft) => mendCell(draft, cells[index++], properties, language, looks),
    (between) =>
      between
        .replace(/>\s+</g, '><')
        .replace(/<\/a:tr>/g, () => `${lineId('rowId', rowUri, shape.rowIds[row++]!)}</a:tr>`),
  );
  return mendHead(xml.slice(0, firstRow), shape) + rows;
}

/** All that stands before the first row. */
function mendHead(xml: string, shape: TableShape): string {
  let column = 0;
  const { placeholder } = shape;
  const purpose = element('p:nvPr', {}, placeholder !== null && placeholderReference(placeholder));
  return replaceElement(xml.replace(/>\s+</g, '><'), 'p:nvPr', purpose)
    .replace('<a:tblPr/>', () => tableProperties(shape))
    .replace(gridColumn, (_draft, width: string) =>
      element('a:gridCol', { w: width }, lineId('colId', columnUri, shape.columnIds[column++]!)),
    );
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

/**
 * Covered cells take the look of the cell that covers them, for the rule under its last row and for who splits it
 * again.
 */
function mendCell(
  draft: string,
  place: GridCell | undefined,
  properties: Map<CellPlan, string>,
  language: string,
  looks: Looks,
): string {
  if (place === undefined) throw new Error('pptxgenjs wrote more cells than the table has');
  if (!place.isOrigin) {
    const empty = element('a:p', {}, element('a:endParaRPr', { lang: language }));
    const body = element('a:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), empty);
    return draft.replace('<a:tcPr/>', () => body + (properties.get(place.cell) ?? '<a:tcPr/>'));
  }
  const [head, paragraphs, tail] = aroundParagraphs(draft);
  const end = looks.cell(tail);
  const look = findElement(end, 'a:tcPr');
  properties.set(place.cell, look === null ? '<a:tcPr/>' : end.slice(look.from, look.to));
  return head + mendParagraphs(paragraphs, place.cell.paragraphs, { inherits: false, language, looks }) + end;
}
