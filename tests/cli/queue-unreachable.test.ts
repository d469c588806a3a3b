/** A queue that cannot be reached is told in a line, and the command ends. */
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putFiles } from '../../src/project/make-whole.js';
import { run } from '../../src/cli/run.js';
import { recordingWorld } from './recording-world.js';

let address = '';
let folder = '';
beforeAll(async () => {
  // A port that nobody listens at: one that was free a moment ago.
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `redis://someone:secret@127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));
  folder = mkdtempSync(join(tmpdir(), 'briefkit-queue-'));
  writeFileSync(join(folder, 'report.yaml'), 'title: One of many\n');
  writeFileSync(join(folder, 'rows.csv'), 'id,n\na,1\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a queue that nobody answers at', () => {
  it.each([
    ['queue', ['.', '--each', 'rows.csv', '--to', 'out']],
    ['queue', ['status']],
    ['worker', []],
  ])('ends briefkit %s %j with the reason, and without the password', async (command, more) => {
    const { world, out } = recordingWorld({ workingFolder: folder });
    expect(await run([command, ...more, '--redis', address], world)).toBe(1);
    expect(out.stderr).toMatch(/^error {2}nobody answers at redis:\/\/127\.0\.0\.1:\d+: .*ECONNREFUSED/);
    expect(out.stderr).not.toContain('secret');
  });

  it.each(['http://queue', 'redis://', 'redis://host:99999', 'queue:6379'])(
    'is told for no address: %s',
    async (given) => {
      const { world, out } = recordingWorld({ workingFolder: folder });
      expect(await run(['queue', 'status', '--redis', given], world)).toBe(1);
      expect(out.stderr).toContain('is no address of a Redis server');
    },
  );
});

it.runIf(process.platform === 'linux')('a folder that no file system makes is refused at once', () => {
  expect(() => putFiles('/proc/none/of/this', [{ name: 'a.pdf', bytes: new Uint8Array(1) }])).toThrow('ENOENT');
});
