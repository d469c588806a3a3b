/** One file that a command was asked for by name, in any folder. */
import { basename, dirname, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { writeOutputs } from '../../project/write-outputs.js';
import type { ExitCode, World } from '../input/command.js';
import { printMistakes } from './survey-report.js';

/** Says that it is there, or why the disk refuses. */
export function writeFile(path: string, bytes: Uint8Array, world: World): ExitCode {
  const mistakes: Diagnostic[] = [];
  const written = writeOutputs(
    resolve(world.workingFolder, dirname(path)),
    [{ name: basename(path), bytes }],
    (diagnostic) => void mistakes.push(diagnostic),
  );
  if (written === null) printMistakes(mistakes, world);
  else world.stdout.write(`wrote ${path}\n`);
  return written === null ? 1 : 0;
}
