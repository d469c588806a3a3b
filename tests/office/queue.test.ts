/**
 * A queue on a real Redis server: 300 reports, three workers; workers are killed and Redis is started anew in the
 * middle. Each output is there once, whole.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { projectFolder } from '../cli/recording-world.js';

const reports = 300;
const command = join(projectFolder, '.build/cli.js');

let folder = '';
let port = 0;
let redis: ChildProcess;
const workers: ChildProcess[] = [];

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = server.address() as AddressInfo;
      server.close(() => resolve(found));
    });
  });

/** On the loopback address alone; every change is on the disk before it is answered. */
async function startRedis(): Promise<void> {
  redis = spawn(
    'redis-server',
    [
      '--bind',
      '127.0.0.1',
      '--port',
      String(port),
      '--dir',
      folder,
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
      '--save',
      '',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((resolve, reject) => {
    redis.stdout!.on('data', (text: Buffer) => {
      if (text.toString().includes('Ready to accept connections')) resolve();
    });
    redis.once('exit', () => reject(new Error('redis-server ended')));
  });
}

function startWorker(): void {
  const worker = spawn(
    process.execPath,
    [command, 'worker', '--redis', `redis://127.0.0.1:${port}`, '--jobs', '1', '--take-over', '5'],
    { cwd: tmpdir(), stdio: 'ignore', env: { ...process.env, TMPDIR: folder } },
  );
  workers.push(worker);
}

interface Status {
  readonly done: number;
  readonly failed: number;
  readonly waiting: number;
  readonly active: number;
}
const briefkit = (
  ...words: readonly string[]
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
  spawnSync(process.execPath, [command, ...words, '--redis', `redis://127.0.0.1:${port}`], {
    cwd: folder,
    encoding: 'utf8',
  });
const statusNow = (): Status => JSON.parse(briefkit('queue', 'status', '--json').stdout) as Status;

async function until(holds: (status: Status) => boolean): Promise<Status> {
  for (;;) {
    const status = statusNow();
    if (holds(status)) return status;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-queue-'));
  port = await freePort();
  cpSync(join(projectFolder, 'templates/themes'), join(folder, 'templates/themes'), { recursive: true });
  mkdirSync(join(folder, 'templates/plain'), { recursive: true });
  writeFileSync(join(folder, 'templates/plain/briefing.hbs'), '# {{report.title}}\n\n{{figure "row.beds"}} beds.\n');
  mkdirSync(join(folder, 'r'));
  writeFileSync(
    join(folder, 'r/report.yaml'),
    'bundle: plain\ntheme: celadon\nlocale: en\noutputs: briefing.pdf\ntitle: Ward {{row.ward}}\ndate: "2025-01-01"\n',
  );
  const rows = Array.from({ length: reports }, (_, index) => `W${index},${index + 1}`);
  writeFileSync(join(folder, 'rows.csv'), `ward,beds\n${rows.join('\n')}\n`);
  await startRedis();
});
afterAll(() => {
  for (const process of [...workers, redis]) process?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

it('is emptied though workers are killed and Redis is started anew, and each output is there once', async () => {
  const put = briefkit('queue', 'r', '--each', 'rows.csv', '--to', 'out');
  expect(put.stderr).toBe('');
  expect(put.stdout).toContain(`${reports} of ${reports} put into the queue`);
  // The same again is known.
  expect(briefkit('queue', 'r', '--each', 'rows.csv', '--to', 'out').stdout).toContain(`0 of ${reports} put`);

  for (let worker = 0; worker < 3; worker += 1) startWorker();
  await until(({ done }) => done >= 30);
  workers[0]!.kill('SIGKILL');
  startWorker();
  await until(({ done }) => done >= 90);
  redis.removeAllListeners('exit');
  redis.kill('SIGKILL');
  await new Promise((resolve) => redis.once('exit', resolve));
  await startRedis();
  workers[1]!.kill('SIGKILL');
  startWorker();
  const end = await until(({ waiting, active }) => waiting === 0 && active === 0);
  expect(end).toMatchObject({ done: reports, failed: 0 });

  const files = readdirSync(join(folder, 'out'));
  expect(files.filter((name) => name.startsWith('.'))).toEqual([]);
  expect(files).toHaveLength(reports);
  for (const name of files) {
    const bytes = readFileSync(join(folder, 'out', name), 'latin1');
    expect(bytes.startsWith('%PDF-') && bytes.trimEnd().endsWith('%%EOF'), name).toBe(true);
  }
}, 600_000);
