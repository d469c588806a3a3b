/** A figure as it was read, before what follows from others is worked out. */
import type { Derivation, Figure } from '../model/figure.js';
import type { Span } from '../model/span.js';

export interface FigureFormula {
  readonly part: Derivation['part'];
  /** With the = before it. */
  readonly text: string;
  readonly span: Span;
}

export interface FigureDraft {
  /** The figure as its row has it; what a formula gives is null in it. */
  readonly figure: Figure;
  readonly formulas: readonly FigureFormula[];
  /** Asked for behind the point of what is worked out; null where the rule decides. */
  readonly decimals: number | null;
  /** Against what a change is: as written, also where the change itself is left out. */
  readonly basis: string | null;
  readonly scope: string;
  /** The group in which a rank is worked out. */
  readonly among: { readonly id: string; readonly span: Span } | null;
  /** The row says that there is no change to tell. */
  readonly hasNoChange: boolean;
}
