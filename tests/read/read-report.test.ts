import { describe, expect, it } from 'vitest';
import { checksum } from '../../src/raster/checksum.js';
import { figuresCsv, readFrom, withYaml } from './report-files.js';

const chunkOf = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(checksum(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};
const pngOf = (width: number, height: number): Uint8Array => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunkOf('IHDR', header),
      chunkOf('IDAT', Uint8Array.of(1, 2, 3)),
      chunkOf('IEND', new Uint8Array()),
    ]),
  );
};
/** With one bit turned over. */
const damaged = (bytes: Uint8Array, at: number): Uint8Array =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
const jpegOf = (width: number, height: number): Uint8Array =>
  Uint8Array.of(
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xc0,
    0,
    17,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0xff,
    0xd9,
  );

describe('a report', () => {
  it('is read without a word where nothing is wrong', () => {
    const { value, told } = readFrom();
    expect(told).toEqual([]);
    expect(value).toMatchObject({
      id: 'r',
      folder: 'data/r',
      bundle: 'plain',
      title: '慈溪',
      period: '2024',
      meta: { date: '2025-01-16', language: 'zh-CN' },
      fields: { sections: [], programme: null },
    });
  });

  it('keeps the figures in the order of the file, each cell with its place', () => {
    const { value } = readFrom();
    expect([...value!.figures.keys()]).toEqual([
      'gdp.growth',
      'industry.added',
      'income.urban',
      'safety.accidents',
      'rank.strength',
      'award.innovation',
    ]);
    const figure = value!.figures.get('industry.added')!;
    expect(figure).toMatchObject({
      quantity: { value: 546.6, decimals: 1 },
      unit: '亿元',
      change: { quantity: { value: 8.1, decimals: 1 }, unit: '%', basis: '同比' },
    });
    expect(figure.cells.value).toEqual({ file: 'data/r/figures.csv', line: 3, column: 24, heading: 'value' });
  });

  it('takes numbers without quotation marks for texts, as they are written', () => {
    const { value, told } = readFrom(withYaml('edition: 2025\nslogan: 1.10\n'));
    expect([value!.fields.edition, value!.fields.slogan, told]).toEqual(['2025', '1.10', []]);
  });

  it('takes one name for a list of one, and chart for charts', () => {
    const { value, told } = readFrom(
      withYaml(`highlights: gdp.growth
sections:
  - id: a
    title: 甲
    findings: [{ id: b, title: 乙, chart: c }]
charts:
  c: { type: column, title: 丙, figures: industry.added }
`),
    );
    expect(told).toEqual([]);
    expect(value!.fields).toMatchObject({ highlights: ['gdp.growth'], sections: [{ findings: [{ charts: ['c'] }] }] });
  });

  it('is not there without its report.yaml', () => {
    const { value, told } = readFrom({ 'report.yaml': '[' });
    expect([value, told.length > 0]).toEqual([null, true]);
  });
});

describe('mistakes in report.yaml', () => {
  it('are all told in one run, each at its place', () => {
    const { told } = readFrom({
      'report.yaml': `bundle: plain
theme: celadon
titel: 慈溪
title: [一, 二]
date: 2025-02-30
keywords: { a: 1 }
highlights: [gdp.grwth]
sections:
  - id: a
    title: 甲
    findings:
      - { id: a, title: '{{figure "industry.adde"}}' }
      - { id: a, title: 乙, charts: [none] }
charts:
  c: { type: colunm, title: 丙, figures: [gdp.growth] }
`,
    });
    expect([...told].sort()).toEqual([
      'data/r/report.yaml:12:26 unknown-figure unknown figure "industry.adde"',
      'data/r/report.yaml:13:15 duplicate-id another finding has the id "a" too',
      'data/r/report.yaml:13:37 unknown-chart unknown chart "none"',
      'data/r/report.yaml:15:14 unknown-value "charts.c.type" cannot be "colunm"',
      'data/r/report.yaml:3:1 unknown-key the report has no field "titel"',
      'data/r/report.yaml:4:8 wrong-type "title" must be a text, but is a list',
      'data/r/report.yaml:5:7 wrong-date "2025-02-30" is not a date',
      'data/r/report.yaml:6:11 wrong-type "keywords" must be a text or a list of texts, but is a map of keys',
      'data/r/report.yaml:7:14 unknown-figure unknown figure "gdp.grwth"',
    ]);
  });

  it('name the languages that briefkit has words in', () => {
    expect(readFrom(withYaml('locale: english\n')).told).toEqual([
      expect.stringContaining('wrong-type "locale" must be "zh-CN" or "en", but is the text "english"'),
    ]);
    expect(readFrom(withYaml('locale: en-GB\n')).told).toEqual([]);
  });

  it('come with what was probably meant', () => {
    const { diagnostics } = readFrom(withYaml('titel: 慈溪\nhighlights: [gdp.grwth]\n'));
    expect(diagnostics.map(({ hint }) => hint)).toEqual([
      'did you mean "title"?',
      'did you mean "gdp.growth" (data/r/figures.csv:2)?',
    ]);
  });

  it('in its syntax are told where they stand', () => {
    const { told } = readFrom({ 'report.yaml': 'title: 慈溪\nsections:\n  - id: a\n   title: 甲\n' });
    expect(told[0]).toMatch(/^data\/r\/report\.yaml:4:\d+ yaml-syntax /);
  });

  it('name the same key once only', () => {
    expect(readFrom(withYaml('title: 又一个\n')).told).toEqual([
      expect.stringMatching(/^data\/r\/report\.yaml:\d+:1 yaml-syntax /),
    ]);
  });

  it('of a missing key are told', () => {
    expect(readFrom({ 'report.yaml': 'theme: celadon\ndate: 2025-01-16\n' }).told).toContain(
      'data/r/report.yaml:1:1 missing-key the report has no "title"',
    );
  });

  it('are none where bundle, theme, date and outputs are left out', () => {
    const { value, told } = readFrom({ 'report.yaml': 'title: 慈溪\nfigures: figures.csv\n' });
    expect(told.filter((line) => line.includes('missing-key'))).toEqual([]);
    expect(value).toMatchObject({ bundle: 'annual-briefing', theme: 'celadon', meta: { date: '' } });
  });

  it('inside a list of maps are told inside it', () => {
    const { told } = readFrom(withYaml('programme:\n  title: 部署\n  areas:\n    - { title: 甲, txt: 乙 }\n'));
    expect(told).toEqual([
      expect.stringContaining('report.yaml:10:19 unknown-key programme.areas[1] has no field "txt"'),
    ]);
  });
});

describe('the table of figures', () => {
  const csvTold = (rows: string): readonly string[] =>
    readFrom({ 'figures.csv': `id,label,value,unit,qualifier,change,rank\n${rows}` }).told;

  it.each([
    ['a,甲,约5,个,,,', '2:5 (value) not-a-number'],
    ['a,甲,"1,60",个,,,', '2:6 (value) not-a-number'],
    ['a,甲,1234567890123456,元,,,', '2:5 (value) number-too-long'],
    ['a,甲,,,,,', '2:1 (id) empty-figure'],
    ['a,甲,,,,,0', '2:9 (rank) not-a-rank'],
    ['a,甲,5,弓里,,,', '2:7 (unit) unknown-unit'],
    [',甲,5,个,,,', '2:1 (id) missing-id'],
    ['a,,5,个,,,', '2:1 (id) missing-key'],
    ['a,甲,5,个,,,\na,乙,6,个,,,', '3:1 (id) duplicate-id'],
    ['a,甲,5,个,,,,多', '2:12 extra-cell'],
    ['a,甲,5', '2:5 missing-cell'],
    ['a,"甲,5,个,,,', '2:3 csv-syntax'],
    ['a,"甲"乙,5,个,,,', '2:6 csv-syntax'],
  ])('%j is told', (rows, expected) => {
    const [place, code] = expected.replace(/ \(.*?\)/, '').split(' ');
    expect(csvTold(rows)).toContainEqual(expect.stringMatching(new RegExp(`^data/r/figures\\.csv:${place} ${code} `)));
  });

  it('tells of a column that it does not know', () => {
    expect(readFrom({ 'figures.csv': 'id,label,vlaue\na,甲,5\n' }).diagnostics[0]).toMatchObject({
      code: 'unknown-key',
      hint: 'did you mean "value"?',
    });
  });

  it('may have quotation marks, commas and line ends in a cell', () => {
    const { value, told } = readFrom({
      'figures.csv': 'id,label,value,unit\r\na,"甲, ""乙""\r\n丙",5,个\r\nb,丁,6,个',
    });
    expect(told).toEqual([]);
    expect([...value!.figures.values()].map(({ label, span }) => [label, span.line])).toEqual([
      ['甲, "乙"\n丙', 2],
      ['丁', 4],
    ]);
  });

  it('keeps decimals as written, and a true minus', () => {
    const { value } = readFrom({ 'figures.csv': 'id,label,value,unit,change\na,甲,5.0,%,−0.30\n' });
    expect(value!.figures.get('a')).toMatchObject({
      quantity: { value: 5, decimals: 1 },
      change: { quantity: { value: -0.3, decimals: 2 }, unit: '%' },
    });
  });

  it('takes numbers as workbooks show them: with %, and below zero in brackets', () => {
    const rows = 'a,甲,"8.10%",,-3.1%\nb,乙,(12.4),亿元,\nc,丙,"(1,234.5)",亿元,2\n';
    const { value, told } = readFrom({ 'figures.csv': `id,label,value,unit,change\n${rows}` });
    expect(told).toEqual([]);
    expect(value!.figures.get('a')).toMatchObject({
      quantity: { value: 8.1, decimals: 2 },
      unit: '%',
      change: { quantity: { value: -3.1, decimals: 1 }, unit: '%' },
    });
    expect(value!.figures.get('b')).toMatchObject({ quantity: { value: -12.4, decimals: 1 }, unit: '亿元' });
    expect(value!.figures.get('c')).toMatchObject({ quantity: { value: -1234.5, decimals: 1 } });
    expect(csvTold('a,甲,(-3),个,,,')).toContainEqual(expect.stringContaining('not-a-number'));
    expect(csvTold('a,甲,5%,个,,,')).toContainEqual(expect.stringContaining('percent-unit'));
  });

  it('may be YAML or JSON, with the same decimals and places', () => {
    const yaml = readFrom({
      'report.yaml': 'bundle: plain\ntheme: t\ntitle: 慈溪\ndate: 2025-01-16\nfigures: f.yaml\n',
      'f.yaml': '- id: a\n  label: 甲\n  value: 5.0\n  unit: "%"\n',
    });
    const json = readFrom({
      'report.yaml': 'bundle: plain\ntheme: t\ntitle: 慈溪\ndate: 2025-01-16\nfigures: f.json\n',
      'f.json': '{ "a": { "label": "甲", "value": 5.0, "unit": "%" } }',
    });
    expect([yaml.told, json.told]).toEqual([[], []]);
    expect(yaml.value!.figures.get('a')).toMatchObject({
      quantity: { value: 5, decimals: 1 },
      cells: { value: { file: 'data/r/f.yaml', line: 3, column: 10 } },
    });
    expect(json.value!.figures.get('a')).toMatchObject({
      quantity: { value: 5, decimals: 1 },
      cells: { value: { file: 'data/r/f.json', line: 1, column: 33 } },
    });
  });

  it('tells of a syntax error in JSON at its place', () => {
    const { told } = readFrom({
      'report.yaml': 'bundle: plain\ntheme: t\ntitle: 慈溪\ndate: 2025-01-16\nfigures: f.json\n',
      'f.json': '[\n  { "id": "a" "label": "甲" }\n]',
    });
    expect(told).toEqual([expect.stringMatching(/^data\/r\/f\.json:2:\d+ json-syntax /)]);
  });

  it("takes units of the report's own", () => {
    expect(
      readFrom({ ...withYaml('units: [弓里]\n'), 'figures.csv': 'id,label,value,unit\na,甲,5,弓里\n' }).told,
    ).toEqual([]);
  });

  it('is read as Excel saves it in China, with a warning', () => {
    const gb = Uint8Array.of(
      ...new TextEncoder().encode('id,label,value,unit\na,'),
      0xb4,
      0xc8,
      ...new TextEncoder().encode(',5,%\n'),
    );
    const { value, diagnostics } = readFrom({ 'figures.csv': gb });
    expect([value!.figures.get('a')!.label, diagnostics.map(({ code, severity }) => [code, severity])]).toEqual([
      '慈',
      [['not-utf-8', 'warning']],
    ]);
  });
});

describe('files that a report names', () => {
  it('are told where they are missing, with the nearest name', () => {
    const { diagnostics } = readFrom({
      'report.yaml': 'bundle: plain\ntheme: t\ntitle: 慈溪\ndate: 2025-01-16\nfigures: figure.csv\n',
      'figures.csv': figuresCsv,
    });
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'missing-file', hint: 'did you mean "data/r/figures.csv"?' }),
    ]);
  });

  it('may not lead out of its folder', () => {
    const { told } = readFrom(
      withYaml('pictures:\n  a: { file: ../../secret.png, alt: 甲 }\n  b: { file: /etc/passwd, alt: 乙 }\n'),
    );
    expect(told).toEqual([
      expect.stringContaining('8:14 outside-folder'),
      expect.stringContaining('9:14 outside-folder'),
    ]);
  });

  it('that are pictures are measured', () => {
    const { value, told } = readFrom({
      ...withYaml(
        'pictures:\n  a: { file: a.png, alt: 甲 }\n  b: { file: b.jpg, alt: 乙, focus: { x: 0.2, y: 0.8 } }\n',
      ),
      'a.png': pngOf(1600, 900),
      'b.jpg': jpegOf(640, 480),
    });
    expect(told).toEqual([]);
    expect(value!.pictures.get('a')!.picture).toMatchObject({
      format: 'png',
      width: 1600,
      height: 900,
      focus: { x: 0.5, y: 0.5 },
    });
    expect(value!.pictures.get('b')!.picture).toMatchObject({
      format: 'jpeg',
      width: 640,
      height: 480,
      focus: { x: 0.2, y: 0.8 },
    });
  });

  it('may stand in several files: of other pixels, and as an SVG for paper', () => {
    const svg = (width: number): Uint8Array =>
      new TextEncoder().encode(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 90"><rect width="9" height="9"/></svg>`,
      );
    const files = { 'a.png': pngOf(1600, 900), 'small.png': pngOf(801, 450), 'a.svg': svg(160), 'square.svg': svg(90) };
    const read = (yaml: string) => readFrom({ ...withYaml(`pictures:\n  a: { ${yaml}, alt: 甲 }\n`), ...files });
    const { value, told } = read('file: a.png, also: [small.png, a.svg]');
    expect(told).toEqual([]);
    const { picture } = value!.pictures.get('a')!;
    expect([picture.format, picture.width, picture.also?.map(({ width }) => width), picture.vector]).toEqual([
      'png',
      1600,
      [801],
      files['a.svg'],
    ]);
    expect(read('file: a.svg').value!.pictures.get('a')!.picture).toMatchObject({
      format: 'svg',
      width: 160,
      height: 90,
      vector: files['a.svg'],
    });
    expect(read('file: a.png, also: square.svg').told).toEqual([expect.stringContaining('picture-shape')]);
    expect(read('file: a.png, also: b.svg').told).toEqual([expect.stringContaining('missing-file')]);
  });

  it('are told at the line of an SVG that is refused', () => {
    const { told } = readFrom({
      ...withYaml('pictures:\n  a: { file: a.svg, alt: 甲 }\n'),
      'a.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n  <script/>\n</svg>',
    });
    expect(told).toEqual([expect.stringContaining('a.svg:2:3 svg-refused')]);
  });

  it.each([
    ['a.svg', pngOf(9, 9), 'picture-type'],
    ['a.png', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'), 'picture-type'],
    ['a.svg', new TextEncoder().encode('<?xml version="1.0"?><plist/>'), 'not-a-picture'],
    ['a.png', jpegOf(9, 9), 'picture-type'],
    ['a.png', new TextEncoder().encode('<!DOCTYPE html><p>404'), 'not-a-picture'],
    ['a.png', pngOf(1600, 900).slice(0, 30), 'not-a-picture'],
    ['a.png', damaged(pngOf(1600, 900), 42), 'not-a-picture'],
    ['a.jpg', jpegOf(9, 9).slice(0, -1), 'not-a-picture'],
    ['a.png', new Uint8Array(0), 'not-a-picture'],
    ['a.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0), 'not-a-picture'],
    ['a.png', pngOf(20000, 10), 'picture-too-large'],
    ['a.gif', new TextEncoder().encode('GIF89a'), 'not-a-picture'],
  ])('that are no good pictures are told: %s %#', (file, bytes, code) => {
    const { told, value } = readFrom({ ...withYaml(`pictures:\n  a: { file: ${file}, alt: 甲 }\n`), [file]: bytes });
    expect(told).toEqual([expect.stringContaining(`report.yaml:8:14 ${code}`)]);
    expect(value!.pictures.size, 'keeps its place, so that no later stage misses it').toBe(1);
  });
});

it('checks name figures that are there', () => {
  const { value, told } = readFrom(
    withYaml('checks:\n  - { sum: [industry.added, none], equals: income.urban }\n  - { shares: [industry.added] }\n'),
  );
  expect(told).toEqual([expect.stringContaining('unknown figure "none"')]);
  expect(value!.checks).toMatchObject([{ total: 100, parts: [{ id: 'industry.added' }] }]);
});
