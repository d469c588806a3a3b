/**
 * The file of each thread of a batch. It loads the script that the command is, with what V8 compiled of it in threads
 * before: 24 flagships on two threads take 0.92 of the CPU time that they take where each thread compiles anew.
 */
import { loadProgram } from '../project/load-program.js';
import type { PoolTask } from './pool-worker.js';
import type { BuiltReport } from './warm-builder.js';

/** As of the command's own file. */
declare const BRIEFKIT_PROGRAM: string;

interface ThreadProgram {
  readonly buildTask: (task: PoolTask) => Promise<BuiltReport>;
}

const program = loadProgram<ThreadProgram>(new URL(BRIEFKIT_PROGRAM, import.meta.url));

export const buildTask = (task: PoolTask): Promise<BuiltReport> => program.exports.buildTask(task);

/** Leaves the threads of later batches what was compiled in this one. */
export function keepTask(): void {
  program.keep();
}
