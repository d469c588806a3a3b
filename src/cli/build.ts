/** `briefkit build`: a report's folder to its outputs on disk. */
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { compile } from '../compile.js';
import type { CompileResult, Effects, Job, StageEvent } from '../compile.js';
import type { Diagnostic, Tell } from '../diagnostics/diagnostic.js';
import { afterWithoutInto, intoOrTemplate } from '../diagnostics/template-messages.js';
import { countDiagnostics, orderDiagnostics, printDiagnostics } from '../diagnostics/print-diagnostics.js';
import { boundHeap, collectHeap } from './report/bound-heap.js';
import type { PngToShrink, ShrunkPng } from '../model/pictures/shrink-png.js';
import { workerThread } from '../project/worker-thread.js';
import { completeOutputs } from '../project/write-outputs.js';
import { buildInto } from './build-into.js';
import { buildMemory } from './build-memory.js';
import type { BuildWords, BuiltOutput } from './build-memory.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { takesColor } from './input/command.js';
import { checkPositionals } from './input/positionals.js';
import { diskEffects } from './report/disk-effects.js';
import { progressPrinter } from './progress.js';
import { batchOptions, runBuildEach } from './build-batch.js';
import { refusedByApproval } from './report/approval-of.js';
import { jobOptions, readJob, targetOf } from './report/read-job.js';
import { eachMistakes } from './report/row-jobs.js';
import { traceBuild } from './trace/build-trace.js';
import { readEarlierState } from './report/report-states.js';

export const build: Command = {
  summary: "builds a report's outputs",
  usage: '<report folder>',
  options: {
    out: jobOptions.out,
    only: jobOptions.only,
    bundle: jobOptions.bundle,
    theme: jobOptions.theme,
    strict: { value: null, what: 'warnings fail the build too' },
    'require-approved': { value: null, what: 'builds nothing but what was approved: see briefkit approve' },
    'mark-changes': {
      value: '<before>',
      what: 'marks what changed since an earlier state, in files of their own: deck.marked.pptx, briefing.marked.pdf',
    },
    template: jobOptions.template,
    fonts: jobOptions.fonts,
    into: jobOptions.into,
    after: jobOptions.after,
    draft: jobOptions.draft,
    offline: jobOptions.offline,
    trace: { value: null, what: "writes each stage's result as text beside the outputs, and the times of all stages" },
    ...batchOptions,
    json: { value: null, what: 'prints one JSON document, for other programs' },
  },
  explanation: [
    'Reads the report, runs its templates, lays out slides and pages, and writes the outputs that its report.yaml names.',
    'All mistakes found are shown in one run, each with file:line:column and what to do. While there is one, no file is',
    'touched: what an earlier build wrote stays as it was. The same input gives the same bytes, on any day and machine.',
    'Beside the outputs stands build.json: every figure with each place that shows it. A build of what has not changed since the',
    'last one is not done again: output/.cache/ remembers it, and may be deleted at any time.',
    '',
    '--mark-changes takes what briefkit diff takes as before. Its files have names of their own, so that none takes the place of a clean',
    'one: bars in the margin and old values struck through on paper, outlines and comments in the deck. A draft keeps its names.',
    '',
    "Outputs are those that the report's bundle states in its bundle.yaml; --only with a name that is none lists them. With --bundle",
    'a report gets what that bundle makes. Options of handouts and of sheets for a print shop stand in report.yaml, see data/README.md.',
  ],
  examples: [
    { line: 'briefkit build data/cixi-2024', what: 'everything, into output/cixi-2024/' },
    { line: 'briefkit build data/cixi-2024 --only deck.pptx', what: 'the deck alone' },
    { line: 'briefkit build data/cixi-2024 --only handout.pdf', what: 'paper for the meeting' },
    { line: 'briefkit build data/cixi-2024 --out /media/usb', what: 'into another folder' },
    {
      line: 'briefkit build data/cixi-2024 --mark-changes HEAD~1',
      what: 'deck.marked.pptx and briefing.marked.pdf, for whoever signs off',
    },
    {
      line: 'briefkit build data/cixi-2024 --draft',
      what: "with DRAFT, in the report's language, across every page and slide",
    },
    { line: 'briefkit build data/cixi-2024 --strict', what: 'for a check before sending out' },
    {
      line: 'briefkit build data/onepage --each departments.csv --name "{id}-{output}"',
      what: 'a report for each row',
    },
  ],
  run: runBuild,
};

/** Slides go into one deck, and behind a slide of that. */
const hostMistakes = ({ values }: CommandInput): readonly Diagnostic[] => [
  ...(values.has('into') && values.has('template') ? [intoOrTemplate()] : []),
  ...(values.has('after') && !values.has('into') ? [afterWithoutInto()] : []),
];

const builtOutput = ({ name, bytes, pages, page }: CompileResult['outputs'][number]): BuiltOutput => ({
  name,
  size: bytes.length,
  pages,
  page,
});

async function runBuild(input: CommandInput, world: World): Promise<ExitCode> {
  const [folder, ...extra] = input.positionals;
  const isBatch = input.values.has('each') && extra.length === 0;
  const mistakes = [
    ...(isBatch
      ? []
      : checkPositionals(input, ['the report folder'], 'briefkit build', 'briefkit build data/cixi-2024')),
    ...hostMistakes(input),
    ...eachMistakes(input),
  ];
  if (mistakes.length > 0)
    return conclude(
      { outputs: [], diagnostics: mistakes, stages: [], target: null, milliseconds: 0, unchanged: false },
      input.switches.has('json'),
      world,
    );
  return isBatch ? runBuildEach(folder ?? null, input, world) : buildReport(folder!, input, world);
}

async function buildReport(folder: string, input: CommandInput, world: World): Promise<ExitCode> {
  const start = world.clock();
  const json = input.switches.has('json');
  const before = input.values.get('mark-changes');
  const earlier = before === undefined ? null : await readEarlierState(before, folder, world);
  if (before !== undefined && earlier === null) return 1;
  const job: Job = { ...readJob(folder, input), ...(earlier && { markedAgainst: earlier.record }) };
  const target = targetOf(folder, input, world);
  const memory = isRemembered(input) ? buildMemory(job, target, world) : null;
  completeOutputs(resolve(world.workingFolder, target));
  const same = memory?.find() ?? null;
  if (same !== null)
    return conclude({ ...same, stages: [], target, milliseconds: world.clock() - start, unchanged: true }, json, world);

  const stages: StageEvent[] = [];
  const diagnostics: Diagnostic[] = [];
  const tell: Tell = (diagnostic) => void diagnostics.push(diagnostic);
  const progress = json ? () => undefined : progressPrinter(world.stderr);
  const trace = input.switches.has('trace') ? traceBuild(world.clock) : null;
  const log = (event: StageEvent): void => {
    boundHeap();
    // Before an output is written layout is over; after it, what it was made of.
    if (event.stage === 'write') collectHeap();
    progress(event);
    trace?.log(event);
    if (event.milliseconds !== null) stages.push(event);
  };
  const effects: Effects = { ...diskEffects(world, log, tell), ...whatIsKept(trace), ...pictureThread() };
  const ended = (outputs: readonly BuiltOutput[], told: readonly Diagnostic[]): ExitCode => {
    const milliseconds = world.clock() - start;
    return conclude({ outputs, diagnostics: told, stages, target, milliseconds, unchanged: false }, json, world);
  };
  const refused = input.switches.has('require-approved') ? await approvalErrors(folder, job, effects, world) : [];
  if (refused.length > 0) return ended([], refused);
  const { result, files, written } = await buildInto(
    resolve(world.workingFolder, target),
    job,
    memory?.watching(effects) ?? effects,
    { ...(memory && { makeRoom: memory.makeRoom }), ...(trace && { beside: (built) => trace.files(built) }) },
  ).catch((cause: unknown) => {
    // What was found before our own fault may help to get around it.
    if (!json && diagnostics.length > 0)
      world.stderr.write(
        `\n${printDiagnostics(diagnostics, { color: takesColor(world.stderr, world.environment) })}\n`,
      );
    throw cause;
  });
  const outputs = written === null ? [] : result.outputs.map(builtOutput);
  if (written !== null && result.data?.live === undefined) memory?.keep(files, { outputs, diagnostics });
  return ended(outputs, diagnostics);
}

/** Whoever looks for a fault wants what came of each stage; else a stage lets go what it has used. */
const whatIsKept = (trace: ReturnType<typeof traceBuild> | null): Pick<Effects, 'trace' | 'letsGo'> =>
  trace ? { trace: trace.trace } : { letsGo: true };

/** None where there is no other core for it. */
function pictureThread(): Pick<Effects, 'thread'> {
  if (availableParallelism() < 2) return {};
  const { begin, ask, end } = workerThread<PngToShrink, ShrunkPng>('picture-worker.cjs');
  return { thread: { begin, shrink: ask, end } };
}

/**
 * Only what goes to the usual place is remembered, for there the memory has a place too; and only what hangs on the
 * report alone.
 */
const isRemembered = ({ values, switches }: CommandInput): boolean =>
  !['out', 'mark-changes'].some((name) => values.has(name)) &&
  !['trace', 'require-approved'].some((name) => switches.has(name));

/** What keeps a report from being built with --require-approved. */
async function approvalErrors(
  report: string,
  job: Job,
  effects: Effects,
  world: World,
): Promise<readonly Diagnostic[]> {
  const { outputs, record } = await compile(job, { ...effects, tell: () => undefined });
  return record === null ? [] : refusedByApproval(report, record, outputs, world);
}

/** What a build came to. */
interface Conclusion extends BuildWords {
  readonly stages: readonly StageEvent[];
  readonly target: string | null;
  readonly milliseconds: number;
  /** All was as the last build left it. */
  readonly unchanged: boolean;
}

function conclude(conclusion: Conclusion, json: boolean, world: World): ExitCode {
  if (json) world.stdout.write(`${JSON.stringify(asJson(conclusion), null, 2)}\n`);
  else printConclusion(conclusion, world);
  return conclusion.outputs.length > 0 ? 0 : 1;
}

function printConclusion(
  { outputs, diagnostics, target, milliseconds, unchanged }: Conclusion,
  { stdout, stderr, environment }: World,
): void {
  if (diagnostics.length > 0) {
    const end = outputs.length > 0 ? '' : '; nothing was written';
    stderr.write(
      `${printDiagnostics(diagnostics, { color: takesColor(stderr, environment) })}\n\n${countDiagnostics(diagnostics)}${end}\n`,
    );
  }
  const width = Math.max(...outputs.map(({ name }) => name.length));
  for (const output of outputs) {
    stdout.write(
      `${join(target ?? '', output.name.padEnd(width))}  ${kilobytes(output).padStart(8)}  ${output.pages} ${output.page}${output.pages === 1 ? '' : 's'}\n`,
    );
  }
  if (outputs.length > 0)
    stdout.write(`${unchanged ? 'nothing has changed; looked' : 'built'} in ${(milliseconds / 1000).toFixed(2)} s\n`);
}

const asJson = ({ outputs, diagnostics, stages, target, milliseconds, unchanged }: Conclusion): unknown => ({
  ok: outputs.length > 0,
  unchanged,
  outputs: outputs.map(({ name, size, pages }) => ({ name, file: join(target ?? '', name), bytes: size, pages })),
  diagnostics: orderDiagnostics(diagnostics),
  stages,
  milliseconds,
});

const kilobytes = ({ size }: BuiltOutput): string => `${Math.ceil(size / 1000)} kB`;
