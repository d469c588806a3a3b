/** The treemap of PowerPoint 2016: parts of a whole as rectangles, within those that they belong to. */
import type { Chart } from '../../model/chart.js';
import type { ExtendedChart, ExtendedLabelLook } from '../../model/extended/extended-chart.js';
import type { Color, Theme } from '../../model/theme.js';
import {
  colorHex,
  colorOn,
  contrast,
  hasEmphasis,
  paperColor,
  sliceColor,
  textColor,
} from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { isNested } from '../sketched/branches.js';
import { pointsFormat } from '../plan/plan.js';
import { branchColors, extendedChart, labelFormat, labelsOf, type ToExtended } from './extended-parts.js';

/** White or dark, whichever reads better on the worst of some grounds. */
function inkOn(theme: Theme, grounds: readonly Color[]): Color {
  const worst = (ink: Color): number =>
    Math.min(...grounds.map((ground) => contrast(colorHex(theme, ink), colorHex(theme, ground))));
  return worst(paperColor) >= worst(textColor) ? paperColor : textColor;
}

/** Rows of one branch stand behind each other, in the order in which branches first come. */
function inBranches(paths: readonly (readonly string[])[]): readonly number[] {
  const firsts = new Map<string, number>();
  const keys = paths.map((path, index) =>
    path.map((_, depth) => {
      const key = JSON.stringify(path.slice(0, depth + 1));
      if (!firsts.has(key)) firsts.set(key, index);
      return depth === path.length - 1 ? index : firsts.get(key)!;
    }),
  );
  const before = (one: number, other: number): number => {
    const [own, next] = [keys[one]!, keys[other]!];
    const at = own.findIndex((first, depth) => first !== next[depth]);
    return at < 0 ? own.length - next.length : own[at]! - (next[at] ?? -1);
  };
  return paths.map((_, index) => index).sort(before);
}

/** What a treemap and a sunburst have in common: names in levels, and a size for each. */
export function hierarchy(
  chart: Chart,
  place: ChartPlace,
  { layout, says }: { readonly layout: ExtendedChart['layout']; readonly says: 'category' | 'category-value' },
): ReturnType<ToExtended> {
  // Nobody has said by which number PowerPoint knows a part of a branch.
  if (isNested(chart) && hasEmphasis(chart)) return 'loud-part';
  const { theme } = place;
  const parents = chart.parents ?? [];
  const all = chart.categories.map((name, index) => [...(parents[index] ?? []), name]);
  const order = inBranches(all);
  const paths = order.map((index) => all[index]!);
  const points = order.map((index) => chart.series[0]!.points[index]!);
  const depth = Math.max(1, ...paths.map((path) => path.length));
  const isFlat = depth === 1;
  const branches = new Set(paths.map(([first]) => first));
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
