/** Files of a disk that stay in memory between two looks: one is read again where it may be another by its stamp. */
import { statSync } from 'node:fs';
import type { BigIntStats } from 'node:fs';
import { resolve } from 'node:path';
import { diskFiles } from '../files.js';
import type { Files } from '../files.js';

interface KeptFile {
  readonly stamp: string;
  readonly bytes: Uint8Array;
}

/** Larger ones are read each time, in bytes: a watch is not to hold a report's pictures for hours. */
const mostKept = 1024 * 1024;

/**
 * In ms. A file that was written to shortly before it was read may be written to again without another stamp: the
 * coarsest clock of a file system that is in use, FAT's, has steps of 2 s.
 */
const coarsestClock = 2500;

/**
 * Each call opens the disk for one look, a build or a comparison. What was not asked for in the look before is
 * forgotten.
 */
export function recheckFiles(workingFolder: string): () => Files {
  let kept = new Map<string, KeptFile>();
  return () => {
    const before = kept;
    const now = new Map<string, KeptFile>();
    kept = now;
    const disk = diskFiles(workingFolder);
    return {
      ...disk,
      read(path) {
        const stamp = stampOf(resolve(workingFolder, path));
        const known = now.get(path) ?? before.get(path);
        if (known !== undefined && known.stamp === stamp) {
          now.set(path, known);
          return known.bytes;
        }
        const bytes = disk.read(path);
        if (bytes !== null && stamp !== null && bytes.length <= mostKept) now.set(path, { stamp, bytes });
        return bytes;
      },
    };
  };
}

/** Which state of the file it is; null for one that is not there, or too new to be told from the next. */
function stampOf(path: string): string | null {
  if (path.includes('\0')) return null;
  const stat: BigIntStats | undefined = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return null;
  const { dev, ino, size, mtimeNs, ctimeNs } = stat;
  const written = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  return Date.now() - Number(written / 1_000_000n) < coarsestClock
    ? null
    : `${dev} ${ino} ${size} ${mtimeNs} ${ctimeNs}`;
}
