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
  /** BCP 47; empty where the report could not be read. */
  readonly language: string;
  /** How long the work took, without waiting. */
  readonly milliseconds: number;
}

export type WarmBuilder = (job: Job) => Promise<BuiltReport>;

/** What reports share is read once: a change on the disk meanwhile is not seen. */
export function warmBuilder(
  workingFolder: string,
  environment: Readonly<Record<string, string | undefined>>,
): WarmBuilder {
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
      ask: diskDatabases(workingFolder, environment),
      letsGo: true,
      unrecorded: true,
    });
    // What this report did not ask for is of another that is done: memory stays flat over thousands.
    memo.turnAfter(result.failed);
    disk.turn();
    // A thread that waits for its next report never comes to what pdfkit has put off to the next tick, and each of
    // those holds its whole document.
    await new Promise((done) => setImmediate(done));
    return {
      outputs: result.outputs.map(({ name, bytes, pages }) => ({ name, bytes, pages })),
      diagnostics,
      reads: [...files.reads],
      title: result.data?.title ?? '',
      language: result.data?.meta.language ?? '',
      milliseconds: performance.now() - start,
    };
  };
}

interface KeptReads extends Files {
  /** A report is done: what only reports before it asked for is forgotten. */
  readonly turn: () => void;
}

function keepReads(files: Files): KeptReads {
  const kept = new KeptAnswers<Uint8Array | null>();
  const lists = new KeptAnswers<readonly string[] | null>();
  return {
    ...files,
    read: (path) => kept.ask(path, () => files.read(path)),
    list: (folder) => lists.ask(folder, () => files.list(folder)),
    turn() {
      kept.turn();
      lists.turn();
    },
  };
}

/** Reports between two looks at what is still asked for: those of one language in a batch of several come again. */
const reportsOfGeneration = 16;

/** What is asked for now and then is kept, as a shared file is; a file of one row alone is forgotten. */
class KeptAnswers<Answer> {
  private young = new Map<string, Answer>();
  private old: ReadonlyMap<string, Answer> = new Map();
  private reports = 0;

  ask(path: string, find: () => Answer): Answer {
    if (!this.young.has(path)) this.young.set(path, this.old.has(path) ? this.old.get(path)! : find());
    return this.young.get(path)!;
  }

  turn(): void {
    this.reports += 1;
    if (this.reports % reportsOfGeneration > 0) return;
    this.old = this.young;
    this.young = new Map();
  }
}
