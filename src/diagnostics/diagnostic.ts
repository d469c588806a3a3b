/** A user's mistake as data. It is collected, never thrown; a throw means our own bug. */
import type { Span } from '../model/span.js';

export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable and kebab-case: `unknown-figure`. */
  readonly code: string;
  readonly message: string;
  /** Null only where no file is to blame. */
  readonly span: Span | null;
  /** What to do about it. */
  readonly hint: string | null;
}

/** Takes diagnostics in as they are found; passed to every stage that can find one. */
export type Tell = (diagnostic: Diagnostic) => void;
