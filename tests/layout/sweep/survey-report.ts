/** A report in memory taken to its pages, with the project's own templates and fonts; nothing is written. */
import { survey, type Survey } from '../../../src/compile.js';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { diskFiles, memoryFiles, type Files } from '../../../src/project/files.js';
import { fontFiles } from '../../../src/project/font-files.js';

const disk = diskFiles('.');
const fonts = fontFiles(disk);

export interface Surveyed {
  readonly found: Survey;
  readonly told: readonly Diagnostic[];
}

/** @param templates files beside the project's own, by their paths. */
export async function surveyReport(
  contents: Readonly<Record<string, string | Uint8Array>>,
  templates: Readonly<Record<string, string>> = {},
): Promise<Surveyed> {
  const own = memoryFiles({
    ...templates,
    ...Object.fromEntries(Object.entries(contents).map(([name, content]) => [`data/made/${name}`, content])),
  });
  const files: Files = {
    asked: own.asked,
    read: (path) => own.read(path) ?? (path.startsWith('data/') ? null : disk.read(path)),
    list: (folder) =>
      folder.startsWith('data/')
        ? own.list(folder)
        : [...new Set([...(own.list(folder) ?? []), ...(disk.list(folder) ?? [])])].sort(),
  };
  const told: Diagnostic[] = [];
  const found = await survey(
    { report: 'data/made', only: null, strict: false },
    {
      files,
      fonts,
      roots: ['.'],
      clock: () => 0,
      log: () => undefined,
      tell: (diagnostic) => void told.push(diagnostic),
    },
  );
  return { found, told };
}
