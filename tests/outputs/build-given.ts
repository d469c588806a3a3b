/**
 * Builds outputs of a report that a test writes, over the project's own templates and themes: in memory, nothing
 * touches the disk.
 */
import { compile } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { diskFiles, memoryFiles, type Files } from '../../src/project/files.js';
import { fontFiles } from '../../src/project/font-files.js';
import { projectFolder } from '../cli/recording-world.js';

export interface GivenBuild {
  readonly failed: boolean;
  readonly outputs: Readonly<Record<string, Uint8Array>>;
  readonly diagnostics: readonly Diagnostic[];
  /** `file:line:column code message`. */
  readonly told: readonly string[];
}

/**
 * @param given paths from the project's folder, as `data/r/report.yaml`; what they do not hold is the project's own.
 */
export async function buildGiven(
  given: Readonly<Record<string, string | Uint8Array>>,
  only: readonly string[],
  report = 'data/r',
): Promise<GivenBuild> {
  const disk = diskFiles(projectFolder);
  const memory = memoryFiles(given);
  const files: Files = {
    ...disk,
    read: (path) => memory.read(path) ?? disk.read(path),
    list: (path) => {
      const [own, others] = [memory.list(path), disk.list(path)];
      return own === null && others === null ? null : [...new Set([...(own ?? []), ...(others ?? [])])].sort();
    },
  };
  const diagnostics: Diagnostic[] = [];
  const result = await compile(
    { report, only, strict: false },
    {
      files,
      fonts: fontFiles(disk),
      roots: ['.'],
      clock: () => 0,
      log: () => undefined,
      tell: (diagnostic) => void diagnostics.push(diagnostic),
    },
  );
  return {
    failed: result.failed,
    outputs: Object.fromEntries(result.outputs.map(({ name, bytes }) => [name, bytes])),
    diagnostics,
    told: diagnostics.map(
      ({ code, message, span }) =>
        `${span === null ? '' : `${span.file}:${span.line}:${span.column} `}${code} ${message}`,
    ),
  };
}
