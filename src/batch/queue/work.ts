/**
 * A worker: takes jobs from the queue, builds them in warm threads and writes their files, until it is told to stop.
 */
import { join } from 'node:path';
import { printDiagnostics } from '../../diagnostics/print-diagnostics.js';
import { diskReason } from '../../project/disk-reason.js';
import { putFiles } from '../../project/make-whole.js';
import { readOrNull } from '../../project/cache-file.js';
import { hashOf } from '../../project/remember-reads.js';
import { lacksOfRow } from '../lacks-of-row.js';
import { otherVersionsKey, queueName, queuePrefix } from './report-queue.js';
import type { OpenQueue, QueueConnection, ReportDone, ReportJob, ReportTask } from './report-queue.js';
import { unpackBundle } from './unpack-bundle.js';
import { WarmPools } from './warm-pools.js';

export interface WorkerSettings {
  readonly connection: QueueConnection;
  readonly threads: number;
  /** Jobs a second, of all workers together; null for no limit. */
  readonly rate: number | null;
  /** Where bundles are unpacked. */
  readonly cache: string;
  /** Takes the place of the folder that jobs name; null leaves it. */
  readonly folder: string | null;
  readonly version: string;
  /** In ms: a job whose worker was not heard of for so long is taken over by another one. */
  readonly takeOver: number;
  readonly signal: AbortSignal;
  /** Ends when nothing waits any more. */
  readonly untilEmpty: boolean;
  readonly say: (line: string) => void;
}

/** Returns when the work was ended; jobs in hand are done first. Whether the queue was there to the end. */
export async function work(open: OpenQueue, settings: WorkerSettings): Promise<boolean> {
  const { Worker, UnrecoverableError } = await import('bullmq');
  const { connection, threads, rate, takeOver, signal, say } = settings;
  const pools = new WarmPools(threads, process.env);
  const handle = async (job: ReportJob): Promise<ReportDone> => {
    const done = await buildOne(job, open, settings, pools);
    if (typeof done === 'string') throw new UnrecoverableError(done);
    return done;
  };
  const worker = new Worker<ReportTask, ReportDone>(queueName, handle, {
    connection,
    prefix: queuePrefix,
    concurrency: threads,
    lockDuration: takeOver,
    stalledInterval: Math.max(1000, takeOver / 2),
    // A machine that dies says nothing of the job that it had: only a job that kills many workers is given up.
    maxStalledCount: 10,
    ...(rate !== null && { limiter: { max: rate, duration: 1000 } }),
  });
  let isLost = false;
  worker.on('error', (cause) => {
    if (!isLost) say(`the queue does not answer (${cause.message}); trying again`);
    isLost = true;
  });
  worker.on('ready', () => {
    isLost = false;
  });
  worker.on('completed', ({ name }) => say(`built ${name}`));
  worker.on('failed', (job, { message }) => say(`failed ${job?.name ?? ''}: ${message}`));
  await ended(open, signal, settings.untilEmpty);
  // Jobs in hand are done first. Where the queue is gone nobody can be told of them: they are another worker's then.
  const closed = worker.close().then(() => true);
  while (!(await Promise.race([closed, pause(300).then(() => isLost)])));
  await pools.close();
  return !isLost;
}

/** What was made of it, or the mistakes of the report, which no further try mends. */
async function buildOne(
  { id, data }: ReportJob,
  { redis }: OpenQueue,
  settings: WorkerSettings,
  pools: WarmPools,
): Promise<ReportDone | string> {
  const { cache, version, say } = settings;
  if (data.version !== version) {
    await redis.sadd(otherVersionsKey, `${id}`);
    say(`${data.title} was asked for by briefkit ${data.version}, this is ${version}: its files may differ`);
  }
  const source = await unpackBundle({ redis }, data.bundle, cache);
  const { outputs, diagnostics, milliseconds } = await pools.build(source, data.job);
  if (outputs.length === 0) {
    const { row } = data.job;
    return printDiagnostics([...diagnostics, ...(row ? lacksOfRow(row, diagnostics) : [])], { color: false });
  }
  const folder = settings.folder ?? data.folder;
  const files = outputs.map(({ name, bytes }) => ({ name: data.names[name] ?? name, bytes }));
  // One that was killed between writing and saying so has left the same files.
  const missing = files.filter(({ name, bytes }) => hashOf(readOrNull(join(folder, name))) !== hashOf(bytes));
  try {
    putFiles(folder, missing);
  } catch (cause) {
    const reason = diskReason(cause);
    throw reason === null ? cause : new Error(`cannot write into ${folder}: ${reason.words}`);
  }
  return {
    version,
    milliseconds: Math.round(milliseconds),
    files: outputs.map(({ name, bytes, pages }) => ({ name: data.names[name] ?? name, bytes: bytes.length, pages })),
  };
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** By its signal or, if asked, when nothing is left to do. */
async function ended({ queue }: OpenQueue, signal: AbortSignal, untilEmpty: boolean): Promise<void> {
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  if (!untilEmpty) return aborted;
  const isEmpty = async (): Promise<boolean> => {
    const counts = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed').catch(() => null);
    return counts !== null && Object.values(counts).every((count) => count === 0);
  };
  while (!signal.aborted && !(await isEmpty())) await Promise.race([aborted, pause(300)]);
}
