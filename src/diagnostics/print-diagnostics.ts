/** Diagnostics as text for people: sorted, one line each, the hint below, and a count. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';
import { sourcePlace } from './source-place.js';
import { visibleLine } from './visible-text.js';

/** By file, sheet, line and column; those without a place first; the same one said twice is said once. */
export function orderDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...once.values()].sort(
    (left, right) =>
      compareText(left.span?.file ?? '', right.span?.file ?? '') ||
      compareText(sheetOf(left), sheetOf(right)) ||
      (left.span?.line ?? 0) - (right.span?.line ?? 0) ||
      (left.span?.column ?? 0) - (right.span?.column ?? 0) ||
      compareText(left.message, right.message),
  );
}

export interface PrintOptions {
  readonly color: boolean;
}

/** Ends without a newline; empty where there is nothing to say. */
export function printDiagnostics(diagnostics: readonly Diagnostic[], { color }: PrintOptions): string {
  const paint = (code: number, text: string): string => (color ? `\u001B[${code}m${text}\u001B[0m` : text);
  const lines = orderDiagnostics(diagnostics).flatMap(({ severity, message, span, hint }) => {
    const place = span === null ? '' : `${paint(bold, visibleLine(placeOf(span)))}  `;
    const first = `${place}${paint(severity === 'error' ? red : yellow, severity)}  ${visibleLine(message)}`;
    return hint === null ? [first] : [first, `  ${paint(cyan, 'hint:')} ${visibleLine(hint)}`];
  });
  return lines.join('\n');
}

/** `2 errors, 1 warning`. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const ordered = orderDiagnostics(diagnostics);
  const errors = ordered.filter(({ severity }) => severity === 'error').length;
  return [count(errors, 'error'), count(ordered.length - errors, 'warning')].filter((part) => part !== null).join(', ');
}

const [bold, red, yellow, cyan] = [1, 31, 33, 36];

const sheetOf = ({ span }: Diagnostic): string => span?.cell?.replace(/![^!]*$/, '') ?? '';

const placeOf = (span: Span): string => `${sourcePlace(span)}${span.heading === undefined ? '' : ` (${span.heading})`}`;

const count = (number: number, noun: string): string | null =>
  number === 0 ? null : `${number} ${noun}${number === 1 ? '' : 's'}`;

/** By code unit, so that the order is the same on every machine. */
const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
