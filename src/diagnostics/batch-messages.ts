/** Messages about a batch: its rows, the names of its files, what is bound. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';
import { error } from './make-diagnostic.js';
import { didYouMean } from './messages.js';
import { sourceLine } from './source-place.js';
import { visibleText } from './visible-text.js';

export const rowsAreFolder = (path: string): Diagnostic =>
  error(
    'missing-file',
    `${path} is a folder, not a file of rows`,
    null,
    `name the file in it; each report of a folder is built by briefkit build --each ${path}, without another report`,
  );

/** Rows without a report that they share. */
export const rowsNeedReport = (path: string): Diagnostic =>
  error(
    'rows-need-report',
    `${path} is a file of rows, and no report is named that they share`,
    null,
    `name its folder first: briefkit build data/my-report --each ${path}`,
  );

/** An option that asks of rows, where a folder of reports stands in their place. */
export const folderHasNoRows = (option: string, folder: string): Diagnostic =>
  error('folder-has-no-rows', `--${option} asks for rows, but ${folder} is a folder of reports`, null, null);

export const rowsAreNoList = (span: Span): Diagnostic =>
  error('wrong-type', 'rows must be a list of maps', span, 'write each as "- id: north", its other cells below it');

export const sameColumn = (name: string, span: Span, first: Span): Diagnostic => ({
  severity: 'warning',
  code: 'same-column',
  message: `two columns are called row.${name}: this one stands for both`,
  span,
  hint: `the other one is at ${sourceLine(first)}; a unit in brackets does not tell them apart`,
});

export const wrongWhere = (where: string): Diagnostic =>
  error('wrong-where', `"${where}" is no condition`, null, 'write it as --where "column=value"; also !=, <, >, <=, >=');

export const whereNeedsNumber = (where: string, value: string): Diagnostic =>
  error(
    'wrong-where',
    `"${where}" compares with “${value}”, which is neither a number nor a date`,
    null,
    'one --where is one condition; give it several times for several',
  );

/** `others` are what the cells of its column say. */
export const nothingHolds = (where: string, nearest: string | null, others: readonly string[]): Diagnostic =>
  error(
    'no-reports',
    `no row has ${where}`,
    null,
    didYouMean(nearest === null ? null : { name: nearest }) ??
      (others.length === 0 ? null : `there are ${others.slice(0, 8).join(', ')}${others.length > 8 ? ' …' : ''}`),
  );

export const noReports = (each: string): Diagnostic =>
  error('no-reports', `${each} has nothing to make reports of`, null, 'it needs rows, or folders with a report.yaml');

export const unknownPlaceholder = (name: string, nearest: string | null, known: readonly string[]): Diagnostic =>
  error(
    'unknown-placeholder',
    `no column is called "${name}", which --name asks for`,
    null,
    didYouMean(nearest === null ? null : { name: nearest }) ?? `known: ${known.join(', ')}`,
  );

export const duplicateOutputName = (name: string, span: Span, first: Span): Diagnostic =>
  error(
    'duplicate-output',
    `two reports would be the same file, ${name}`,
    span,
    `the other one is at ${sourceLine(first)}; let --name hold a column that tells them apart, or {n}`,
  );

export const takenOutputName = (name: string, span: Span): Diagnostic =>
  error('duplicate-output', `the file ${name} of this report is one that the batch writes itself`, span, null);

/** `asked` are the placeholders of `--name`. */
export const namelessOutput = (asked: readonly string[], span: Span): Diagnostic =>
  error(
    'nameless-output',
    `this report has no name: ${asked.map((name) => `{${name}}`).join(' and ')} of --name ${asked.length === 1 ? 'is' : 'are'} empty`,
    span,
    'fill the cell, or let --name hold another column, or {n}; with --group a column has what all rows say alike',
  );

export const wrongBind = (given: string): Diagnostic =>
  error(
    'wrong-bind',
    `--bind takes the name of a PDF, not "${given}"`,
    null,
    'it is written beside the others: --bind all.pdf',
  );

export const nothingToBind = (outputs: readonly string[]): Diagnostic =>
  error('nothing-to-bind', `--bind joins PDFs, and ${outputs.join(', ')} is none`, null, null);

/** `figure` is asked for; its cell has `text` in it. */
export const cellIsNoNumber = (figure: string, text: string, span: Span): Diagnostic =>
  error(
    'no-number-in-cell',
    text.trim() === ''
      ? `the cell is empty, and the report asks for the figure ${figure}`
      : `“${visibleText(text)}” is no number, and the report asks for the figure ${figure}`,
    span,
    `fill the cell, leave the row out with --where, or write {{#if row.…}} around what needs the number`,
  );

/** Of a report of several rows: `name` is a column in which they differ. */
export const rowsDiffer = (name: string, span: Span): Diagnostic =>
  error(
    'rows-differ',
    `the report asks for row.${name}, in which its rows differ`,
    span,
    'row knows what all of them say alike; {{#each rows}} and the table "rows" have each of them',
  );

/** A report that is about a row, built without one. */
export const noRowGiven = (name: string, span: Span): Diagnostic =>
  error(
    'no-row',
    `{{row.${name}}} asks for a row, and none is given`,
    span,
    'build it with --each and a file of rows: a report for each',
  );

export const notWithEach = (option: string): Diagnostic =>
  error('not-with-each', `--${option} is of one report, and --each makes many`, null, 'leave one of the two out');

export const onlyWithEach = (option: string): Diagnostic =>
  error(
    'only-with-each',
    `--${option} is of a batch`,
    null,
    'name its rows with --each <rows>, or leave the option out',
  );
