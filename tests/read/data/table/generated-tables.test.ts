/**
 * Workbooks of random layout come back as the tables that they were made of: titles, units, notes, merged heads,
 * formats, several a sheet.
 */
import { describe, expect, it } from 'vitest';
import { cellName, wholeSheet } from '../../../../src/model/cell-name.js';
import { findTables } from '../../../../src/read/data/table/find-tables.js';
import { tableOfGrid } from '../../../../src/read/data/table/table-of-grid.js';
import { openWorkbook } from '../../../../src/read/data/workbook/open-workbook.js';
import { handmadeWorkbook } from '../workbook/handmade-workbook.js';

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const formats = ['0', '0.0', '0.00', '#,##0.0', '0.0%'];
const shown = (value: number, format: number): string => {
  const fixed = format === 4 ? `${(value * 100).toFixed(1)}%` : value.toFixed([0, 1, 2, 1][format]);
  return format === 3 ? fixed.replace(/\B(?=(\d{3})+\.)/g, ',') : fixed;
};

interface Made {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One sheet under construction: cells as XML by row, merged ranges, and what its tables say. */
function sheetOf(random: () => number) {
  const cells = new Map<number, string[]>();
  const merges: string[] = [];
  const whole = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const put = (row: number, column: number, xml: string): void =>
    void cells.set(row, [...(cells.get(row) ?? []), `<c r="${cellName(row, column)}"${xml}`]);
  const text = (row: number, column: number, words: string): void =>
    put(row, column, ` t="inlineStr"><is><t>${words}</t></is></c>`);
  /** From `top` on; gives the row behind it. */
  const table = (top: number, left: number, name: string, made: Made[]): number => {
    let row = top;
    const [series, lines] = [whole(2, 5), whole(2, 7)];
    if (random() < 0.6) text(row++, left, `${name}主要情况一览`);
    if (random() < 0.4) text(row++, left + series, '单位：亿元');
    if (random() < 0.3) row++;
    const isTwo = random() < 0.5;
    const names = Array.from({ length: series }, (_, index) =>
      isTwo ? `${index % 2 === 0 ? '总量' : '增速'}` : `指标${name}${index + 1}`,
    );
    const groups = Array.from({ length: series }, (_, index) => `${2020 + Math.floor(index / 2)}年`);
    text(row, left, '地区');
    if (isTwo) {
      for (let index = 0; index < series; index += 2) {
        text(row, left + 1 + index, groups[index]!);
        if (index + 1 < series) merges.push(`${cellName(row, left + 1 + index)}:${cellName(row, left + 2 + index)}`);
      }
      merges.push(`${cellName(row, left)}:${cellName(row + 1, left)}`);
      row++;
    }
    names.forEach((word, index) => text(row, left + 1 + index, word));
    row++;
    const chosen = names.map(() => whole(0, formats.length - 1));
    const rows = Array.from({ length: lines }, (_, line) => {
      const label = `第${line + 1}镇`;
      text(row, left, label);
      const numbers = chosen.map((format, index) => {
        const value = Math.round(random() * 1_000_000 - 200_000) / 100 + 0.001;
        put(row, left + 1 + index, ` s="${format + 1}"><v>${value}</v></c>`);
        return shown(value, format);
      });
      row++;
      return [label, ...numbers];
    });
    if (random() < 0.5) text(row++, left, '注：本表数字为随机生成。');
    made.push({ head: ['地区', ...names.map((word, index) => (isTwo ? `${groups[index]} ${word}` : word))], rows });
    return row;
  };
  const xml = (): string =>
    [...cells.keys()]
      .sort((one, other) => one - other)
      .map((row) => `<row r="${row}">${cells.get(row)!.join('')}</row>`)
      .join('');
  return {
    table,
    whole,
    xml,
    behind: () => `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`,
  };
}

function roundTrip(seed: number): { readonly made: readonly Made[]; readonly read: readonly Made[] } {
  const random = dice(seed);
  const sheet = sheetOf(random);
  const made: Made[] = [];
  let row = sheet.whole(1, 3);
  const left = sheet.whole(1, 3);
  for (let count = sheet.whole(1, 3); count > 0; count--)
    row = sheet.table(row, left, '甲乙丙'[count - 1]!, made) + sheet.whole(1, 3);
  const bytes = handmadeWorkbook({ formats, sheets: [{ name: '表', rows: sheet.xml(), behind: sheet.behind() }] });
  const workbook = openWorkbook('x.xlsx', bytes, (told) => expect(told).toBeNull())!;
  const grid = workbook.gridOf(workbook.sheets[0]!)!;
  const read = findTables(grid, wholeSheet).map((found) => {
    const { head, rows } = tableOfGrid(grid, found, (told) => expect(told).toBeNull());
    return { head: head.map(({ text }) => text), rows: rows.map((cells) => cells.map(({ text }) => text)) };
  });
  return { made, read };
}

describe('a sheet of tables', () => {
  it.each(Array.from({ length: 120 }, (_, index) => index + 1))(
    'laid out by the dice %i comes back as it was made',
    (seed) => {
      const { made, read } = roundTrip(seed);
      expect(read).toEqual(made);
    },
  );
});
