/**
 * What the last builds read and wrote, so that a build of the same need not be done again. A folder of small files,
 * safe to delete at any time: what is missing, damaged or of another version is as if it had never been.
 */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { markOfBytes } from '../memo/content-mark.js';
import type { PackedResults } from '../memo/keep-results.js';
import { readOrNull, replaceFile } from './cache-file.js';
import type { Files } from './files.js';
import type { FontFiles } from './font-files.js';
import { changedSince, hashOf } from './remember-reads.js';
import { keepResultsFile, readResults } from './results-file.js';
import { isSystemError } from './system-error.js';
import { isRunning } from './this-system.js';

/** `Said` is what the build had to say, which is said again. */
export interface CachedBuild<Said> {
  /** The program and what it was asked: another build where these differ. */
  readonly mark: string;
  readonly reads: readonly (readonly [string, string])[];
  readonly fonts: readonly (readonly [string, string])[];
  /** Names of the files written, and hashes of their content. */
  readonly written: readonly (readonly [string, string])[];
  readonly said: Said;
}

/** At most so many builds are remembered, and of no more than so many bytes together; the last one in any case. */
export const mostCached = 24;
const mostCachedBytes = 256 * 1024 * 1024;

/** What databases answered stands in a folder of its own. */
const answersFolder = 'queries';

/** The build of this mark, if all that it read is as it was and all that it wrote is still there. */
export function findCached<Said>(
  folder: string,
  mark: string,
  target: string,
  files: Files,
  fonts: FontFiles,
): CachedBuild<Said> | null {
  const cached = readEntry<Said>(entryPath(folder, mark));
  if (cached === null || cached.mark !== mark) return null;
  const fontsAreSame = cached.fonts.every(([path, stamp]) => fonts.stamp?.(path) === stamp);
  const outputsAreThere = (): boolean =>
    cached.written.every(([name, hash]) => hashOf(readOrNull(join(target, name))) === hash);
  return fontsAreSame && changedSince(new Map(cached.reads), files).length === 0 && outputsAreThere() ? cached : null;
}

/** All of it, to make room on a disk that is full. False where there was nothing. */
export function forgetCached(folder: string): boolean {
  try {
    const names = readdirSync(folder);
    for (const name of names) rmSync(join(folder, name), { force: true, recursive: true });
    return names.length > 0;
  } catch (cause) {
    if (isSystemError(cause)) return false;
    throw cause;
  }
}

/**
 * Also the results that were made on the way, for a build that differs in a few of them. A disk that refuses costs the
 * next build its time, and nothing else.
 */
export function keepCached<Said>(folder: string, cached: CachedBuild<Said>, results: PackedResults): void {
  const path = entryPath(folder, cached.mark);
  if (!keepResultsFile(resultsPath(path), results) || !replaceFile(path, sealed(cached))) return;
  try {
    forgetOldest(folder);
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
  }
}

/** What the last build of this mark made on the way; empty where nothing is known of one. */
export const resultsOf = (folder: string, mark: string): PackedResults =>
  readResults(resultsPath(entryPath(folder, mark)));

/**
 * What the newest build made on the way whose mark is like that: for who needs the same work done and keeps nothing.
 * Results are known by their content, so what a build of other words made serves as well.
 */
export function newestResults(folder: string, isLike: (mark: string) => boolean): PackedResults {
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
  }
  const timeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = names
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: timeOf(path) }))
    .sort((one, other) => other.time - one.time)
    .find(({ path }) => isLike(readEntry<unknown>(path)?.mark ?? ''));
  return newest === undefined ? new Map() : readResults(resultsPath(newest.path));
}

const entryPath = (folder: string, mark: string): string => join(folder, `${markOfBytes(mark)}.json`);

const resultsPath = (entry: string): string => entry.replace(/\.json$/, '.results');

/** By another build, at this moment. */
function isBeingWritten(name: string): boolean {
  const pid = /\.(\d+)$/.exec(name)?.[1];
  return pid !== undefined && isRunning(Number(pid));
}

/** Builds that are not among the last ones, and files that belong to none of those. */
function forgetOldest(folder: string): void {
  const names = readdirSync(folder);
  const stat = (name: string): { readonly mtimeMs: number; readonly size: number } =>
    statSync(join(folder, name), { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
  const entries = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ files: [name, resultsPath(name)], time: stat(name).mtimeMs }));
  const kept = new Set<string>();
  let bytes = 0;
  for (const [index, { files }] of entries
    .sort((left, right) => right.time - left.time)
    .slice(0, mostCached)
    .entries()) {
    bytes += files.reduce((sum, name) => sum + stat(name).size, 0);
    if (index === 0 || bytes <= mostCachedBytes) files.forEach((name) => kept.add(name));
  }
  for (const name of names)
    if (!kept.has(name) && name !== answersFolder && !isBeingWritten(name)) rmSync(join(folder, name), { force: true });
}

/** With what its text is known by: an entry that is not as it was written is none. */
function sealed<Said>(cached: CachedBuild<Said>): Buffer {
  const { mark, reads, fonts, written, said } = cached;
  const entry = { mark, reads, fonts, written, said };
  return Buffer.from(JSON.stringify({ ...entry, seal: markOfBytes(JSON.stringify(entry)) }));
}

function readEntry<Said>(path: string): CachedBuild<Said> | null {
  const bytes = readOrNull(path);
  if (bytes === null) return null;
  try {
    const entry = JSON.parse(bytes.toString()) as CachedBuild<Said> | null;
    return typeof entry === 'object' && entry !== null && sealed(entry).equals(bytes) ? entry : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
