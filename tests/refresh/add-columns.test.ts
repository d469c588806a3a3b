/** `briefkit refresh --add-new` of a table that has another column and another row in the report. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editedReport } from '../cli/edited-report.js';
import { checkDeckFaults } from '../readers/check-deck-faults.js';
import { validatorErrors } from '../writers/pptx/validator.js';
import { refreshIn } from './refresh-in.js';
import { deckOf, saidBy } from './said-by.js';

const home = editedReport();
const refresh = refreshIn(home);
let built: Uint8Array;

const table = (...lines: readonly string[]): void => {
  writeFileSync(join(home.folder, 'report/tables/fields.csv'), `${lines.join('\n')}\n`);
};

beforeAll(async () => {
  mkdirSync(join(home.folder, 'report/tables'));
  table('田块,2023,2024', '东田,1.5,1.7', '西田,2.5,2.6', '南田,3.5,3.8');
  home.edit('report.yaml', '        charts: [two]', '        tables: [fields]');
  home.edit('report.yaml', 'charts:\n', 'tables:\n  fields: { file: tables/fields.csv, caption: 各田 }\ncharts:\n');
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  built = home.bytes('out/deck.pptx');
  table(
    '田块,2022,2023,2024,2025',
    '东田,1.1,1.5,1.7,1.9',
    '西田,2.1,2.5,2.6,2.8',
    '北田,4.1,4.2,4.3,4.4',
    '南田,3.1,3.5,3.8,3.9',
  );
});
afterAll(() => home.remove());

const rowsOf = (bytes: Uint8Array): readonly string[] =>
  saidBy(bytes)
    .flatMap((line) => / row (.*)/.exec(line)?.[1] ?? [])
    .filter((row) => /[田]/.test(row));
const tableOf = (bytes: Uint8Array) =>
  deckOf(bytes)
    .slides.flatMap(({ shapes }) => shapes)
    .flatMap((shape) => (shape.kind === 'table' && shape.table.rows.length > 3 ? [shape.table] : []))[0]!;

describe('a table with a new column and a new row', () => {
  it('is told of without --add-new', async () => {
    const { stdout, deck } = await refresh(built);
    expect(stdout).toMatch(/new in the report[\s\S]*2022[\s\S]*2025[\s\S]*北田/);
    expect(rowsOf(deck())[0]).toBe('田块|2023|2024');
  });

  it('has both with it, each where the report has it, in the width and height that it had', async () => {
    const { deck } = await refresh(built, '--add-new');
    expect(rowsOf(deck())).toEqual([
      '田块|2022|2023|2024|2025',
      '东田|1.1|1.5|1.7|1.9',
      '西田|2.1|2.5|2.6|2.8',
      '北田|4.1|4.2|4.3|4.4',
      '南田|3.1|3.5|3.8|3.9',
    ]);
    const sum = (xml: string, tag: RegExp): number =>
      [...xml.matchAll(tag)].reduce((total, [, size]) => total + Number(size), 0);
    const slideOf = (bytes: Uint8Array): string => deckOf(bytes).slides.find(({ xml }) => xml.includes('东田'))!.xml;
    const [before, after] = [slideOf(built), slideOf(deck())];
    for (const tag of [/<a:gridCol w="(\d+)"/g, /<a:tr h="(\d+)"/g])
      expect(Math.abs(sum(after, tag) / sum(before, tag) - 1)).toBeLessThan(0.001);
    expect(new Set(tableOf(deck()).columns).size).toBe(5);
    expect(checkDeckFaults(deck())).toEqual([]);
    expect(await validatorErrors(deck())).toEqual([]);
  });

  it('is refreshed from then on as any other', async () => {
    const first = (await refresh(built, '--add-new')).deck();
    table(
      '田块,2022,2023,2024,2025',
      '东田,1.1,1.5,1.7,2.0',
      '西田,2.1,2.5,2.6,2.8',
      '北田,4.1,4.2,4.3,4.5',
      '南田,3.1,3.5,3.8,3.9',
    );
    const rows = rowsOf((await refresh(first, '--add-new')).deck());
    expect(rows).toContain('东田|1.1|1.5|1.7|2.0');
    expect(rows).toContain('北田|4.1|4.2|4.3|4.5');
    expect(rows).toHaveLength(5);
  });
});

describe('a chart that is new on a slide that is there', () => {
  it('is added and told with its slide, and the rest of the slide is refreshed', async () => {
    home.edit('report.yaml', '        tables: [fields]', '        tables: [fields]\n        charts: [two]');
    const { stdout, deck } = await refresh(built, '--add-new');
    expect(stdout).toMatch(/\nadded:[\s\S]*\n {2}slide 3 {2}chart {2}图表 两项增长\n/);
    expect(rowsOf(deck())).toContain('北田|4.1|4.2|4.3|4.5');
  });
});
