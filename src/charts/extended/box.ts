/**
 * The boxes of PowerPoint 2016, which reckons them from numbers: the five that a box is of are such numbers, since
 * their own quarters (inclusive, as PowerPoint calls it) are the second, the third and the fourth of them.
 */
import type { Chart } from '../../model/chart.js';
import { hasEmphasis, pointColor, seriesColor } from '../measure/chart-palette.js';
import { numbersOf, roundRange, ticksFormat, unitOnMarks, withUnit } from '../measure/value-range.js';
import { pointsFormat } from '../plan/plan.js';
import { extendedChart, ownFills, type ToExtended } from './extended-parts.js';

type Five = readonly (number | null)[];

const none: Five = [null, null, null, null, null];

/** The five numbers of a category; five gaps where one is missing, as a drawing has no box there. */
function fiveOf({ series }: Chart, index: number): Five {
  const five = series.slice(0, 5).map(({ points }) => points[index]?.value ?? null);
  return five.length === 5 && five.every((value) => value !== null) ? five : none;
}

/** What is further from its box than one and a half of its length is a dot in PowerPoint, and the line ends before. */
function hasOutliers([least, lower, , upper, most]: Five): boolean {
  if (typeof least !== 'number' || typeof most !== 'number' || typeof lower !== 'number') return false;
  if (typeof upper !== 'number') return false;
  const reach = 1.5 * (upper - lower) + 1e-9 * Math.abs(upper);
  return least < lower - reach || most > upper + reach;
}

export const box: ToExtended = (chart, place) => {
  const fives = chart.categories.map((_, index) => fiveOf(chart, index));
  if (fives.some(hasOutliers)) return 'outliers';
  const { theme } = place;
  const one = { ...chart, series: chart.series.slice(0, 1) };
  const fill = hasEmphasis(one) ? theme.muted : seriesColor(theme, 0);
  const range = withUnit(roundRange(numbersOf(chart), false), unitOnMarks(chart), chart);
  return extendedChart(chart, place, {
    layout: 'boxWhisker',
    name: chart.title,
    levels: [chart.categories.flatMap((name) => none.map(() => name))],
    values: fives.flat(),
    format: pointsFormat(chart.series.flatMap(({ points }) => points)),
    fill,
    points: ownFills(
      chart.categories.flatMap((_, index) => none.map(() => pointColor(one, theme, 0, index))),
      fill,
    ),
    gap: 1,
    valueAxis: { format: ticksFormat(range) },
  });
};
