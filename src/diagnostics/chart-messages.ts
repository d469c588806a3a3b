/** What can be wrong with what stands beside a chart's marks, and with labels that have no room there. */
import type { Span } from '../model/span.js';
import type { Diagnostic } from './diagnostic.js';

const told =
  (severity: Diagnostic['severity']) =>
  (code: string, message: string, span: Span, hint: string): Diagnostic => ({ severity, code, message, span, hint });
const error = told('error');
const warning = told('warning');

export const besideNeedsStack = (chart: string, span: Span): Diagnostic =>
  error(
    'beside-needs-stack',
    `"beside" of the chart "${chart}" asks for parts of a sum, and its series do not stand upon each other`,
    span,
    'add `stack: stacked` or `stack: percent`; beside lines stand `value`, `change` and `cagr`',
  );

/** A part that falls below zero is no share of what the parts come to. */
export const shareOfFall = (chart: string, series: string, category: string, span: Span): Diagnostic =>
  error(
    'share-of-fall',
    `"beside" of the chart "${chart}" asks for shares, and "${series}" is below zero in "${category}"`,
    span,
    'ask for `value` or `change`',
  );

export const besideNeedsEarlier = (chart: string, category: string, span: Span): Diagnostic =>
  error(
    'beside-needs-earlier',
    `"beside" of the chart "${chart}" asks for changes up to "${category}", and counts them from no category before it`,
    span,
    'chart two periods or more, name an earlier one with `from`, or ask for `share`',
  );

export const besideWithoutRoom = (chart: string, span: Span): Diagnostic =>
  warning(
    'beside-without-room',
    `what is to stand beside the stack or the lines of the chart "${chart}" has no room there: a legend stands above it instead`,
    span,
    'give the chart the whole width, ask for fewer columns, or shorten the names of its series',
  );

export const labelsCutOff = (chart: string, labels: readonly string[], span: Span): Diagnostic =>
  warning(
    'labels-cut-off',
    `the ends of the axis of the chart "${chart}" leave no room for ${labels.length === 1 ? 'the label' : `${labels.length} labels`}: ${labels.slice(0, 4).join(', ')}${labels.length > 4 ? ' …' : ''}`,
    span,
    'give the axis a higher "max" or a lower "min", or none',
  );

/** What PowerPoint's own kinds of 2016 cannot show; the hint for a kind that it has none of stands in its reader. */
const extendedFaults: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  kind: ['PowerPoint 2016 has no kind of its own for it', 'leave "native" out'],
  marks: [
    'arrows, lines, brackets and callouts cannot stand upon it',
    'leave the marks out, or "native": then both can be edited, on stacked columns',
  ],
  notes: ['what is said at its points cannot stand there', 'leave "notes" out, or "native"'],
  options: ['it takes no options of Chart.js', 'leave "options" out, or "native"'],
  outliers: [
    'a number further from its box than one and a half of its length would be shown as a dot, and the line would end before it',
    'leave "native" out: the drawing shows the five numbers as they are',
  ],
  gaps: ['a step without a number would vanish', 'give every step its number, or leave "native" out'],
  emphasis: [
    'PowerPoint counts the numbers itself, and none of its columns can be known beforehand',
    'leave "emphasise" out, or "native"',
  ],
  'loud-part': [
    'on which part of a branch a colour of its own would fall is not known',
    'leave "emphasise" out, or "native"',
  ],
};

export function noExtendedChart(chart: string, kind: string, fault: string, span: Span): Diagnostic {
  const [why, hint] = extendedFaults[fault]!;
  return warning(
    'no-extended-chart',
    `the ${kind} chart "${chart}" stands in the deck as without "native: chartex": ${why}`,
    span,
    hint,
  );
}

export const levelsNotForKind = (chart: string, kind: string, kinds: readonly string[], span: Span): Diagnostic =>
  error(
    'levels-not-for-kind',
    `"category" of the ${kind} chart "${chart}" names several columns, and its categories belong to no others`,
    span,
    `name one column; charts that take several: ${kinds.join(', ')}`,
  );
