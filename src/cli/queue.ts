/** `briefkit queue`: reports of a batch into a queue on Redis, for workers on many machines; and how far they are. */
import { resolve } from 'node:path';
import { planBatch } from '../batch/plan-batch.js';
import { bundleReport } from '../batch/queue/report-bundle.js';
import { enqueue } from '../batch/queue/enqueue.js';
import { queueStatus } from '../batch/queue/queue-status.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { missingArgument, wrongNumber } from '../diagnostics/messages.js';
import { diskFiles } from '../project/files.js';
import { packageVersion } from '../project/package-folder.js';
import { batchOptions } from './build-batch.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { checkPositionals } from './input/positionals.js';
import { connectQueue } from './connect-queue.js';
import { batchRequest, rowOptions } from './report/row-jobs.js';
import { printMistakes, refuseInput } from './report/survey-report.js';

const example = 'briefkit queue data/onepage --each towns.csv --redis redis://queue.example --to /mnt/reports';

export const queue: Command = {
  summary: 'puts a report for each row into a queue, for workers on many machines',
  usage: '<report folder> | status',
  options: {
    each: rowOptions.each,
    redis: { value: '<address>', what: 'of the Redis server: redis://host:6379; REDIS_URL if not given' },
    to: { value: '<folder>', what: 'where workers write: a folder that all of them have at this path' },
    only: { value: '<names>', what: 'some outputs alone, with commas between' },
    name: batchOptions.name,
    where: batchOptions.where,
    group: batchOptions.group,
    sheet: batchOptions.sheet,
    priority: { value: '<number>', what: '1 comes before 2, and what has none before all' },
    attempts: { value: '<number>', what: 'how often a job is tried, with longer and longer waits; 3 if not given' },
    json: { value: null, what: 'prints one JSON document, for other programs' },
  },
  explanation: [
    'The report travels with its bundle, theme and fonts: a worker needs nothing but briefkit. What is in the queue already is not put there again,',
    'and what failed is tried again. The queue is BullMQ on Redis, which must keep its data (appendonly yes) if a restart is to lose nothing.',
    'briefkit queue status tells how many wait, are at work, are done and have failed, and why.',
  ],
  examples: [
    { line: example, what: 'a job for each row' },
    { line: 'briefkit worker --redis redis://queue.example', what: 'on each machine' },
    { line: 'briefkit queue status --redis redis://queue.example', what: 'how far they are' },
  ],
  run: runQueue,
};

async function runQueue(input: CommandInput, world: World): Promise<ExitCode> {
  const mistakes: Diagnostic[] = [
    ...checkPositionals(input, ['the report folder, or status'], 'briefkit queue', example),
  ];
  const [report = ''] = input.positionals;
  const isStatus = report === 'status';
  for (const option of isStatus ? [] : ['each', 'to'])
    if (!input.values.has(option)) mistakes.push(missingArgument(`--${option}`, example));
  const tell = (diagnostic: Diagnostic): void => void mistakes.push(diagnostic);
  const priority = readNumber(input, 'priority', 2_097_152, tell);
  const attempts = readNumber(input, 'attempts', 100, tell) ?? 3;
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  if (isStatus) return printStatus(input, world);

  const files = diskFiles(world.workingFolder);
  const reports = await planBatch(batchRequest(report, input, world), files, tell);
  const bundle = reports === null ? null : bundleReport(report, files, tell);
  if (mistakes.length > 0) printMistakes(mistakes, world);
  if (reports === null || bundle === null || mistakes.some(({ severity }) => severity === 'error')) return 1;
  const open = await connectQueue(input, world);
  if (open === null) return 1;
  try {
    const { all, known, retried } = await enqueue(open, bundle, reports, {
      folder: resolve(world.workingFolder, input.values.get('to')!),
      version: packageVersion(),
      priority,
      attempts,
    });
    if (input.switches.has('json')) world.stdout.write(`${JSON.stringify({ ok: true, all, known, retried })}\n`);
    else
      world.stdout.write(
        `${all - known} of ${all} put into the queue${known > 0 ? `, ${known} were there` : ''}${retried > 0 ? `, ${retried} had failed and are tried again` : ''}\n`,
      );
  } finally {
    await open.close();
  }
  return 0;
}

function readNumber(
  { values }: CommandInput,
  option: string,
  most: number,
  tell: (diagnostic: Diagnostic) => void,
): number | null {
  const given = values.get(option);
  if (given === undefined) return null;
  const number = /^\d{1,7}$/.test(given) ? Number(given) : 0;
  if (number >= 1 && number <= most) return number;
  tell(wrongNumber(`--${option}`, given, 1, most));
  return null;
}

/** So many failures are shown with their causes. */
const mostFailures = 10;

async function printStatus(input: CommandInput, world: World): Promise<ExitCode> {
  const open = await connectQueue(input, world);
  if (open === null) return 1;
  try {
    const status = await queueStatus(open, mostFailures);
    if (input.switches.has('json')) world.stdout.write(`${JSON.stringify(status, null, 2)}\n`);
    else {
      const { waiting, active, done, failed, workers, otherVersions, failures } = status;
      world.stdout.write(
        `${done} done, ${active} at work, ${waiting} waiting, ${failed} failed; ${workers} worker${workers === 1 ? '' : 's'}\n`,
      );
      if (otherVersions > 0)
        world.stdout.write(`${otherVersions} built by another version of briefkit than asked for them\n`);
      for (const { title, place, reason, attempts } of failures)
        world.stdout.write(
          `\n${title} (${place}), tried ${attempts === 1 ? 'once' : `${attempts} times`}:\n  ${reason.trim().replaceAll('\n', '\n  ')}\n`,
        );
    }
    return status.failed > 0 ? 1 : 0;
  } finally {
    await open.close();
  }
}
