/** The parts of a whole as a tree: branches by what their parts belong to, each as large as its parts together. */
import type { Chart } from '../../model/chart.js';
import type { Color, Theme } from '../../model/theme.js';
import { hasEmphasis, seriesColor, sliceColor } from '../measure/chart-palette.js';

export interface Branch {
  readonly name: string;
  readonly value: number;
  /** Of the category that it is, from 0; null for one that only holds others. */
  readonly index: number | null;
  /** Of the outermost branch that it lies in, in the order of the table. */
  readonly top: number;
  /** From the largest down. */
  readonly children: readonly Branch[];
}

interface Growing {
  readonly name: string;
  value: number;
  index: number | null;
  readonly children: Growing[];
}

/** A part that is no amount is left out. Equal ones keep the order of the table. */
export function branchesOf({ categories, series, parents = [] }: Chart): readonly Branch[] {
  const roots: Growing[] = [];
  (series[0]?.points ?? []).forEach(({ value }, index) => {
    if (value === null || value <= 0) return;
    let siblings = roots;
    for (const name of parents[index] ?? []) {
      let branch = siblings.find((each) => each.name === name && each.index === null);
      if (branch === undefined) siblings.push((branch = { name, value: 0, index: null, children: [] }));
      branch.value += value;
      siblings = branch.children;
    }
    siblings.push({ name: categories[index] ?? '', value, index, children: [] });
  });
  return sorted(roots.map((root, top) => finished(root, top)));
}

const sorted = (branches: readonly Branch[]): readonly Branch[] =>
  [...branches].sort((one, other) => other.value - one.value);

const finished = ({ children, ...own }: Growing, top: number): Branch => ({
  ...own,
  top,
  children: sorted(children.map((child) => finished(child, top))),
});

export const isNested = ({ parents = [] }: Chart): boolean => parents.some((path) => path.length > 0);

/** How many levels lie within each other, from 1 on; 0 for none. */
export const depthOf = (branches: readonly Branch[]): number =>
  branches.reduce((most, { children }) => Math.max(most, 1 + depthOf(children)), 0);

/**
 * Parts of a branch have its colour; where some stand out those have the accent, and all else steps back. Parts of no
 * branch are told apart by their own.
 */
export function branchColor(chart: Chart, theme: Theme, { index, top }: Branch): Color {
  if (!isNested(chart)) return sliceColor(chart, theme, index ?? 0);
  if (!hasEmphasis(chart)) return seriesColor(theme, top);
  const isLoud = index !== null && chart.series[0]?.points[index]?.emphasised === true;
  return isLoud ? seriesColor(theme, 0) : theme.muted;
}
