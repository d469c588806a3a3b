/** Writes a build's files so that they appear whole or not at all: each aside in the same folder, flushed, then renamed into place. */
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { cannotWrite } from '../diagnostics/messages.js';

export interface OutputFile { readonly name: string; readonly bytes: Uint8Array }

/** True when all are in place. A disk that refuses is a diagnostic, and what stood there before stays. */
export function writeOutputs(folder: string, outputs: readonly OutputFile[], report: Reporter): boolean {
  const aside: { readonly from: string; readonly to: string }[] = [];
  let current = folder;
  try {
    makeFolder(folder);
    for (const { name, bytes } of outputs) {
      current = join(folder, name);
      if (statSync(current, { throwIfNoEntry: false })?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR', syscall: 'rename' });
      const from = join(folder, `.${name}.${process.pid}.part`);
      aside.push({ from, to: current });
      writeFlushed(from, bytes);
    }
    for (const { from, to } of aside) {
      current = to;
      renameSync(from, to);
    }
    flushFolder(folder);
    return true;
  } catch (cause) {
    for (const { from } of aside) rmSync(from, { force: true });
    const reason = reasonOf(cause);
    if (reason === null) throw cause;
    report(cannotWrite(current, reason));
    return false;
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
    if (!(statSync(folder, { throwIfNoEntry: false })?.isDirectory())) throw cause;
  }
}

function writeFlushed(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
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
  if (!(cause instanceof Error) || !('syscall' in cause) || !('code' in cause)) return null;
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
