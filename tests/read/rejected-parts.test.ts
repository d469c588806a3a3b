/** A stage never goes on with what an earlier one rejected, and all other mistakes of the run are told all the same. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noMemo } from '../../src/memo/memo.js';
import { diskFiles } from '../../src/project/files.js';
import { readBundle } from '../../src/read/read-bundle.js';
import { readReport } from '../../src/read/read-report.js';
import { readTheme } from '../../src/read/read-theme.js';
import { figuresCsv, readFrom, reportYaml, withYaml } from './report-files.js';

const codes = (told: readonly string[]): readonly string[] => told.map((line) => line.split(' ')[1]!);

describe('a chart over a table that cannot be read', () => {
  it.each([
    ['is not there', {}],
    ['is empty', { 't.csv': '' }],
    ['has an open quote', { 't.csv': '年,值\n"2023,1\n' }],
  ])('leaves the mistake of the table that %s, and those beside it', (_, files) => {
    const { told, value } = readFrom({
      ...withYaml(
        'tables:\n  t: {file: t.csv, caption: 表}\ncharts:\n  c: {type: column, title: 图, table: t, unit: 亿元}\nhonours: [nobody]\n',
      ),
      ...files,
    });
    expect(value?.charts.has('c')).toBe(false);
    expect(told.filter((line) => line.includes('t.csv') || line.includes('"t"'))).not.toEqual([]);
    expect(codes(told)).toContain('unknown-figure');
  });
});

describe('a value that is not in its list', () => {
  it('is told and read as left out', () => {
    const { told, value } = readFrom(
      withYaml(
        `tables:\n  t: {head: [年, 值], rows: [["2023", "1"]], align: [left, right]}\ncharts:\n  c: {type: column, title: 图, table: t, value: wert, sort: up, whole: 0}\n`,
      ),
    );
    expect(told.filter((line) => line.includes('unknown-value'))).toHaveLength(4);
    expect(told.join('\n')).toContain('"charts.c.whole" must be more than 0');
    expect(value?.charts.get('c')).toMatchObject({ value: 'value', sort: 'none', whole: null });
    expect(value?.tables.get('t')?.align).toEqual(['start', 'start']);
  });

  it('in a configuration of Chart.js leaves no chart', () => {
    const { told, value } = readFrom(
      withYaml(
        'charts:\n  c: {type: chartjs, title: 图, alt: 图, chartjs: {type: bar, data: {labels: [a], datasets: [{data: [1]}, null]}}}\n',
      ),
    );
    expect(told).toEqual([expect.stringContaining('"charts.c.chartjs.data.datasets[2]" must be a map of keys')]);
    expect(value?.charts.size).toBe(0);
  });
});

describe('a report on a disk', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'briefkit-out-'));
    mkdirSync(join(folder, 'r/narrative'), { recursive: true });
    mkdirSync(join(folder, 'templates/themes'), { recursive: true });
    cpSync('templates/annual-briefing/bundle.yaml', join(folder, 'templates/plain/bundle.yaml'));
    writeFileSync(join(folder, 'secret.md'), 'secret');
    writeFileSync(join(folder, 'r/figures.csv'), figuresCsv);
    symlinkSync('../../secret.md', join(folder, 'r/narrative/a.csv'));
    symlinkSync('/dev/zero', join(folder, 'r/zero.png'));
    symlinkSync('../secret.md', join(folder, 'templates/link'));
    writeFileSync(join(folder, 'r/large.png'), '');
    truncateSync(join(folder, 'r/large.png'), 3 * 1024 ** 3);
    spawnSync('mkfifo', [join(folder, 'r/pipe.png')]);
    writeFileSync(
      join(folder, 'r/report.yaml'),
      `${reportYaml}tables:\n  t: {file: narrative/a.csv}\npictures:\n${['zero.png', 'large.png', 'pipe.png', 'narrative', '"a\\0b.png"'].map((file, index) => `  p${index}: {file: ${file}, alt: 图}`).join('\n')}\n`,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('reads nothing through a link that leads out, no device, no pipe, no folder and nothing of gigabytes', async () => {
    const told: string[] = [];
    await readReport('r', diskFiles(folder), ({ code, span }) => void told.push(`${span?.line} ${code}`), noMemo);
    expect(told).toEqual([
      '8 outside-folder',
      '10 outside-folder',
      '11 file-too-large',
      expect.stringMatching(/^12 (no-file|missing-file)$/),
      '13 no-file',
      '14 missing-file',
    ]);
  });

  it.each(['../r', 'a/b', '..', '/etc'])('takes "%s" for no name of a theme or bundle', (name) => {
    const told: string[] = [];
    const tell = ({ message }: { readonly message: string }): void => void told.push(message);
    expect(readTheme(name, { files: diskFiles(folder), tell })).toBeNull();
    expect(readBundle(name, { files: diskFiles(folder), tell })).toBeNull();
    expect(told).toEqual([
      `"${name}" is a path, not the name of a theme`,
      `"${name}" is a path, not the name of a bundle`,
    ]);
  });
});
