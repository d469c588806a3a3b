/** Questions that a report asks of databases, and their answers. */
import type { Span } from '../../model/span.js';

export interface Query {
  readonly sql: string;
  /** By name; null for the report's own files. */
  readonly source: string | null;
  /** Where the SQL is written. */
  readonly span: Span;
  readonly sourceSpan: Span;
}

/** Rows of texts as the database writes them. */
export interface QueryAnswer {
  readonly head: readonly string[];
  /** Each as long as the head; null for nothing. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** Which columns hold numbers. */
  readonly isNumber: readonly boolean[];
}

/** The same question is asked once. */
export const queryKey = ({ sql, source }: Pick<Query, 'sql' | 'source'>): string => JSON.stringify([source, sql]);
