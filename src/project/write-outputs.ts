/** Writes a build's files so that they appear whole or not at all: each aside in the same folder, flushed, then renamed into place. */
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Tell } from '../diagnostics/diagnostic.js';
import { cannotWrite, folderBusy } from '../diagnostics/messages.js';
import { isAlive, lockFolder } from './folder-lock.js';
import type { FolderLock } from './folder-lock.js';
import { isSystemError } from './system-error.js';

export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All in place: the names of those that are new; a file that is there already is not written again. Null where the disk refuses, which is a diagnostic, and what stood there before stays. */
export function writeOutputs(folder: string, outputs: readonly OutputFile[], tell: Tell): readonly string[] | null {
  let lock: FolderLock | null = null;
  const asides: Aside[] = [];
  const spot = { path: folder };
  try {
    makeFolder(folder);
    lock = lockFolder(folder);
    if (lock === null) {
      tell(folderBusy(folder));
      return null;
    }
    clearLeftovers(folder);
    for (const output of outputs) setAside(folder, output, asides, spot);
    for (const { from, to } of asides) {
      spot.path = to;
      renameSync(from, to);
    }
    if (asides.length > 0) flushFolder(folder);
    return asides.map(({ name }) => name);
  } catch (cause) {
    for (const { from } of asides) rmSync(from, { force: true });
    const reason = reasonOf(cause);
    if (reason === null) throw cause;
    tell(cannotWrite(spot.path, reason));
    return null;
  } finally {
    lock?.release();
  }
}

interface Aside {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** `spot` follows the file in hand, for a diagnostic. */
function setAside(folder: string, { name, bytes }: OutputFile, asides: Aside[], spot: { path: string }): void {
  const to = join(folder, name);
  spot.path = to;
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory())
    throw Object.assign(new Error(), { code: 'EISDIR', syscall: 'rename' });
  if (holds(to, bytes)) return;
  const from = join(folder, `.${name}.${process.pid}.part`);
  asides.push({ name, from, to });
  writeFlushed(from, bytes);
}

/** Whether the file has these very bytes. */
function holds(path: string, bytes: Uint8Array): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== bytes.length) return false;
  return readFileSync(path).equals(bytes);
}

/** What a build left that was ended in the middle. The lock is held: none of them is in use. */
function clearLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /^\..+\.(\d+)\.part$/.exec(name)?.[1] ?? /^\.briefkit\.lock\.(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(join(folder, name), { force: true });
  }
}

/** One folder after the other: Node's own `recursive` never ends where a file system takes no folders, as /proc. */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (cause) {
    // Another build may have made it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw cause;
  }
}

function writeFlushed(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The renames themselves reach the disk. Some systems cannot open a folder; there it is left to them. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** In plain words, or null where it is not the disk that refuses. */
function reasonOf(cause: unknown): string | null {
  if (!isSystemError(cause) || !('code' in cause)) return null;
  const code = String(cause.code);
  const words: Readonly<Record<string, string>> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the disk quota is used up',
    ENOTDIR: 'a part of the path is a file, not a folder',
    EEXIST: 'a file stands where the folder should be',
    EISDIR: 'a folder stands where the file should be',
    EBUSY: 'another program has it open',
    ENAMETOOLONG: 'the name is too long',
  };
  return words[code] ?? `the system says ${code}`;
}
