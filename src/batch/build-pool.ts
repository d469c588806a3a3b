/**
 * Builders for a batch: as many threads as wanted, or this one where the program runs from source and has no file for a
 * thread.
 */
import type { Job } from '../job.js';
import { threadFile } from '../project/package-folder.js';
import { warmBuilder } from './warm-builder.js';
import type { BuiltReport } from './warm-builder.js';

export interface BuildPool {
  readonly build: (job: Job) => Promise<BuiltReport>;
  readonly close: () => Promise<void>;
}

export async function buildPool(workingFolder: string, threads: number): Promise<BuildPool> {
  const filename = threadFile('batch-worker.js');
  if (filename === null) return { build: warmBuilder(workingFolder), close: () => Promise.resolve() };
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
    // Nothing of this process is for a builder but its work.
    workerData: null,
  });
  return {
    build: (job) => pool.run({ workingFolder, job }, { name: 'buildTask' }) as Promise<BuiltReport>,
    close: () => pool.destroy(),
  };
}
