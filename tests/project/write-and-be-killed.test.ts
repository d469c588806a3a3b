/**
 * Writers that are killed at random moments, and that run at once: every file left is one that somebody wrote, whole.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../cli/recording-world.js';

let folder = '';
let script = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-kill-'));
  script = join(folder, 'writer.mjs');
  // Writes so many builds one after the other; each file of a build is full of its number.
  await build({
    stdin: {
      resolveDir: projectFolder,
      loader: 'ts',
      contents: `
        import { writeOutputs } from './src/project/write-outputs.js';
        const [target, from, count] = process.argv.slice(2);
        process.stdout.write('begun');
        for (let build = Number(from); build < Number(from) + Number(count); build += 1) {
          const bytes = new TextEncoder().encode(String(build).padStart(8, '0').repeat(4000));
          writeOutputs(target, ['deck.pptx', 'briefing.pdf', 'build.json'].map((name) => ({ name, bytes })), (told) => { throw new Error(told.message); });
        }`,
    },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a writer and kills it after so many ms; false where it had ended by itself. */
function writeAndKill(target: string, from: number, milliseconds: number, count = 400): Promise<boolean> {
  return new Promise((resolve) => {
    const writer = spawn(process.execPath, [script, target, String(from), String(count)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    writer.stdout.once('data', () => setTimeout(() => writer.kill('SIGKILL'), milliseconds));
    writer.on('exit', (_, signal) => resolve(signal === 'SIGKILL'));
  });
}

/** None where the writer was killed before it made the folder. */
const filesIn = (target: string): readonly string[] =>
  existsSync(target) ? readdirSync(target).filter((name) => !name.startsWith('.')) : [];

function isWhole(target: string, name: string): boolean {
  const text = readFileSync(join(target, name), 'utf8');
  return text.length === 32_000 && text === text.slice(0, 8).repeat(4000);
}

/** The calls that change a disk, in the order in which a write makes them; the writer is killed before one of them. */
const changing = ['openSync', 'writeSync', 'fsyncSync', 'linkSync', 'renameSync', 'rmSync'] as const;

async function bundleDyingWriter(): Promise<string> {
  const path = join(folder, 'dying-writer.mjs');
  await build({
    stdin: {
      resolveDir: projectFolder,
      loader: 'ts',
      contents: `
        import fs from 'node:fs';
        import { syncBuiltinESMExports } from 'node:module';
        import { writeOutputs } from './src/project/write-outputs.js';
        const [target, death] = process.argv.slice(2);
        let calls = 0;
        for (const name of ${JSON.stringify(changing)}) {
          const real = fs[name];
          fs[name] = (...given) => {
            calls += 1;
            if (calls === Number(death)) process.kill(process.pid, 'SIGKILL');
            return real(...given);
          };
        }
        syncBuiltinESMExports();
        const bytes = new TextEncoder().encode('new');
        writeOutputs(target, ['deck.pptx', 'briefing.pdf', 'build.json'].map((name) => ({ name, bytes })), (told) => { throw new Error(told.message); });
        process.stdout.write(String(calls));`,
    },
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
  return path;
}

describe('outputs', () => {
  it('are all old or all new, whatever change to the disk was the last before a kill', async () => {
    const { completeOutputs } = await import('../../src/project/write-outputs.js');
    const writer = await bundleDyingWriter();
    const names = ['briefing.pdf', 'build.json', 'deck.pptx'];
    const runs = new Set<string>();
    for (let death = 1; ; death += 1) {
      const target = join(folder, `death-${death}`);
      mkdirSync(target);
      for (const name of names) writeFileSync(join(target, name), 'old');
      const { stdout, signal } = spawnSync(process.execPath, [writer, target, String(death)], { encoding: 'utf8' });
      completeOutputs(target);
      const texts = names.map((name) => readFileSync(join(target, name), 'utf8'));
      expect(new Set(texts).size, `killed before change ${death}: ${texts.join(', ')}`).toBe(1);
      runs.add(texts[0]!);
      if (signal !== 'SIGKILL') {
        expect(Number(stdout)).toBe(death - 1);
        break;
      }
    }
    expect([...runs]).toEqual(['old', 'new']);
  });

  it('are whole after kill -9 at any moment, and the next build clears what is left over', async () => {
    const target = join(folder, 'killed');
    for (let round = 0; round < 16; round += 1) {
      await writeAndKill(target, round * 1000, Math.random() * 60);
      expect(
        filesIn(target).filter((name) => !isWhole(target, name)),
        `round ${round}`,
      ).toEqual([]);
    }
    const { writeOutputs } = await import('../../src/project/write-outputs.js');
    const bytes = new TextEncoder().encode('end');
    expect(writeOutputs(target, [{ name: 'deck.pptx', bytes }], () => undefined)).not.toBeNull();
    expect(readdirSync(target).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('of builds that run at once are of one build each time', async () => {
    const target = join(folder, 'together');
    await Promise.all([0, 100_000, 200_000].map((from) => writeAndKill(target, from, 25_000, 30)));
    const builds = new Set(filesIn(target).map((name) => readFileSync(join(target, name), 'utf8').slice(0, 8)));
    expect(filesIn(target)).toHaveLength(3);
    expect(builds.size).toBe(1);
  });
});
