/** `briefkit build --each`: a report for each row of a file, or for each folder. */
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { indexCsv, indexHtml } from '../batch/batch-index.js';
import { planBatch } from '../batch/plan-batch.js';
import { runBatch } from '../batch/run-batch.js';
import type { BatchOutcome, BatchReport } from '../batch/run-batch.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { wrongNumber } from '../diagnostics/messages.js';
import { countDiagnostics, orderDiagnostics, printDiagnostics } from '../diagnostics/print-diagnostics.js';
import { visibleLine } from '../diagnostics/visible-text.js';
import { diskFiles } from '../project/files.js';
import { writeOutputs } from '../project/write-outputs.js';
import { batchProgress } from '../batch/batch-progress.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { takesColor } from './input/command.js';
import { boundHeaps } from './report/bound-heap.js';
import { targetOf } from './report/read-job.js';
import { batchRequest, rowOptions } from './report/row-jobs.js';
import { printMistakes, refuseInput } from './report/survey-report.js';

export const batchOptions = {
  ...rowOptions,
  each: { value: '<rows>', what: `${rowOptions.each.what}; or for each report in a folder` },
  jobs: { value: '<number>', what: 'with --each: how many are built at once; as many as there are cores if not given' },
  name: { value: '<pattern>', what: 'with --each: names of the files, by columns: "{id}-{output}"' },
  resume: { value: null, what: 'with --each: builds only what is missing or changed since the last time' },
  bind: { value: '<file.pdf>', what: 'with --each: joins the PDFs into one, with a bookmark each' },
} as const satisfies Command['options'];

/** `report` is null for a folder of reports. */
export async function runBuildEach(report: string | null, input: CommandInput, world: World): Promise<ExitCode> {
  const start = world.clock();
  const mistakes: Diagnostic[] = [];
  const tell = (diagnostic: Diagnostic): void => void mistakes.push(diagnostic);
  const threads = readThreads(input, tell);
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  const files = diskFiles(world.workingFolder);
  const reports = await planBatch(batchRequest(report, input, world), files, tell);
  const isStrict = input.switches.has('strict');
  const isRefused = mistakes.some(({ severity }) => isStrict || severity === 'error');
  const target = targetOf(report ?? input.values.get('each')!, input, world);
  // A folder that takes nothing is told before thousands of reports are built for it.
  const takesFiles = (): boolean => writeOutputs(resolve(world.workingFolder, target), [], tell) !== null;
  if (reports === null || isRefused || !takesFiles()) {
    printMistakes(mistakes, world);
    return 1;
  }
  const json = input.switches.has('json');
  const stop = stopSignal(world);
  boundHeaps();
  const progress = batchProgress(json ? null : world.stderr, world.clock);
  const outcome = await runBatch(reports, {
    workingFolder: world.workingFolder,
    target: resolve(world.workingFolder, target),
    threads,
    environment: world.environment,
    resume: input.switches.has('resume'),
    program: world.program?.() ?? '',
    files,
    signal: stop.signal,
    onProgress: progress.show,
  }).finally(stop.forget);
  progress.end();
  const written = await writeIndexes(reports, outcome, target, input, world, tell);
  const ends = { reports, outcome, target, milliseconds: world.clock() - start, mistakes };
  if (json) world.stdout.write(`${JSON.stringify(asJson(ends), null, 2)}\n`);
  else printEnd(ends, world);
  return written && outcome.failures.length === 0 && !outcome.isStopped ? 0 : 1;
}

function readThreads({ values }: CommandInput, tell: (diagnostic: Diagnostic) => void): number {
  const given = values.get('jobs');
  if (given === undefined) return Math.max(1, cpus().length);
  if (/^[1-9]\d{0,2}$/.test(given)) return Number(given);
  tell(wrongNumber('--jobs', given, 1, 999));
  return 1;
}

/** Ctrl-C ends the batch once, cleanly; a second one ends the process. */
function stopSignal({ signal }: World): { readonly signal: AbortSignal; readonly forget: () => void } {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  signal?.addEventListener('abort', end);
  if (signal?.aborted === true) end();
  return {
    signal: stop.signal,
    forget: () => {
      process.removeListener('SIGINT', end);
      process.removeListener('SIGTERM', end);
      signal?.removeEventListener('abort', end);
    },
  };
}

async function writeIndexes(
  reports: readonly BatchReport[],
  outcome: BatchOutcome,
  target: string,
  input: CommandInput,
  world: World,
  tell: (diagnostic: Diagnostic) => void,
): Promise<boolean> {
  const folder = resolve(world.workingFolder, target);
  const bind = input.values.get('bind') ?? null;
  const bound = bind === null || outcome.entries.size === 0 ? null : await bindAll(folder, outcome);
  const indexes = [
    { name: 'index.csv', bytes: indexCsv(reports, outcome) },
    { name: 'index.html', bytes: indexHtml(reports, outcome) },
    ...(bound === null ? [] : [{ name: bind!, bytes: bound }]),
  ];
  return writeOutputs(folder, indexes, tell) !== null;
}

async function bindAll(folder: string, { entries }: BatchOutcome): Promise<Uint8Array | null> {
  const { bindPdfs } = await import('../batch/bind-pdfs.js');
  const { readBytes } = await import('../project/files.js');
  const parts = [...entries].flatMap(([title, { files }]) =>
    files
      .filter(({ name }) => name.endsWith('.pdf'))
      .map(({ name }) => ({ title, bytes: () => readBytes(join(folder, name)) })),
  );
  return parts.length === 0 ? null : bindPdfs(parts);
}

interface BatchEnd {
  readonly reports: readonly BatchReport[];
  readonly outcome: BatchOutcome;
  readonly target: string;
  readonly milliseconds: number;
  readonly mistakes: readonly Diagnostic[];
}

/** One mistake of the shared report comes from every row: it is told once, with the rows. */
function gathered({
  failures,
  warnings,
}: BatchOutcome): readonly { diagnostic: Diagnostic; titles: readonly string[] }[] {
  const found = new Map<string, { diagnostic: Diagnostic; titles: string[] }>();
  for (const { title, diagnostics } of [...failures, ...warnings])
    for (const diagnostic of diagnostics) {
      const key = JSON.stringify(diagnostic);
      const known = found.get(key);
      if (known === undefined) found.set(key, { diagnostic, titles: [title] });
      else known.titles.push(title);
    }
  const ordered = orderDiagnostics([...found.values()].map(({ diagnostic }) => diagnostic));
  return ordered.map((diagnostic) => found.get(JSON.stringify(diagnostic))!);
}

/** So many titles are listed of a mistake that many rows have. */
const mostTitles = 5;

function printEnd({ reports, outcome, target, milliseconds, mistakes }: BatchEnd, world: World): void {
  const { stderr, stdout, environment } = world;
  const color = takesColor(stderr, environment);
  const told = gathered(outcome);
  const places = new Map(reports.map(({ title, place }) => [title, place]));
  for (const { diagnostic, titles } of told) {
    const listed = titles
      .slice(0, mostTitles)
      .map((title) => visibleLine(`${title} (${places.get(title)})`))
      .join(', ');
    const more = titles.length > mostTitles ? ` and ${titles.length - mostTitles} more` : '';
    stderr.write(`${printDiagnostics([diagnostic], { color })}\n  in: ${listed}${more}\n`);
  }
  if (outcome.untold > 0) stderr.write(`and ${outcome.untold} more that are not listed\n`);
  if (mistakes.length > 0) stderr.write(`${printDiagnostics(mistakes, { color })}\n`);
  if (told.length > 0) stderr.write(`\n${countDiagnostics(told.map(({ diagnostic }) => diagnostic))}\n`);
  const { built, unchanged, failures, isStopped } = outcome;
  const parts = [
    `${built} of ${reports.length} built`,
    ...(unchanged > 0 ? [`${unchanged} were there`] : []),
    ...(failures.length > 0 ? [`${failures.length} failed`] : []),
    ...(isStopped ? ['stopped: --resume goes on'] : []),
  ];
  stdout.write(`${parts.join(', ')} in ${(milliseconds / 1000).toFixed(2)} s: ${join(target, 'index.html')}\n`);
}

const asJson = ({ reports, outcome, target, milliseconds, mistakes }: BatchEnd): unknown => ({
  ok: outcome.failures.length === 0 && !outcome.isStopped && mistakes.length === 0,
  all: reports.length,
  built: outcome.built,
  unchanged: outcome.unchanged,
  stopped: outcome.isStopped,
  folder: target,
  reports: [...outcome.entries].map(([report, { title, files }]) => ({ report, title, files })),
  failures: outcome.failures,
  warnings: outcome.warnings,
  untold: outcome.untold,
  diagnostics: mistakes,
  milliseconds,
});
