/** `briefkit watch` as its users run it: a second thread makes a part of each build, and nobody can tell. Where there is one core it has none. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projectFolder } from './recording-world.js';

const cli = join(projectFolder, '.build/cli.js');
let folder = '';
let watching: ChildProcess;
let printed = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-threads-'));
  cpSync(join(projectFolder, 'tests/cases/minimal/report'), join(folder, 'report'), { recursive: true });
  printed = '';
  watching = spawn(process.execPath, [cli, 'watch', 'report', '--out', 'watched'], { cwd: folder, stdio: 'pipe' });
  for (const stream of [watching.stdout!, watching.stderr!])
    stream.on('data', (chunk: Buffer) => {
      printed += String(chunk);
    });
});
afterEach(() => {
  watching.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 1500 || watching.exitCode !== null) throw new Error(`it never came to this:\n${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const builds = (): number => printed.split('Waiting for a change').length - 1;

async function edit(file: string, from: string, to: string): Promise<void> {
  const before = builds();
  const path = join(folder, 'report', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
  await until(() => builds() > before);
}

function expectCleanBuild(): void {
  execFileSync(process.execPath, [cli, 'build', 'report', '--out', 'clean'], { cwd: folder, stdio: 'pipe' });
  for (const name of ['deck.pptx', 'briefing.pdf', 'build.json'])
    expect(readFileSync(join(folder, 'watched', name)).equals(readFileSync(join(folder, 'clean', name))), name).toBe(
      true,
    );
}

it('leaves after each change what a clean build makes, also after a mistake and with other outputs', async () => {
  await until(() => builds() === 1);
  // The thread beside is warm when it has built once.
  await new Promise((resolve) => setTimeout(resolve, 4000));
  await edit('figures.csv', '2.5', '2.6');
  expectCleanBuild();
  await edit('narrative/harvest.md', '{{figure "grain"}}', '{{figure "grian"}}');
  expect(printed.split('unknown figure "grian"'), printed).toHaveLength(2);
  await edit('narrative/harvest.md', '{{figure "grian"}}', '{{figure "grain"}}');
  await edit('figures.csv', '2.6', '2.7');
  expectCleanBuild();
  watching.kill('SIGINT');
  await new Promise((resolve) => watching.once('exit', resolve));
  expect(watching.signalCode).toBe('SIGINT');
});
