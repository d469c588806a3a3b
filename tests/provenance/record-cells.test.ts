/** Numbers of tables are numbers of the report: recorded with their places, and compared between builds. */
import { describe, expect, it } from 'vitest';
import { survey } from '../../src/compile.js';
import type { BuildRecord } from '../../src/model/build-record.js';
import { diskFiles, memoryFiles } from '../../src/project/files.js';
import { fontFiles } from '../../src/project/font-files.js';
import { compareBuilds } from '../../src/provenance/compare-builds.js';
import { recordBuild } from '../../src/provenance/record-build.js';
import { readRecord } from '../../src/provenance/read-record.js';
import { projectFolder } from '../cli/recording-world.js';

const yaml = `bundle: own
theme: celadon
title: 年份
date: '2025-01-16'
outputs: [briefing.pdf]
tables:
  years: { file: years.csv }
  hidden: { head: [a, b], rows: [[x, '1']] }
charts:
  growth: { type: line, title: 增长, table: years, series: 产值 }
`;

async function recordOf(csv: string): Promise<BuildRecord> {
  const disk = diskFiles(projectFolder);
  const own = memoryFiles({
    'data/r/report.yaml': yaml,
    'data/r/years.csv': csv,
    'templates/own/briefing.hbs': '{{table "years"}}\n\n{{chart "growth"}}',
  });
  const files = {
    ...disk,
    read: (path: string) => own.read(path) ?? disk.read(path),
    list: (path: string) => own.list(path) ?? disk.list(path),
  };
  const effects = { files, fonts: fontFiles(files), roots: ['.'], clock: () => 0, log: () => undefined };
  const told: string[] = [];
  const found = await survey(
    { report: 'data/r', only: null, strict: false },
    { ...effects, tell: ({ message }) => void told.push(message) },
  );
  expect(told).toEqual([]);
  return recordBuild(found.data!, found.documents);
}

const csv = '年份,产值,说明\n2022,10.5,试产\n2023,12.0,**扩产**\n2024,1 200,\n';

describe('a number of a table', () => {
  it('is recorded with its cell, its place in the table and its point of a chart; words and what no page shows are not', async () => {
    const { cells } = await recordOf(csv.replace('1 200', '12.5'));
    expect(cells!.map(({ table, row, column, printed }) => [table, row, column, printed])).toEqual([
      ['years', '2022', '产值', '10.5'],
      ['years', '2023', '产值', '12.0'],
      ['years', '2024', '产值', '12.5'],
    ]);
    expect(cells![1]).toMatchObject({ value: 12, unit: null, read: { file: 'data/r/years.csv', line: 3 } });
    expect(cells![1]!.places.map(({ at, page, context }) => [at, page, context])).toEqual([
      ['cell', 1, '2023'],
      ['point', 1, '增长：2023'],
    ]);
  });

  it('is compared between builds as a figure is', async () => {
    const [before, after] = [
      await recordOf(csv.replace('1 200', '12.5')),
      await recordOf(csv.replace('1 200', '13.0')),
    ];
    const kept = readRecord(new TextEncoder().encode(JSON.stringify(before)))!;
    const { changed, pages } = compareBuilds(kept, after);
    expect(changed).toMatchObject([
      { id: 'years: 2024 · 产值', parts: [{ part: 'value', before: '12.5', after: '13.0', difference: 0.5 }] },
    ]);
    expect(pages).toMatchObject([{ document: 'briefing', page: 1, figures: ['years: 2024 · 产值'] }]);
  });

  it('is no news where an earlier build recorded none', async () => {
    const after = await recordOf(csv.replace('1 200', '12.5'));
    const { cells: _, ...before } = after;
    expect(compareBuilds(before, after)).toMatchObject({ changed: [], added: [], gone: [] });
  });
});
