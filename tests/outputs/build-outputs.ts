/** Builds outputs of a report, in memory, with lines added to its report.yaml. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diskFiles, type Files } from '../../src/project/files.js';
import { fontFiles } from '../../src/project/font-files.js';
import { projectFolder } from '../cli/recording-world.js';

export interface Built {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export async function buildOutputs(
  only: readonly string[],
  added = '',
  report = 'data/cixi-2024',
): Promise<Readonly<Record<string, Built>>> {
  const disk = diskFiles(projectFolder);
  const reportPath = `${report}/report.yaml`;
  const written = new TextEncoder().encode(`${readFileSync(join(projectFolder, reportPath), 'utf8')}\n${added}\n`);
  const files: Files = {
    ...disk,
    read: (path) => (path === reportPath ? written : disk.read(path)),
    list: (path) => disk.list(path),
  };
  const found: Diagnostic[] = [];
  const result = await compile(
    { report, only, strict: false },
    {
      files,
      fonts: fontFiles(disk),
      roots: ['.'],
      clock: () => 0,
      log: () => undefined,
      tell: (diagnostic) => void found.push(diagnostic),
    },
  );
  if (result.failed) throw new Error(found.map(({ message }) => message).join('\n'));
  return Object.fromEntries(result.outputs.map(({ name, bytes, pages }) => [name, { bytes, pages }]));
}
