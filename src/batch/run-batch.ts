/** A report for each row: built on all cores, written as each is done; one that fails is told, and the others go on. */
import type { Job } from '../job.js';
import { hashOf } from '../project/remember-reads.js';
import { writeOutputs } from '../project/write-outputs.js';
import type { Files } from '../project/files.js';
import { isThere, jobMark, keepState, readState } from './batch-state.js';
import type { BuiltEntry, KeptEntry } from './batch-state.js';
import { BatchFindings } from './batch-findings.js';
import type { ToldReport } from './batch-findings.js';
import { buildPool } from './build-pool.js';
import { lacksOfRow } from './lacks-of-row.js';
import { ReadSets } from './read-sets.js';
import type { FileRead } from './read-sets.js';
import type { BuiltReport } from './warm-builder.js';

export interface BatchReport {
  /** As it is told of, and known by when a batch is resumed. */
  readonly title: string;
  /** Where its row stands, `towns.csv:7`, or its folder. */
  readonly place: string;
  readonly job: Job;
  /** The name of the file that an output becomes. */
  readonly nameOf: (output: string) => string;
  /** What it is going to be made into, as far as that is known before it is built. */
  readonly outputs: readonly string[];
}

export interface BatchSettings {
  readonly workingFolder: string;
  /** Absolute. */
  readonly target: string;
  readonly threads: number;
  /** How databases are asked. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly resume: boolean;
  /** The program itself: other code builds anew. */
  readonly program: string;
  readonly files: Files;
  /** Ends the batch: nothing new is begun. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: BatchProgress) => void;
}

export interface BatchProgress {
  readonly done: number;
  readonly failed: number;
  readonly all: number;
  /** How many were built, without those that were there already. */
  readonly built: number;
}

export interface BatchOutcome {
  /** By title, in the order of the reports. */
  readonly entries: ReadonlyMap<string, BuiltEntry>;
  readonly failures: readonly ToldReport[];
  /** Warnings of those that were built. */
  readonly warnings: readonly ToldReport[];
  /** Findings that found no more room among those that are kept. */
  readonly untold: number;
  readonly built: number;
  readonly unchanged: number;
  /** It was ended before all were built. */
  readonly isStopped: boolean;
}

/** How often what is done is noted down, in ms: what a crash costs. */
const noteEvery = 3_000;
/** The whole list is written each time: of very many rows that may be a fiftieth of the time, and no more. */
const noteShare = 50;

export async function runBatch(reports: readonly BatchReport[], settings: BatchSettings): Promise<BatchOutcome> {
  const { target, threads, resume, program, files, signal, onProgress } = settings;
  const earlier: ReadonlyMap<string, KeptEntry> = resume ? readState(target, files) : new Map();
  const state = new BatchNotes(target, reports);
  const todo = reports.filter((report) => {
    const known = earlier.get(report.title);
    const isDone =
      known !== undefined && known.entry.mark === jobMark(report.job, program) && isThere(target, known.entry);
    if (isDone) state.take(report, known.entry, known.reads);
    return !isDone;
  });
  const unchanged = reports.length - todo.length;
  if (todo.length === 0) return state.outcome(unchanged, false);

  const pool = await buildPool(settings.workingFolder, Math.min(threads, todo.length), settings.environment);
  let next = 0;
  const runOne = async (report: BatchReport): Promise<void> => {
    const built = await pool.build(report.job).catch((cause: unknown) => failureOf(cause, report));
    if (signal.aborted) return;
    finish(report, built);
    pool.letGo(built);
    state.noteWhenDue();
    onProgress({
      done: unchanged + state.built + state.findings.failures.length,
      failed: state.findings.failures.length,
      all: reports.length,
      built: state.built,
    });
  };
  const finish = (report: BatchReport, built: BuiltReport): void => {
    const told = [...built.diagnostics];
    const named = built.outputs.map(({ name, bytes }) => ({ name: report.nameOf(name), bytes }));
    const isWritten =
      built.outputs.length > 0 &&
      writeOutputs(target, named, (diagnostic) => void told.push(diagnostic), { isCleared: state.built > 0 }) !== null;
    if (!isWritten) {
      const { row } = report.job;
      return state.findings.fail(report.title, [...told, ...(row ? lacksOfRow(row, told) : [])]);
    }
    state.findings.warn(report.title, told);
    state.take(report, entryOf(report, built, program), built.reads);
    state.built += 1;
  };
  // Each line takes the next report when its last one is done: two for a thread, so that none waits for the disk.
  const lines = Array.from({ length: Math.min(threads * 2, todo.length) }, async () => {
    while (next < todo.length && !signal.aborted) await runOne(todo[next++]!);
  });
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  try {
    await Promise.race([Promise.all(lines), stopped]);
  } finally {
    state.note();
    await pool.close().catch(() => undefined);
  }
  return state.outcome(unchanged, signal.aborted);
}

function entryOf(
  { job, nameOf }: BatchReport,
  { outputs, title, language, milliseconds }: BuiltReport,
  program: string,
): Omit<BuiltEntry, 'reads'> {
  return {
    mark: jobMark(job, program),
    title,
    language,
    milliseconds: Math.round(milliseconds),
    files: outputs.map(({ name, bytes, pages }) => ({
      name: nameOf(name),
      output: name,
      hash: hashOf(bytes),
      bytes: bytes.length,
      pages,
    })),
  };
}

/** A fault of ours in one report is told as its failure: it does not end the others. */
function failureOf(cause: unknown, { title }: BatchReport): BuiltReport {
  const message = cause instanceof Error ? cause.message : String(cause);
  return {
    outputs: [],
    reads: [],
    title,
    language: '',
    milliseconds: 0,
    diagnostics: [
      { severity: 'error', code: 'fault', message: `a fault of briefkit: ${message}`, span: null, hint: null },
    ],
  };
}

class BatchNotes {
  built = 0;
  readonly findings = new BatchFindings();
  private readonly entries = new Map<string, BuiltEntry>();
  private readonly sets = new ReadSets();
  private noteAt = performance.now() + noteEvery;

  constructor(
    private readonly target: string,
    private readonly reports: readonly BatchReport[],
  ) {}

  take({ title }: BatchReport, entry: Omit<BuiltEntry, 'reads'>, reads: readonly FileRead[]): void {
    this.entries.set(title, { ...entry, reads: this.sets.add(reads) });
  }

  noteWhenDue(): void {
    const now = performance.now();
    if (now < this.noteAt) return;
    this.note();
    this.noteAt = now + Math.max(noteEvery, (performance.now() - now) * noteShare);
  }

  note(): void {
    if (this.built > 0) keepState(this.target, this.sets, this.entries);
  }

  outcome(unchanged: number, isStopped: boolean): BatchOutcome {
    const order = new Map(this.reports.map(({ title }, index) => [title, index]));
    const sorted = <Item extends { readonly title: string }>(items: readonly Item[]): Item[] =>
      [...items].sort((one, other) => order.get(one.title)! - order.get(other.title)!);
    return {
      entries: new Map([...this.entries].sort(([one], [other]) => order.get(one)! - order.get(other)!)),
      failures: sorted(this.findings.failures),
      warnings: sorted(this.findings.warnings),
      untold: this.findings.untold,
      built: this.built,
      unchanged,
      isStopped,
    };
  }
}
