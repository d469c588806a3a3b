/** Workbooks as tables: what a cell shows is what is read, and every mistake is told at its cell. */
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { columnName, readCellRange, wholeSheet } from '../../../../src/model/cell-name.js';
import { workbookReader } from '../../../../src/read/data/workbook/read-workbook.js';
import { collect } from '../../report-files.js';
import { handmadeParts, handmadeWorkbook, textRow } from './handmade-workbook.js';
import type { HandmadeWorkbook } from './handmade-workbook.js';

const at = { file: 'report.yaml', line: 1, column: 1 };

function read(
  bytes: Uint8Array,
  choice: { readonly sheet?: string; readonly range?: string; readonly head?: number } = {},
) {
  const { value, diagnostics } = collect((tell) =>
    workbookReader()(
      'x.xlsx',
      bytes,
      {
        sheet: choice.sheet === undefined ? null : { name: choice.sheet, span: at },
        range:
          choice.range === undefined ? wholeSheet : (readCellRange(choice.range) ?? { name: choice.range, span: at }),
        head: choice.head ?? null,
      },
      tell,
    ),
  );
  const texts = value === null ? null : [value.head, ...value.rows].map((row) => row.map(({ text }) => text));
  return {
    table: value,
    texts,
    told: diagnostics.map(({ code, message, span }) => `${span?.cell ?? '-'} ${code}: ${message}`),
    hints: diagnostics.map(({ hint }) => hint),
  };
}

/** One cell under a head, of this XML: what is read of it. */
function cell(xml: string, more: Partial<HandmadeWorkbook> = {}) {
  const reading = read(
    handmadeWorkbook({ ...more, sheets: [{ name: '指标', rows: `${textRow(1, ['值'])}<row r="2">${xml}</row>` }] }),
  );
  return { ...reading, text: reading.texts?.[1]?.[0] };
}

const number = (value: string, format: string): string | undefined =>
  cell(`<c r="A2" s="1"><v>${value}</v></c>`, { formats: [format] }).text;

describe('a workbook of another writer', () => {
  it('is read as a table, with texts, numbers, dates and truth values', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '指标',
          rows: [
            ['项目', '值', '增幅', '日期', '新增'],
            ['工业', 546.6, 0.081, new Date(Date.UTC(2024, 8, 30)), true],
            ['外贸', 1020, -0.166, new Date(Date.UTC(2024, 11, 31)), false],
          ],
          columns: [{}, { numFmt: '0.0' }, { numFmt: '0.0%' }, { numFmt: 'yyyy-mm-dd' }, {}],
        },
      ],
    });
    expect(read(bytes)).toMatchObject({
      told: [],
      texts: [
        ['项目', '值', '增幅', '日期', '新增'],
        ['工业', '546.6', '8.1%', '2024-09-30', 'TRUE'],
        ['外贸', '1020.0', '-16.6%', '2024-12-31', 'FALSE'],
      ],
    });
  });

  it('gives each cell its sheet and name', async () => {
    const { table } = read(
      await writeXlsx({
        sheets: [
          {
            name: 'Q1 2024',
            rows: [
              ['a', 'b'],
              [1, 2],
            ],
          },
        ],
      }),
    );
    expect(table!.rows[0]![1]!.span).toEqual({ file: 'x.xlsx', line: 2, column: 2, cell: "'Q1 2024'!B2" });
  });

  it('may keep its texts in the cells, and have rich ones', async () => {
    const rich = { value: '规上工业', richText: [{ text: '规上' }, { text: '工业', font: { bold: true } }] };
    for (const stringMode of ['inline', 'shared'] as const) {
      const bytes = await writeXlsx({
        stringMode,
        sheets: [{ name: 'a', rows: [['项目'], ['']], cells: new Map([['1,0', rich]]) }],
      });
      expect(read(bytes).texts).toEqual([['项目'], ['规上工业']]);
    }
  });

  it('counts days from 1904 where it says so', async () => {
    const bytes = await writeXlsx({
      dateSystem: '1904',
      sheets: [{ name: 'a', rows: [['日期'], [new Date(Date.UTC(2024, 8, 30))]], columns: [{ numFmt: 'yyyy-mm-dd' }] }],
    });
    expect(read(bytes).texts).toEqual([['日期'], ['2024-09-30']]);
  });
});

describe('a number', () => {
  it.each([
    ['546.6', 'General', '546.6'],
    ['546.6000000000001', 'General', '546.6'],
    ['0.1', 'General', '0.1'],
    ['1E-7', 'General', '0.0000001'],
    ['1.5E+20', 'General', '150000000000000000000'],
    ['5', '0.0', '5.0'],
    ['-8.3000000000000007', '0.0', '-8.3'],
    ['8.25', '0.0', '8.3'],
    ['1.005', '0.00', '1.01'],
    ['-0.04', '0.0', '0.0'],
    ['0.081', '0.0%', '8.1%'],
    ['0.57999999999999996', '0%', '58%'],
    ['1020.5', '#,##0.0', '1,020.5'],
    ['1234567', '#,##0', '1,234,567'],
    ['54660', '0.0,', '54.7'],
    ['546.6', '0.0"亿元"', '546.6亿元'],
    ['7.9', '"超"0.0"万元"', '超7.9万元'],
    ['546.6', '0.0_ ;[Red]\\-0.0\\ ', '546.6'],
    ['-8.3', '0.0;[Red]0.0', '-8.3'],
    ['-8.3', '0.0_);\\(0.0\\)', '-8.3'],
    ['0', '0.0;-0.0;"—"', '—'],
    ['12.5', '[$¥-804]#,##0.00', '¥12.50'],
    ['1.5', '0.0#', '1.5'],
    ['5', '0.0######', '5.0'],
    ['550.25', '0.0######', '550.25'],
    ['2', '#.##', '2'],
    ['0.5', '# ?/?', '1/2'],
    ['1', '# ?/2', '1'],
    ['2.5', '# ?/2', '2 1/2'],
    ['-0.05', '"增长"0.0%;"下降"0.0%', '下降5.0%'],
    ['-0.05', '[Red]▲0.0%;[Green]▼0.0%', '▼5.0%'],
    ['0', '_-* #,##0.00_-;\\-* #,##0.00_-;_-* "-"??_-;_-@_-', '-'],
    ['-1234.5', '_(* #,##0.0_);_(* \\(#,##0.0\\);_(* "-"_);_(@_)', '-1,234.5'],
    ['1234.5', '_-* #\\ ##0.00_-;\\-* ###0.00_-;_-* "-"??_-;_-@_-', '1 234.50'],
    ['12345', '0!.0,', '1.2'],
    ['12345678', '000-0000', '1234-5678'],
    ['8.333333333333334', 'General', '8.333333333'],
    ['5', '[>=10]0;0.0', '5.0'],
    ['12300', '0.00E+00', '12300'],
    ['20', '@', '20'],
  ])('%s in the format %s is read as %s', (value, format, shown) => {
    expect(number(value, format)).toBe(shown);
  });

  it('that its format hides is an empty cell', () => {
    expect(cell('<c r="A2" s="1"><v>1234.5</v></c>', { formats: [';;;'] })).toMatchObject({
      told: [],
      texts: [['值']],
    });
  });

  it('has its digits apart from what the format sets around them', () => {
    const digits = (value: string, format: string): unknown =>
      cell(`<c r="A2" s="1"><v>${value}</v></c>`, { formats: [format] }).table!.rows[0]![0]!.number;
    expect(digits('1020.5', '"超"#,##0.0"亿元"')).toEqual({ digits: '1020.5', isPercent: false });
    expect(digits('-0.083', '0.0%')).toEqual({ digits: '-8.3', isPercent: true });
    expect(digits('-0.05', '"增长"0.0%;"下降"0.0%')).toEqual({ digits: '-5.0', isPercent: true });
    expect(digits('2.5', '# ?/2')).toEqual({ digits: '2.5', isPercent: false });
    expect(digits('1234.5', '#\\ ##0.0')).toEqual({ digits: '1234.5', isPercent: false });
    expect(digits('0', '0;-0;"—"')).toEqual({ digits: '0', isPercent: false });
    expect(digits('3', '[<5]"不足5";0')).toBeUndefined();
    expect(digits('12345678', '000-0000')).toBeUndefined();
  });

  it.each(['[>=10000]0.0,"万";0', '[DBNum1]General', '0;0;0;0;0'])(
    'in the format %s is a mistake: what it shows is not its number',
    (format) => {
      const { told } = cell('<c r="A2" s="1"><v>12345</v></c>', { formats: [format] });
      expect(told).toEqual([
        "指标!A2 unknown-number-format: what this cell's number format shows cannot be told from its number",
      ]);
    },
  );

  it('in a format longer than Excel takes is one too, and keeps no reader busy', () => {
    const { told } = cell('<c r="A2" s="1"><v>12345</v></c>', { formats: ['['.repeat(200_000)] });
    expect(told).toMatchObject([expect.stringContaining('unknown-number-format')]);
  });

  it('has the built-in formats of Excel by number alone', () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="31"/><xf numFmtId="57"/></cellXfs></styleSheet>';
    const shown = (style: number, value: string): string | undefined =>
      cell(`<c r="A2" s="${style}"><v>${value}</v></c>`, { parts: { 'xl/styles.xml': styles } }).text;
    expect([shown(1, '0.0814'), shown(2, '45565'), shown(3, '45565')]).toEqual(['8.14%', '2024-09-30', '2024-09']);
  });
});

describe('what other elements of the same name say', () => {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

  it('takes nothing from the formats of cells: those of conditions and tables have numbers of their own', () => {
    const styles = `<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs><dxfs><dxf><numFmt numFmtId="10" formatCode="&quot;$&quot;#,##0"/></dxf><dxf><numFmt numFmtId="14" formatCode="0.00%"/></dxf></dxfs></styleSheet>`;
    const shown = (style: number, value: string): string | undefined =>
      cell(`<c r="A2" s="${style}"><v>${value}</v></c>`, { parts: { 'xl/styles.xml': styles } }).text;
    expect([shown(1, '0.081'), shown(2, '45565')]).toEqual(['8.10%', '2024-09-30']);
  });

  it('takes nothing from the date base: that of an extension is not the workbook’s', () => {
    const properties =
      '<workbookPr date1904="1"/><extLst><ext><x15:workbookPr xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" chartTrackingRefBase="1"/></ext></extLst>';
    expect(cell('<c r="A2" s="1"><v>43100</v></c>', { formats: ['yyyy-mm-dd'], properties }).text).toBe('2022-01-01');
  });

  it('is not joined: of a cell with a value and an inline text its type says which counts', () => {
    expect(cell('<c r="A2" t="inlineStr"><v>1.0</v><is><t>1.</t></is></c>').text).toBe('1.');
  });
});

describe('a date', () => {
  it.each([
    ['45565', 'yyyy/m/d', '2024-09-30'],
    ['45565', 'yyyy"年"m"月"d"日"', '2024-09-30'],
    ['45565', 'yyyy"年"m"月"', '2024-09'],
    ['45565', 'yyyy', '2024'],
    ['45565', 'm"月"d"日"', '2024-09-30'],
    ['45565.354166666664', 'yyyy-mm-dd hh:mm', '2024-09-30 08:30'],
    ['0.35416666666666669', 'h:mm', '8:30'],
    ['0.85416666666666669', 'h:mm AM/PM', '8:30 PM'],
    ['1.5', '[h]:mm:ss', '36:00:00'],
    ['1', 'yyyy-mm-dd', '1900-01-01'],
    ['60', 'yyyy-mm-dd', '1900-02-29'],
    ['61', '[$-804]yyyy-mm-dd;@', '1900-03-01'],
  ])('%s in the format %s is read as %s', (value, format, shown) => {
    expect(number(value, format)).toBe(shown);
  });

  it('that Excel cannot show is a mistake at its cell', () => {
    expect(cell('<c r="A2" s="1"><v>-3</v></c>', { formats: ['yyyy-mm-dd'] }).told).toEqual([
      expect.stringContaining('指标!A2 date-out-of-range'),
    ]);
  });

  it('of strict Open XML is written out', () => {
    expect(cell('<c r="A2" t="d"><v>2024-09-30T00:00:00</v></c>').text).toBe('2024-09-30');
  });
});

describe('a text', () => {
  it('keeps no readings over its characters, and its line ends are one kind', () => {
    const texts = [
      '<si><r><t xml:space="preserve">慈溪 </t></r><r><t>产业_x000D_\n数据</t></r><rPh sb="0" eb="2"><t>cíxī</t></rPh></si>',
    ];
    expect(cell('<c r="A2" t="s"><v>0</v></c>', { texts }).text).toBe('慈溪 产业\n数据');
  });

  it('that was pasted from a failed formula is a mistake', () => {
    expect(cell('<c r="A2" t="inlineStr"><is><t>#REF!</t></is></c>').told).toEqual([
      '指标!A2 cell-error: this cell says #REF!',
    ]);
  });

  it('is shown with what its format sets around it, or hidden by it', () => {
    const text = '<c r="A2" s="1" t="inlineStr"><is><t>试点</t></is></c>';
    expect(cell(text, { formats: ['@"县"'] }).text).toBe('试点县');
    expect(cell(text, { formats: [';;;'] }).texts).toEqual([['值']]);
  });

  it('that looks like a number stays as it was typed', () => {
    expect(cell('<c r="A2" t="inlineStr"><is><t>5.0</t></is></c>').text).toBe('5.0');
  });
});

describe('a formula', () => {
  it('is its last value', () => {
    expect(cell('<c r="A2" s="1"><f>500+46.6</f><v>546.60000000000002</v></c>', { formats: ['0.0'] }).text).toBe(
      '546.6',
    );
    expect(cell('<c r="A2" t="str"><f>"亿"&amp;"元"</f><v>亿元</v></c>').text).toBe('亿元');
  });

  it('that gives an empty text is an empty cell', () => {
    expect(cell('<c r="A2" t="str"><f>""</f><v></v></c>')).toMatchObject({ told: [], texts: [['值']] });
  });

  it.each(['<f>A1*2</f>', '<f>A1*2</f><v></v>', '<f>A1*2</f><v/>'])(
    'that was never computed is a mistake at its cell: %s',
    (inside) => {
      const { told, hints } = cell(`<c r="A2">${inside}</c>`);
      expect(told).toEqual(['指标!A2 formula-without-value: the formula in this cell was never computed']);
      expect(hints[0]).toContain('save');
    },
  );

  it.each(['#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?'])('that fails with %s is a mistake at its cell', (shown) => {
    expect(cell(`<c r="A2" t="e"><f>1/0</f><v>${shown}</v></c>`).told).toEqual([
      `指标!A2 cell-error: this cell says ${shown}`,
    ]);
  });
});

describe('a table', () => {
  const rows = `${textRow(1, ['慈溪市主要指标'])}${textRow(3, ['项目', '值', '', ''])}${textRow(4, ['工业', '1'])}${textRow(5, ['', ''])}${textRow(6, ['外贸', '2'])}${textRow(9, ['注：初步数'])}`;
  const bytes = handmadeWorkbook({
    sheets: [
      { name: '说明', rows: textRow(1, ['别处']) },
      { name: '指标', rows },
    ],
  });

  it('goes from its head to the last row with text; empty rows and columns behind and between are none', () => {
    const sparse = handmadeWorkbook({
      sheets: [
        {
          name: 'a',
          rows: `${textRow(2, ['', '项目', '值', '', ''])}<row r="3"/>${textRow(4, ['', '工业', '1'])}<row r="5"><c r="XFD5" s="0"/></row><row r="1048576"><c r="B1048576"/></row>`,
        },
      ],
    });
    expect(read(sparse).texts).toEqual([
      ['项目', '值'],
      ['工业', '1'],
    ]);
  });

  it('is of the first sheet, or of the one that is named', () => {
    expect(read(bytes).texts).toEqual([['别处']]);
    expect(read(bytes, { sheet: '指标', range: 'A3:B6' }).texts).toEqual([
      ['项目', '值'],
      ['工业', '1'],
      ['外贸', '2'],
    ]);
  });

  it.each([
    ['A3:B4', 2],
    ['a3:b', 3],
    ['$A$3:$B$6', 3],
    ['A3', 3],
  ])('has the cells of its range alone: %s', (range, count) => {
    expect(read(bytes, { sheet: '指标', range }).texts).toHaveLength(count);
  });

  it('of a sheet that is not there is a mistake where it was named, with the nearest name', () => {
    const { told, hints } = read(bytes, { sheet: '指标表' });
    expect(told).toEqual(['- unknown-sheet: unknown sheet "指标表"']);
    expect(hints).toEqual(['did you mean "指标"?']);
  });

  it('without anything in its cells is a mistake', () => {
    expect(read(bytes, { sheet: '指标', range: 'K3:L9' }).told).toEqual([
      '指标!K3 empty-sheet: the sheet "指标" has nothing in these cells',
    ]);
  });

  it('passes by hidden sheets, unless one is named; hidden rows and columns are read', () => {
    const hidden = handmadeWorkbook({
      sheets: [
        { name: '旧', state: 'hidden', rows: textRow(1, ['旧']) },
        {
          name: '新',
          rows: `${textRow(1, ['项目', '值'])}${textRow(2, ['工业', '1']).replace('<row ', '<row hidden="1" ')}`,
          behind: '<cols><col min="2" max="2" hidden="1"/></cols>',
        },
      ],
    });
    expect(read(hidden).texts).toEqual([
      ['项目', '值'],
      ['工业', '1'],
    ]);
    expect(read(hidden, { sheet: '旧' }).texts).toEqual([['旧']]);
  });

  it('has a text of merged cells in each of them', () => {
    const merged = handmadeWorkbook({
      sheets: [
        {
          name: 'a',
          rows: `${textRow(1, ['来源', '值'])}${textRow(2, ['公报', '1'])}${textRow(3, ['', '2'])}`,
          behind: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
        },
      ],
    });
    expect(read(merged)).toMatchObject({
      told: [],
      texts: [
        ['来源', '值'],
        ['公报', '1'],
        ['公报', '2'],
      ],
    });
  });

  it('has one name a column where its head is of several rows', () => {
    const merged = handmadeWorkbook({
      sheets: [
        {
          name: 'a',
          rows: `${textRow(1, ['收入情况'])}${textRow(2, ['', '', '单位：亿元'])}${textRow(4, ['项目', '2023', '', '2024', ''])}${textRow(5, ['', '值', '增幅', '值', '增幅'])}${textRow(6, ['甲', '1', '2', '3', '4'])}${textRow(7, ['乙', '5', '6', '7', '8'])}${textRow(9, ['注：初步数'])}`,
          behind: '<mergeCells><mergeCell ref="A4:A5"/><mergeCell ref="B4:C4"/><mergeCell ref="D4:E4"/></mergeCells>',
        },
      ],
    });
    expect(read(merged)).toMatchObject({
      told: [],
      texts: [
        ['项目', '2023 值', '2023 增幅', '2024 值', '2024 增幅'],
        ['甲', '1', '2', '3', '4'],
        ['乙', '5', '6', '7', '8'],
      ],
    });
    expect(read(merged, { range: 'A4:E7' }).texts).toEqual(read(merged).texts);
  });

  it('says where a cell stands beside it', () => {
    const beside = handmadeWorkbook({
      sheets: [{ name: 'a', rows: `${textRow(1, ['项目', '值'])}${textRow(2, ['工业', '1', '', '待核'])}` }],
    });
    expect(read(beside).told).toEqual([
      'a!D2 cell-beside-table: this cell stands beside the table: its column has no name',
    ]);
  });

  it('is read though rows and cells do not say where they stand, and elements have a prefix', () => {
    const plain =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>项目</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>值</x:t></x:is></x:c></x:row><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(
      read(handmadeWorkbook({ sheets: [{ name: 'a', rows: '' }], parts: { 'xl/worksheets/sheet1.xml': plain } })).texts,
    ).toEqual([
      ['项目', '值'],
      ['1', '2'],
    ]);
  });
});

describe('a package of another writer', () => {
  const parts = handmadeParts({ sheets: [{ name: 'a', rows: textRow(1, ['项目']) }] });
  const renamed = (name: (path: string) => string): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, content]) => [name(path), content])));

  it.each([
    ['backslashes between folders', renamed((path) => path.replaceAll('/', '\\'))],
    ['capitals', renamed((path) => path.toUpperCase())],
    ['a slash in front', renamed((path) => `/${path}`)],
  ])('is read with %s in its names', (_, bytes) => {
    expect(read(bytes).texts).toEqual([['项目']]);
  });
});

describe('what is no workbook', () => {
  const sheets = [{ name: 'a', rows: textRow(1, ['项目']) }];
  const compound = (text: string): Uint8Array =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(600),
      ...Buffer.from(text, 'utf16le'),
    ]);

  it.each([
    ['an .xls', compound('Workbook'), 'in the format of Excel 97 to 2003'],
    ['an encrypted one', compound('EncryptedPackage'), 'encrypted'],
    ['a CSV file of another name', strToU8('id,label\n'), 'another kind of file'],
    ['an empty file', new Uint8Array(), 'an empty file'],
    [
      'an .xlsb',
      zipSync({ '_rels/.rels': strToU8('<Relationships/>'), 'xl/workbook.bin': strToU8('x') }),
      'a binary workbook (.xlsb)',
    ],
    ['an .ods', zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') }), 'an OpenDocument spreadsheet'],
    ['a zip cut short', handmadeWorkbook({ sheets }).slice(0, 400), 'a damaged file'],
    ['a zip with another content', zipSync({ 'a.txt': strToU8('x') }), 'a damaged file'],
    [
      'a sheet cut short',
      handmadeWorkbook({ sheets, parts: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">' } }),
      'a damaged file',
    ],
    ['a workbook without sheets', handmadeWorkbook({ sheets: [] }), 'a damaged file'],
  ])('is told of with what to do: %s', (_, bytes, found) => {
    const { table, told, hints } = read(bytes);
    expect(table).toBeNull();
    expect(told).toEqual([`- not-a-workbook: x.xlsx is not a workbook that briefkit reads: it is ${found}`]);
    expect(hints[0]).toMatch(/save|take/);
  });

  it('makes nothing of entities that a file declares', () => {
    const rows = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData>${textRow(1, ['&b;'])}</sheetData></worksheet>`;
    expect(read(handmadeWorkbook({ sheets, parts: { 'xl/worksheets/sheet1.xml': rows } })).told).toEqual([
      expect.stringContaining('a damaged file'),
    ]);
  });

  it('is one that unpacks to more than a table can be', () => {
    const bomb = zipSync(
      { ...handmadeParts({ sheets }), 'xl/worksheets/sheet1.xml': new Uint8Array(70 * 1024 * 1024) },
      { level: 1 },
    );
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(read(bomb).told).toEqual([
      '- workbook-too-large: x.xlsx is too large to be read: unpacked it is larger than 64 MB',
    ]);
  });

  it.each([
    [64, 'a damaged file'],
    [0xf000_0000, 'too large'],
  ])('is one that says it unpacks to %s bytes and does not', (said, found) => {
    const size = 8 * 1024 * 1024;
    const honest = zipSync({
      ...handmadeParts({ sheets }),
      'xl/worksheets/sheet1.xml': new Uint8Array(size).fill(0x20),
    });
    const [sizeOf, lies] = [Buffer.alloc(4), Buffer.from(honest)];
    sizeOf.writeUInt32LE(size);
    for (let place = lies.indexOf(sizeOf); place !== -1; place = lies.indexOf(sizeOf, place + 1))
      lies.writeUInt32LE(said, place);
    expect(read(new Uint8Array(lies)).told).toEqual([expect.stringContaining(found)]);
  });

  it('is one whose table has room for too many cells', () => {
    const rows = Array.from(
      { length: 1100 },
      (_, index) => `<row r="${index + 1}"><c r="${columnName(index + 1)}${index + 1}"><v>1</v></c></row>`,
    );
    expect(
      read(handmadeWorkbook({ sheets: [{ name: 'a', rows: rows.join('') }] }), { range: 'A1:XFD2000' }).told,
    ).toEqual([
      expect.stringContaining('workbook-too-large: x.xlsx is too large to be read: a table has at most 1000000 cells'),
    ]);
  });

  it.each([
    ['more texts than a sheet can show', ['<si><t/></si>'.repeat(1_000_100)]],
    ['a text longer than a cell takes', [`<si>${'<r><t>abcdefghij</t></r>'.repeat(4000)}</si>`]],
  ])('is one with %s', (_, texts) => {
    expect(read(handmadeWorkbook({ sheets, texts })).told).toEqual([expect.stringContaining('workbook-too-large')]);
  });

  it('is one whose cells show one long text over and over', () => {
    const rows = Array.from({ length: 300 }, (_, index) => `<row r="${index + 1}"><c t="s"><v>0</v></c></row>`).join(
      '',
    );
    const texts = [`<si><t>${'字'.repeat(30_000)}</t></si>`];
    expect(read(handmadeWorkbook({ sheets: [{ name: 'a', rows }], texts })).told).toEqual([
      expect.stringContaining('the sheet "a" shows more than 8000000 characters'),
    ]);
  });
});
