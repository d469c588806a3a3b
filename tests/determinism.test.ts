/** Same input, same bytes: twice in one process, in another process, and from another working folder. */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../src/cli/run.js';
import { projectFolder, recordingWorld } from './cli/recording-world.js';

describe('the outputs of the sample report', () => {
  let folder = '';
  let first: Readonly<Record<string, string>> = {};
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'briefkit-bytes-'));
    first = await buildHere('first');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are a deck and a briefing, and the record of them', () => {
    expect(Object.keys(first)).toEqual(['briefing.pdf', 'build.json', 'deck.pptx']);
  });

  it('have the same bytes when built again in the same process', async () => {
    expect(await buildHere('second')).toEqual(first);
  });

  it('have the same bytes when built one by one, in the other order', async () => {
    expect(await buildHere('third', ['--only', 'briefing.pdf,deck.pptx'])).toEqual(first);
  });

  it('have the same bytes when built by other processes, at another time and place', () => {
    for (const zone of ['Asia/Shanghai', 'America/Los_Angeles']) {
      const target = join(folder, zone.replace('/', '-'));
      execFileSync(
        process.execPath,
        [join(projectFolder, '.build/cli.js'), 'build', 'data/cixi-2024', '--out', target],
        {
          cwd: projectFolder,
          env: { ...process.env, TZ: zone, LANG: 'tr_TR.UTF-8' },
          stdio: 'pipe',
        },
      );
      expect(hashes(target)).toEqual(first);
    }
  });

  async function buildHere(name: string, more: readonly string[] = []): Promise<Readonly<Record<string, string>>> {
    const target = join(folder, name);
    const { world, out } = recordingWorld();
    expect(await run(['build', 'data/cixi-2024', '--out', target, '--debug', ...more], world), out.stderr).toBe(0);
    return hashes(target);
  }
});

const hashes = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
