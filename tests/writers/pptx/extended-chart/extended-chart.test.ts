/** Charts of PowerPoint 2016 in a deck: their parts, their workbooks, and what stands beside them. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kindsReading, type ChartKind } from '../../../../src/model/chart-kinds.js';
import type { Chart } from '../../../../src/model/chart.js';
import { readWorkbook, type EditedWorkbook } from '../../../../src/powerpoint/edited/workbook.js';
import { chartOf, chartOfSeries, counts, oneOfEach } from '../../../charts/sample-charts.js';
import { checkPackage } from '../../../readers/check-package.js';
import { deckParts, type DeckParts } from '../deck-parts.js';
import { chartItem, page, samplePages } from '../sample-pages.js';
import { validatorErrors } from '../validator.js';

const inChartex = (chart: Chart): Chart => ({ ...chart, native: 'chartex' });

const deckOf = (...charts: readonly Chart[]): Promise<DeckParts> =>
  deckParts({
    ...samplePages(),
    pages: charts.map((chart, index) =>
      page([{ ...chartItem, chart: { ...chart, id: `chart-${index}`, alt: '样图' } }], { title: `图${index}` }),
    ),
  });

const kinds = kindsReading('native');
const below = chartOf(
  'waterfall',
  [
    ['年初', 10, '10'],
    ['支出', -25.5, '−25.5'],
    ['空', null, ''],
    ['收入!', 12, '12'],
    ['年末', null, ''],
  ],
  { sums: [0, 4] },
);
const empty = chartOf('treemap', [
  ['无', null, ''],
  ['零', 0, '0'],
  ['五', 5, '5个'],
]);
const boxes = chartOfSeries('box', ['甲', '乙'], {
  最低: [1, null],
  下四分位: [2, 3],
  中位: [3, 4],
  上四分位: [4, 5],
  最高: [6.5, 7],
});

const bookPath = ({ part }: DeckParts): string =>
  `ppt/${/Target="\.\.\/(embeddings\/[^"]+)"/.exec(part('ppt/charts/_rels/chartEx1.xml.rels'))![1]!}`;

/** The cells of the workbook behind the first chart of PowerPoint 2016. */
const bookOf = (deck: DeckParts): EditedWorkbook['cells'] =>
  readWorkbook(unzipSync(deck.bytes)[bookPath(deck)]!, null)!.cells;

const pointsIn = (xml: string, dimension: 'strDim' | 'numDim'): readonly string[] => {
  const inside = new RegExp(`<cx:${dimension} [^]*?</cx:${dimension}>`).exec(xml)?.[0] ?? '';
  const [first = ''] = inside.split('</cx:lvl>');
  return [...first.matchAll(/<cx:pt idx="\d+">([^<]*)</g)].map(([, text]) => text!);
};

describe('charts of PowerPoint 2016', () => {
  it('of every kind have no error for the Open XML SDK validator, nor for the checks of a package', async () => {
    const deck = await deckOf(...[...kinds.map((kind) => oneOfEach[kind]), below, empty, boxes].map(inChartex));
    expect(deck.diagnostics).toEqual([]);
    expect(deck.paths.filter((path) => /^ppt\/charts\/chartEx\d+\.xml$/.test(path))).toHaveLength(kinds.length + 3);
    expect(await validatorErrors(deck.bytes)).toEqual([]);
    expect(checkPackage(deck.bytes)).toEqual([]);
  }, 60_000);

  it('are held against their schema: a wrong child is an error of the validator', async () => {
    const { bytes } = await deckOf(inChartex(oneOfEach.funnel));
    const parts = unzipSync(bytes);
    const path = 'ppt/charts/chartEx1.xml';
    const xml = strFromU8(parts[path]!).replace('<cx:dataId val="0"/>', '<cx:dataIds val="0"/>');
    expect(await validatorErrors(zipSync({ ...parts, [path]: strToU8(xml) }))).not.toEqual([]);
  }, 30_000);

  it.each(kinds)('draw the cells of their workbook: %s', async (kind) => {
    const deck = await deckOf(inChartex(oneOfEach[kind]));
    const xml = deck.part('ppt/charts/chartEx1.xml');
    const cells = bookOf(deck);
    const down = (column: number): readonly string[] =>
      [...cells]
        .filter(([key, { value }]) => key.startsWith(`${column}:`) && !key.endsWith(':0') && value !== null)
        .map(([, { value }]) => String(value));
    const numbers = oneOfEach[kind].parents === undefined ? 1 : 2;
    expect(pointsIn(xml, 'numDim')).toEqual(down(numbers));
    expect(pointsIn(xml, 'numDim').length).toBeGreaterThan(1);
    if (kind !== 'histogram') expect(pointsIn(xml, 'strDim')).toEqual(down(numbers - 1));
    const formulas = [...xml.matchAll(/<cx:f>Sheet1!\$[BC]\$2:\$[BC]\$(\d+)</g)].map(([, last]) => Number(last));
    expect(formulas).toEqual([down(numbers).length + 1]);
  });

  it('have the ids that a slide needs, each once, and one creation id for both alternatives', async () => {
    const slide = (await deckOf(inChartex(oneOfEach.treemap))).slide(1);
    const [choice = '', fallback = ''] = slide.split('<mc:Fallback>');
    expect(choice).toContain('Requires="cx1"');
    const creation = /<a16:creationId [^>]*id="([^"]+)"/;
    expect(creation.exec(fallback)![1]).toBe(creation.exec(choice.split('<mc:Choice')[1]!)![1]);
    expect(fallback).toContain('<p:grpSp>');
  });

  it('of funnels ask for the version that has them', async () => {
    const slide = (await deckOf(inChartex(oneOfEach.funnel))).slide(1);
    expect(slide).toContain(
      '<mc:Choice xmlns:cx2="http://schemas.microsoft.com/office/drawing/2015/10/21/chartex" Requires="cx2">',
    );
    expect(slide.split('<mc:Fallback>')[1]).toMatch(/^<p:graphicFrame>[^]*<c:chart /);
  });

  it('leave a chart as it is where nobody asks', async () => {
    const deck = await deckOf(...kinds.map((kind) => oneOfEach[kind]));
    expect(deck.paths.filter((path) => path.includes('chartEx'))).toEqual([]);
    expect(deck.slide(1)).not.toContain('AlternateContent');
  });
});

describe.each(kinds)('a %s of PowerPoint 2016 whose data somebody edits', (kind) => {
  it('has a label and a colour for a row that is added, and no number in a label that is not a cell', async () => {
    const deck = await deckOf(inChartex(oneOfEach[kind]));
    const path = 'ppt/charts/chartEx1.xml';
    const xml = deck.part(path);
    const series = /<cx:series [^]*<\/cx:series>/.exec(xml)![0].replace(/<cx:dataPt [^]*?<\/cx:dataPt>/g, '');
    // Branches and parts take the colours of the theme in turn.
    const takesTurns = kind === 'treemap' || kind === 'sunburst';
    expect(/^<cx:series [^>]*><cx:tx>.*?<\/cx:tx><cx:spPr><a:solidFill>/.test(series)).toBe(!takesTurns);
    // Boxes say nothing, as their axis does.
    const labels = /<cx:dataLabels[^>]*>(.*?)(?:<cx:dataLabel |<\/cx:dataLabels>)/s.exec(series)?.[1] ?? '';
    expect(/<cx:visibility [^>]*(?:value|categoryName)="1"/.test(labels)).toBe(kind !== 'box');
    expect(labels.match(/formatCode="&quot;(?:(?!&quot;)[^"])*\d(?:(?!&quot;)[^"])*&quot;"/)).toBeNull();
    expect(xml).not.toMatch(/<cx:valScaling [^>]*(?:max|min)=/);
    // As PowerPoint does: ranges, caches and cells have a row more.
    const longer = xml
      .replace(/(\$[A-C]\$2:\$[A-C]\$)(\d+)/g, (_all, head: string, last: string) => head + (Number(last) + 1))
      .replace(
        /<cx:lvl ptCount="(\d+)"([^>]*)>(.*?)<\/cx:lvl>/gs,
        (_all, count: string, more: string, points: string) =>
          `<cx:lvl ptCount="${Number(count) + 1}"${more}>${points}<cx:pt idx="${count}">7</cx:pt></cx:lvl>`,
      );
    const bytes = zipSync({ ...unzipSync(deck.bytes), [path]: strToU8(longer) });
    expect(await validatorErrors(bytes)).toEqual([]);
  }, 30_000);
});

describe('a hierarchy of PowerPoint 2016', () => {
  it('has the rows of one branch behind each other, whatever their order in the table', async () => {
    const sorted = { ...oneOfEach.sunburst, parents: [['教育'], ['卫生'], ['教育'], []] };
    const xml = (await deckOf(inChartex(sorted))).part('ppt/charts/chartEx1.xml');
    expect(pointsIn(xml, 'strDim')).toEqual(['小学', '医院', '中学']);
    expect(pointsIn(xml, 'numDim')).toEqual(['42.5', '28.4', '31', '12']);
  });

  it('has its levels from the innermost out, a column each, and an empty name where a branch is shorter', async () => {
    const deck = await deckOf(inChartex(oneOfEach.sunburst));
    const xml = deck.part('ppt/charts/chartEx1.xml');
    const levels = [...xml.matchAll(/<cx:lvl ptCount="4">([^]*?)<\/cx:lvl>/g)].map(([, inside]) =>
      [...inside!.matchAll(/<cx:pt idx="(\d+)">([^<]*)</g)].map(([, at, name]) => `${at} ${name}`),
    );
    expect(levels).toEqual([
      ['0 小学', '1 中学', '2 医院'],
      ['0 教育', '1 教育', '2 卫生', '3 其他'],
    ]);
    expect(xml).toContain('<cx:f>Sheet1!$A$2:$B$5</cx:f>');
    expect(xml).toContain('<cx:numDim type="size"><cx:f>Sheet1!$C$2:$C$5</cx:f>');
    const cells = bookOf(deck);
    expect([0, 1, 2].map((column) => cells.get(`${column}:2`)?.value)).toEqual(['教育', '中学', 31]);
    expect(cells.get('1:4')?.value ?? null).toBeNull();
  });

  it('of one level colours each part, of several leaves colours to its branches', async () => {
    const flat = (await deckOf(inChartex(oneOfEach.treemap))).part('ppt/charts/chartEx1.xml');
    expect(flat.match(/<cx:dataPt /g)).toHaveLength(3);
    const nested = { ...oneOfEach.sunburst, kind: 'treemap' as const };
    const deck = await deckOf(inChartex(nested));
    expect(deck.part('ppt/charts/chartEx1.xml')).not.toContain('<cx:dataPt ');
    expect(deck.part('ppt/charts/colors1.xml').match(/<a:schemeClr /g)).toHaveLength(samplePages().theme.series.length);
  });
});

describe('a waterfall of PowerPoint 2016', () => {
  it('has its totals on zero, falls in the colour of bad news, and a format that signs its steps', async () => {
    const xml = (await deckOf(inChartex(oneOfEach.waterfall))).part('ppt/charts/chartEx1.xml');
    expect(xml).toContain('<cx:subtotals><cx:idx val="0"/><cx:idx val="3"/></cx:subtotals>');
    expect(xml).toMatch(/<cx:dataPt idx="2"><cx:spPr><a:solidFill><a:schemeClr val="accent6"/);
    expect(xml).toContain('formatCode="&quot;+&quot;0.0&quot;亿元&quot;;&quot;−&quot;0.0&quot;亿元&quot;');
  });

  it('reckons a sum from the one before it, so that an edited step moves it', async () => {
    const deck = await deckOf(inChartex(below));
    const sheet = strFromU8(unzipSync(unzipSync(deck.bytes)[bookPath(deck)]!)['xl/worksheets/sheet1.xml']!);
    expect(sheet).toMatch(/<c r="B6"[^>]*><f>SUM\(B2:B5\)<\/f><v>-3\.5<\/v>/);
    // Below zero the deck has a picture without it.
    expect(deck.slide(1).split('<mc:Fallback>')[1]).toContain('<p:pic>');
    expect(deck.diagnostics).toEqual([]);
  });
});

describe('what PowerPoint 2016 cannot show', () => {
  const outliers = chartOfSeries('box', ['甲'], { a: [1], b: [10], c: [11], d: [12], e: [13] });
  const cases: readonly (readonly [string, ChartKind, Partial<Chart> & { readonly chart?: Chart }, RegExp])[] = [
    ['marks', 'waterfall', { marks: [{ kind: 'bracket', from: 0, to: 1, label: '上半' }] }, /marks out/],
    ['options', 'treemap', { options: { spacing: 1 } }, /options/],
    ['whiskers that would be dots', 'box', { chart: outliers }, /native/],
    [
      'an emphasised part of a branch',
      'treemap',
      { chart: chartOf('treemap', counts, { parents: counts.map(() => ['甲']) }) },
      /emphasise/,
    ],
    ['emphasised numbers of a histogram', 'histogram', { chart: chartOf('histogram', counts) }, /emphasise/],
  ];

  it.each(cases)('is told, and drawn as without it: %s', async (_what, kind, { chart, ...changes }, hint) => {
    const deck = await deckOf(inChartex({ ...(chart ?? oneOfEach[kind]), ...changes }));
    const told = deck.diagnostics.filter(({ code }) => code === 'no-extended-chart');
    expect(told.map(({ severity }) => severity)).toEqual(['warning']);
    expect(told[0]!.hint).toMatch(hint);
    expect(deck.paths.filter((path) => path.includes('chartEx'))).toEqual([]);
  });
});
