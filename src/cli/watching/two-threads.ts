/**
 * Builds of a watch in two threads, where a report has several documents and the machine several cores: the first
 * document here, the others beside it.
 */
import { availableParallelism } from 'node:os';
import { compilePart, joinParts } from '../../compile-parts.js';
import { compile } from '../../compile.js';
import type { CompileResult, Effects, Job } from '../../compile.js';
import type { Reads } from '../../project/remember-reads.js';
import { workerThread, type WorkerThread } from '../../project/worker-thread.js';
import type { PartAnswer, PartWorld } from './part-worker.js';

export interface Made {
  readonly result: CompileResult;
  /** What the thread beside read, if it took part. */
  readonly readBeside: Reads;
}

/** In MiB: 16 for each of the three spaces of young objects, as the first thread has. */
const limits = { maxYoungGenerationSizeMb: 48 };

const nothing: Reads = new Map();

export class TwoThreads {
  private beside: { readonly documents: readonly string[]; readonly thread: Thread } | null = null;
  /** The thread beside has made its part once, which takes it longer than a build takes the thread that is warm. */
  private isWarm = false;

  constructor(private readonly world: PartWorld) {}

  async compile(job: Job, effects: Effects): Promise<Made> {
    const { beside } = this;
    if (beside === null || !this.isWarm) return { result: await compile(job, effects), readBeside: nothing };
    const { documents, thread } = beside;
    const asked = thread.ask({ ...job, part: { documents, takes: 'these' } });
    const ours = await compilePart({ ...job, part: { documents, takes: 'others' } }, effects);
    const theirs = await asked;
    // A thread that has come to its end is not asked again, whatever is wrong with it.
    if (theirs === null) this.isWarm = false;
    // Or the report now asks databases.
    if (theirs === null || ours.data?.live !== undefined)
      return { result: await compile(job, effects), readBeside: nothing };
    return { result: await joinParts(ours, theirs, effects.tell), readBeside: new Map(theirs.reads) };
  }

  /** To be called after each build: begins the thread when there is work for two, and ends it when there is not. */
  arrange(job: Job, { record, data }: CompileResult): void {
    if (record === null) return;
    // What a database answers may be another a moment later: it is asked in one thread.
    const documents = data?.live === undefined ? record.documents.slice(1).map(({ kind }) => kind) : [];
    if (this.beside !== null && documents.join(' ') === this.beside.documents.join(' ')) return;
    this.end();
    if (documents.length === 0 || availableParallelism() < 2) return;
    const { workingFolder, environment } = this.world;
    const thread: Thread = workerThread('watch-worker.js', { limits, given: { workingFolder, environment } });
    this.beside = { documents, thread };
    void thread.ask({ ...job, part: { documents, takes: 'these' } }).then((made) => {
      if (this.beside?.thread === thread) this.isWarm = made !== null;
    });
  }

  end(): void {
    this.beside?.thread.end();
    this.beside = null;
    this.isWarm = false;
  }
}

type Thread = WorkerThread<Job, PartAnswer>;
