/** Messages about figures over time and figures that follow from others. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';
import { error, warning } from './make-diagnostic.js';
import { sourceLine } from './source-place.js';

export const duplicatePeriod = (id: string, period: string, span: Span, first: Span): Diagnostic =>
  error(
    'duplicate-period',
    `the figure "${id}" has ${period} twice`,
    span,
    `the first is at ${sourceLine(first)}; keep one of them`,
  );

export const unknownPeriod = (id: string, asked: string, has: readonly string[], span: Span): Diagnostic =>
  error(
    'unknown-period',
    `the figure "${id}" has no period ${asked}`,
    span,
    has.length === 0
      ? 'give its row a "period"'
      : `it has ${has.length > 6 ? `${has.slice(0, 2).join(', ')} … ${has.slice(-2).join(', ')}` : has.join(', ')}`,
  );

export const layoutUnclear = (what: string, span: Span): Diagnostic =>
  error('layout-unclear', `the table of figures cannot be read: ${what}`, span, 'give each column a name of its own');

export const notDecimals = (text: string, span: Span): Diagnostic =>
  error('not-decimals', `"${text}" is no number of decimals`, span, 'write a whole number from 0 to 12');

export const notPeriods = (text: string, span: Span): Diagnostic =>
  error('not-periods', `"${text}" names no periods`, span, 'write 2013..2024, 2023Q1..2024Q4, or "last: 12"');

export const noPeriods = (chart: string, asked: string, span: Span): Diagnostic =>
  error('no-periods', `${chart} has no figure ${asked}`, span, 'ask for periods that its figures have');

export const emptyFigureRow = (id: string, table: string, span: Span): Diagnostic =>
  warning(
    'empty-figure-row',
    `"${id}" has nothing in any of the periods of the table "${table}"`,
    span,
    'take it out of the table, or show it in a table of its own periods',
  );

export const keyNotOfFigures = (key: string, table: string, span: Span): Diagnostic =>
  error(
    'key-not-of-figures',
    `"${key}" says nothing of the table "${table}", which is made of figures`,
    span,
    'leave it out; what follows from figures is a figure of its own, under "derive" of the report',
  );

export const periodTwiceInTable = (chart: string, period: string, span: Span): Diagnostic =>
  warning(
    'period-twice',
    `the chart "${chart}" runs over time, and "${period}" comes twice in its table`,
    span,
    'keep one row of each period, or draw another column',
  );

export const periodsOutOfOrder = (chart: string, period: string, before: string, span: Span): Diagnostic =>
  warning(
    'periods-out-of-order',
    `the chart "${chart}" runs over time, but "${period}" stands behind "${before}" in its table`,
    span,
    'put the rows in order of time; where the latest comes first, `reverse: true` at the table turns them',
  );

export const columnTwice = (column: string, table: string, span: Span): Diagnostic =>
  warning(
    'column-twice',
    `two columns of the table "${table}" are called "${column}"; the first is drawn`,
    span,
    'give each column a name of its own',
  );

export const totalOfSeveralUnits = (column: string, units: readonly string[], span: Span): Diagnostic =>
  warning(
    'total-of-units',
    `"${column}" has no total: its cells are in ${units.join(', ')}`,
    span,
    'write all cells of a column in one unit',
  );

export const longTime = (chart: string, count: number, most: number, span: Span): Diagnostic =>
  error(
    'long-time',
    `${chart} would show ${count} periods; at most ${most} can be drawn`,
    span,
    'ask for fewer: "last: 60"',
  );

const hints: Readonly<Record<string, string>> = {
  'formula-syntax': 'write it as in = gdp / population, with names of figures, numbers, + - * / ( ) and functions',
  'missing-period': 'give that figure the period, or name another one: gdp@2023',
  'units-differ': 'add and compare what has one kind of unit, and state in "unit" what shall come out',
  'circular-formula': 'one of them must be typed',
};

/** @param formula as written. */
export const formulaFault = (code: string, fault: string, formula: string, span: Span): Diagnostic =>
  error(code, `${shortened(formula)}: ${fault}`, span, hints[code] ?? null);

const shortened = (text: string): string => {
  const characters = [...text.replace(/^=\s*/, '= ')];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : characters.join('');
};

export const valueDisagrees = (id: string, typed: string, follows: string, formula: string, span: Span): Diagnostic =>
  error(
    'value-disagrees',
    `"${id}" says ${typed}, but ${follows} follows from ${formula}`,
    span,
    'correct one of them, or leave the cell empty: it is worked out then',
  );

export const rankDisagrees = (id: string, typed: number, follows: number, group: string, span: Span): Diagnostic =>
  warning(
    'rank-disagrees',
    `"${id}" says place ${typed}, but is in place ${follows} among ${group}`,
    span,
    'correct the rank, or leave it empty: it is worked out then',
  );

export const unknownGroup = (name: string, nearest: string | null, span: Span): Diagnostic =>
  error(
    'unknown-group',
    `no figures are called "${name}"`,
    span,
    nearest === null
      ? 'name a group of "groups" in report.yaml, or a pattern such as town.*.gdp'
      : `did you mean "${nearest}"?`,
  );
