/** What a program may say to the library, and the effects that stand for all it leaves out. */
import { UsageError } from '../job.js';
import type { Effects, Job, StageEvent } from '../job.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import type { Memo } from '../memo/memo.js';
import type { ReportRow } from '../model/report-row.js';
import { diskFiles, memoryFiles } from '../project/files.js';
import type { Files } from '../project/files.js';
import { fontFiles } from '../project/font-files.js';
import type { FontFiles } from '../project/font-files.js';
import { diskDatabases } from '../query/disk-databases.js';
import { builtInFiles, templateRoots } from '../project/package-folder.js';

/** Every field may be left out. */
export interface ReportOptions {
  /**
   * Where the report is: files by their paths, in memory, or any other {@link Files}. The disk if left out. Built-in
   * templates and themes are always there.
   */
  readonly files?: Files | Readonly<Record<string, string | Uint8Array>>;
  /** What paths on the disk are relative to; `process.cwd()` if left out. */
  readonly workingFolder?: string;
  /** Where font files are; those of installed packages and of the disk if left out. */
  readonly fonts?: FontFiles;
  /** What the report is about, by name: `{{row.name}}` in its texts, `{{figure "row.name"}}` for a number. */
  readonly row?: Readonly<Record<string, string | number>>;
  /** Ends the work: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told when a stage begins (`milliseconds` is null) and ends. */
  readonly onProgress?: (event: StageEvent) => void;
  /** Results of earlier builds, from `keepResults()`: a build takes over what is the same. */
  readonly memo?: Memo;
}

export interface LibraryCall {
  readonly job: Pick<Job, 'report' | 'row'>;
  readonly effects: Effects;
}

/** Throws {@link UsageError} where the call itself is wrong. */
export function libraryCall(caller: string, report: string, options: ReportOptions, tell: Tell): LibraryCall {
  if (typeof report !== 'string' || report === '')
    throw new UsageError(
      `${caller} takes the report's folder as a text, such as "data/my-report"; it was given ${sayKind(report)}`,
    );
  if (typeof options !== 'object' || options === null)
    throw new UsageError(`${caller} takes its options as an object; it was given ${sayKind(options)}`);
  requireOptions(caller, options);
  const { workingFolder = process.cwd(), row, signal, onProgress, memo } = options;
  const own = filesOf(caller, options.files);
  const files = own === null ? diskFiles(workingFolder) : builtInFiles(own);
  return {
    job: { report, ...(row && { row: rowOf(row) }) },
    effects: {
      files,
      fonts: options.fonts ?? fontFiles(files, [workingFolder]),
      roots: own === null ? templateRoots(workingFolder) : ['.', builtInFiles.root],
      clock: () => performance.now(),
      log: onProgress ?? (() => undefined),
      tell,
      ask: diskDatabases(workingFolder, process.env),
      ...(memo && { memo }),
      ...(signal && { signal }),
    },
  };
}

type OptionKind = readonly [what: string, isIt: (value: unknown) => boolean];

const texts: OptionKind = ['a text', (value) => typeof value === 'string'];
const flag: OptionKind = ['true or false', (value) => typeof value === 'boolean'];
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const withMethod = (name: string): OptionKind[1] => {
  return (value) => isObject(value) && name in value && typeof value[name as keyof typeof value] === 'function';
};

/** What callers without types may give; `files` is looked at where it is opened. */
const optionKinds: Readonly<Record<string, OptionKind>> = {
  files: ['paths with their contents', () => true],
  workingFolder: texts,
  fonts: ['FontFiles, as fontFiles() gives them', withMethod('read')],
  row: ['cells by their names, each a text or a number', isRow],
  signal: ['an AbortSignal', withMethod('throwIfAborted')],
  onProgress: ['a function', (value) => typeof value === 'function'],
  memo: ['a Memo, as keepResults() gives it', withMethod('recall')],
  outputs: ['the name of an output, or a list of names', isNames],
  strict: flag,
  draft: flag,
};

function isNames(value: unknown): boolean {
  return (Array.isArray(value) ? value : [value]).every((name) => typeof name === 'string');
}

function isRow(value: unknown): boolean {
  const isCell = (cell: unknown): boolean => typeof cell === 'string' || Number.isFinite(cell);
  return isObject(value) && !Array.isArray(value) && Object.values(value).every(isCell);
}

/** Throws {@link UsageError} for an option that is none, or is of another kind than it takes. */
function requireOptions(caller: string, options: ReportOptions): void {
  for (const [name, value] of Object.entries(options)) {
    const kind = Object.hasOwn(optionKinds, name) ? optionKinds[name] : undefined;
    if (kind === undefined) {
      const nearest = nearestName(name, Object.keys(optionKinds));
      throw new UsageError(
        `${caller} has no option "${name}"${nearest === null ? '' : `; did you mean "${nearest}"?`}`,
      );
    }
    const [what, isIt] = kind;
    if (value !== undefined && !isIt(value))
      throw new UsageError(`${caller} takes "${name}" as ${what}; it was given ${sayKind(value)}`);
  }
}

function filesOf(caller: string, given: ReportOptions['files']): Files | null {
  if (given === undefined) return null;
  if (typeof given !== 'object' || given === null)
    throw new UsageError(
      `${caller} takes "files" as paths with their contents, or as Files; it was given ${sayKind(given)}`,
    );
  if (given instanceof Map || Array.isArray(given))
    throw new UsageError(`${caller} takes "files" as an object, { "report/report.yaml": "title: …" }, or as Files`);
  if (isFiles(given)) return given;
  for (const [path, content] of Object.entries(given))
    if (typeof content !== 'string' && !(content instanceof Uint8Array))
      throw new UsageError(`${caller}: the file "${path}" must be a text or bytes, but is ${sayKind(content)}`);
  return memoryFiles(given);
}

const isFiles = (given: Files | Readonly<Record<string, string | Uint8Array>>): given is Files =>
  typeof given['read'] === 'function' && typeof given['list'] === 'function';

function rowOf(row: Readonly<Record<string, string | number>>): ReportRow {
  const span = { file: 'row', line: 1, column: 1 };
  return {
    columns: Object.keys(row).map((text) => ({ text, span })),
    rows: [Object.values(row).map((value) => ({ text: String(value), span }))],
  };
}

const sayKind = (value: unknown): string =>
  value === null
    ? 'null'
    : value === ''
      ? 'an empty text'
      : Array.isArray(value)
        ? 'a list'
        : `${/^[aeiou]/.test(typeof value) ? 'an' : 'a'} ${typeof value}`;
