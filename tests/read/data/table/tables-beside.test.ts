/** Tables that stand beside each other, and tables that Excel knows as such. */
import { describe, expect, it } from 'vitest';
import { rangeName, wholeSheet } from '../../../../src/model/cell-name.js';
import { findTables } from '../../../../src/read/data/table/find-tables.js';
import { openWorkbook } from '../../../../src/read/data/workbook/open-workbook.js';
import { handmadeWorkbook, textRow } from '../workbook/handmade-workbook.js';

function rangesOf(lines: readonly (readonly string[])[], parts: Readonly<Record<string, string>> = {}): string[] {
  const rows = lines.map((line, index) => textRow(index + 1, line)).join('');
  const bytes = handmadeWorkbook({ sheets: [{ name: 'S', rows }], parts });
  const workbook = openWorkbook('b.xlsx', bytes, ({ message }) => expect(message).toBeNull())!;
  return findTables(workbook.gridOf(workbook.sheets[0]!)!, wholeSheet).map(({ range }) => rangeName(range));
}

describe('tables on a sheet', () => {
  it('beside each other are two where the second begins as the first does', () => {
    expect(
      rangesOf([
        ['Imports', '', '', 'Exports'],
        ['Year', 'Value', '', 'Year', 'Value'],
        ['2022', '5', '', '2022', '7'],
        ['2023', '6', '', '2023', '8'],
      ]),
    ).toEqual(['A2:B4', 'D2:E4']);
  });

  it('that touch are two where a head stands in the middle', () => {
    const lines = [
      ['Town', 'Output', 'Growth'],
      ['Ashby', '120', '3.1'],
      ['Berry', '90', '2.0'],
      ['Sector', 'Jobs', 'Share'],
      ['Retail', '400', '40'],
      ['Care', '350', '35'],
    ];
    expect(rangesOf(lines)).toEqual(['A1:C3', 'A4:C6']);
  });

  it.each([
    ['a head that is set again', ['Town', 'Output', 'Growth']],
    ['a line of units', ['Rural', 't', '%']],
    ['a row of marks for what is missing', ['Colne', '–', '–']],
    ['a row with one word in it', ['Colne', 'closed', '2.0']],
    ['a row that says one word twice', ['Colne', 'closed', 'closed']],
    ['names that head a group', ['Rural', '', '']],
  ])('is one in spite of %s', (_what, row) => {
    const lines = [
      ['Town', 'Output', 'Growth'],
      ['Ashby', '120', '3.1'],
      ['Berry', '90', '2.0'],
      row,
      ['Dale', '60', '1.4'],
      ['Esk', '44', '0.8'],
    ];
    expect(rangesOf(lines)).toEqual(['A1:C6']);
  });

  it('that people made tables in Excel end where those do', () => {
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    expect(
      rangesOf(
        [
          ['Region', 'Output', '', 'Comment'],
          ['North', '5', '', 'fine'],
          ['South', '6', '', ''],
        ],
        {
          'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/table" Target="../tables/table1.xml"/></Relationships>`,
          'xl/tables/table1.xml':
            '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:B3"/>',
        },
      ),
    ).toEqual(['A1:B3']);
  });
});
