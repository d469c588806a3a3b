/** Pieces that the charts of several kinds of PowerPoint 2016 share. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type {
  ExtendedChart,
  ExtendedFault,
  ExtendedLabels,
  ExtendedLabelLook,
} from '../../model/extended/extended-chart.js';
import type { Color, Theme } from '../../model/theme.js';
import { axisColor, gridColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';

/** A chart of a kind as PowerPoint 2016 has it, or why it cannot be one. */
export type ToExtended = (chart: Chart, place: ChartPlace) => ExtendedChart | ExtendedFault;

/** What every one says; a kind states what is its own. */
export const extendedChart = (
  chart: Chart,
  { fontSize }: ChartPlace,
  parts: Pick<ExtendedChart, 'layout' | 'values' | 'format'> & Partial<ExtendedChart>,
): ExtendedChart => ({
  name: chart.series[0]?.name ?? chart.title,
  levels: [chart.categories],
  readsNames: true,
  formulas: [],
  fill: null,
  points: [],
  seam: null,
  labels: null,
  sums: [],
  gap: null,
  valueAxis: 'none',
  size: fontSize,
  color: textColor,
  axisColor,
  gridColor,
  ...parts,
});

/** A format that prints a point's label; a text that no number prints stands in it as it is. */
export const labelFormat = ({ format, label }: Pick<ChartPoint, 'format' | 'label'>): string | null =>
  format ?? (label === '' || label.includes('"') ? null : `"${label.replaceAll('\n', ' ')}"`);

const lookKey = ({ format, color, bold }: ExtendedLabelLook): string => JSON.stringify([format, color, bold]);

/**
 * Labels of all points: the look that most have is that of the series, and so of a point that is added later; those
 * that look otherwise say so. Null where no point has a label.
 *
 * @param looks one for each point; null for none
 */
export function labelsOf(
  looks: readonly (ExtendedLabelLook | null)[],
  { says, outside }: Pick<ExtendedLabels, 'says' | 'outside'>,
): ExtendedLabels | null {
  const shown = looks.flatMap((look, index) => (look === null ? [] : [{ ...look, index }]));
  if (shown.length === 0) return null;
  const counts = new Map<string, number>();
  for (const look of shown) counts.set(lookKey(look), (counts.get(lookKey(look)) ?? 0) + 1);
  const most = [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
  const { format, color, bold } = shown.find((look) => lookKey(look) === most)!;
  return {
    format,
    color,
    bold,
    says,
    outside,
    own: shown.filter((look) => lookKey(look) !== most),
    hidden: looks.flatMap((look, index) => (look === null ? [index] : [])),
  };
}

/** Points whose colour is not that of their series. */
export const ownFills = (colors: readonly Color[], fill: Color): ExtendedChart['points'] =>
  colors.flatMap((color, index) => (JSON.stringify(color) === JSON.stringify(fill) ? [] : [{ index, fill: color }]));

/** The colours that branches of a hierarchy take in turn. */
export const branchColors = (theme: Theme, count: number): readonly Color[] =>
  Array.from({ length: Math.max(1, count) }, (_, index) => theme.series[index % theme.series.length]!);
