/** Files of the cache: read whole or not at all, replaced whole or not at all. Nothing depends on their being there. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isSystemError } from './system-error.js';

export function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (isSystemError(cause)) return null;
    throw cause;
  }
}

/** False where the disk refuses; then nothing is left of it. */
export function replaceFile(path: string, bytes: Uint8Array): boolean {
  const aside = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(aside, bytes);
    renameSync(aside, path);
    return true;
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    rmSync(aside, { force: true });
    return false;
  }
}
