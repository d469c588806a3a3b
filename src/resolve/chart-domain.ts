/**
 * Whether a kind can show the numbers that it is given: outside of its domain a chart would say what is not so, and
 * each output something else.
 */
import { nothingToShare, outsideDomain, oneNumber } from '../diagnostics/messages.js';
import { chartKindRow, type ChartDomain } from '../model/chart-kinds.js';
import type { ChartPoint, ChartSeries } from '../model/chart.js';
import type { ChartSpec } from '../model/report.js';
import type { Binding } from './binding.js';

type Known = ChartPoint & { readonly value: number };
const known = (points: readonly (ChartPoint | undefined)[]): Known[] =>
  points.filter((point): point is Known => point !== undefined && point.value !== null);

/** A kind's own domain, or that of the stack which the spec asks for. */
function domainOf(spec: ChartSpec): ChartDomain | 'percent' | 'layers' {
  if (spec.stack === 'percent') return 'percent';
  if (spec.stack === 'stacked' && spec.kind === 'area') return 'layers';
  return chartKindRow(spec.kind).domain;
}

/** Where the categories begin whose parts are all nothing. */
const emptyStacks = (series: readonly ChartSeries[]): readonly ChartPoint['span'][] =>
  (series[0]?.points ?? []).flatMap((_, index) => {
    const parts = known(series.map(({ points }) => points[index]));
    return parts.length > 0 && parts.every(({ value }) => value === 0) ? [parts[0]!.span] : [];
  });

const isNoShare = ({ value }: Known): boolean => value < 0 || value > 100;

/** False where the kind cannot show them; each number that it cannot show is told at its cell. */
export function checkDomain(spec: ChartSpec, series: readonly ChartSeries[], binding: Binding): boolean {
  let isInside = true;
  const tell: Binding['tell'] = (diagnostic) => {
    isInside = false;
    binding.tell(diagnostic);
  };
  const all = known(series.flatMap(({ points }) => points));
  const refuse = (points: readonly Known[], why: string, hint: string): void => {
    for (const { value, label, span } of points)
      tell(outsideDomain({ chart: spec.id, kind: spec.kind, found: label || String(value), why, hint }, span));
  };
  const negative = (points: readonly Known[]): Known[] => points.filter(({ value }) => value < 0);
  switch (domainOf(spec)) {
    case 'schedule':
      refuse(known(series[2]?.points ?? []).filter(isNoShare), 'what is done is 0 to 100 %', 'write the percentage');
      break;
    case 'any':
      break;
    case 'amounts':
      refuse(negative(all), 'a part of a whole cannot be negative', bars);
      if (all.every(({ value }) => value === 0))
        tell(nothingToShare(spec.id, spec.kind, spec.table?.span ?? spec.span));
      break;
    case 'percent':
      refuse(negative(all), 'a share cannot be negative', bars);
      for (const span of emptyStacks(series)) tell(nothingToShare(spec.id, spec.kind, span));
      break;
    case 'layers':
      if (all.some(({ value }) => value > 0))
        refuse(negative(all), 'areas on top of each other must be of one sign', linesInstead);
      break;
    case 'share':
      if (all.length > 1) tell(oneNumber(spec.id, spec.kind, all.length, spec.table?.span ?? spec.span));
      refuse(negative(all), 'a share cannot be negative', bars);
      break;
    case 'shares':
      refuse(negative(all), 'a share cannot be negative', bars);
      break;
    case 'sized':
      refuse(
        negative(known(series.at(-1)?.points ?? [])),
        'a size cannot be negative',
        'take a scatter, or another column for the size',
      );
      break;
    case 'places':
      refuse(
        all.filter(({ value }) => value < 1 || !Number.isInteger(value)),
        'a place in a list is a whole number from 1 on',
        'take bars for amounts, or draw ranks with `value: rank`',
      );
      break;
    case 'rising':
      refuse(belowTheirLows(series), 'the high is below the low', 'exchange the two columns, or mend the numbers');
  }
  return isInside;
}

/** Highs of a range that are lower than its lows. */
const belowTheirLows = ([lows, highs]: readonly ChartSeries[]): Known[] =>
  (highs?.points ?? []).flatMap((high, index) => {
    const low = lows?.points[index]?.value ?? null;
    return low !== null && high.value !== null && high.value < low ? known([high]) : [];
  });

const linesInstead = 'take lines, or columns on top of each other';
const bars = 'take bars or columns, which can fall below zero, or mend the number';
