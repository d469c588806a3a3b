/** Runs a script in a fresh process and measures it from outside. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface Measurement {
  /** From start to end of the process, Node's own start included. */
  readonly milliseconds: number;
  /** Peak resident memory, in MiB. */
  readonly mebibytes: number;
  readonly stdout: string;
}

export function measureOnce(
  projectFolder: string,
  script: string,
  words: readonly string[],
  workingFolder = projectFolder,
): Measurement {
  const start = performance.now();
  const ended = spawnSync(
    process.execPath,
    ['--import', join(projectFolder, 'tests/bench/peak-memory.js'), script, ...words],
    {
      cwd: workingFolder,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    },
  );
  const milliseconds = performance.now() - start;
  if (ended.status !== 0)
    throw new Error(
      `${script} ${words.join(' ')} ended with ${ended.status}:\n${String(ended.stdout)}${String(ended.stderr)}`,
    );
  return { milliseconds, mebibytes: Number(String(ended.output[3])) / 1024, stdout: String(ended.stdout) };
}

/** The median of several runs after one that warms the disk's cache. */
export function measure(projectFolder: string, script: string, words: readonly string[], times: number): Measurement {
  if (times > 1) measureOnce(projectFolder, script, words);
  const runs = Array.from({ length: times }, () => measureOnce(projectFolder, script, words));
  return {
    milliseconds: median(runs.map((run) => run.milliseconds)),
    mebibytes: median(runs.map((run) => run.mebibytes)),
    stdout: runs.at(-1)!.stdout,
  };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
