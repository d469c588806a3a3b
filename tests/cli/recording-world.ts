/** A world whose streams are remembered as text. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { World } from '../../src/cli/input/command.js';

/** The project's own folder. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface RecordedText {
  stdout: string;
  stderr: string;
}

export function recordingWorld(change: Partial<World> = {}): { readonly world: World; readonly out: RecordedText } {
  const out: RecordedText = { stdout: '', stderr: '' };
  const world: World = {
    workingFolder: projectFolder,
    stdout: {
      write: (text) => {
        out.stdout += text;
      },
    },
    stderr: {
      write: (text) => {
        out.stderr += text;
      },
    },
    environment: {},
    clock: () => performance.now(),
    ...change,
  };
  return { world, out };
}
