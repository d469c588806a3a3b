/** `briefkit approve`: who found a report right, and what it said then. */
import { join } from 'node:path';
import { compile } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { approvalsName } from '../model/record/approval.js';
import { diskFiles } from '../project/files.js';
import { approvalsText, approve as approveBuild } from '../provenance/approvals.js';
import { readApprovals } from '../read/approvals/read-approvals.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { checkPositionals } from './input/positionals.js';
import { diskEffects } from './report/disk-effects.js';
import { printMistakes, refuseInput } from './report/survey-report.js';
import { writeFile } from './report/write-file.js';

const example = 'briefkit approve data/cixi-2024 --by "Wang Min"';

export const approve: Command = {
  summary: 'records who found a report right: the hash of every figure and output, with name and date',
  usage: '<report folder>',
  options: {
    by: { value: '<name>', what: 'who approves; the name of the user if not given' },
    note: { value: '<text>', what: 'what is to be said with it' },
  },
  explanation: [
    `Builds the report and writes ${approvalsName} beside report.yaml, below earlier approvals. From then on briefkit check tells every`,
    'figure that says something else, briefkit build --require-approved refuses to build it, and briefkit verify and the change sheet',
    'say who approved and what differs. Approve again once a change is right.',
  ],
  examples: [
    { line: example, what: 'before it goes out' },
    { line: `${example} --note "figures of 31 January"`, what: 'with a word for the file' },
  ],
  run: runApprove,
};

async function runApprove(input: CommandInput, world: World): Promise<ExitCode> {
  const mistakes = checkPositionals(input, ['the report folder'], 'briefkit approve', example);
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  const report = input.positionals[0]!;
  const diagnostics: Diagnostic[] = [];
  const tell = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const { failed, outputs, record } = await compile(
    { report, only: null, strict: false },
    diskEffects(world, () => undefined, tell),
  );
  const earlier = readApprovals(report, diskFiles(world.workingFolder), tell);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (failed || record === null || errors.length > 0) {
    printMistakes(errors, world);
    return 1;
  }
  const { environment } = world;
  const by = input.values.get('by') ?? environment['GIT_AUTHOR_NAME'] ?? environment['USER'] ?? 'unnamed';
  const date = new Date().toISOString().slice(0, 10);
  const approval = approveBuild(record, outputs, { by, date, note: input.values.get('note') ?? '' });
  const text = approvalsText([...earlier, approval]);
  world.stdout.write(`${approval.figures.length} figures and ${outputs.length} outputs approved by ${by}, ${date}\n`);
  return writeFile(join(report, approvalsName), new TextEncoder().encode(text), world);
}
