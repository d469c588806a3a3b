/** A report compiled to bytes, with what was said of it; its bundle may stand beside it in `workingFolder`. */
import { compile, type CompileResult, type Job } from '../../src/compile.js';
import { diskFiles } from '../../src/project/files.js';
import { fontFiles } from '../../src/project/font-files.js';
import { templateRoots } from '../../src/project/package-folder.js';

export async function compileReport(
  report: string,
  { workingFolder = '.', only = null }: { readonly workingFolder?: string; readonly only?: Job['only'] } = {},
): Promise<{ readonly result: CompileResult; readonly said: readonly string[] }> {
  const said: string[] = [];
  const files = diskFiles(workingFolder);
  const result = await compile(
    { report, only, strict: false },
    {
      files,
      fonts: fontFiles(files),
      roots: templateRoots(workingFolder),
      clock: () => 0,
      log: () => undefined,
      tell: ({ code }) => said.push(code),
    },
  );
  return { result, said };
}
