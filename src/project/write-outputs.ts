/**
 * Writes a build's files as one set: all of them new, or all as they were.
 *
 * Each file is written aside in the same folder and flushed. Then a journal is put beside them, which is the moment
 * that counts: without it, what lies aside is thrown away; with it, whoever comes next puts the rest into place. A
 * rename that the disk refuses is undone for the whole set.
 */
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { existsSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Tell } from '../diagnostics/diagnostic.js';
import { cannotWrite, folderBusy } from '../diagnostics/messages.js';
import { lockFolder, lockName } from './folder-lock.js';
import type { FolderLock } from './folder-lock.js';
import { diskReason } from './disk-reason.js';
import { isSystemError } from './system-error.js';

export interface OutputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface WriteOptions {
  /** Frees room on a disk that is full; false where there is none to free. The writing is tried once more. */
  readonly makeRoom?: () => boolean;
  /**
   * What builds left that were killed was cleared by an earlier set: all names of the folder are looked at for it, and
   * a batch writes thousands of sets into one.
   */
  readonly isCleared?: boolean;
}

/**
 * All in place: the names of those that are new; a file that is there already is not written again. Null where the disk
 * refuses, which is a diagnostic, and what stood there before stays.
 */
export function writeOutputs(
  folder: string,
  outputs: readonly OutputFile[],
  tell: Tell,
  { makeRoom, isCleared = false }: WriteOptions = {},
): readonly string[] | null {
  const spot = { path: folder };
  try {
    return writeSet(folder, outputs, isCleared, spot, tell);
  } catch (cause) {
    const reason = diskReason(cause);
    if (reason === null) throw cause;
    if (reason.isFull && makeRoom?.() === true) return writeOutputs(folder, outputs, tell, { isCleared });
    tell(cannotWrite(spot.path, reason.words));
    return null;
  }
}

/**
 * Puts into place what a build that was killed had made ready; nothing where there is none. A disk that refuses is left
 * to whoever writes next.
 */
export function completeOutputs(folder: string): void {
  if (!existsSync(join(folder, journalName))) return;
  try {
    const lock = lockFolder(folder);
    if (lock === null) return;
    try {
      completeJournal(folder);
    } finally {
      lock.release();
    }
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
  }
}

/** `spot` follows the file in hand, for a diagnostic. */
function writeSet(
  folder: string,
  outputs: readonly OutputFile[],
  isCleared: boolean,
  spot: { path: string },
  tell: Tell,
): readonly string[] | null {
  makeFolder(folder);
  const lock = lockFolder(folder);
  if (lock === null) {
    tell(folderBusy(folder, join(folder, lockName)));
    return null;
  }
  const asides: Aside[] = [];
  try {
    completeJournal(folder);
    if (!isCleared) clearLeftovers(folder);
    for (const output of outputs) {
      spot.path = join(folder, output.name);
      setAside(folder, output, asides, lock);
    }
    if (asides.length === 0) return [];
    // Another build took this one for dead: what it wrote stays.
    if (!lock.holds()) {
      tell(folderBusy(folder, join(folder, lockName)));
      return null;
    }
    putInPlace(folder, asides, spot);
    return asides.map(({ name }) => name);
  } finally {
    for (const { from } of asides) rmSync(join(folder, from), { force: true });
    lock.release();
  }
}

/** Names of files in the folder. */
interface Aside {
  readonly name: string;
  readonly from: string;
}

const journalName = '.briefkit.journal';
const asideEnding = '.part';
const earlierEnding = '.earlier';

function setAside(folder: string, { name, bytes }: OutputFile, asides: Aside[], lock: FolderLock): void {
  const to = join(folder, name);
  if (statSync(to, { throwIfNoEntry: false })?.isDirectory())
    throw Object.assign(new Error(), { code: 'EISDIR', syscall: 'rename' });
  if (holds(to, bytes)) return;
  const from = `.${name}${asideEnding}`;
  asides.push({ name, from });
  writeFlushed(join(folder, from), bytes, lock.beat);
}

/** Whether the file has these very bytes. Read in pieces: the record of a large report is 20 MB. */
function holds(path: string, bytes: Uint8Array): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.size !== bytes.length) return false;
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(Math.min(pieceLength, bytes.length));
    for (let compared = 0; compared < bytes.length; ) {
      const read = readSync(file, piece, 0, piece.length, compared);
      if (read === 0 || !piece.subarray(0, read).equals(bytes.subarray(compared, compared + read))) return false;
      compared += read;
    }
    return true;
  } finally {
    closeSync(file);
  }
}

/** One file needs no journal: a rename is whole by itself. */
function putInPlace(folder: string, asides: readonly Aside[], spot: { path: string }): void {
  const journal = join(folder, journalName);
  if (asides.length > 1) {
    writeFlushed(`${journal}${asideEnding}`, Buffer.from(JSON.stringify(asides)));
    for (const { name } of asides) keepEarlier(folder, name);
    flushFolder(folder);
    renameSync(`${journal}${asideEnding}`, journal);
    flushFolder(folder);
  }
  const placed: Aside[] = [];
  try {
    for (const aside of asides) {
      spot.path = join(folder, aside.name);
      renameSync(join(folder, aside.from), spot.path);
      placed.push(aside);
    }
  } catch (cause) {
    for (const { name } of placed) takeBack(folder, name);
    rmSync(journal, { force: true });
    throw cause;
  }
  flushFolder(folder);
  if (asides.length > 1) endJournal(folder, asides);
}

/** The file as it is, under a second name until the set is whole. A disk without links has none to give back. */
function keepEarlier(folder: string, name: string): void {
  const earlier = join(folder, `.${name}${earlierEnding}`);
  try {
    rmSync(earlier, { force: true });
    linkSync(join(folder, name), earlier);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
  }
}

function takeBack(folder: string, name: string): void {
  const earlier = join(folder, `.${name}${earlierEnding}`);
  if (statSync(earlier, { throwIfNoEntry: false }) === undefined) rmSync(join(folder, name), { force: true });
  else renameSync(earlier, join(folder, name));
}

/** The journal goes last: until then the set can be completed again. */
function endJournal(folder: string, asides: readonly Aside[]): void {
  for (const { name } of asides) rmSync(join(folder, `.${name}${earlierEnding}`), { force: true });
  rmSync(join(folder, journalName), { force: true });
}

/** What a build that was killed between two renames had begun. The lock is held. */
function completeJournal(folder: string): void {
  const asides = readJournal(join(folder, journalName));
  if (asides === null) return;
  for (const { name, from } of asides)
    if (statSync(join(folder, from), { throwIfNoEntry: false })?.isFile())
      renameSync(join(folder, from), join(folder, name));
  flushFolder(folder);
  endJournal(folder, asides);
}

/** Null where there is none, or none of ours: names of files in the folder and no others. */
function readJournal(path: string): readonly Aside[] | null {
  try {
    const list = JSON.parse(readFileSync(path, 'utf8')) as unknown;
    const isAside = (entry: unknown): entry is Aside =>
      typeof entry === 'object' &&
      entry !== null &&
      'name' in entry &&
      'from' in entry &&
      typeof entry.name === 'string' &&
      /^[^/\\\0]+$/.test(entry.name) &&
      entry.from === `.${entry.name}${asideEnding}`;
    return Array.isArray(list) && list.every(isAside) ? list : null;
  } catch (cause) {
    if (cause instanceof SyntaxError || isSystemError(cause)) return null;
    throw cause;
  }
}

/** What a build left that was ended in the middle. The lock is held: none of them is in use. */
function clearLeftovers(folder: string): void {
  const isLeftover = (name: string): boolean =>
    name === journalName ||
    (name.startsWith('.') && (name.endsWith(asideEnding) || name.endsWith(earlierEnding))) ||
    name.startsWith(`${lockName}.`);
  for (const name of readdirSync(folder).filter(isLeftover)) rmSync(join(folder, name), { force: true });
}

/** One folder after the other: Node's own `recursive` never ends where a file system takes no folders, as /proc. */
export function makeFolder(folder: string): void {
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

/** In bytes: a slow disk takes this in well under two seconds, and the lock is to beat between two of them. */
const pieceLength = 1024 * 1024;

function writeFlushed(path: string, bytes: Uint8Array, beat: () => void = () => undefined): void {
  const file = openSync(path, 'w');
  try {
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(file, bytes, written, Math.min(pieceLength, bytes.length - written));
      if (written < bytes.length && written % (4 * pieceLength) === 0) fsyncSync(file);
      beat();
    }
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
