/** Folders and files that come to be whole or not at all, without a lock: nobody else writes what has their name. */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readOrNull } from './cache-file.js';
import { isSystemError } from './system-error.js';
import { makeFolder } from './write-outputs.js';
import type { OutputFile } from './write-outputs.js';

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** A folder of these files, by their paths below it. One that is there already stays as it is. */
export function makeWhole(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  const aside = `${folder}.${randomUUID()}`;
  try {
    for (const [path, bytes] of files) {
      makeFolder(dirname(join(aside, path)));
      writeFileSync(join(aside, path), bytes);
    }
    renameSync(aside, folder);
  } catch (cause) {
    // Another process of this machine was first.
    if (!isSystemError(cause) || !isFolder(folder)) throw cause;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** Where files are written before they are whole: a folder of few, so that looking for leftovers costs nothing. */
const partsFolder = '.briefkit-parts';

/**
 * Each file under its name when it is whole. Two that write the same name write the same content: the later one stays.
 */
export function putFiles(folder: string, files: readonly OutputFile[]): void {
  const parts = join(folder, partsFolder);
  for (const { name, bytes } of files) {
    makeFolder(parts);
    const aside = join(parts, `${name}.${randomUUID()}`);
    try {
      writeFileSync(aside, bytes);
      flush(aside);
      renameSync(aside, join(folder, name));
    } catch (cause) {
      // Another one that wrote the same has cleared this one away.
      if (readOrNull(join(folder, name))?.equals(bytes) !== true) throw cause;
    } finally {
      rmSync(aside, { force: true });
    }
    // What a writer of the same that was killed has left.
    for (const left of readdirSync(parts).filter((part) => part.startsWith(`${name}.`)))
      rmSync(join(parts, left), { force: true });
  }
  try {
    rmdirSync(parts);
  } catch {
    // Others are writing.
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
