/** Numbers in a few steps, about as many in each, whose ends are told as they are written. */
import type { ChartPoint } from '../../model/chart.js';
import { quantityLabel } from '../../locale/chart-label.js';

export interface ValueSteps {
  /** One more than there are steps, rising. */
  readonly edges: readonly number[];
  /** How many of the steps lie below zero. */
  readonly belowZero: number;
  /** What each says: 12.0–35.2. */
  readonly ranges: readonly string[];
  /** From 0, the lowest. */
  stepOf(value: number): number;
}

const mostSteps = 5;

/** Values cut into steps of about the same count; equal values are in one. */
function cut(values: readonly number[], most: number): readonly (readonly number[])[] {
  const distinct = [...new Set(values)];
  const count = Math.min(most, distinct.length);
  const steps: number[][] = [];
  for (const value of values) {
    const own = steps.at(-1);
    const isFull = own !== undefined && own.length >= values.length / count && own.at(-1) !== value;
    if (own === undefined || (isFull && steps.length < count)) steps.push([value]);
    else own.push(value);
  }
  return steps;
}

export function stepsOf(points: readonly ChartPoint[], language: string): ValueSteps {
  const known = points.filter((point): point is ChartPoint & { value: number } => point.value !== null);
  const values = known.map(({ value }) => value).sort((one, other) => one - other);
  const decimals = Math.max(0, ...known.map((point) => point.decimals));
  const [below, above] = [values.filter((value) => value < 0), values.filter((value) => value >= 0)];
  const share = values.length === 0 ? 0 : below.length / values.length;
  const mostBelow = below.length === 0 ? 0 : Math.max(1, Math.min(mostSteps - 1, Math.round(mostSteps * share)));
  const low = cut(below, Math.max(1, mostBelow));
  const steps = [...low, ...cut(above, mostSteps - mostBelow)];
  const said = (value: number): string => quantityLabel({ value, decimals }, null, null, language).text;
  const ends = steps.map((step) => [step[0]!, step.at(-1)!] as const);
  return {
    edges: [...ends.map(([first]) => first), values.at(-1) ?? 0],
    belowZero: low.length,
    ranges: ends.map(([first, last]) => (first === last ? said(first) : `${said(first)} – ${said(last)}`)),
    stepOf: (value) =>
      Math.max(
        0,
        ends.findLastIndex(([first]) => value >= first),
      ),
  };
}
