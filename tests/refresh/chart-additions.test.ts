/** Charts that have more or less in the report: what they gain and lose is told by the names that the author gave it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';
import { editedReport } from '../cli/edited-report.js';
import { refreshIn } from './refresh-in.js';

const home = editedReport();
const refresh = refreshIn(home);
const values = "    figures: [grain, road]\n    value: change\n    unit: '%'";
const chart = (...series: readonly string[]): string =>
  `    table: fields\n    category: 年份\n    series: [${series.join(', ')}]`;
const table = (...lines: readonly string[]): void => {
  writeFileSync(join(home.folder, 'report/tables/fields.csv'), `${lines.join('\n')}\n`);
};
let built: Uint8Array;

beforeAll(async () => {
  mkdirSync(join(home.folder, 'report/tables'));
  table('年份,东田,西田', '2022,10,20', '2023,11,21');
  home.edit('report.yaml', values, chart('东田', '西田'));
  home.edit('report.yaml', 'charts:\n', 'tables:\n  fields: { file: tables/fields.csv, caption: 各田 }\ncharts:\n');
  const { stderr, code } = await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
  built = home.bytes('out/deck.pptx');
  table('年份,东田,西田,南田', '2022,10,20,30', '2023,11,21,31', '2024,12,22,32');
  home.edit('report.yaml', chart('东田', '西田'), chart('东田', '西田', '南田'));
}, 60_000);
afterAll(() => home.remove());

describe('a chart with a new series and a new point', () => {
  it('tells one line for each, with slide, chart, series, point and value', async () => {
    const { stdout } = await refresh(built, '--report', 'changes.md');
    const added = stdout.slice(stdout.indexOf('\nadded:')).split('\n').slice(2, 5);
    expect(added).toEqual([
      '  slide 3  "粮食产量同比增长3.2%"  chart "图表 两项增长"  new point "2024" of series "东田"  12',
      '  slide 3  "粮食产量同比增长3.2%"  chart "图表 两项增长"  new point "2024" of series "西田"  22',
      '  slide 3  "粮食产量同比增长3.2%"  chart "图表 两项增长"  new series "南田"  2022 30, 2023 31, 2024 32',
    ]);
    expect(readFileSync(join(home.folder, 'changes.md'), 'utf8')).toMatch(
      /\| 3 \| chart 图表 两项增长 new series "南田" \| {2}\| 2022 30, 2023 31, 2024 32 \|/,
    );
  });

  it('says the same in JSON', async () => {
    await refresh(built, '--report', 'changes.json');
    const { changes } = JSON.parse(readFileSync(join(home.folder, 'changes.json'), 'utf8')) as {
      readonly changes: readonly Record<string, unknown>[];
    };
    expect(changes.filter(({ kind }) => kind === 'added')).toMatchObject([
      { slide: 3, shape: '图表 两项增长', after: '12', addition: { series: '东田', point: '2024' } },
      { after: '22', addition: { series: '西田', point: '2024' } },
      { after: '2022 30, 2023 31, 2024 32', addition: { series: '南田', point: null } },
    ]);
  });
});

describe('a chart that has lost a series and a point', () => {
  it('tells one line for each', async () => {
    const { deck } = await refresh(built);
    const grown = deck();
    table('年份,东田,西田', '2022,10,20', '2023,11,21');
    home.edit('report.yaml', chart('东田', '西田', '南田'), chart('东田', '西田'));
    const { stdout } = await refresh(grown);
    table('年份,东田,西田,南田', '2022,10,20,30', '2023,11,21,31', '2024,12,22,32');
    home.edit('report.yaml', chart('东田', '西田'), chart('东田', '西田', '南田'));
    const gone = stdout.slice(stdout.indexOf('gone from the report:')).split('\n').slice(1, 4);
    expect(gone).toEqual([
      '  slide 3  "粮食产量同比增长3.2%"  chart "图表 两项增长"  point "2024" of series "东田"  12',
      '  slide 3  "粮食产量同比增长3.2%"  chart "图表 两项增长"  point "2024" of series "西田"  22',
      '  slide 3  "粮食产量同比增长3.2%"  chart "图表 两项增长"  series "南田"  2022 30, 2023 31, 2024 32',
    ]);
  });
});

describe('a chart that the report has as a kind of PowerPoint 2016 now', () => {
  it('stays what it is, and that is told', async () => {
    const column = 'type: column\n    title: 两项增长';
    const waterfall = column.replace('column', 'waterfall');
    home.edit('report.yaml', `${column}\n${chart('东田', '西田', '南田')}`, `${waterfall}\n${chart('东田')}`);
    await home.briefkit('build', 'report', '--out', 'classic', '--only', 'deck.pptx');
    home.edit('report.yaml', waterfall, `${waterfall}\n    native: chartex`);
    const { stdout } = await refresh(home.bytes('classic/deck.pptx'), '--add-new');
    home.edit(
      'report.yaml',
      `${waterfall}\n    native: chartex\n${chart('东田')}`,
      `${column}\n${chart('东田', '西田', '南田')}`,
    );
    expect(stdout).toMatch(
      /new in the report[\s\S]*chart "图表 两项增长" {2}– the report has it as a kind of PowerPoint 2016/,
    );
  });
});

describe('a deck with a damaged slide', () => {
  it('is refused with the number of the slide', async () => {
    const pack = openPackage(built);
    if (typeof pack === 'string') throw new Error(pack);
    const bytes = writeZip(
      [...pack.parts.values()].map((part) =>
        part.path === 'ppt/slides/slide4.xml' ? { path: part.path, ...packEntry('<p:sld', true) } : part,
      ),
    );
    const { code, stderr } = await refresh(bytes);
    expect(code).toBe(1);
    expect(stderr).toMatch(/edited\.pptx is damaged: its slide 4 cannot be read/);
  });
});
