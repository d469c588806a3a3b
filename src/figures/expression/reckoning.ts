/** What an expression is worked out with. */
import type { Amount } from '../numbers/amount.js';

/** What an expression may ask of the report. Each throws a `ReckoningFault` where there is no such thing. */
export interface ReckoningWorld {
  readonly language: string;
  /** A figure's number in a period, by its key. */
  amountAt(id: string, key: string, at: number): Amount;
  /** Ids that a name means: one figure, a group, or all that a pattern fits. */
  idsOf(name: string, at: number): readonly string[];
  /** Keys that are asked for behind an @, from the period that is worked out. */
  keysOf(id: string, asked: string, key: string, at: number): readonly string[];
  /** The same period so many periods before or after, and of a year before. */
  targetAt(id: string, key: string, at: number): Amount;
  /** How many periods lie between two. */
  distance(from: string, to: string, at: number): number;
  /** Cells of a table: a column, or one cell of it. */
  column(table: string, column: string, at: number): readonly Amount[];
  cell(table: string, row: string, column: string, at: number): Amount;
}

export interface Reckoning {
  readonly world: ReckoningWorld;
  /** The period that is worked out. */
  readonly key: string;
}
