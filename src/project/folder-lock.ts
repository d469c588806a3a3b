/**
 * A lock on a folder of outputs, so that two builds do not mix: a file that only one process can make, with a token of
 * its owner in it.
 *
 * The owner beats: it touches the file while it writes. A lock of this system is judged by its owner, who is gone when
 * no process of its number runs, or one that began at another time. Any other, of another machine or container over a
 * shared disk, or of a token that says nothing, is judged by its beats alone, as they are seen from here: clocks are
 * not compared. An owner that was taken for dead finds another token in the lock before it puts a file into place, and
 * stops.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isRunning, processStart, systemName } from './this-system.js';

export const lockName = '.briefkit.lock';

export interface FolderLock {
  /** Says that the owner lives: at least every two seconds, or the lock may be taken over. */
  readonly beat: () => void;
  /** Whether it is still ours. */
  readonly holds: () => boolean;
  readonly release: () => void;
}

export interface LockOptions {
  /** How long to wait for a build that is under way, in ms. */
  readonly patience: number;
  /** How long a lock that cannot be judged by its process may stand without a beat, in ms. */
  readonly stillness: number;
}

const usual: LockOptions = { patience: 20_000, stillness: 6_000 };

/** A lock older than this by the clock, in ms, is not waited for: no clocks of two machines are so far apart. */
const oldAge = 60_000;

/**
 * Null where another build holds it for longer than one waits. The folder must be there; a disk that refuses is thrown
 * as the system says it.
 */
export function lockFolder(folder: string, options: LockOptions = usual): FolderLock | null {
  const path = join(folder, lockName);
  const token = [process.pid, processStart(process.pid) ?? '-', systemName(), randomUUID()].join(' ');
  const end = Date.now() + options.patience;
  const seen = { state: '', since: 0 };
  for (;;) {
    if (tryMake(path, token))
      return { beat: () => beat(path), holds: () => readToken(path) === token, release: () => release(path, token) };
    const found = readToken(path);
    if (found === null) continue;
    if (isLeftBehind(path, found, options.stillness, seen)) takeAway(path, found, token);
    else if (Date.now() >= end) return null;
    else pause(25);
  }
}

function tryMake(path: string, token: string): boolean {
  try {
    const file = openSync(path, 'wx');
    try {
      writeSync(file, token);
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
function readToken(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}

/** A lock as it was first seen without a change since, and when. */
interface Stillness {
  state: string;
  since: number;
}

function isLeftBehind(path: string, token: string, stillness: number, seen: Stillness): boolean {
  const [pid, start, system] = token.split(' ');
  if (system === systemName() && start !== '-') return !isRunning(Number(pid)) || processStart(Number(pid)) !== start;
  const beaten = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (beaten === undefined) return false;
  const state = `${token} ${beaten}`;
  if (seen.state !== state) Object.assign(seen, { state, since: performance.now() });
  return Date.now() - beaten > oldAge || performance.now() - seen.since > stillness;
}

/** Moved aside before it is deleted: had another build taken it over meanwhile, its lock is put back. */
function takeAway(path: string, stale: string, token: string): void {
  const aside = `${path}.${token.slice(-36)}`;
  try {
    renameSync(path, aside);
    if (readFileSync(aside, 'utf8') !== stale) linkSync(aside, path);
  } catch (cause) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(cause))) throw cause;
  } finally {
    rmSync(aside, { force: true });
  }
}

function beat(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch (cause) {
    // Taken over: `holds` says so.
    if (codeOf(cause) !== 'ENOENT') throw cause;
  }
}

function release(path: string, token: string): void {
  if (readToken(path) === token) rmSync(path, { force: true });
}

const codeOf = (cause: unknown): string => (cause instanceof Error && 'code' in cause ? String(cause.code) : '');

const pause = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
