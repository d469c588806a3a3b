/**
 * What V8 made of a script, kept from one run of the program to the next: a fifth of a short build was compiling.
 *
 * V8 trusts what it is given, so it is given nothing that another user could have written, nothing that is not whole,
 * and nothing that was made of another script, by another V8 or under other flags.
 */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { isSystemError } from './system-error.js';

export interface CodeCache {
  /** Null where there is none that may be used. */
  readonly read: () => Buffer | null;
  /** Whether it could be written. */
  readonly write: (code: Uint8Array) => boolean;
}

/** Bytes of a SHA-256. */
const digestLength = 32;

const digestOf = (code: Uint8Array): Buffer => createHash('sha256').update(code).digest();

/**
 * The cache of a script whose file name changes with its content. It stands beside the script where that folder can be
 * written, else in the user's folder for caches.
 *
 * @param userFolder a folder of this user's alone, which is made when it is needed.
 */
export function codeCache(script: string, userFolder: string | null = userCacheFolder()): CodeCache {
  const name = `${basename(script)}.${cachedDataVersionTag().toString(16)}.code`;
  const beside = { folder: dirname(script), owners: ownersBeside(script) };
  const own = userFolder === null ? [] : [{ folder: userFolder, owners: ownersOf() }];
  const places = [beside, ...own];
  return {
    read() {
      for (const { folder, owners } of places) {
        const code = readTrusted(join(folder, name), owners);
        if (code !== null) return code;
      }
      return null;
    },
    write(code) {
      const bytes = Buffer.concat([digestOf(code), code]);
      return (
        (isFree(join(beside.folder, name), beside.owners) && put(beside.folder, name, bytes)) ||
        (userFolder !== null && isOwnFolder(userFolder) && put(userFolder, name, bytes))
      );
    },
  };
}

/** Users by their numbers whose files are believed; null where a system has no such numbers. */
type Owners = ReadonlySet<number> | null;

const ownersOf = (...others: readonly number[]): Owners =>
  process.getuid === undefined ? null : new Set([process.getuid(), ...others]);

/** Beside the script also who owns that: they could have written the script itself. */
function ownersBeside(script: string): Owners {
  const found = statSync(script, { throwIfNoEntry: false });
  return ownersOf(0, ...(found === undefined ? [] : [found.uid]));
}

/** The code of a file that one of its owners wrote, that nobody else can write, and that is whole. */
function readTrusted(path: string, owners: Owners): Buffer | null {
  let file: number | null = null;
  try {
    // A link could lead to what another user may write.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const { uid, mode } = fstatSync(file);
    if (owners !== null && (!owners.has(uid) || (mode & 0o022) !== 0)) return null;
    const bytes = readFileSync(file);
    const code = bytes.subarray(digestLength);
    return bytes.length > digestLength && digestOf(code).equals(bytes.subarray(0, digestLength)) ? code : null;
  } catch (cause) {
    if (isSystemError(cause)) return null;
    throw cause;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Whether what stands there, if anything, is one of theirs: another user's file is not taken away from them. */
function isFree(path: string, owners: Owners): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found === undefined || owners === null || owners.has(found.uid);
}

/** Makes the folder where it is not there. Whether it is this user's, and nobody else can write into it. */
function isOwnFolder(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
  } catch (cause) {
    if (isSystemError(cause)) return false;
    throw cause;
  }
}

function put(folder: string, name: string, bytes: Uint8Array): boolean {
  const aside = join(folder, `${name}.${process.pid}`);
  try {
    writeFileSync(aside, bytes, { mode: 0o644, flag: 'wx' });
    renameSync(aside, join(folder, name));
    sweep(folder, name);
    return true;
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    rmSync(aside, { force: true });
    return false;
  }
}

/** In milliseconds: how long the code of other versions is kept, since it was written. */
const longest = 30 * 24 * 3600 * 1000;

/** What other versions of the program left, or a process that was killed. */
function sweep(folder: string, name: string): void {
  for (const other of readdirSync(folder)) {
    if (!/^program-[^.]*\.cjs\.[0-9a-f]+\.code(?:\.\d+)?$/.test(other) || other === name) continue;
    const path = join(folder, other);
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > longest)
      rmSync(path, { force: true });
  }
}

/** Where this user's caches stand by their system's custom; null where there is no home. */
function userCacheFolder(): string | null {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  try {
    const caches =
      process.platform === 'win32'
        ? LOCALAPPDATA
        : process.platform === 'darwin'
          ? join(homedir(), 'Library', 'Caches')
          : XDG_CACHE_HOME?.startsWith('/') === true
            ? XDG_CACHE_HOME
            : join(homedir(), '.cache');
    return caches === undefined || caches === '' ? null : join(caches, 'briefkit');
  } catch (cause) {
    // A user without a home.
    if (isSystemError(cause)) return null;
    throw cause;
  }
}
