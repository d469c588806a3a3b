/**
 * The only way to a disk. The world is passed in, so that tests use the in-memory twin and same input gives same bytes.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, readdirSync, realpathSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { isSystemError } from './system-error.js';

/**
 * Why a path that leads to something is not read: through a link out of the walls, to what is no file (a folder, a
 * device, a pipe), or to too much.
 */
export type Refusal = 'outside' | 'no file' | 'too large';

/** In bytes. No part of a report is larger, and a build holds each of them in memory. */
export const mostFileBytes = 192 * 1024 * 1024;

export interface Files {
  /**
   * Bytes of a file, or null where there is none. Remembers the path as read. Paths as the user types them, with `/`.
   */
  read(path: string): Uint8Array | null;
  /** Names in a folder, sorted, or null where there is none. */
  list(folder: string): readonly string[] | null;
  /** Why `read` gave nothing although something is there; null where nothing is, or where it is read. */
  refusal?(path: string): Refusal | null;
  /** Where a path leads when links are followed, as far as it exists; left out by files that have no links. */
  realPath?(path: string): string;
  /** Every path that was asked for, whether found or not: what a watch has to look at. */
  readonly asked: ReadonlySet<string>;
}

export interface DiskOptions {
  /**
   * Folders that nothing may be read outside of, links followed; none where the list is empty. Relative to the working
   * folder.
   */
  readonly within?: readonly string[];
}

/**
 * Files of a real disk; paths are relative to `workingFolder` or absolute. What cannot be opened is not there; a pipe
 * or a device is not waited for.
 */
export function diskFiles(workingFolder: string, options: DiskOptions = {}): Files {
  const asked = new Set<string>();
  const walls = (options.within ?? []).map((folder) => realPath(resolve(workingFolder, folder)));
  const isWithin = (full: string): boolean => {
    if (walls.length === 0) return true;
    const real = realPath(full);
    return walls.some((wall) => isInside(wall, real));
  };
  /** Null where no disk can have such a name, or where it is behind a wall. */
  const onDisk = (path: string): string | null => {
    const clean = cleanPath(path);
    asked.add(clean);
    if (clean.includes('\0')) return null;
    const full = resolve(workingFolder, clean);
    return isWithin(full) ? full : null;
  };
  return {
    asked,
    read: (path) => attempt(onDisk(path), (full) => readRegular(full).bytes),
    list: (folder) =>
      attempt(onDisk(folder), (full) =>
        readdirSync(full)
          .filter((name) => !isLockFile(name))
          .sort(),
      ),
    refusal: (path) =>
      attempt(path.includes('\0') ? null : resolve(workingFolder, cleanPath(path)), (full) => {
        const { refusal } = openRegular(full, () => null);
        return isWithin(full) ? refusal : 'outside';
      }),
    // A NUL is in no name: what stands before it says where the path would lead.
    realPath: (path) => realPath(resolve(workingFolder, cleanPath(path.split('\0')[0]!))),
  };
}

/** The same files, but none outside `folder`, to which a link may lead: what a report or a bundle reads is its own. */
export function filesWithin(files: Files, folder: string): Files {
  const real = files.realPath?.bind(files);
  if (real === undefined) return files;
  let wall: string | null = null;
  const isWithin = (path: string): boolean => isInside((wall ??= real(folder)), real(path));
  return {
    asked: files.asked,
    read: (path) => (isWithin(path) ? files.read(path) : null),
    list: (path) => (isWithin(path) ? files.list(path) : null),
    refusal: (path) => (isWithin(path) ? (files.refusal?.(path) ?? null) : 'outside'),
    realPath: real,
  };
}

/**
 * A file's bytes as a plain array over Node's own buffer: fonts and pictures are megabytes, and a copy of each would
 * cost time and memory. Throws what the system says.
 */
export function readBytes(path: string): Uint8Array {
  const { bytes } = readRegular(path);
  if (bytes === null) throw Object.assign(new Error(`${path} is no file that can be read`), { syscall: 'read' });
  return bytes;
}

interface Opened {
  readonly bytes: Uint8Array | null;
  readonly refusal: Refusal | null;
}

const readRegular = (path: string): Opened =>
  openRegular(path, (file) => {
    const { buffer, byteOffset, length } = readFileSync(file);
    return new Uint8Array(buffer, byteOffset, length);
  });

/**
 * Opened without waiting, for a pipe gives nothing until someone writes into it; what it is, is asked of what was
 * opened.
 */
function openRegular(path: string, read: (file: number) => Uint8Array | null): Opened {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { bytes: null, refusal: 'no file' };
    if (stat.size > mostFileBytes) return { bytes: null, refusal: 'too large' };
    return { bytes: read(file), refusal: null };
  } finally {
    closeSync(file);
  }
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

/**
 * Beside a workbook that is open, Excel keeps a file that says by whom: no part of anything, and gone when it is
 * closed.
 */
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
    return realpathSync.native(path);
  } catch {
    const parent = resolve(path, '..');
    return parent === path ? path : join(realPath(parent), relative(parent, path));
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path);
}
