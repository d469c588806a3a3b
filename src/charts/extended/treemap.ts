/** The treemap of PowerPoint 2016: parts of a whole as rectangles, within those that they belong to. */
import type { Chart } from '../../model/chart.js';
import type { ExtendedChart, ExtendedLabelLook } from '../../model/extended/extended-chart.js';
import type { Color, Theme } from '../../model/theme.js';
import { colorHex, colorOn, contrast, paperColor, sliceColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { pointsFormat } from '../plan/plan.js';
import { branchColors, extendedChart, labelFormat, labelsOf, type ToExtended } from './extended-parts.js';

/** White or dark, whichever reads better on the worst of some grounds. */
function inkOn(theme: Theme, grounds: readonly Color[]): Color {
  const worst = (ink: Color): number =>
    Math.min(...grounds.map((ground) => contrast(colorHex(theme, ink), colorHex(theme, ground))));
  return worst(paperColor) >= worst(textColor) ? paperColor : textColor;
}

/** What a treemap and a sunburst have in common: names in levels, and a size for each. */
export function hierarchy(
  chart: Chart,
  place: ChartPlace,
  { layout, says }: { readonly layout: ExtendedChart['layout']; readonly says: 'category' | 'category-value' },
): ExtendedChart {
  const { theme } = place;
  const points = chart.series[0]?.points ?? [];
  const parents = chart.parents ?? [];
  const paths = chart.categories.map((name, index) => [...(parents[index] ?? []), name]);
  const depth = Math.max(1, ...paths.map((path) => path.length));
  const isFlat = depth === 1;
  const branches = new Set(parents.map((path) => path[0]));
  const ink = inkOn(theme, branchColors(theme, branches.size));
  const look = (index: number): ExtendedLabelLook | null => {
    const point = points[index]!;
    if (point.value === null || point.value <= 0) return null;
    return {
      format: labelFormat(point),
      color: isFlat ? colorOn(theme, sliceColor(chart, theme, index)) : ink,
      bold: false,
    };
  };
  return extendedChart(chart, place, {
    layout,
    levels: Array.from({ length: depth }, (_, level) => paths.map((path) => path[level] ?? '')),
    values: points.map(({ value }) => (value === null || value <= 0 ? null : value)),
    format: pointsFormat(points),
    points: isFlat ? points.map((_, index) => ({ index, fill: sliceColor(chart, theme, index) })) : [],
    seam: paperColor,
    labels: labelsOf(
      points.map((_, index) => look(index)),
      { says, outside: false },
    ),
  });
}

export const treemap: ToExtended = (chart, place) =>
  hierarchy(chart, place, { layout: 'treemap', says: 'category-value' });
