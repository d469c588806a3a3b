#!/usr/bin/env node
/** The entry of the `briefkit` command: tells V8 what kind of program comes, and only then loads it. */
import { setFlagsFromString } from 'node:v8';

// A build is over before code that is optimised early has paid for it. Node 20's own budget is 66 kB of bytecode run
// between two looks at what to optimise; with this one a short build takes less time, and a long one does too.
setFlagsFromString('--interrupt-budget=1000000');
await import('./start.js');
