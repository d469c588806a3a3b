/**
 * What PowerPoint does when a person edits the data of a chart: the cells are others, what follows from them is
 * reckoned anew, and the chart draws what the cells say. No label may say the old number, no bar be cut.
 */
import { describe, expect, it } from 'vitest';
import { toNative } from '../../src/charts/native.js';
import { chartKinds } from '../../src/model/chart-kinds.js';
import type { NativeChart } from '../../src/model/native-chart.js';
import { columnName } from '../../src/model/cell-name.js';
import { chartOf, oneOfEach, onSlide, theme } from './sample-charts.js';

const native = (kind: (typeof chartKinds)[number]): NativeChart | null => toNative(oneOfEach[kind], theme, onSlide);
const nativeKinds = chartKinds.filter((kind) => native(kind) !== null);

/** The cells of the workbook by name, as numbers and formulas. */
function sheetOf({ plots }: NativeChart): Map<string, number | string | null> {
  const cells = new Map<string, number | string | null>();
  plots
    .flatMap(({ series }) => series)
    .filter(({ cellsOf }) => cellsOf === null)
    .forEach(({ values, formulas }, column) =>
      values.forEach((value, row) => cells.set(`${columnName(column + 2)}${row + 2}`, formulas[row] ?? value)),
    );
  return cells;
}

/** The few formulas that charts have: sums, differences, a half, the largest of a column. */
function reckon(cells: ReadonlyMap<string, number | string | null>, name: string): number | null {
  const cell = cells.get(name) ?? null;
  if (typeof cell !== 'string') return cell;
  const range = (from: string, to: string): number[] => {
    const [, column = '', first = '0'] = /^([A-Z]+)(\d+)$/.exec(from)!;
    const [, lastColumn = '', last = '0'] = /^([A-Z]+)(\d+)$/.exec(to)!;
    const found: number[] = [];
    for (let at = column.charCodeAt(0); at <= lastColumn.charCodeAt(0); at += 1)
      for (let row = Number(first); row <= Number(last); row += 1)
        found.push(reckon(cells, `${String.fromCharCode(at)}${row}`) ?? 0);
    return found;
  };
  const plain = cell
    .replaceAll('$', '')
    .replaceAll(/(SUM|MAX)\(([A-Z]+\d+):([A-Z]+\d+)\)/g, (_all, what: string, from: string, to: string) =>
      String(what === 'SUM' ? range(from, to).reduce((sum, value) => sum + value, 0) : Math.max(...range(from, to))),
    )
    .replaceAll(/[A-Z]+\d+/g, (other) => `(${reckon(cells, other) ?? 0})`);
  expect(plain).toMatch(/^[\d+\-*/(). e]+$/);
  return Number(new Function(`return ${plain}`)());
}

describe.each(nativeKinds)('the data of a %s chart', (kind) => {
  const chart = native(kind)!;

  it('has cached numbers that are those of its formulas', () => {
    const cells = sheetOf(chart);
    chart.plots
      .flatMap(({ series }) => series)
      .filter(({ cellsOf }) => cellsOf === null)
      .forEach(({ values }, column) =>
        values.forEach((value, row) => {
          const own = reckon(cells, `${columnName(column + 2)}${row + 2}`);
          if (value === null) expect(own).toBeNull();
          else expect(own).toBeCloseTo(value, 6);
        }),
      );
  });

  it('has labels that follow their numbers', () => {
    // Places in words, names of points and both numbers of a pair are what no number's format can print.
    const said = chart.plots.flatMap(({ series }) =>
      series.flatMap(({ labels }) => labels.flatMap(({ text }) => text ?? [])),
    );
    const wordy = oneOfEach[kind].series.flatMap(({ points }) =>
      points.filter(({ format }) => format === null).map(({ label }) => label),
    );
    const numbers = said.filter((text) => /^[+−]?[\d.,]+[^\d／]*$/.test(text) && !wordy.includes(text));
    // The upper end of a range is a sum of two cells.
    expect(numbers).toEqual(kind === 'range' ? said : []);
  });
});

describe('an edited chart', () => {
  it('of columns is not cut, for its axis is open above', () => {
    const chart = toNative(
      chartOf('column', [
        ['甲', 5.1, '5.1'],
        ['乙', 8.3, '8.3'],
      ]),
      theme,
      onSlide,
    )!;
    expect(chart.valueAxis).toMatchObject({ min: 0, max: null, step: null });
  });

  it('moves all steps of a waterfall behind the one that was edited, and what they come to', () => {
    const chart = native('waterfall')!;
    const cells = sheetOf(chart);
    const rises = chart.plots.flatMap(({ series }) => series).findIndex(({ name }) => name === '增加');
    const row = chart.plots.flatMap(({ series }) => series)[rises]!.values.findIndex((value) => value !== null) + 2;
    const at = `${columnName(rises + 2)}${row}`;
    const before = reckon(cells, `${columnName(rises + 1)}${chart.categories.length + 1}`);
    cells.set(at, reckon(cells, at)! + 10);
    expect(reckon(cells, `B${row + 1}`)).toBeCloseTo(chart.plots[0]!.series[0]!.values[row - 1]! + 10, 6);
    expect(reckon(cells, `${columnName(rises + 1)}${chart.categories.length + 1}`)).toBeCloseTo(before! + 10, 6);
  });

  it('keeps a funnel about its middle line', () => {
    const cells = sheetOf(native('funnel')!);
    cells.set('C2', 3000);
    expect(reckon(cells, 'B3')).toBeCloseTo((3000 - reckon(cells, 'C3')!) / 2, 6);
  });
});
