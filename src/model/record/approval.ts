/** Sign-off: what a person approved of a report, as it is kept beside it. */
import type { Span } from '../span.js';

/** In the report's folder. */
export const approvalsName = 'approvals.yaml';

export interface ApprovedFigure {
  readonly id: string;
  /** Marks all that the figure says: value, change, rank, unit, period, source. */
  readonly hash: string;
  /** As it was printed then. */
  readonly printed: string;
}

export interface Approval {
  readonly by: string;
  /** `2025-01-31`. */
  readonly date: string;
  readonly note: string;
  readonly figures: readonly ApprovedFigure[];
  readonly outputs: readonly { readonly name: string; readonly sha256: string }[];
}

/** A figure or an output that is not what was approved. */
export interface ApprovalDifference {
  readonly what: 'figure' | 'output';
  readonly name: string;
  /** As approved; null where it was not there. */
  readonly approved: string | null;
  /** As it is; null where it is there no more. */
  readonly now: string | null;
  readonly span: Span | null;
}
