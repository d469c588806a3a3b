/** Three hundred damaged reports: each is built, or told of at its places, and none takes an earlier output with it. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { recordingWorld } from '../cli/recording-world.js';
import { baseReport, reportFolder, type Inputs } from './base-report.js';
import { judge } from './judge.js';
import { mutantOf } from './mutate.js';

let base: Inputs;
beforeAll(() => {
  base = baseReport();
});

it.each([
  ['', 1],
  [', on a template of others', 5],
])('the report that mutants are made of builds without a mistake%s', async (_, seed) => {
  expect(await judge({ seed, damaged: [], inputs: base })).toMatchObject({ faults: [], ended: 'built' });
});

const batch = 30;

describe('mutants end with outputs or with mistakes that have a place', () => {
  it.each(Array.from({ length: 10 }, (_, index) => index * batch + 1))(
    'thirty from number %i',
    { timeout: 600_000 },
    async (first) => {
      const wrong: string[] = [];
      for (let seed = first; seed < first + batch; seed++) {
        const { faults, damaged } = await judge(mutantOf(base, seed));
        wrong.push(...faults.map((fault) => `mutant ${seed} (${damaged.join(', ')}): ${fault}`));
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('a mutant that is told of', () => {
  const folder = mkdtempSync(join(tmpdir(), 'briefkit-mutants-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const put = (inputs: Inputs): void => {
    for (const [path, content] of Object.entries(inputs)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  };
  const build = async (): Promise<number> =>
    run(['build', reportFolder, '--out', 'out'], recordingWorld({ workingFolder: folder }).world);
  const outputs = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(join(folder, 'out'))
        .filter((name) => name.includes('.') && !name.startsWith('.'))
        .map((name) => [name, readFileSync(join(folder, 'out', name)).toString('base64')]),
    );

  it('leaves every output of the build before as it was', { timeout: 600_000 }, async () => {
    put(base);
    expect(await build()).toBe(0);
    const before = outputs();
    expect(Object.keys(before)).toContain('deck.pptx');
    let told = 0;
    for (let seed = 2000; told < 6; seed++) {
      put({ ...base, ...mutantOf(base, seed).inputs });
      const code = await build();
      expect(code, `mutant ${seed}`).toBeLessThan(2);
      if (code === 1) expect(outputs(), `mutant ${seed}`).toEqual(before);
      told += code;
      if (code === 0) {
        put(base);
        await build();
      }
    }
  });
});
