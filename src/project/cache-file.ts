/** Files of the cache: read whole or not at all, replaced whole or not at all. Nothing depends on their being there. */
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    if (isSystemError(cause)) return null;
    throw cause;
  }
}

/** False where the disk refuses. */
export function replaceFile(path: string, pieces: readonly Uint8Array[]): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const aside = `${path}.${process.pid}`;
    const file = openSync(aside, 'w');
    try {
      for (const piece of pieces) for (let written = 0; written < piece.length;) written += writeSync(file, piece, written);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
    return true;
  } catch (cause) {
    if (isSystemError(cause)) return false;
    throw cause;
  }
}

export const isSystemError = (cause: unknown): boolean => cause instanceof Error && 'syscall' in cause;
