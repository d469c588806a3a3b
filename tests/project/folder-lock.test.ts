import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder, lockName } from '../../src/project/folder-lock.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const impatient = { patience: 60, oldAge: 1000 };
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
    writeFileSync(lockPath(), `${pid} ${hostname()} 1`);
    const lock = lockFolder(folder, impatient);
    expect(lock).not.toBeNull();
    expect(readdirSync(folder)).toEqual([lockName]);
    lock!.release();
  });

  it('of another machine is honoured until it is old', () => {
    writeFileSync(lockPath(), '1 elsewhere 1');
    expect(lockFolder(folder, impatient)).toBeNull();
    utimesSync(lockPath(), 1, 1);
    expect(lockFolder(folder, impatient)).not.toBeNull();
  });

  it('that someone else holds by now is not released', () => {
    const lock = lockFolder(folder, impatient)!;
    writeFileSync(lockPath(), `${process.pid} ${hostname()} other`);
    lock.release();
    expect(existsSync(lockPath())).toBe(true);
  });
});
