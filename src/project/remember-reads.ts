/**
 * Files that remember the content of all that was asked of them, so that it can be known later whether anything is
 * another.
 */
import { markOf } from '../memo/content-mark.js';
import type { Files } from './files.js';

/**
 * Path → a hash of its content, `-` where there was none. A folder's content is the names in it, and its path ends with
 * `/`.
 */
export type Reads = ReadonlyMap<string, string>;

export interface RememberingFiles extends Files {
  readonly reads: Reads;
}

export function rememberReads(files: Files): RememberingFiles {
  const reads = new Map<string, string>();
  return {
    asked: files.asked,
    reads,
    read(path) {
      const bytes = files.read(path);
      reads.set(path, hashOf(bytes));
      return bytes;
    },
    ...(files.refusal && { refusal: (path: string) => files.refusal!(path) }),
    ...(files.realPath && { realPath: (path: string) => files.realPath!(path) }),
    list(folder) {
      const names = files.list(folder);
      reads.set(`${folder}/`, hashOf(names === null ? null : new TextEncoder().encode(names.join('\0'))));
      return names;
    },
  };
}

/** What was read twice, at two moments: a path that was another the second time is not what it was for good. */
export function joinReads(first: Reads, second: Reads): Reads {
  const joined = new Map(first);
  for (const [path, hash] of second) joined.set(path, (joined.get(path) ?? hash) === hash ? hash : torn);
  return joined;
}

/** No content has this hash. */
const torn = 'torn';

/** Paths whose content is not what it was, sorted. */
export function changedSince(reads: Reads, files: Files): readonly string[] {
  const now = rememberReads(files);
  return [...reads]
    .filter(([path, hash]) => {
      if (path.endsWith('/')) now.list(path.slice(0, -1));
      else now.read(path);
      return now.reads.get(path) !== hash;
    })
    .map(([path]) => path)
    .sort();
}

export const hashOf = (bytes: Uint8Array | null): string => (bytes === null ? '-' : markOf(bytes));
