/**
 * Warm threads for the reports of several bundles: a thread knows the files of one. A worker that runs for weeks meets
 * many, so that only the last few keep threads that wait.
 */
import type { Job } from '../../job.js';
import { buildPool } from '../build-pool.js';
import type { BuildPool } from '../build-pool.js';
import type { BuiltReport } from '../warm-builder.js';

/** Bundles whose threads stay, in hand or not; those in hand stay in any case. */
const mostWarm = 2;

interface WarmPool {
  readonly pool: Promise<BuildPool>;
  /** Its reports in hand. */
  jobs: number;
}

export class WarmPools {
  /** By the bundle's folder, the one that was asked for last at the end. */
  private readonly pools = new Map<string, WarmPool>();

  /** @param threads of each; `environment` as of `buildPool`. */
  constructor(
    private readonly threads: number,
    private readonly environment: Parameters<typeof buildPool>[2],
  ) {}

  async build(folder: string, job: Job): Promise<BuiltReport> {
    const warm = this.pools.get(folder) ?? { pool: buildPool(folder, this.threads, this.environment), jobs: 0 };
    this.pools.delete(folder);
    this.pools.set(folder, warm);
    warm.jobs += 1;
    this.closeIdle();
    try {
      return await (await warm.pool).build(job);
    } finally {
      warm.jobs -= 1;
    }
  }

  async close(): Promise<void> {
    for (const { pool } of this.pools.values()) await (await pool).close();
  }

  private closeIdle(): void {
    for (const [folder, { pool, jobs }] of this.pools) {
      if (this.pools.size <= mostWarm) return;
      if (jobs > 0) continue;
      this.pools.delete(folder);
      void pool.then((open) => open.close());
    }
  }
}
