/** Reports of a batch as jobs of the queue: each once, whoever asks for it again. */
import type { BatchReport } from '../run-batch.js';
import { contentMark } from './report-bundle.js';
import type { ReportBundle } from './report-bundle.js';
import { bundleKey, bundledJob, contentKey } from './report-queue.js';
import type { OpenQueue, ReportTask } from './report-queue.js';

export interface QueueSettings {
  readonly folder: string;
  readonly version: string;
  /** From 1, which comes first, to 2,097,152; null for none, which comes before all. */
  readonly priority: number | null;
  /** How often a job is tried. */
  readonly attempts: number;
}

export interface Enqueued {
  readonly all: number;
  /** Were there already: waiting, at work or done. */
  readonly known: number;
  /** Had failed, and are tried again. */
  readonly retried: number;
}

/** Jobs that are sent at once. */
const pieceSize = 500;

/** Done jobs are kept for a week, so that the same is not built again. */
const weekInSeconds = 7 * 24 * 3600;

export async function enqueue(
  { queue, redis }: OpenQueue,
  bundle: ReportBundle,
  reports: readonly BatchReport[],
  settings: QueueSettings,
): Promise<Enqueued> {
  for (const [mark, bytes] of bundle.contents)
    if ((await redis.exists(contentKey(mark))) === 0) await redis.set(contentKey(mark), Buffer.from(bytes));
  await redis.set(bundleKey(bundle.mark), JSON.stringify(bundle.files));

  let [known, retried] = [0, 0];
  for (let start = 0; start < reports.length; start += pieceSize) {
    const tasks = reports.slice(start, start + pieceSize).map((report) => taskOf(report, bundle.mark, settings));
    const jobs = tasks.map((data) => ({ id: contentMark(JSON.stringify(data)).slice(0, 40), data }));
    const states = await Promise.all(jobs.map(({ id }) => queue.getJobState(id)));
    for (const [index, state] of states.entries()) {
      if (state === 'unknown') continue;
      known += 1;
      if (state !== 'failed') continue;
      const failed = await queue.getJob(jobs[index]!.id);
      await failed?.retry('failed');
      retried += 1;
    }
    await queue.addBulk(
      jobs
        .filter((_, index) => states[index] === 'unknown')
        .map(({ id, data }) => ({
          name: data.title,
          data,
          opts: {
            jobId: id,
            attempts: settings.attempts,
            backoff: { type: 'exponential', delay: 1000 },
            removeOnComplete: { age: weekInSeconds },
            ...(settings.priority !== null && { priority: settings.priority }),
          },
        })),
    );
  }
  return { all: reports.length, known, retried };
}

function taskOf(
  { title, place, job, nameOf, outputs }: BatchReport,
  bundle: string,
  settings: QueueSettings,
): ReportTask {
  return {
    bundle,
    title,
    place,
    job: bundledJob(job),
    names: Object.fromEntries(outputs.map((output) => [output, nameOf(output)])),
    folder: settings.folder,
    version: settings.version,
  };
}
