/** `briefkit check`: all that can be wrong in a report, without building its files. */
import { checkContent } from '../check/check-content.js';
import { surveyDrawings } from '../compile.js';
import { applySilences } from '../check/apply-silences.js';
import type { Silenced } from '../check/apply-silences.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { countDiagnostics, orderDiagnostics, printDiagnostics } from '../diagnostics/print-diagnostics.js';
import { packageVersion } from '../project/package-folder.js';
import { recordBuild } from '../provenance/record-build.js';
import { githubLines } from './check-formats/github.js';
import { sarifLog } from './check-formats/sarif.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { takesColor } from './input/command.js';
import { checkPositionals, readChoice } from './input/positionals.js';
import { sinceApproval } from './report/approval-of.js';
import { refuseInput, surveyReport } from './report/survey-report.js';

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
    { line: `${example} --format sarif > check.sarif`, what: 'for programs that gather findings' },
  ],
  run: runCheck,
};

async function runCheck(input: CommandInput, world: World): Promise<ExitCode> {
  const format = readChoice(input, 'format', formats, 'text');
  const mistakes = [
    ...checkPositionals(input, ['the report folder'], 'briefkit check', example),
    ...(typeof format === 'string' ? [] : [format]),
  ];
  if (mistakes.length > 0 || typeof format !== 'string') return refuseInput(mistakes, world);

  const { found, diagnostics } = await surveyReport(input.positionals[0]!, world, undefined, surveyDrawings);
  const all: Diagnostic[] = [...diagnostics];
  if (found.data !== null)
    checkContent(found.data, [...found.bound.values()], (diagnostic) => void all.push(diagnostic));
  if (found.data !== null)
    all.push(...sinceApproval(input.positionals[0]!, recordBuild(found.data, found.documents), world));
  const result = applySilences(orderDiagnostics(all), found.data?.silences ?? [], found.data?.folder ?? '');
  print(result, format, input.switches.has('silenced'), world);
  const fails = ({ severity }: Diagnostic): boolean => severity === 'error' || input.switches.has('strict');
  return result.shown.some(fails) ? 1 : 0;
}

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
