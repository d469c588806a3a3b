/** The waterfall of PowerPoint 2016: signed steps, of which some stand on zero. */
import type { ChartPoint } from '../../model/chart.js';
import type { ExtendedLabelLook } from '../../model/extended/extended-chart.js';
import { seriesColor, textColor } from '../measure/chart-palette.js';
import { pointsFormat } from '../plan/plan.js';
import { waterfallSteps, type WaterfallStep } from '../types/waterfall.js';
import { extendedChart, labelFormat, labelsOf, ownFills, type ToExtended } from './extended-parts.js';

/** Sections of a format; a semicolon in quotation marks parts none. */
const sectionsOf = (format: string): readonly string[] => format.match(/(?:"[^"]*"|[^;"])+/g) ?? [];

/** A rise says that it is one, as drawings of it do: +94. */
function signedFormat(format: string): string {
  const [rise = format, fall = `"−"${format}`] = sectionsOf(format);
  return /^(?:[#0]|"[$€£¥])/.test(rise) ? `"+"${rise};${fall};${rise}` : format;
}

const formatOf = (point: ChartPoint, isSum: boolean): string | null =>
  point.format === null || isSum ? labelFormat(point) : signedFormat(point.format);

/**
 * A sum that is what the steps have come to is reckoned in its cell, from the sum before it on, so that whoever edits a
 * step moves it. Values stand in column B, from row 2 on.
 */
function sumFormulas(steps: readonly WaterfallStep[]): readonly (string | null)[] {
  let from = 0;
  let level = 0;
  return steps.map((step, index) => {
    const isReckoned = step.role === 'sum' && index > from && Math.abs(level - step.to) < 1e-9;
    const formula = isReckoned ? `SUM(B${from + 2}:B${index + 1})` : null;
    if (step.role === 'sum') from = index;
    level = step.to;
    return formula;
  });
}

export const waterfall: ToExtended = (chart, place) => {
  const steps = waterfallSteps(chart);
  const points = chart.series[0]?.points ?? [];
  const isGap = ({ role, point }: WaterfallStep): boolean => role !== 'sum' && point.value === null;
  const rise = { slot: place.theme.muted.slot };
  const colors = { rise, fall: place.theme.bad, sum: seriesColor(place.theme, 0) };
  return extendedChart(chart, place, {
    layout: 'waterfall',
    values: steps.map((step, index) =>
      isGap(step) ? null : step.role === 'sum' ? step.to : (points[index]!.value ?? null),
    ),
    formulas: sumFormulas(steps),
    format: pointsFormat(points),
    fill: rise,
    points: ownFills(
      steps.map(({ role }) => colors[role]),
      rise,
    ),
    labels: labelsOf(
      steps.map((step, index): ExtendedLabelLook | null => {
        const isSum = step.role === 'sum';
        const point = isSum && points[index]!.value === null ? step.point : points[index]!;
        return isGap(step) || step.point.label === ''
          ? null
          : { format: formatOf(point, isSum), color: textColor, bold: step.point.emphasised };
      }),
      { says: 'value', outside: true },
    ),
    sums: steps.flatMap(({ role }, index) => (role === 'sum' ? [index] : [])),
    gap: 0.5,
    valueAxis: 'hidden',
  });
};
