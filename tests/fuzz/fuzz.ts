/**
 * Builds mutants of a small report one after another and tells of each that ends as it should not: thrown, without a
 * place, in more than 5 s or with more than 512 MiB.
 *
 *     npm run fuzz -- --seconds 60 --seed 1
 *
 * A mutant is known by its number: `--seed 412 --count 1` makes that one alone.
 */
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { baseReport } from './base-report.js';
import { judge, type Verdict } from './judge.js';
import { mutantOf } from './mutate.js';

const mostSeconds = 5;
/** Where other programs have the processor. */
const mostWaiting = 60;
const mostMemory = 512 * 2 ** 20;

function work(): void {
  const base = baseReport();
  const port = parentPort!;
  port.on('message', (seed: number) => {
    void judge(mutantOf(base, seed)).then((verdict) => port.postMessage(verdict));
  });
  // What is loaded once is loaded by the report itself.
  void judge({ seed: 0, damaged: [], inputs: base }).then((verdict) => port.postMessage(verdict));
}

/** Seconds of the processor since some start. */
const secondsUsed = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** A thread that judges one mutant after another, and is given up where one takes too long. */
class Bench {
  private worker: Worker | null = null;

  async judge(seed: number): Promise<Verdict> {
    const worker = (this.worker ??= await this.start());
    const before = process.memoryUsage.rss();
    const [start, cpu] = [performance.now(), secondsUsed()];
    let most = before;
    const verdict = await new Promise<Verdict>((done) => {
      const end = (found: Verdict): void => {
        clearInterval(watch);
        worker.off('message', end).off('error', fail);
        done(found);
      };
      const fail = (cause: Error): void => giveUp(`ended the thread: ${cause.stack ?? cause.message}`);
      const giveUp = (fault: string): void => {
        this.worker = null;
        void worker.terminate();
        end({ seed, damaged: mutantOf(baseReport(), seed).damaged, faults: [fault], ended: 'thrown' });
      };
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss());
        if (secondsUsed() - cpu > mostSeconds) giveUp(`took more than ${mostSeconds} s`);
        else if (performance.now() - start > mostWaiting * 1000) giveUp(`waits for something for ${mostWaiting} s`);
      }, 20);
      worker.on('message', end).on('error', fail);
      worker.postMessage(seed);
    });
    return most - before > mostMemory
      ? { ...verdict, faults: [...verdict.faults, `took ${Math.round((most - before) / 2 ** 20)} MiB`] }
      : verdict;
  }

  async end(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Promise<Worker> {
    const worker = new Worker(fileURLToPath(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 700 } });
    return new Promise((ready, failed) => {
      worker.once('error', failed);
      worker.once('message', ({ faults }: Verdict) => {
        worker.off('error', failed);
        if (faults.length > 0) failed(new Error(`the report itself is wrong:\n${faults.join('\n')}`));
        else ready(worker);
      });
    });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seconds: { type: 'string' }, seed: { type: 'string' }, count: { type: 'string' } },
  });
  const first = Number(values.seed ?? 1);
  const count = Number(values.count ?? Infinity);
  const until = performance.now() + Number(values.seconds ?? (values.count === undefined ? 60 : Infinity)) * 1000;
  const bench = new Bench();
  const ends = { built: 0, told: 0, thrown: 0 };
  let wrong = 0;
  for (let seed = first; seed < first + count && performance.now() < until; seed++) {
    const { faults, ended, damaged } = await bench.judge(seed);
    ends[ended] += 1;
    if (faults.length === 0) continue;
    wrong += 1;
    console.log(`mutant ${seed} (${damaged.join(', ')})\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  }
  await bench.end();
  console.log(`${ends.built} built, ${ends.told} told, ${ends.thrown} thrown; ${wrong} ended as they should not`);
  process.exitCode = wrong === 0 ? 0 : 1;
}

if (isMainThread) await main();
else work();
