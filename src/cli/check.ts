/** `briefkit check`: all that can be wrong in a report, without building its files. */
import { checkContent } from '../check/check-content.js';
import { mergeRows, type RowFindings } from '../check/merge-rows.js';
import { surveyDrawings, type Effects, type Job } from '../compile.js';
import { applySilences } from '../check/apply-silences.js';
import type { Silenced } from '../check/apply-silences.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { countDiagnostics, orderDiagnostics, printDiagnostics } from '../diagnostics/print-diagnostics.js';
import { keepResults } from '../memo/keep-results.js';
import { diskFiles } from '../project/files.js';
import { packageVersion } from '../project/package-folder.js';
import { recordBuild } from '../provenance/record-build.js';
import { githubLines } from './check-formats/github.js';
import { sarifLog } from './check-formats/sarif.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { takesColor } from './input/command.js';
import { checkPositionals, readChoice } from './input/positionals.js';
import { sinceApproval } from './report/approval-of.js';
import { diskEffects } from './report/disk-effects.js';
import { eachMistakes, rowJobs, rowOptions } from './report/row-jobs.js';
import { refuseInput } from './report/survey-report.js';

const example = 'briefkit check data/cixi-2024';
const formats = ['text', 'github', 'json', 'sarif'] as const;
type Format = (typeof formats)[number];

export const check: Command = {
  summary: 'finds what is wrong in a report, without building it',
  usage: '<report folder>',
  options: {
    format: { value: '<format>', what: `${formats.join(', ')}; text if not given` },
    strict: { value: null, what: 'warnings fail too' },
    offline: { value: null, what: 'asks no database: the last answers stand' },
    ...rowOptions,
    silenced: { value: null, what: 'shows what the report silences as well, with the reasons' },
  },
  explanation: [
    'Beside the mistakes that stop a build: numbers typed by hand, figures that are never shown, without source or period, one',
    'label with two values or units, changes that disagree with their values, sums, shares and totals that do not come out, years',
    'left out, ranks beyond their list, and words that contradict a sign (rose where it fell). What a report has looked at and lets',
    'stand it lists under "silence" in report.yaml, each with code, place and reason; names with numbers in them under "names".',
    'Exit code: 0 where nothing is left, or warnings alone; 1 where there is an error, or with --strict a warning.',
  ],
  examples: [
    { line: example, what: 'before sending out' },
    { line: `${example} --strict --format github`, what: 'in a workflow: marks the lines of a pull request' },
    { line: 'briefkit check data/ward --each departments.csv', what: 'the report of each row' },
    { line: `${example} --format sarif > check.sarif`, what: 'for programs that gather findings' },
  ],
  run: runCheck,
};

async function runCheck(input: CommandInput, world: World): Promise<ExitCode> {
  const format = readChoice(input, 'format', formats, 'text');
  const mistakes = [
    ...checkPositionals(input, ['the report folder'], 'briefkit check', example),
    ...eachMistakes(input),
    ...(typeof format === 'string' ? [] : [format]),
  ];
  if (mistakes.length > 0 || typeof format !== 'string') return refuseInput(mistakes, world);

  const result = await findAll(input, world);
  print(result, format, input.switches.has('silenced'), world);
  const fails = ({ severity }: Diagnostic): boolean => severity === 'error' || input.switches.has('strict');
  return result.shown.some(fails) ? 1 : 0;
}

/** In the report, or in that of each row. */
async function findAll(input: CommandInput, world: World): Promise<Silenced> {
  const [report, files] = [input.positionals[0]!, diskFiles(world.workingFolder)];
  const usual: Job = { report, only: null, strict: false };
  if (!input.values.has('each')) return checkJob(usual, diskEffects(world, silent, silent, files), world);
  const mistakes: Diagnostic[] = [];
  const rows = await rowJobs(report, input, world, files, (mistake) => void mistakes.push(mistake));
  if (rows === null) return { shown: mistakes, silenced: [] };
  // What one report needed serves the next.
  const memo = keepResults();
  const effects = { ...diskEffects(world, silent, silent, files), memo, shelf: new Map() };
  const found: RowFindings[] = [];
  for (const { title, job } of rows) {
    found.push({ title, found: await checkJob({ ...usual, row: job.row! }, effects, world) });
    memo.turn();
  }
  const merged = mergeRows(found);
  return { ...merged, shown: [...mistakes, ...merged.shown] };
}

async function checkJob(job: Job, effects: Effects, world: World): Promise<Silenced> {
  const all: Diagnostic[] = [];
  const tell = (diagnostic: Diagnostic): void => void all.push(diagnostic);
  const { data, bound, documents } = await surveyDrawings(job, { ...effects, tell });
  if (data !== null) {
    checkContent(data, [...bound.values()], tell);
    if (job.row === undefined) all.push(...sinceApproval(job.report, recordBuild(data, documents), world));
  }
  return applySilences(orderDiagnostics(all), data?.silences ?? [], data?.folder ?? '');
}

const silent = (): void => undefined;

function print(result: Silenced, format: Format, withSilenced: boolean, world: World): void {
  const shown = orderDiagnostics(result.shown);
  switch (format) {
    case 'text':
      return printText(shown, result.silenced, withSilenced, world);
    case 'github':
      world.stdout.write(githubLines(shown));
      return;
    case 'json':
      world.stdout.write(`${JSON.stringify({ diagnostics: shown, silenced: result.silenced }, null, 2)}\n`);
      return;
    case 'sarif':
      world.stdout.write(`${JSON.stringify(sarifLog(shown, result.silenced, packageVersion()), null, 2)}\n`);
      return;
  }
}

function printText(
  shown: readonly Diagnostic[],
  silenced: Silenced['silenced'],
  withSilenced: boolean,
  { stdout, environment }: World,
): void {
  const color = takesColor(stdout, environment);
  const coded = shown.map((diagnostic) => ({ ...diagnostic, message: `${diagnostic.message} [${diagnostic.code}]` }));
  if (shown.length > 0) stdout.write(`${printDiagnostics(coded, { color })}\n\n`);
  if (withSilenced)
    for (const { diagnostic, reason } of silenced)
      stdout.write(`${printDiagnostics([{ ...diagnostic, hint: null }], { color })}\n  silenced: ${reason}\n`);
  const rest = silenced.length === 0 ? '' : `, ${silenced.length} silenced`;
  stdout.write(`${shown.length === 0 ? 'nothing wrong was found' : countDiagnostics(shown)}${rest}\n`);
}
