/** Reports of a batch for the commands that look at them: what is asked of rows, and the job that each of them is. */
import { planBatch, type BatchRequest } from '../../batch/plan-batch.js';
import type { BatchReport } from '../../batch/run-batch.js';
import { notWithEach, onlyWithEach } from '../../diagnostics/batch-messages.js';
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import type { Files } from '../../project/files.js';
import { templateRoots } from '../../project/package-folder.js';
import { diskDatabases } from '../../query/disk-databases.js';
import type { Command, CommandInput, World } from '../input/command.js';
import { readJob } from './read-job.js';

export const rowOptions = {
  each: {
    value: '<rows>',
    what: 'a report for each row of a CSV file, a workbook, a YAML list or SQL',
  },
  where: {
    value: '<condition>',
    what: 'with --each: only rows of which it holds: "region=Nord", "beds>=20"; all of them, if given several times',
    many: true,
  },
  group: { value: '<column>', what: 'with --each: rows that say the same in this column are one report' },
  sheet: { value: '<name>', what: 'with --each: the sheet of a workbook' },
} as const satisfies Command['options'];

/** What holds of rows alone, on a command that takes them. */
const ofRows = ['where', 'group', 'sheet', 'jobs', 'name', 'resume', 'bind'] as const;

/** What no report of a batch has: it knows no earlier state, and no stage of one is written out. */
const ofOne = ['mark-changes', 'require-approved', 'trace'] as const;

/** Options that would be passed over without `--each`, or with it. */
export function eachMistakes({ values, switches }: CommandInput): readonly Diagnostic[] {
  const isGiven = (option: string): boolean => values.has(option) || switches.has(option);
  return values.has('each') ? ofOne.filter(isGiven).map(notWithEach) : ofRows.filter(isGiven).map(onlyWithEach);
}

/** `report` is null for a folder of reports. */
export const batchRequest = (report: string | null, input: CommandInput, world: World): BatchRequest => {
  const { report: _, ...usual } = readJob('', input);
  return {
    each: input.values.get('each')!,
    job: report === null ? null : readJob(report, input),
    usual,
    pattern: input.values.get('name') ?? null,
    where: input.values.get('where')?.split('\n') ?? [],
    group: input.values.get('group') ?? null,
    sheet: input.values.get('sheet') ?? null,
    isWritten: true,
    bind: input.values.get('bind') ?? null,
    roots: templateRoots(world.workingFolder),
    ask: diskDatabases(world.workingFolder, world.environment),
  };
};

/** The report's rows, one at least; null where they cannot be read, which is told. */
export const rowJobs = (
  report: string,
  input: CommandInput,
  world: World,
  files: Files,
  tell: Tell,
): Promise<readonly BatchReport[] | null> =>
  planBatch({ ...batchRequest(report, input, world), isWritten: false }, files, tell);
