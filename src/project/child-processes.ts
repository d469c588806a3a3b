/** What starts other programs: loaded with the first, for with all that it needs it takes 1 % of a short build. */
import { createRequire } from 'node:module';

export const childProcesses = (): typeof import('node:child_process') =>
  createRequire(import.meta.url)('node:child_process') as typeof import('node:child_process');
