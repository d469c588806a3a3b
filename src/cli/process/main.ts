#!/usr/bin/env node
/**
 * The entry of the `briefkit` command: tells V8 what kind of program comes, and only then loads it, with what V8 made
 * of it in an earlier run.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { loadProgram } from '../../project/load-program.js';

/** The file beside this one that holds the program: named for its content when it is bundled. */
declare const BRIEFKIT_PROGRAM: string;

// A build is over before code that is optimised early has paid for it. Node 20's own budget is 66 kB of bytecode run
// between two looks at what to optimise; with this one a short build takes less time, and a long one does too.
setFlagsFromString('--interrupt-budget=1000000');
// What was compiled is kept for the next run, also what a long one has not used for a while.
setFlagsFromString('--no-flush-bytecode');

// Young objects get 8 MB and no more. V8 would double that again, for 14 MiB at the peak and no time won: one step
// takes its first MB there, which loading fills, and then it grows no further.
setFlagsFromString(growth(8));

const program = loadProgram<typeof import('./program.js')>(new URL(BRIEFKIT_PROGRAM, import.meta.url));
setFlagsFromString(growth(hasRoom() ? 1 : 2));
await program.exports.start();
// V8 takes over what was compiled under the same flags alone: also those that were set meanwhile (bound-heap.ts).
setFlagsFromString(growth(8));
setFlagsFromString('--heap-growing-percent=0');
program.keep();

/** Whether young objects have their room: both halves of it. */
function hasRoom(): boolean {
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  return young !== undefined && young.space_size >= 16 * 1024 * 1024;
}

function growth(factor: number): string {
  return `--semi-space-growth-factor=${factor}`;
}
