/** The reports that an editor has open: read with what is typed and not yet saved, indexed, checked. */
import { applySilences } from '../check/apply-silences.js';
import { checkContent } from '../check/check-content.js';
import { survey, type Effects } from '../compile.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { orderDiagnostics } from '../diagnostics/print-diagnostics.js';
import { readBundleFields } from '../read/read-bundle.js';
import { emptyIndex, indexReport, type ReportIndex } from './report-index.js';

/** The world of a language server, passed in. Paths are relative to the working folder, with `/`. */
export interface EditorWorld {
  /** Effects that read `typed` before the disk. */
  readonly effects: (typed: ReadonlyMap<string, string>) => Effects;
  /** Folders of reports in the working folder, for files that belong to none. */
  readonly reports: () => readonly string[];
  readonly read: (file: string) => string | null;
}

export class ReportWorkspace {
  /** Texts of open documents, by path. */
  readonly typed = new Map<string, string>();
  private readonly indices = new Map<string, ReportIndex>();
  private readonly reads = new Map<string, ReadonlySet<string>>();

  constructor(private readonly world: EditorWorld) {}

  /**
   * The report that a file belongs to: its nearest folder with a report.yaml, else the first that read it, else the
   * first.
   */
  reportOf(file: string): string | null {
    for (let folder = parentOf(file); folder !== ''; folder = parentOf(folder))
      if (this.text(`${folder}/report.yaml`) !== null) return folder;
    for (const [report, reads] of this.reads) if (reads.has(file)) return report;
    return this.world.reports()[0] ?? null;
  }

  text(file: string): string | null {
    return this.typed.get(file) ?? this.world.read(file);
  }

  index(report: string): ReportIndex {
    return this.indices.get(report) ?? emptyIndex;
  }

  /** Files that a report is made of and that hold text. */
  filesOf(report: string): readonly string[] {
    return [...(this.reads.get(report) ?? [])].filter((file) => /\.(?:ya?ml|csv|tsv|json|md|hbs)$/i.test(file)).sort();
  }

  /** Reads the report as it is typed. What was known stays known while it is broken. */
  async survey(report: string): Promise<readonly Diagnostic[]> {
    const told: Diagnostic[] = [];
    const effects = this.world.effects(this.typed);
    const found = await survey(
      { report, only: null, strict: false },
      { ...effects, tell: (diagnostic) => void told.push(diagnostic) },
    );
    this.reads.set(report, new Set(effects.files.asked));
    const { files, roots, memo } = effects;
    const fields =
      found.data === null
        ? null
        : readBundleFields(
            found.data.bundle,
            { files, tell: () => undefined, ...(memo && { memo }) },
            { roots, report },
          );
    const index = indexReport(found, fields ?? []);
    if (index !== null) this.indices.set(report, index);
    if (found.data === null) return orderDiagnostics(told);
    const checked: Diagnostic[] = [];
    checkContent(found.data, [...found.bound.values()], (diagnostic) => void checked.push(diagnostic));
    return orderDiagnostics([...told, ...applySilences(checked, found.data.silences, found.data.folder).shown]);
  }
}

const parentOf = (path: string): string => path.split('/').slice(0, -1).join('/');
