/** What runs in each thread of a batch: one warm builder for the thread's life. */
import type { Job } from '../job.js';
import { warmBuilder } from './warm-builder.js';
import type { BuiltReport, WarmBuilder } from './warm-builder.js';

export interface PoolTask {
  readonly workingFolder: string;
  readonly job: Job;
}

let builder: WarmBuilder | null = null;

export function buildTask({ workingFolder, job }: PoolTask): Promise<BuiltReport> {
  builder ??= warmBuilder(workingFolder, process.env);
  return builder(job);
}
