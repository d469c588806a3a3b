/** Keeps the memory of a large build near what of it is alive; a small one is left as V8 would have it. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * In bytes, taken of the system: between its stages a report of some tens of pages has less. What of it is in use
 * hangs on when V8 has last collected.
 */
const largeHeap = 72 * 1024 * 1024;
/** The same of the whole process: a report of 700 pages has taken 155 MiB when it is read, one of 150 slides 105. */
const largeProcess = 140 * 1024 * 1024;

/**
 * By how much of what is alive the heap may grow until V8 collects again, in percent. By itself V8 lets it grow to four
 * times as much, 400 MB beside 100 that are alive.
 */
const growth = 40;

/**
 * The same of each thread of a batch, where less is alive. With 60 it takes 8 MiB less a thread, and 3 to 6 % more CPU
 * time.
 */
const threadGrowth = 100;

let isBound = false;

/** To be called between two stages of a build. It holds for the rest of the process. */
export function boundHeap(): void {
  if (isBound) return;
  if (getHeapStatistics().total_heap_size >= largeHeap || process.memoryUsage.rss() >= largeProcess) bind(growth);
}

/** To be called before threads are begun: it holds for them, and for the rest of the process. */
export function boundHeaps(): void {
  if (!isBound) bind(threadGrowth);
}

/** In bytes, alive and not: from here on a collection is worth its 50 ms. */
const hugeHeap = 96 * 1024 * 1024;

/**
 * To be called where much has just been let go, before a stage that makes as much anew. What V8 collects while the
 * program runs on leaves all that was made meanwhile: of 700 pages 50 MB at the end of their layout.
 */
export function collectHeap(): void {
  if (getHeapStatistics().used_heap_size >= hugeHeap) collector()();
}

/**
 * For a process that builds again and again: its young objects get all the room that V8 gives them, 16 MB where the
 * command leaves them 8, and what a build left of them is collected while nobody waits. A change of a figure takes 0.93
 * of the CPU time.
 *
 * @returns to be called after each build.
 */
export function roomForBuilds(): () => void {
  setFlagsFromString('--semi-space-growth-factor=2');
  const collect = collector();
  return () => collect({ type: 'minor' });
}

type Collect = (what?: { readonly type: 'minor' }) => void;

/** V8 shows it where a context is made while the flag is set. */
function collector(): Collect {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as Collect;
  setFlagsFromString('--no-expose-gc');
  return collect;
}

function bind(percent: number): void {
  isBound = true;
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}
