/**
 * Builders for a batch: as many threads as wanted, or this one where the program runs from source and has no file for a
 * thread.
 */
import { MessageChannel } from 'node:worker_threads';
import type { Job } from '../job.js';
import { threadFile } from '../project/package-folder.js';
import { warmBuilder } from './warm-builder.js';
import type { BuiltReport } from './warm-builder.js';

export interface BuildPool {
  readonly build: (job: Job) => Promise<BuiltReport>;
  /** The report's bytes are written: nobody looks at them again. */
  readonly letGo: (built: BuiltReport) => void;
  readonly close: () => Promise<void>;
}

/** `environment` says how databases are asked. */
export async function buildPool(
  workingFolder: string,
  threads: number,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<BuildPool> {
  const filename = threadFile('batch-worker.js');
  if (filename === null)
    return { build: warmBuilder(workingFolder, environment), letGo: () => undefined, close: () => Promise.resolve() };
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: 60_000,
    env: Object.fromEntries(
      Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
    // Nothing of this process is for a builder but its work.
    workerData: null,
  });
  let waiting = 0;
  return {
    async build(job) {
      waiting += 1;
      try {
        return (await pool.run({ workingFolder, job }, { name: 'buildTask' })) as BuiltReport;
      } finally {
        waiting -= 1;
      }
    },
    letGo: releaser(),
    async close() {
      if (waiting === 0) await pool.run(null, { name: 'keepTask' });
      await pool.destroy();
    },
  };
}

/**
 * Bytes that came from a thread are freed at once. V8 would wait until 64 MB of them lie about, since this thread makes
 * little else; what is sent to where nobody listens is gone.
 */
function releaser(): BuildPool['letGo'] {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  port1.unref();
  return ({ outputs }) => {
    for (const { bytes } of outputs)
      if (bytes.buffer.byteLength > 0) port1.postMessage(null, [bytes.buffer as ArrayBuffer]);
  };
}
