import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder, lockName } from '../../src/project/folder-lock.js';
import { processStart, systemName } from '../../src/project/this-system.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const impatient = { patience: 60, stillness: 10_000 };
const lockPath = (): string => join(folder, lockName);

describe('a lock on a folder', () => {
  it('is held by one at a time, and leaves nothing behind', () => {
    const lock = lockFolder(folder, impatient);
    expect(lock).not.toBeNull();
    expect(lockFolder(folder, impatient)).toBeNull();
    lock!.release();
    expect(readdirSync(folder)).toEqual([]);
    lockFolder(folder, impatient)!.release();
  });

  it('is taken over from a process that is gone', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(lockPath(), `${pid} 12345 ${systemName()} token`);
    const lock = lockFolder(folder, impatient);
    expect(lock).not.toBeNull();
    expect(readdirSync(folder)).toEqual([lockName]);
    lock!.release();
  });

  it.runIf(process.platform === 'linux')('is taken over where its number is now that of another process', () => {
    writeFileSync(lockPath(), `${process.pid} ${Number(processStart(process.pid)) - 1} ${systemName()} token`);
    expect(lockFolder(folder, impatient)).not.toBeNull();
  });

  it.each([
    ['of another machine', '1 5 elsewhere token'],
    ['that says nothing of its system', `1 ${hostname()} 1`],
    ['without words', ''],
  ])('%s is honoured while it beats, and taken over when it has been still', (_, token) => {
    writeFileSync(lockPath(), token);
    expect(lockFolder(folder, impatient)).toBeNull();
    expect(lockFolder(folder, { patience: 10_000, stillness: 50 })).not.toBeNull();
  });

  it('of a clock that is ahead is taken over too', () => {
    writeFileSync(lockPath(), '1 5 elsewhere token');
    utimesSync(lockPath(), 4_000_000_000, 4_000_000_000);
    expect(lockFolder(folder, { patience: 10_000, stillness: 50 })).not.toBeNull();
  });

  it('that was old when it was found is not waited for', () => {
    writeFileSync(lockPath(), '1 5 elsewhere token');
    utimesSync(lockPath(), 1, 1);
    expect(lockFolder(folder, impatient)).not.toBeNull();
  });

  it('is known to be lost by whoever was taken for dead', () => {
    const lock = lockFolder(folder, impatient)!;
    expect(lock.holds()).toBe(true);
    writeFileSync(lockPath(), '1 5 elsewhere token');
    expect(lock.holds()).toBe(false);
  });

  it('that someone else holds by now is not released', () => {
    const lock = lockFolder(folder, impatient)!;
    writeFileSync(lockPath(), '1 5 elsewhere other');
    lock.release();
    expect(existsSync(lockPath())).toBe(true);
  });
});
