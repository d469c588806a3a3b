/** `briefkit watch`: builds a report again whenever something that it read has changed. */
import { join, resolve } from 'node:path';
import type { CompileResult, Job } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { orderDiagnostics } from '../diagnostics/print-diagnostics.js';
import { makeBell, untilChanged, usualQuiet } from '../project/watching/change-bell.js';
import type { Report } from '../model/report.js';
import { listenToSources } from '../query/disk-databases.js';
import { changedSince, joinReads } from '../project/remember-reads.js';
import type { Reads } from '../project/remember-reads.js';
import { watchFolders } from '../project/watching/watch-folders.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { buildInto } from './build-into.js';
import { roomForBuilds } from './report/bound-heap.js';
import { diskEffects } from './report/disk-effects.js';
import { checkPositionals } from './input/positionals.js';
import { jobOptions, readJob, targetOf } from './report/read-job.js';
import { printMistakes, refuseInput } from './report/survey-report.js';
import { KeptWork } from './watching/kept-work.js';
import { TwoThreads } from './watching/two-threads.js';

const example = 'briefkit watch data/cixi-2024';

export const watch: Command = {
  summary: 'builds a report whenever something it reads changes',
  usage: '<report folder>',
  options: {
    ...jobOptions,
    every: { value: '<seconds>', what: 'how often databases are asked again; 30 if not given' },
  },
  explanation: [
    'Builds once, then waits for a change in anything that was read: data, prose, templates, layouts, theme, pictures. It says',
    'what changed and which files are new; an output that comes out the same is left alone. A mistake is shown and the watch',
    'goes on: the last good outputs stay. Databases are asked again every so often, and when PostgreSQL says NOTIFY briefkit.',
    'Ctrl-C ends it.',
  ],
  examples: [{ line: example, what: 'beside the editor' }],
  run: runWatch,
};

async function runWatch(input: CommandInput, world: World): Promise<ExitCode> {
  const mistakes = checkPositionals(input, ['the report folder'], 'briefkit watch', example);
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  const report = input.positionals[0]!;
  const job = readJob(report, input);
  const target = targetOf(report, input, world);
  const every = Math.max(1, Number(input.values.get('every') ?? usualSeconds) || usualSeconds);
  const kept: Kept = {
    work: new KeptWork(world.workingFolder),
    threads: new TwoThreads(world),
    told: '',
  };
  const collectYoung = roomForBuilds();
  const bell = makeBell();
  const folders = watchFolders(world.workingFolder, bell.ring);
  world.signal?.addEventListener('abort', bell.ring);
  let change = noChange;
  try {
    while (world.signal?.aborted !== true) {
      const { reads, live, isLate } = await buildOnce(job, target, kept, change, world);
      collectYoung();
      // What was asked for first in this build was not watched while it ran: the comparison below finds what has
      // changed since.
      folders.add(reads.keys());
      const databases = await listenAgain(live, every, world);
      const signal = AbortSignal.any([databases.signal, ...(world.signal === undefined ? [] : [world.signal])]);
      signal.addEventListener('abort', bell.ring);
      const paths = await untilChanged(reads, kept.work.disk, bell, signal, firstSteps);
      databases.end();
      change = isLate ? { ...change, paths: [...change.paths, ...paths] } : { paths, since: world.clock() };
    }
  } finally {
    folders.close();
    kept.threads.end();
  }
  return 0;
}

/** Why a build is made. */
interface Change {
  /** What changed since the last one that was told of. */
  readonly paths: readonly string[];
  /** When that was first seen, by the world's clock. */
  readonly since: number;
}

const noChange: Change = { paths: [], since: -Infinity };

/** In ms: a file that is emptied and filled in one go is mostly whole by then. */
const firstSteps = 4;
/** In ms: a report that never comes to rest is built all the same. */
const mostRestless = 2000;

/** Between two times that databases are asked. */
const usualSeconds = 30;

/** A signal that says when databases are to be asked again; none where the report asks none. */
async function listenAgain(
  live: Report['live'],
  every: number,
  { environment }: World,
): Promise<{ readonly signal: AbortSignal; readonly end: () => void }> {
  const wake = new AbortController();
  if (live === undefined) return { signal: wake.signal, end: () => undefined };
  const again = (): void => wake.abort();
  const timer = setTimeout(again, every * 1000);
  const stop = await listenToSources(live.sources, environment, again);
  return {
    signal: wake.signal,
    end: () => {
      clearTimeout(timer);
      stop();
    },
  };
}

/** What one build leaves for the next. */
interface Kept {
  readonly work: KeptWork;
  readonly threads: TwoThreads;
  /** What it found: the same warnings are not said twice. */
  told: string;
}

interface Built {
  readonly reads: Reads;
  readonly live: Report['live'];
  /** What it read was changed again meanwhile: nothing was written or told. */
  readonly isLate: boolean;
}

async function buildOnce(job: Job, target: string, kept: Kept, change: Change, world: World): Promise<Built> {
  const start = world.clock();
  const diagnostics: Diagnostic[] = [];
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const begun = kept.work.begin();
  const effects = { ...diskEffects(world, () => undefined, tell, begun.files), ...begun };
  let reads: Reads = begun.files.reads;
  let isLate = false;
  // An editor that writes in several steps is waited for while the build is made, not before it.
  const stands = async (): Promise<boolean> => {
    const isAsRead = (): boolean => changedSince(reads, kept.work.disk()).length === 0;
    const left = usualQuiet - (world.clock() - start);
    isLate =
      start - change.since < mostRestless &&
      (!isAsRead() || (left > 0 && (await new Promise((resolved) => setTimeout(resolved, left)), !isAsRead())));
    return !isLate;
  };
  const make = async (): Promise<CompileResult> => {
    const made = await kept.threads.compile(job, effects);
    reads = joinReads(reads, made.readBeside);
    return made.result;
  };
  const { result, written } = await buildInto(resolve(world.workingFolder, target), job, effects, { stands, make });
  kept.work.end(result.failed);
  kept.threads.arrange(job, result);
  if (!isLate) tellBuilt({ target, written, failed: result.failed, diagnostics, start, change }, kept, world);
  return { reads, live: result.data?.live, isLate };
}

interface Outcome {
  readonly target: string;
  readonly written: readonly string[] | null;
  readonly failed: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** By the world's clock. */
  readonly start: number;
  readonly change: Change;
}

function tellBuilt(outcome: Outcome, kept: Kept, world: World): void {
  const { target, written, failed, diagnostics, start, change } = outcome;
  if (change.paths.length > 0) world.stdout.write(`\n${[...new Set(change.paths)].sort().join(', ')} changed\n`);
  const findings = JSON.stringify(orderDiagnostics(diagnostics));
  if (diagnostics.length > 0 && (failed || findings !== kept.told)) printMistakes(diagnostics, world);
  kept.told = findings;
  const seconds = ((world.clock() - start) / 1000).toFixed(2);
  if (written === null) world.stdout.write('not built; the earlier outputs stay. Waiting for a change …\n');
  else {
    const names =
      written.length === 0 ? 'nothing new to write' : `wrote ${written.map((name) => join(target, name)).join(', ')}`;
    world.stdout.write(`${names} in ${seconds} s. Waiting for a change …\n`);
  }
}
