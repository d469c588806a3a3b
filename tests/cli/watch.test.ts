/** `briefkit watch` on a small report: what it builds, says and leaves alone. */
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExitCode } from '../../src/cli/input/command.js';
import { run } from '../../src/cli/run.js';
import type { BuildRecord } from '../../src/model/build-record.js';
import { projectFolder, recordingWorld } from './recording-world.js';
import type { RecordedText } from './recording-world.js';

let folder = '';
let end: AbortController;
let out: RecordedText;
let watching: Promise<ExitCode>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-watch-'));
  cpSync(join(projectFolder, 'tests/cases/minimal/report'), join(folder, 'report'), { recursive: true });
  end = new AbortController();
  const recording = recordingWorld({ workingFolder: folder, signal: end.signal });
  out = recording.out;
  watching = run(['watch', 'report', '--out', 'out'], recording.world);
});
afterEach(async () => {
  end.abort();
  expect(await watching, out.stderr).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

const builds = (): number => out.stdout.split('Waiting for a change').length - 1;

async function untilBuilds(count: number): Promise<void> {
  for (let tries = 0; builds() < count; tries += 1) {
    if (tries > 1000) throw new Error(`${builds()} builds, not ${count}:\n${out.stdout}\n${out.stderr}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const path = (file: string): string => join(folder, 'report', file);
const edit = (file: string, from: string, to: string): void =>
  writeFileSync(path(file), readFileSync(path(file), 'utf8').replace(from, to));
const grain = (): number | null | undefined =>
  (JSON.parse(readFileSync(join(folder, 'out/build.json'), 'utf8')) as BuildRecord).figures.find(
    ({ id }) => id === 'grain',
  )?.value;

describe('a watch', () => {
  it('builds at once, and again when a figure changes, saying what changed and what is new', async () => {
    await untilBuilds(1);
    expect(grain()).toBe(2.5);
    edit('figures.csv', '2.5', '2.6');
    await untilBuilds(2);
    expect(grain()).toBe(2.6);
    expect(out.stdout).toContain(
      '\nreport/figures.csv changed\nwrote out/deck.pptx, out/briefing.pdf, out/build.json in',
    );
  });

  it('leaves an output alone that comes out the same', async () => {
    await untilBuilds(1);
    const deck = statSync(join(folder, 'out/deck.pptx')).mtimeMs;
    writeFileSync(path('narrative/harvest.md'), '秋收已毕。\n');
    await untilBuilds(2);
    expect(out.stdout).toContain('wrote out/briefing.pdf, out/build.json in');
    expect(statSync(join(folder, 'out/deck.pptx')).mtimeMs).toBe(deck);
  });

  it('sees a file that an editor puts in the place of the old one', async () => {
    await untilBuilds(1);
    writeFileSync(path('figures.csv~'), readFileSync(path('figures.csv'), 'utf8').replace('2.5', '2.7'));
    renameSync(path('figures.csv~'), path('figures.csv'));
    await untilBuilds(2);
    expect(grain()).toBe(2.7);
  });

  it('sees a workbook that Excel saves, and not the file that Excel keeps beside it', async () => {
    await untilBuilds(1);
    const save = async (value: number): Promise<void> => {
      writeFileSync(
        path('9C1F3A20'),
        await writeXlsx({
          sheets: [
            {
              name: '指标',
              rows: [
                ['id', 'label', 'value', 'unit', 'change'],
                ['grain', '粮食产量', value, '万吨', 3.2],
                ['road', '新修机耕路', 14, '公里', -1.5],
              ],
            },
          ],
        }),
      );
      renameSync(path('9C1F3A20'), path('figures.xlsx'));
    };
    await save(2.5);
    edit('report.yaml', 'figures: figures.csv', 'figures: figures.xlsx');
    await untilBuilds(2);
    writeFileSync(path('~$figures.xlsx'), 'who has it open');
    await save(2.9);
    await untilBuilds(3);
    expect(grain()).toBe(2.9);
    rmSync(path('~$figures.xlsx'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(builds()).toBe(3);
    expect(out.stdout).toContain('\nreport/figures.xlsx changed\n');
    expect(out.stdout).not.toContain('~$');
  });

  it('builds drafts where it is asked for them', async () => {
    const { world, out: drafted } = recordingWorld({ workingFolder: folder, signal: end.signal });
    const draft = run(['watch', 'report', '--draft', '--only', 'deck.pptx', '--out', 'drafted'], world);
    for (let tries = 0; !drafted.stdout.includes('Waiting for a change') && tries < 1000; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const master = (file: string): string =>
      strFromU8(unzipSync(readFileSync(join(folder, file)))['ppt/slideMasters/slideMaster1.xml']!);
    await untilBuilds(1);
    expect([master('drafted/deck.pptx').includes('草稿'), master('out/deck.pptx').includes('草稿')]).toEqual([
      true,
      false,
    ]);
    end.abort();
    expect(await draft).toBe(0);
  });

  it('shows a mistake, keeps the last good outputs, and goes on', async () => {
    await untilBuilds(1);
    edit('figures.csv', '2.5', 'two');
    await untilBuilds(2);
    expect(out.stderr).toContain('is not a number');
    expect(out.stdout).toContain('not built; the earlier outputs stay');
    expect(grain()).toBe(2.5);
    edit('figures.csv', 'two', '2.8');
    await untilBuilds(3);
    expect(grain()).toBe(2.8);
  });

  it('ends with the newest of many states, without a build for each', async () => {
    await untilBuilds(1);
    for (let step = 1; step <= 30; step += 1) {
      edit('figures.csv', step === 1 ? '2.5' : `3.${step - 1}`, `3.${step}`);
      await new Promise((resolve) => setTimeout(resolve, 7));
    }
    for (let tries = 0; grain() !== 3.3 && tries < 500; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(readFileSync(path('figures.csv'), 'utf8')).toContain('3.30');
    expect(grain()).toBe(3.3);
    expect(builds()).toBeLessThan(15);
  });
});
