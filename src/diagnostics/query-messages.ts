/** Messages about questions that a report asks of databases. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';
import { visibleText } from './visible-text.js';

const error = (code: string, message: string, span: Span, hint: string | null): Diagnostic => ({
  severity: 'error',
  code,
  message,
  span,
  hint,
});

export const queryWrites = (why: string, span: Span): Diagnostic =>
  error('query-writes', `this SQL does more than read: ${visibleText(why)}`, span, 'a report only reads: one select');

export const queryTooLong = (seconds: number, span: Span): Diagnostic =>
  error(
    'query-too-long',
    `this SQL gave no answer within ${seconds} s`,
    span,
    'ask for less, or let the database keep the sums in a table or a view',
  );

export const queryTooMany = (most: number, span: Span): Diagnostic =>
  error('query-too-many', `this SQL gives more than ${most} rows`, span, 'sum them up with group by, or add a limit');

export const queryFails = (source: string, says: string, span: Span): Diagnostic =>
  error('query-fails', `${source}: ${visibleText(says.split('\n').slice(0, 3).join(' '))}`, span, null);

export const sourceIsGone = (source: string, why: string, span: Span): Diagnostic =>
  error(
    'source-is-gone',
    `the source "${source}" cannot be asked: ${visibleText(why)}`,
    span,
    'there is no earlier answer to take in its place; look whether the server runs and the address is right',
  );

export const answerIsOld = (source: string, why: string, span: Span): Diagnostic => ({
  severity: 'warning',
  code: 'answer-is-old',
  message: `the source "${source}" cannot be asked (${visibleText(why)}): its last answer stands`,
  span,
  hint: '--strict makes this an error, --offline asks for it',
});

export const noAnswerOffline = (source: string, span: Span): Diagnostic =>
  error(
    'no-answer-offline',
    `there is no earlier answer of the source "${source}" to this SQL`,
    span,
    'build once without --offline',
  );

export const noAddress = (source: string, variable: string, span: Span): Diagnostic =>
  error(
    'no-address',
    `the address of the source "${source}" is not known`,
    span,
    `set it in the environment, never in the report: ${variable}=postgres://user:password@host/database`,
  );

export const noQueryLibrary = (name: string, span: Span): Diagnostic =>
  error('no-query-library', `this needs the package ${name}, which is not installed`, span, `npm install ${name}`);

export const queryOnDiskOnly = (span: Span): Diagnostic =>
  error('query-on-disk-only', "SQL over a report's files needs them on a disk; these are in memory", span, null);

export const noDatabasesHere = (span: Span): Diagnostic =>
  error('no-databases-here', 'nobody here asks databases', span, 'pass effects.ask, or build with the command');
