/** A build of what has not changed: nothing is done, and the same is said. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { mostCached } from '../../src/project/build-cache.js';
import { projectFolder, recordingWorld } from './recording-world.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-memory-'));
  cpSync(join(projectFolder, 'tests/cases/minimal/report'), join(folder, 'report'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function build(
  words: readonly string[] = [],
  program = 'one',
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string; readonly again: boolean }> {
  const { world, out } = recordingWorld({ workingFolder: folder, program: () => program });
  const code = await run(['build', 'report', ...words], world);
  return { code, ...out, again: !out.stdout.includes('nothing has changed') };
}

const output = (name: string): string => join(folder, 'output/report', name);
const cache = (): string => join(folder, 'output/.cache');
const edit = (file: string, from: string, to: string): void =>
  writeFileSync(join(folder, 'report', file), readFileSync(join(folder, 'report', file), 'utf8').replace(from, to));

describe('a build of what has not changed', () => {
  it('writes nothing and says the same, warnings too', async () => {
    edit('report.yaml', 'type: column', 'type: stepped');
    const first = await build();
    const times = readdirSync(join(folder, 'output/report')).map((name) => statSync(output(name)).mtimeMs);
    const second = await build();
    expect([first.code, first.again, second.code, second.again]).toEqual([0, true, 0, false]);
    expect(second.stderr).toContain('"two" stands in the deck as a picture');
    expect(second.stdout.split('\n')[0]).toBe(first.stdout.split('\n')[0]);
    expect(readdirSync(join(folder, 'output/report')).map((name) => statSync(output(name)).mtimeMs)).toEqual(times);
  });

  it('is done again when anything that was read has changed, or came to be, or is gone', async () => {
    await build();
    edit('figures.csv', '2.5', '2.6');
    expect((await build()).again).toBe(true);
    mkdirSync(join(folder, 'templates/themes/celadon'), { recursive: true });
    cpSync(
      join(projectFolder, 'templates/themes/celadon/theme.yaml'),
      join(folder, 'templates/themes/celadon/theme.yaml'),
    );
    expect((await build()).again).toBe(true);
    rmSync(join(folder, 'templates'), { recursive: true });
    expect((await build()).again).toBe(true);
    expect((await build()).again).toBe(false);
  });

  it('is done again when an output is gone or another', async () => {
    await build();
    rmSync(output('deck.pptx'));
    expect((await build()).again).toBe(true);
    writeFileSync(output('briefing.pdf'), 'scribble');
    expect((await build()).again).toBe(true);
    expect(readFileSync(output('briefing.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
  });

  it('is done again by other code and for other outputs', async () => {
    await build();
    expect((await build([], 'two')).again).toBe(true);
    expect((await build(['--only', 'deck.pptx'])).again).toBe(true);
  });

  it('is done again when its memory is deleted or damaged', async () => {
    await build();
    for (const name of readdirSync(cache())) writeFileSync(join(cache(), name), '{"mark":');
    expect((await build()).again).toBe(true);
    expect((await build()).again).toBe(false);
    rmSync(cache(), { recursive: true });
    expect((await build()).again).toBe(true);
  });

  it('is not remembered where it failed, nor beyond a bound, nor beside outputs elsewhere', async () => {
    edit('figures.csv', '2.5', 'two');
    expect((await build()).code).toBe(1);
    expect(existsSync(cache())).toBe(false);
    edit('figures.csv', 'two', '2.5');
    await build(['--out', join(folder, 'elsewhere')]);
    expect(existsSync(cache())).toBe(false);
    mkdirSync(cache(), { recursive: true });
    for (let entry = 0; entry < 40; entry += 1) writeFileSync(join(cache(), `${entry}.json`), '{}');
    await build();
    expect(readdirSync(cache()).filter((name) => name.endsWith('.json'))).toHaveLength(mostCached);
    expect(readdirSync(cache()).filter((name) => !name.endsWith('.json'))).toHaveLength(1);
    expect((await build()).again).toBe(false);
  });
});

describe('a build of what has changed', () => {
  const bytes = (): readonly Buffer[] =>
    ['deck.pptx', 'briefing.pdf', 'build.json'].map((name) => readFileSync(output(name)));
  const clean = async (): Promise<readonly Buffer[]> => {
    rmSync(cache(), { recursive: true, force: true });
    await build();
    return bytes();
  };
  const results = (): string => join(cache(), readdirSync(cache()).find((name) => name.endsWith('.results'))!);

  it('takes over what is the same, and gives the bytes of a clean build', async () => {
    await build();
    edit('figures.csv', '2.5', '2.6');
    await build();
    const after = bytes();
    expect(after).toEqual(await clean());
  });

  it('does without results that are cut short, damaged or of other code', async () => {
    await build();
    const whole = readFileSync(results());
    const other = Buffer.from(whole);
    other[whole.length >> 1]! ^= 1;
    for (const [index, damaged] of [
      Buffer.alloc(0),
      whole.subarray(0, 30),
      whole.subarray(0, whole.length >> 1),
      other,
    ].entries()) {
      writeFileSync(results(), damaged);
      edit(
        'figures.csv',
        /grain,粮食产量,[\d.]+/.exec(readFileSync(join(folder, 'report/figures.csv'), 'utf8'))![0],
        `grain,粮食产量,${index}.75`,
      );
      expect((await build()).code).toBe(0);
    }
    const after = bytes();
    expect(after).toEqual(await clean());
    expect((await build([], 'two')).code).toBe(0);
    expect(bytes()).toEqual(after);
  });
});
