/** A table of a report as every kind of chart, each with the spec that draws it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { projectFolder, recordingWorld, type RecordedText } from '../cli/recording-world.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-gallery-'));
  cpSync(join(projectFolder, 'tests/cases/minimal/report'), join(folder, 'report'), { recursive: true });
  mkdirSync(join(folder, 'report/tables'), { recursive: true });
  // Invented numbers.
  writeFileSync(
    join(folder, 'report/tables/towns.csv'),
    '镇,"2023（亿元）","2024（亿元）",备注\n东镇,3.1,3.4,—\n西镇,2.0,2.6,新\n南镇,1.2,1.1,—\n',
  );
  writeFileSync(join(folder, 'report/tables/words.csv'), '镇,备注\n东镇,好\n');
  const path = join(folder, 'report/report.yaml');
  const text = readFileSync(path, 'utf8').replace(/^tables:[^\n]*\n(?:[ \t]+[^\n]*\n)*/m, '');
  writeFileSync(path, `${text}\ntables:\n  "towns of": {file: tables/towns.csv}\n  words: {file: tables/words.csv}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function gallery(...words: readonly string[]): Promise<RecordedText & { readonly code: number }> {
  const { world, out } = recordingWorld({ workingFolder: folder });
  const code = await run(['gallery', 'report', ...words], world);
  return { ...out, code };
}

describe('the gallery of a table', () => {
  it('lists the kinds that suit its numbers, says why others do not, and leaves a file with all of them', async () => {
    const { code, stdout, stderr } = await gallery();
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}column-stacked +堆积柱形图$/m);
    expect(stdout).toMatch(/^not for this table:[^]*^ {2}box +.*five series/m);
    const html = readFileSync(join(folder, 'output/report/gallery-towns-of.html'), 'utf8');
    expect(html).toContain('data-chart="slope"');
    expect(html).toContain('东镇');
    expect(html).not.toContain('data-chart="box"');
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  });

  it('gives a spec that the report takes as it is', async () => {
    const { code, stdout } = await gallery('--table', 'towns of', '--kind', 'bar-stacked');
    expect(code).toBe(0);
    expect(stdout).toContain('series: [2023（亿元）, 2024（亿元）]'.replace(/(\d{4}（亿元）)/g, '"$1"'));
    expect(stdout).toContain('unit: 亿元');
    const path = join(folder, 'report/report.yaml');
    const before = readFileSync(path, 'utf8');
    const charts = /^charts:[^\n]*$/m.test(before)
      ? before.replace(/^charts:[^\n]*$/m, (line) => `${line}\n${stdout.trimEnd()}`)
      : `${before}charts:\n${stdout}`;
    writeFileSync(path, charts);
    const { world, out } = recordingWorld({ workingFolder: folder });
    expect(await run(['build', 'report'], world), out.stderr).toBe(0);
    writeFileSync(path, before);
  });

  it('says which table or kind there is no such of', async () => {
    expect(await gallery('--table', 'town of')).toMatchObject({ code: 1, stderr: expect.stringContaining('towns of') });
    expect(await gallery('--table', 'words')).toMatchObject({ code: 1 });
    expect(await gallery('--kind', 'colunm')).toMatchObject({ code: 1, stderr: expect.stringContaining('"column"') });
    expect(await gallery('--kind', 'box')).toMatchObject({ code: 1, stderr: expect.stringContaining('five series') });
  });
});
