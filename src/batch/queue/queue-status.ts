/** How far the jobs of a queue are. */
import { otherVersionsKey } from './report-queue.js';
import type { OpenQueue } from './report-queue.js';

export interface QueueStatus {
  readonly waiting: number;
  readonly active: number;
  readonly done: number;
  readonly failed: number;
  /** That are connected. */
  readonly workers: number;
  /** Jobs that another version built than the one that asked. */
  readonly otherVersions: number;
  /** The last ones. */
  readonly failures: readonly {
    readonly title: string;
    readonly place: string;
    readonly reason: string;
    readonly attempts: number;
  }[];
}

export async function queueStatus({ queue, redis }: OpenQueue, mostFailures: number): Promise<QueueStatus> {
  const counts = await queue.getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'completed', 'failed');
  const failures = await queue.getFailed(0, mostFailures - 1);
  const count = (...states: readonly string[]): number => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return {
    waiting: count('waiting', 'prioritized', 'delayed'),
    active: count('active'),
    done: count('completed'),
    failed: count('failed'),
    workers: await queue.getWorkersCount(),
    otherVersions: await redis.scard(otherVersionsKey),
    failures: failures.map(({ data, failedReason, attemptsMade }) => ({
      title: data.title,
      place: data.place,
      reason: failedReason,
      attempts: attemptsMade,
    })),
  };
}
