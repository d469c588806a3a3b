/**
 * Builds one report after the other in one process, each warm: fonts, theme, templates, pictures and charts of the one
 * before serve the next.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { compile } from '../compile.js';
import type { Job } from '../compile.js';
import type { FontShelf } from '../job.js';
import { keepResults } from '../memo/keep-results.js';
import { diskFiles } from '../project/files.js';
import type { Files } from '../project/files.js';
import { keepFonts } from '../project/font-files.js';
import { templateRoots } from '../project/package-folder.js';
import { diskDatabases } from '../query/disk-databases.js';
import { rememberReads } from '../project/remember-reads.js';

/** Plain data: it goes to a worker and back. */
export interface BuiltReport {
  readonly outputs: readonly { readonly name: string; readonly bytes: Uint8Array; readonly pages: number }[];
  readonly diagnostics: readonly Diagnostic[];
  /** What was read, with marks of its content. */
  readonly reads: readonly (readonly [string, string])[];
  /** The report's own title. */
  readonly title: string;
  /** How long the work took, without waiting. */
  readonly milliseconds: number;
}

export type WarmBuilder = (job: Job) => Promise<BuiltReport>;

/** All that is read is read once: a change on the disk meanwhile is not seen. */
export function warmBuilder(workingFolder: string): WarmBuilder {
  const disk = keepReads(diskFiles(workingFolder));
  const fonts = keepFonts([workingFolder])(disk);
  const memo = keepResults();
  const shelf: FontShelf = new Map();
  return async (job) => {
    const start = performance.now();
    const files = rememberReads(disk);
    const diagnostics: Diagnostic[] = [];
    const result = await compile(job, {
      files,
      fonts,
      roots: templateRoots(workingFolder),
      clock: () => performance.now(),
      log: () => undefined,
      tell: (diagnostic) => void diagnostics.push(diagnostic),
      memo,
      shelf,
      ask: diskDatabases(workingFolder, process.env),
    });
    // What this report did not ask for is of another that is done: memory stays flat over thousands.
    if (!result.failed) memo.turn();
    // A thread that waits for its next report never comes to what pdfkit has put off to the next tick, and each of
    // those holds its whole document.
    await new Promise((done) => setImmediate(done));
    return {
      outputs: result.outputs.map(({ name, bytes, pages }) => ({ name, bytes, pages })),
      diagnostics,
      reads: [...files.reads],
      title: result.data?.title ?? '',
      milliseconds: performance.now() - start,
    };
  };
}

function keepReads(files: Files): Files {
  const kept = new Map<string, Uint8Array | null>();
  const lists = new Map<string, readonly string[] | null>();
  const once = <Value>(known: Map<string, Value>, path: string, ask: (path: string) => Value): Value => {
    if (!known.has(path)) known.set(path, ask(path));
    return known.get(path)!;
  };
  return {
    ...files,
    read: (path) => once(kept, path, (asked) => files.read(asked)),
    list: (folder) => once(lists, folder, (asked) => files.list(asked)),
  };
}
