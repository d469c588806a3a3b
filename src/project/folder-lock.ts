/**
 * A lock on a folder of outputs, so that two builds do not mix: a file that only one process can make, with the owner's process id in it.
 * A lock whose owner is gone is taken over. One held on another machine, over a shared disk, is honoured until it is old.
 */
import { closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

export const lockName = '.briefkit.lock';

export interface FolderLock {
  readonly release: () => void;
}

export interface LockOptions {
  /** How long to wait for another build, in ms. */
  readonly patience: number;
  /** After how long a lock of another machine counts as left behind, in ms. */
  readonly oldAge: number;
}

const usual: LockOptions = { patience: 20_000, oldAge: 60_000 };

/** Null where another build holds it for longer than one waits. The folder must be there; a disk that refuses is thrown as the system says it. */
export function lockFolder(folder: string, options: LockOptions = usual): FolderLock | null {
  const path = join(folder, lockName);
  const owner = `${process.pid} ${hostname()} ${process.hrtime.bigint()}`;
  const end = Date.now() + options.patience;
  for (;;) {
    if (tryMake(path, owner)) return { release: () => release(path, owner) };
    const found = readOwner(path);
    if (found !== null && isStale(path, found, options.oldAge)) takeAway(path, found, owner);
    else if (Date.now() >= end) return null;
    else if (found !== null) pause(25);
  }
}

function tryMake(path: string, owner: string): boolean {
  try {
    const file = openSync(path, 'wx');
    try {
      writeSync(file, owner);
    } finally {
      closeSync(file);
    }
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** Null where it is gone by now. */
function readOwner(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}

/** A lock without words is being written, or its owner died between two steps. */
function isStale(path: string, owner: string, oldAge: number): boolean {
  const [pid, host] = owner.split(' ');
  if (owner !== '' && host === hostname()) return !isAlive(Number(pid));
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Date.now() - written > (owner === '' ? 1000 : oldAge);
}

/** Moved aside before it is deleted: had another build taken it over meanwhile, its lock is put back. */
function takeAway(path: string, stale: string, owner: string): void {
  const aside = `${path}.${owner.replaceAll(' ', '-')}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, path);
  } catch (cause) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(cause))) throw cause;
  } finally {
    rmSync(aside, { force: true });
  }
}

function release(path: string, owner: string): void {
  if (readOwner(path) === owner) rmSync(path, { force: true });
}

/** Whether a process of this number runs, though another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '');

const pause = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
