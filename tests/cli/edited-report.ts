/** A report of a few figures in a folder of its own, which a test may edit, and briefkit run beside it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run.js';
import { projectFolder, recordingWorld } from './recording-world.js';

export interface EditedReport {
  /** The working folder; the report is `report` in it. */
  readonly folder: string;
  briefkit(
    ...words: readonly string[]
  ): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;
  /** Fails where the file does not hold `from`. */
  edit(file: string, from: string, to: string): void;
  /** A file that briefkit wrote. */
  bytes(path: string): Uint8Array;
  remove(): void;
}

export function editedReport(): EditedReport {
  const folder = mkdtempSync(join(tmpdir(), 'briefkit-edited-'));
  cpSync(join(projectFolder, 'tests/cases/minimal/report'), join(folder, 'report'), { recursive: true });
  return {
    folder,
    async briefkit(...words) {
      const { world, out } = recordingWorld({ workingFolder: folder });
      return { code: await run(words, world), ...out };
    },
    edit(file, from, to) {
      const path = join(folder, 'report', file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      writeFileSync(path, text.replace(from, to));
    },
    bytes: (path) => readFileSync(join(folder, path)),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
