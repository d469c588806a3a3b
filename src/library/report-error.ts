/** What the library rejects with where a report has mistakes: the same that the command prints, as data and as text. */
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { countDiagnostics, orderDiagnostics, printDiagnostics } from '../diagnostics/print-diagnostics.js';

/** The report has mistakes: nothing was made of it. The message lists them, with places and hints. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
  readonly code = 'BRIEFKIT_REPORT';
  /** By file and line; warnings too. */
  readonly diagnostics: readonly Diagnostic[];

  /** @param report the folder, as it was given. */
  constructor(
    readonly report: string,
    diagnostics: readonly Diagnostic[],
  ) {
    super(`${report}: ${countDiagnostics(diagnostics)}\n${printDiagnostics(diagnostics, { color: false })}`);
    this.diagnostics = orderDiagnostics(diagnostics);
  }
}
