/** `briefkit worker`: builds what waits in a queue. */
import { cpus, tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { redisConnection } from '../batch/queue/report-queue.js';
import { work } from '../batch/queue/work.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { wrongNumber } from '../diagnostics/messages.js';
import { visibleText } from '../diagnostics/visible-text.js';
import { packageVersion } from '../project/package-folder.js';
import { connectQueue, redisAddress } from './connect-queue.js';
import type { Command, CommandInput, ExitCode, World } from './input/command.js';
import { checkPositionals } from './input/positionals.js';
import { refuseInput } from './report/survey-report.js';

const example = 'briefkit worker --redis redis://queue.example';

export const worker: Command = {
  summary: 'builds the reports that wait in a queue',
  usage: '',
  options: {
    redis: { value: '<address>', what: 'of the Redis server: redis://host:6379; REDIS_URL if not given' },
    jobs: { value: '<number>', what: 'how many are built at once; as many as there are cores if not given' },
    rate: { value: '<number>', what: 'at most so many a second, of all workers together' },
    to: { value: '<folder>', what: 'writes there, whatever folder the jobs name' },
    'take-over': {
      value: '<seconds>',
      what: 'takes over the jobs of a worker not heard of for so long; 30 if not given',
    },
    'until-empty': { value: null, what: 'ends when nothing is left to do' },
  },
  explanation: [
    'Takes jobs one after the other, builds them in warm threads and writes their files, each whole under its name. It may be killed at any time:',
    'its jobs are taken over by another worker and written once. Ctrl-C ends it when the jobs in hand are done. Any number may run, on any number',
    'of machines; a machine needs nothing but briefkit and the folder into which jobs are written.',
  ],
  examples: [
    { line: example, what: 'until it is ended' },
    { line: `${example} --jobs 8 --until-empty`, what: 'as a job of a cluster' },
  ],
  run: runWorker,
};

async function runWorker(input: CommandInput, world: World): Promise<ExitCode> {
  const mistakes: Diagnostic[] = [...checkPositionals(input, [], 'briefkit worker', example)];
  const number = (option: string, usual: number | null): number | null => {
    const given = input.values.get(option);
    if (given === undefined) return usual;
    if (/^[1-9]\d{0,5}$/.test(given)) return Number(given);
    mistakes.push(wrongNumber(`--${option}`, given, 1, 999_999));
    return usual;
  };
  const threads = number('jobs', cpus().length)!;
  const rate = number('rate', null);
  const takeOver = number('take-over', 30)! * 1000;
  if (mistakes.length > 0) return refuseInput(mistakes, world);
  const stop = new AbortController();
  const open = await connectQueue(input, world, stop.signal);
  if (open === null) return 1;
  const end = (): void => stop.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  world.signal?.addEventListener('abort', end);
  const folder = input.values.get('to');
  try {
    const isWhole = await work(open, {
      connection: redisConnection(redisAddress(input, world), stop.signal)!,
      threads,
      rate,
      takeOver,
      cache: join(tmpdir(), `briefkit-${userInfo().username.replace(/[^\w-]/g, '_')}`),
      folder: folder === undefined ? null : resolve(world.workingFolder, folder),
      version: packageVersion(),
      signal: stop.signal,
      untilEmpty: input.switches.has('until-empty'),
      say: (line) => void world.stderr.write(`${visibleText(line)}\n`),
    });
    // A client whose server is gone has timers that nobody can reach: they would keep the process.
    if (!isWhole) setTimeout(() => process.exit(), 2_000).unref();
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, end);
    await open.close();
  }
  return 0;
}
