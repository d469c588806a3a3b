/** A thread of one file that answers questions, in their order. */
import { createRequire } from 'node:module';
import type { ResourceLimits, Worker } from 'node:worker_threads';
import { threadFile } from './package-folder.js';

export interface WorkerThread<Question, Answer> {
  /** Starts it; nothing where it runs. */
  readonly begin: () => void;
  /** Null where it cannot run, or has failed: then it answers nothing any more. Never rejects. */
  readonly ask: (question: Question) => Promise<Answer | null>;
  readonly end: () => void;
}

export interface ThreadRoom {
  readonly limits: ResourceLimits;
  /** Plain data, which it finds as its `workerData`. */
  readonly given?: unknown;
}

/** It holds little more than what it is asked, whose bytes stand outside of its heap. */
const small: ThreadRoom = { limits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 64 } };

/** @param name of its file in `.build`; it never runs where the program runs from source. */
export function workerThread<Question, Answer>(
  name: string,
  { limits, given }: ThreadRoom = small,
): WorkerThread<Question, Answer> {
  const file = threadFile(name);
  let worker: Worker | null = null;
  let isOver = file === null;
  const waiting: ((answer: Answer | null) => void)[] = [];
  const give = (answer: Answer | null): void => {
    waiting.shift()?.(answer);
    // A process is not kept by a thread that nobody waits for.
    if (waiting.length === 0) worker?.unref();
  };
  const fail = (): void => {
    isOver = true;
    while (waiting.length > 0) give(null);
  };
  const begin = (): void => {
    if (isOver || worker !== null || file === null) return;
    const threads = createRequire(import.meta.url)('node:worker_threads') as typeof import('node:worker_threads');
    worker = new threads.Worker(file, { resourceLimits: limits, workerData: given, execArgv: [], env: {} });
    worker.on('message', give).on('error', fail).on('exit', fail).unref();
  };
  return {
    begin,
    ask(question) {
      begin();
      if (isOver || worker === null) return Promise.resolve(null);
      worker.ref();
      worker.postMessage(question);
      return new Promise((resolved) => waiting.push(resolved));
    },
    end() {
      fail();
      void worker?.terminate();
    },
  };
}
