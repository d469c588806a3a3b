/**
 * What the numbers of a report cost to read: a large workbook, and figures over time with what is derived from them.
 */
import { memoryFiles } from '../../src/index.js';
import { wholeSheet } from '../../src/model/cell-name.js';
import { workbookReader } from '../../src/read/data/workbook/read-workbook.js';
import { readReport } from '../../src/read/read-report.js';
import { handmadeWorkbook } from '../read/data/workbook/handmade-workbook.js';
import { median } from './measure.js';

/** Milliseconds: the first time in this process, and the median of the later ones. */
export interface ReadTimes {
  readonly first: number;
  readonly later: number;
}

const columns = 50;
const rows = 2000;

/** A table of 100,000 cells: names, and numbers in two formats. */
export function timeWorkbook(rounds: number): ReadTimes {
  const bytes = largeWorkbook();
  const choice = { sheet: null, range: wholeSheet, head: null };
  return timesOf(rounds, () => {
    const table = workbookReader()('large.xlsx', bytes, choice, ({ message }) => {
      throw new Error(message);
    });
    if (table?.rows.length !== rows - 1) throw new Error(`read ${table?.rows.length} rows`);
  });
}

function largeWorkbook(): Uint8Array {
  const letters = (column: number): string =>
    column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(65 + column - 26)}`;
  const line = (row: number): string => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const at = `${letters(column)}${row}`;
      if (row === 1 || column === 0)
        return `<c r="${at}" t="inlineStr"><is><t>Name ${row === 1 ? column : row}</t></is></c>`;
      return `<c r="${at}" s="${1 + (column % 2)}"><v>${((row * 7919 + column * 104729) % 1_000_000) / 100}</v></c>`;
    });
    return `<row r="${row}">${cells.join('')}</row>`;
  };
  return handmadeWorkbook({
    formats: ['#,##0.0', '0.00'],
    sheets: [{ name: 'Large', rows: Array.from({ length: rows }, (_, index) => line(index + 1)).join('') }],
  });
}

const series = 5000;
const periods = 20;
const derived = 2000;

/** 5,000 figures of 20 years, a row each, and 2,000 that follow from them. */
export async function timeFigures(rounds: number): Promise<ReadTimes> {
  const years = Array.from({ length: periods }, (_, index) => 2005 + index);
  const lines = Array.from({ length: series }, (_, id) =>
    [`f${id}`, `Figure ${id}`, 'people', ...years.map((year) => ((id * 31 + year * 17) % 9000) + 1000)].join(','),
  );
  const formulas = Array.from(
    { length: derived },
    (_, id) => `  d${id}: { label: Derived ${id}, value: "share(f${id * 2}, f${id * 2 + 1})", unit: "%" }`,
  );
  const files = memoryFiles({
    'r/report.yaml': `bundle: annual-briefing\ntheme: celadon\nlocale: en\ntitle: T\ndate: "2025-01-01"\nderive:\n${formulas.join('\n')}\n`,
    'r/figures.csv': `id,label,unit,${years.join(',')}\n${lines.join('\n')}\n`,
  });
  return timesOf(rounds, async () => {
    const report = await readReport('r', files, () => undefined);
    const count = report?.figures.size ?? 0;
    if (count !== series + derived) throw new Error(`read ${count} figures`);
  });
}

function timesOf(rounds: number, run: () => void): ReadTimes;
function timesOf(rounds: number, run: () => Promise<void>): Promise<ReadTimes>;
function timesOf(rounds: number, run: () => void | Promise<void>): ReadTimes | Promise<ReadTimes> {
  const times: number[] = [];
  const summed = (): ReadTimes => ({ first: times[0]!, later: median(times.slice(1)) });
  const round = (): void | Promise<void> => {
    const start = performance.now();
    const done = run();
    const note = (): void => void times.push(performance.now() - start);
    return done instanceof Promise ? done.then(note) : note();
  };
  const go = (left: number): ReadTimes | Promise<ReadTimes> => {
    if (left === 0) return summed();
    const done = round();
    return done instanceof Promise ? done.then(() => go(left - 1)) : go(left - 1);
  };
  return go(rounds + 1);
}
