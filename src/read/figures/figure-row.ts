/** A row of figures as it is written, wherever it stands: what readers of tables and of data files make of a source. */
import type { FigureField } from '../../model/figure.js';
import type { Span } from '../../model/span.js';

export const figureFields: readonly FigureField[] = [
  'id',
  'label',
  'value',
  'unit',
  'qualifier',
  'period',
  'change',
  'change_unit',
  'basis',
  'rank',
  'scope',
  'better',
  'source',
  'note',
  'decimals',
  'prior',
  'target',
  'among',
];

/** Cells without text are left out. */
export interface FigureRow {
  readonly cells: Readonly<Partial<Record<FigureField, FigureCell>>>;
  /** The number of one period, in a table with periods across. All periods of a row share its `cells`. */
  readonly at?: { readonly value: FigureCell; readonly period: FigureCell };
  readonly span: Span;
  /** Some of its cells had mistakes that were told: that it lacks those is not told again. */
  readonly isTold?: boolean;
}

export interface FigureCell {
  readonly text: string;
  readonly span: Span;
  /** Shown with %, which is its unit. */
  readonly isPercent?: boolean;
}

export const numberFields: ReadonlySet<FigureField> = new Set([
  'value',
  'change',
  'rank',
  'prior',
  'target',
  'decimals',
]);

export const isField = (name: string): name is FigureField => (figureFields as readonly string[]).includes(name);
