/** What `verify` says of a number that stands in a deck or on paper. */
import type { Span } from '../../model/span.js';

export type NumberStatus =
  /** The build wrote it, and the report still says so. */
  | 'current'
  /** The build wrote it, and the report says another now. */
  | 'stale'
  /** The build wrote another in its place. */
  | 'typed-over'
  /** A figure's value that the build did not write there. */
  | 'by-hand'
  /** Nobody's: no figure has it. */
  | 'unknown';

export type NumberPlace = 'text' | 'table' | 'chart' | 'workbook' | 'notes' | 'alt' | 'comment' | 'page';

export interface NumberFinding {
  readonly status: NumberStatus;
  /** As it stands there. */
  readonly text: string;
  /** As the build wrote it; null where it wrote none. */
  readonly built: string | null;
  /** As the report says it now; null where it has none, or was not asked. */
  readonly now: string | null;
  readonly figure: string | null;
  /** Words around it. */
  readonly context: string;
  readonly place: NumberPlace;
  /** The slide or the page, from 1. */
  readonly page: number;
  /** The shape's name; null on paper and in notes. */
  readonly shape: string | null;
  /** The cell in which the figure was read. */
  readonly source: Span | null;
}

/** What is known of it in a text of its own, before it is known where that stands. */
export type TextNumber = Pick<NumberFinding, 'status' | 'text' | 'built' | 'now' | 'figure'>;

export const isAlarm = ({ status }: Pick<NumberFinding, 'status'>): boolean =>
  status === 'stale' || status === 'typed-over';
