#!/usr/bin/env node
/** The entry of the `briefkit` command: hands the process to `run`. */
import { programMark } from '../project/package-folder.js';
import { run } from './run.js';

process.exitCode = await run(process.argv.slice(2), {
  workingFolder: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  clock: () => performance.now(),
  program: programMark,
});
