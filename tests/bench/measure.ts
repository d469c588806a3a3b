/** Runs scripts in fresh processes and measures them from outside: peers side by side, in turn. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

export interface Measurement {
  /** From start to end of the process, Node's own start included. */
  readonly milliseconds: number;
  /** What its threads took of the processors, in ms: other work on the machine lengthens it little. */
  readonly cpu: number;
  /** Peak resident memory, in MiB. */
  readonly mebibytes: number;
  readonly stdout: string;
}

/** A script with its words. */
export interface Run {
  readonly script: string;
  readonly words: readonly string[];
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
  const [kilobytes, cpu] = String(ended.output[3]).split(' ').map(Number);
  return { milliseconds, cpu: cpu!, mebibytes: kilobytes! / 1024, stdout: String(ended.stdout) };
}

/** The median of several runs after one that warms the disk's cache. */
export function measure(projectFolder: string, script: string, words: readonly string[], times: number): Measurement {
  if (times > 1) measureOnce(projectFolder, script, words);
  return medianOf(Array.from({ length: times }, () => measureOnce(projectFolder, script, words)));
}

export const medianOf = (runs: readonly Measurement[]): Measurement => ({
  milliseconds: median(runs.map((run) => run.milliseconds)),
  cpu: median(runs.map((run) => run.cpu)),
  mebibytes: median(runs.map((run) => run.mebibytes)),
  stdout: runs.at(-1)!.stdout,
});

/** Runs of one after the other add up; of their memory the larger peak counts. */
const together = (runs: readonly Measurement[]): Measurement => ({
  milliseconds: runs.reduce((sum, run) => sum + run.milliseconds, 0),
  cpu: runs.reduce((sum, run) => sum + run.cpu, 0),
  mebibytes: Math.max(...runs.map((run) => run.mebibytes)),
  stdout: '',
});

/**
 * Peers that do the same work, each a row of scripts: all of them once, then all of them again (A B A B), so that what
 * else the machine does falls on all alike. The first round warms the disk's cache and does not count.
 *
 * @returns the rounds of each peer.
 */
export function measureInTurn<Peer extends string>(
  projectFolder: string,
  peers: Readonly<Record<Peer, readonly Run[]>>,
  times: number,
): Readonly<Record<Peer, readonly Measurement[]>> {
  const names = Object.keys(peers) as Peer[];
  const rounds = Object.fromEntries(names.map((name) => [name, [] as Measurement[]])) as Record<Peer, Measurement[]>;
  for (let round = 0; round <= times; round += 1)
    for (const name of names) {
      const measured = together(peers[name].map(({ script, words }) => measureOnce(projectFolder, script, words)));
      if (round > 0) rounds[name].push(measured);
    }
  return rounds;
}

export interface Ratio {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Of what was measured in the same round. */
export function ratioOf(
  own: readonly Measurement[],
  other: readonly Measurement[],
  of: 'milliseconds' | 'cpu' = 'milliseconds',
): Ratio {
  const ratios = own.map((run, round) => run[of] / other[round]![of]);
  return { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
