/** The only way to a disk. The world is passed in, so that tests use the in-memory twin and same input gives same bytes. */
import { readFileSync, readdirSync, realpathSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { isSystemError } from './system-error.js';

export interface Files {
  /** Bytes of a file, or null where there is none. Remembers the path as read. Paths as the user types them, with `/`. */
  read(path: string): Uint8Array | null;
  /** Names in a folder, sorted, or null where there is none. */
  list(folder: string): readonly string[] | null;
  /** Every path that was asked for, whether found or not: what a watch has to look at. */
  readonly asked: ReadonlySet<string>;
}

export interface DiskOptions {
  /** Folders that nothing may be read outside of, links followed; none where the list is empty. Relative to the working folder. */
  readonly within?: readonly string[];
}

/** Files of a real disk; paths are relative to `workingFolder` or absolute. What cannot be opened is not there. */
export function diskFiles(workingFolder: string, options: DiskOptions = {}): Files {
  const asked = new Set<string>();
  const walls = (options.within ?? []).map((folder) => realPath(resolve(workingFolder, folder)));
  const onDisk = (path: string): string | null => {
    const clean = cleanPath(path);
    asked.add(clean);
    const full = resolve(workingFolder, clean);
    if (walls.length === 0) return full;
    const real = realPath(full);
    return walls.some((wall) => isInside(wall, real)) ? full : null;
  };
  return {
    asked,
    read: (path) => attempt(onDisk(path), readBytes),
    list: (folder) =>
      attempt(onDisk(folder), (full) =>
        readdirSync(full)
          .filter((name) => !isLockFile(name))
          .sort(),
      ),
  };
}

/** A file's bytes as a plain array over Node's own buffer: fonts and pictures are megabytes, and a copy of each would cost time and memory. */
export function readBytes(path: string): Uint8Array {
  const { buffer, byteOffset, length } = readFileSync(path);
  return new Uint8Array(buffer, byteOffset, length);
}

/** Files that exist in memory alone: `{ 'report/report.yaml': 'title: …' }`. */
export function memoryFiles(contents: Readonly<Record<string, string | Uint8Array>>): Files {
  const asked = new Set<string>();
  const byPath = new Map(
    Object.entries(contents).map(([path, content]) => [
      cleanPath(path),
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return {
    asked,
    read(path) {
      const clean = cleanPath(path);
      asked.add(clean);
      return byPath.get(clean) ?? null;
    },
    list(folder) {
      const clean = cleanPath(folder);
      asked.add(clean);
      const start = clean === '.' ? '' : `${clean}/`;
      const below = [...byPath.keys()]
        .filter((path) => path.startsWith(start))
        .map((path) => path.slice(start.length).split('/')[0]!);
      return below.length === 0 ? null : [...new Set(below)].sort();
    },
  };
}

/** `name` below `folder`, or null where it is absolute or climbs out: what a report may name as a file of its own. */
export function pathBelow(folder: string, name: string): string | null {
  const clean = cleanPath(name);
  if (posix.isAbsolute(clean) || /^[a-z]:/i.test(clean) || clean === '..' || clean.startsWith('../')) return null;
  return cleanPath(`${folder}/${clean}`);
}

/** A path as it is remembered and shown: `/` between folders, no `./`, no `/` at its end. */
function cleanPath(path: string): string {
  const clean = posix.normalize(sep === '\\' ? path.replaceAll('\\', '/') : path);
  return clean.length > 1 && clean.endsWith('/') ? clean.slice(0, -1) : clean;
}

/** Beside a workbook that is open, Excel keeps a file that says by whom: no part of anything, and gone when it is closed. */
const isLockFile = (name: string): boolean => name.startsWith('~$');

function attempt<Result>(path: string | null, read: (path: string) => Result): Result | null {
  if (path === null) return null;
  try {
    return read(path);
  } catch (cause) {
    if (isSystemError(cause)) return null;
    throw cause;
  }
}

/** Links followed as far as the path exists. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = resolve(path, '..');
    return parent === path ? path : join(realPath(parent), relative(parent, path));
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path);
}
