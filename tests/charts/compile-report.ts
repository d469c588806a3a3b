/** A report of the project compiled to bytes, with what was said of it. */
import { compile, type CompileResult } from '../../src/compile.js';
import { diskFiles } from '../../src/project/files.js';
import { fontFiles } from '../../src/project/font-files.js';

export async function compileReport(
  report: string,
): Promise<{ readonly result: CompileResult; readonly said: readonly string[] }> {
  const said: string[] = [];
  const files = diskFiles('.');
  const result = await compile(
    { report, only: null, strict: false },
    {
      files,
      fonts: fontFiles(files),
      roots: ['.'],
      clock: () => 0,
      log: () => undefined,
      tell: ({ code }) => said.push(code),
    },
  );
  return { result, said };
}
