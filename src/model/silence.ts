/** A diagnostic that a report has looked at and lets stand. */
import type { Span } from './span.js';

export interface Silence {
  readonly code: string;
  /** A file of the report, `file:line`, or a name that the message quotes; null for all of that code. */
  readonly at: string | null;
  readonly reason: string;
  readonly span: Span;
}
