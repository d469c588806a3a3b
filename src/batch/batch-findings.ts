/**
 * What was found in the reports of a batch. Thousands of rows say much the same of the report that they share: a
 * finding is kept once, and so many different ones are kept and no more, so that memory does not grow with the rows.
 */
import type { Diagnostic } from '../diagnostics/diagnostic.js';

export interface ToldReport {
  readonly title: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Different findings that are kept: more than anybody reads. */
const mostFindings = 1_000;

export class BatchFindings {
  readonly failures: ToldReport[] = [];
  readonly warnings: ToldReport[] = [];
  /** How many were dropped: of a report that failed never its first error. */
  untold = 0;
  private readonly known = new Map<string, Diagnostic>();

  fail(title: string, diagnostics: readonly Diagnostic[]): void {
    const first = diagnostics.find(({ severity }) => severity === 'error');
    this.failures.push({ title, diagnostics: this.kept(diagnostics, first) });
  }

  warn(title: string, diagnostics: readonly Diagnostic[]): void {
    const kept = this.kept(diagnostics);
    if (kept.length > 0) this.warnings.push({ title, diagnostics: kept });
  }

  /** @param always is kept however many there are. */
  private kept(diagnostics: readonly Diagnostic[], always?: Diagnostic): readonly Diagnostic[] {
    return diagnostics.flatMap((diagnostic) => {
      const key = JSON.stringify(diagnostic);
      const known = this.known.get(key);
      if (known !== undefined) return [known];
      if (this.known.size < mostFindings) {
        this.known.set(key, diagnostic);
        return [diagnostic];
      }
      if (diagnostic === always) return [diagnostic];
      this.untold += 1;
      return [];
    });
  }
}
