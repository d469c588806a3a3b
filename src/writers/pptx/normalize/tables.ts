/** Tables: the head flagged, paragraphs mended, borders only where there is a rule, and cells under a merged one made whole. */
import type { CellPlan, TableShape } from '../plan/deck-plan.js';
import { mendParagraphs } from './paragraphs.js';

const cellElement = /<a:tc(?: [^>]*)?>[\s\S]*?<\/a:tc>/g;
const emptyBorder = /<a:ln[LRTB] w="0" [^>]*><a:noFill\/><\/a:ln[LRTB]>/g;

export function mendTable(xml: string, shape: TableShape, language: string): string {
  const cells = gridOf(shape);
  let index = 0;
  return xml
    .replace(/>\s+</g, '><')
    .replace(/<p:nvPr>[\s\S]*?<\/p:nvPr>/, '<p:nvPr/>')
    .replace('<a:tblPr/>', shape.headRows > 0 ? '<a:tblPr firstRow="1"/>' : '<a:tblPr/>')
    .replace(emptyBorder, '')
    .replace(cellElement, (element) => mendCell(element, cells[index++], language));
}

interface GridCell { readonly cell: CellPlan; readonly isOrigin: boolean }

/** Every place of the grid with the cell that covers it, row by row, as pptxgenjs writes them. */
function gridOf({ rows, columnWidths }: TableShape): readonly (GridCell | undefined)[] {
  const grid: (GridCell | undefined)[][] = rows.map(() => new Array<GridCell | undefined>(columnWidths.length).fill(undefined));
  rows.forEach((row, rowIndex) => {
    let column = 0;
    for (const cell of row) {
      while (grid[rowIndex]![column] !== undefined) column++;
      for (let down = 0; down < cell.down && rowIndex + down < rows.length; down++) {
        for (let across = 0; across < cell.across; across++) grid[rowIndex + down]![column + across] = { cell, isOrigin: down + across === 0 };
      }
      column += cell.across;
    }
  });
  return grid.flat();
}

function mendCell(element: string, place: GridCell | undefined, language: string): string {
  if (place === undefined) throw new Error('pptxgenjs wrote more cells than the table has');
  if (place.isOrigin) return mendParagraphs(element, place.cell.paragraphs, false, language).replace(/(<a:tcPr[^>]*)><\/a:tcPr>/, '$1/>');
  return element.replace('<a:tcPr/>', `<a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${language}"/></a:p></a:txBody><a:tcPr/>`);
}
