/**
 * Text files as programs and people write them: what parts their fields, how their numbers are written, what stands
 * around their table.
 */
import { describe, expect, it } from 'vitest';
import { readTextTable } from '../../../src/read/data/read-data.js';
import { collect } from '../report-files.js';

function read(content: string | Uint8Array, name = 'x.csv') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { value, diagnostics } = collect((tell) => readTextTable(name, bytes, tell));
  const cells = value === null ? null : [value.table.head, ...value.table.rows];
  return {
    ...value,
    texts: cells?.map((row) => row.map(({ text }) => text)),
    cells,
    told: diagnostics.map(({ code, span }) => `${span?.line}:${span?.column} ${code}`),
  };
}

const town = [
  ['项目', '2023', '2024'],
  ['粮食', '1.5', '2.5'],
];

describe('fields are parted by', () => {
  it.each([
    ['commas', '项目,2023,2024\n粮食,1.5,2.5\n'],
    ['semicolons', '项目;2023;2024\n粮食;1.5;2.5\n'],
    ['tabs', '项目\t2023\t2024\n粮食\t1.5\t2.5\n'],
    ['full-width commas', '项目，2023，2024\n粮食，1.5，2.5\n'],
    ['bars', '项目|2023|2024\n粮食|1.5|2.5\n'],
  ])('%s', (_, content) => {
    expect(read(content)).toMatchObject({ told: [], texts: town });
  });

  it('semicolons, though a quoted head has a comma', () => {
    expect(read('"项目,单位";2023;2024\n粮食;1.5;2.5\n').texts![0]).toEqual(['项目,单位', '2023', '2024']);
  });

  it('commas, though a text has full-width ones', () => {
    expect(read('项目,说明\n粮食,早稻，晚稻，杂粮\n棉花,一季，两收\n').texts![1]).toEqual(['粮食', '早稻，晚稻，杂粮']);
  });

  it('tabs where the file is named for them', () => {
    expect(read('a,b\tc\nx,y\t3\n', 'x.tsv').texts).toEqual([
      ['a,b', 'c'],
      ['x,y', '3'],
    ]);
  });
});

describe('a number', () => {
  it('may have commas between its thousands where it is quoted', () => {
    const { cells } = read('项目,值\n甲,"1,234.5"\n乙,"-12,345"\n');
    expect(cells!.slice(1).map(([, cell]) => cell!.number?.digits)).toEqual(['1234.5', '-12345']);
  });

  it('has a decimal comma where fields are parted by semicolons, as Excel writes CSV in much of Europe', () => {
    expect(read('Posten;Wert;Anteil\nA;1.234,5;12,5\nB;980,0;7\n').texts!.slice(1)).toEqual([
      ['A', '1,234.5', '12.5'],
      ['B', '980.0', '7'],
    ]);
  });

  it('keeps its commas where others have a decimal point', () => {
    expect(read('a;b\nx;1,234\ny;1.5\n').texts!.slice(1)).toEqual([
      ['x', '1,234'],
      ['y', '1.5'],
    ]);
  });

  it('that Excel was made to take for a text is one: ="001"', () => {
    expect(read('编号,值\n="001",1.5\n"=""002""",2\n').texts!.slice(1)).toEqual([
      ['001', '1.5'],
      ['002', '2'],
    ]);
  });
});

describe('around a table', () => {
  it('stand titles, its unit and notes', () => {
    const content = '2024年主要指标\n,,单位：亿元\n\n项目,2023,2024\n粮食,1.5,2.5\n注：初步数\n';
    expect(read(content)).toMatchObject({
      told: [],
      texts: town,
      titles: ['2024年主要指标'],
      unit: '亿元',
      notes: ['注：初步数'],
    });
  });

  it('stand none where every line has as many fields', () => {
    expect(read('项目,值\n合计,\n甲,1\n').texts).toEqual([
      ['项目', '值'],
      ['合计', ''],
      ['甲', '1'],
    ]);
  });
});

describe('characters', () => {
  const text = '项目,2023,2024\n粮食,1.5,2.5\n';
  const utf16 = (isBig: boolean, mark: boolean): Uint8Array => {
    const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
    return new Uint8Array(isBig ? bytes.swap16() : bytes);
  };

  it.each([
    ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16, small end first', utf16(false, true)],
    ['UTF-16, big end first', utf16(true, true)],
    ['UTF-16 without its mark', utf16(false, false)],
    ['UTF-16 without its mark, big end first', utf16(true, false)],
  ])('are read in %s', (_, bytes) => {
    expect(read(bytes)).toMatchObject({ told: [], texts: town });
  });

  it('are read in GB 18030, which is told', () => {
    const bytes = Uint8Array.from([0xcf, 0xee, 0xc4, 0xbf, 0x2c, 0x41, 0x0a, 0xc1, 0xb8, 0x2c, 0x31, 0x0a]);
    expect(read(bytes)).toMatchObject({
      texts: [
        ['项目', 'A'],
        ['粮', '1'],
      ],
      told: ['1:1 not-utf-8'],
    });
  });
});

describe('characters of the West', () => {
  const western = (text: string): Uint8Array => Uint8Array.from([...text].map((each) => each.charCodeAt(0)));

  it.each(['Süd;1\nÖst;2\nFlöße;3\n', 'Région;1\nÎle;2\n', 'Añb;1\nÅre;2\n'])('are told and read: %s', (text) => {
    const { texts, told } = read(western(`Name;Wert\n${text}`));
    expect(texts!.slice(1)).toEqual(
      text
        .trim()
        .split('\n')
        .map((line) => line.split(';')),
    );
    expect(told).toEqual(['1:1 not-utf-8']);
  });

  it('a narrow space of French numbers is a space that every font has', () => {
    expect(read('Nom;Effectif\nParis;12\u202f345\n').texts![1]).toEqual(['Paris', '12\u00a0345']);
  });
});

describe('a number as people write it', () => {
  const numberOf = (text: string) => {
    const table = readTextTable('t.csv', new TextEncoder().encode(`Name;Value\nA;${text}\nB;12\n`), () => undefined);
    const { number } = table!.table.rows[0]![1]!;
    return number === undefined ? null : `${number.digits}${number.isPercent ? '%' : ''}`;
  };

  it.each([
    ['(1,234)', '-1234'],
    ['(75)', '-75'],
    ['($1,300.50)', '-1300.50'],
    ['$1,300', '1300'],
    ['€ 12', '12'],
    ['-£4.5', '-4.5'],
    ['12 345', '12345'],
    ["1'579'967", '1579967'],
    ['1\u202f234,5', '1234.5'],
    ['−0.8 %', '-0.8%'],
    ['1,234,567', '1234567'],
  ])('%s is %s', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });

  it.each(['(7)', '(a)', '12 34', '(12', '-(5)', '$', '1 2345', '010 12'])('%s is none', (text) => {
    expect(numberOf(text)).toBeNull();
  });
});

describe('two tables in a file', () => {
  it('below each other without an empty line are told at the head of the second', () => {
    const { told } = read('Town,Output,Growth\nAshby,120,3.1\nBerry,90,2.0\nSector,Jobs,Share\nRetail,400,40\n');
    expect(told).toEqual(['4:1 tables-touch']);
  });

  it('beside each other are told where the second one’s names end first', () => {
    const lines = ['Town,Output,Sector,Jobs', 'A,1,Retail,4', 'B,2,Care,5', 'C,3,Crafts,6', 'D,4,,', 'E,5,,'];
    expect(read(lines.join('\n')).told).toEqual(['1:13 tables-touch']);
  });
});
