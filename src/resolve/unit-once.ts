/**
 * A unit that all numbers of a chart share is said once, behind its title: labels and ticks are bare numbers. Signs
 * of a share stay with their numbers, and so does the unit of a number that stands alone.
 */
import { placeUnit, unitOf } from '../locale/units/units.js';
import type { ChartPoint, ChartSeries } from '../model/chart.js';
import type { ChartSpec } from '../model/report.js';

/** A point before it is settled who says its unit. */
export interface CountedPoint extends ChartPoint {
  /** What it says without its unit; left out where its words cannot be parted: 九连增. */
  readonly bare?: Pick<ChartPoint, 'label' | 'format'>;
}

export interface MeasuredSeries {
  readonly series: readonly ChartSeries[];
  /** What is said behind the title. */
  readonly measured?: string;
}

const settled = ({ bare: _, ...point }: CountedPoint): ChartPoint => point;

/** Each point says its number alone, and what it would have said is kept for those who cannot see the chart. */
const bared = ({ bare, ...point }: CountedPoint): ChartPoint =>
  bare === undefined || point.value === null ? point : { ...point, ...bare, full: point.label };

/** A lone number, shares of a stack, and two axes say their units themselves. */
const saysUnits = ({ kind, stack, value, linesUnit }: ChartSpec, unit: string): boolean =>
  kind === 'gauge' ||
  kind === 'progress' ||
  kind === 'chartjs' ||
  stack === 'percent' ||
  value === 'rank' ||
  unit === placeUnit ||
  unit === '' ||
  (linesUnit !== null && linesUnit !== unit) ||
  unitOf(unit).family === 'share' ||
  unitOf(unit).family === 'streak';

export function unitOnce(spec: ChartSpec, series: readonly ChartSeries[], unit: string | null): MeasuredSeries {
  const points: readonly CountedPoint[] = series.flatMap((one) => one.points).filter(({ value }) => value !== null);
  const isOnce =
    unit !== null && !saysUnits(spec, unit) && points.length > 1 && points.every(({ bare }) => bare !== undefined);
  const drawn = series.map((one) => ({ ...one, points: one.points.map(isOnce ? bared : settled) }));
  return isOnce ? { series: drawn, measured: unit.trim() } : { series: drawn };
}
