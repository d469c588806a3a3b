/** `briefkit diff`: what changed between two states of a report, printed or as a sheet to sign. */
import { extname } from 'node:path';
import { compileChanges } from '../compile-changes.js';
import { sheetKinds, type SheetKind } from '../compile-sheet.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { noSheetKind } from '../diagnostics/messages.js';
import { compareBuilds } from '../provenance/compare-builds.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { lastApproval } from './report/approval-of.js';
import { diskEffects } from './report/disk-effects.js';
import { diffMarkdown, diffText } from './text/diff-text.js';
import { checkPositionals, readChoice } from './input/positionals.js';
import { readEarlierState, readState, statesExplained } from './report/report-states.js';
import type { ReportState } from './report/report-states.js';
import { printMistakes, refuseInput } from './report/survey-report.js';
import { writeFile } from './report/write-file.js';

const example = 'briefkit diff HEAD~1 data/cixi-2024';
const formats = ['table', 'md', 'json'] as const;

export const diff: Command = {
  summary: 'shows what changed between two states of a report',
  usage: '<before> <after>',
  options: {
    format: { value: '<format>', what: `what is printed: ${formats.join(', ')}; table if not given` },
    out: {
      value: '<file>',
      what: 'writes the change sheet instead, for whoever signs off: a name that ends with .pdf or .pptx',
    },
  },
  explanation: [
    ...statesExplained,
    'Lists figures with their old and new values, new and gone ones, changed prose and pictures, and every slide and page that is',
    'touched. Exit code 0 whether or not anything changed.',
    '',
    'The change sheet says the same on paper or on slides, in the language and the theme of the report given as after, with lines for',
    'those who check, review and approve. It is made by the bundle templates/changes; a copy of it in your folder wins.',
  ],
  examples: [
    { line: example, what: 'against the last commit' },
    { line: 'briefkit diff output/cixi-2024 data/cixi-2024', what: 'against the last build' },
    { line: `${example} --out changes.pdf`, what: 'a sheet to sign' },
    { line: `${example} --format md > changes.md`, what: 'for a message' },
  ],
  run: runDiff,
};

async function runDiff(input: CommandInput, world: World): Promise<ExitCode> {
  const format = readChoice(input, 'format', formats, 'table');
  const out = input.values.get('out') ?? null;
  const kind =
    out === null ? null : (sheetKinds.find((each) => extname(out) === `.${each}`) ?? noSheetKind(out, sheetKinds));
  const mistakes = [
    ...checkPositionals(input, ['the state before', 'the state after'], 'briefkit diff', example),
    ...[format, kind].filter((choice): choice is Diagnostic => typeof choice === 'object' && choice !== null),
  ];
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  const [from, to] = input.positionals as [string, string];
  const after = await readState(to, world);
  if (after === null) return 1;
  const before = await readEarlierState(from, to, world);
  if (before === null) return 1;
  if (out !== null) return writeSheet(before, after, kind as SheetKind, out, world);
  const changes = compareBuilds(before.record, after.record);
  switch (format as (typeof formats)[number]) {
    case 'json':
      world.stdout.write(`${JSON.stringify(changes, null, 2)}\n`);
      break;
    case 'md':
      world.stdout.write(`${diffMarkdown(changes)}\n`);
      break;
    case 'table':
      world.stdout.write(`${diffText(changes)}\n`);
      break;
  }
  return 0;
}

async function writeSheet(
  before: ReportState,
  after: ReportState,
  kind: SheetKind,
  out: string,
  world: World,
): Promise<ExitCode> {
  const diagnostics: Diagnostic[] = [];
  const effects = diskEffects(
    world,
    () => undefined,
    (diagnostic) => void diagnostics.push(diagnostic),
  );
  const look = after.data === null ? null : { theme: after.data.theme, meta: after.data.meta };
  const approval = after.data === null ? null : lastApproval(after.data.folder, world, effects.tell);
  const bytes = await compileChanges({ before, after, look, kind, approval }, effects);
  if (diagnostics.length > 0) printMistakes(diagnostics, world);
  return bytes === null ? 1 : writeFile(out, bytes, world);
}
