/** Bullet: a value as a bar before the pale bar of its target. */
import { valuesSlash } from '../../locale/part-words.js';
import { joinWords } from '../../locale/language.js';
import type { Chart } from '../../model/chart.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { frameWithRows, labelGap } from '../measure/frame.js';
import { pointsFormat, textLabel, type Plan, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../plan/planned.js';
import { seriesColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';
import { rangeWithLabels, roundRange } from '../measure/value-range.js';

function planOf(chart: Chart, place: ChartPlace): Plan {
  const { fontSize, theme } = place;
  const [values, targets] = [chart.series[0]?.points ?? [], chart.series[1]?.points ?? []];
  const frame = frameWithRows(chart, place);
  const textOf = (index: number): string =>
    [
      values[index]?.label ?? '',
      (targets[index]?.value ?? null) === null
        ? ''
        : joinWords([chart.series[1]!.name, targets[index]!.label], chart.language),
    ]
      .filter((part) => part !== '')
      .join(valuesSlash(chart.language));
  const longest = (index: number): number => Math.max(values[index]?.value ?? 0, targets[index]?.value ?? 0);
  const labels = values.map((_, index) => ({
    value: longest(index),
    room: labelGap + estimateWidth(textOf(index), fontSize) + 4,
  }));
  const range = rangeWithLabels(labels, frame.plot.width) ?? roundRange(labels.map(({ value }) => value));
  const format = pointsFormat([...values, ...targets]);
  const targetIsLonger = (index: number): boolean =>
    (targets[index]?.value ?? -Infinity) >= (values[index]?.value ?? -Infinity);
  const labelled = (own: boolean) =>
    values.flatMap((point, index) =>
      targetIsLonger(index) === own || textOf(index) === ''
        ? []
        : [textLabel(textOf(index), index, 'beyond', { bold: point.emphasised })],
    );
  const value: PlanSeries = {
    name: chart.series[0]?.name ?? '',
    values: values.map((point) => point.value),
    format,
    color: seriesColor(theme, 0),
    labels: labelled(true),
  };
  const target: PlanSeries = {
    name: chart.series[1]?.name ?? '',
    values: targets.map((point) => point.value),
    format,
    color: theme.muted,
    labels: labelled(false),
  };
  const slot = frame.plot.height / Math.max(1, values.length);
  const wide = Math.min(fontSize * 2.2, slot * 0.7);
  const gapOf = (bar: number): number => Math.min(500, (slot / bar - 1) * 100);
  return {
    rows: true,
    frame,
    axis: { range, visible: false },
    second: { range, visible: false },
    native: true,
    legend: [value, target].map(({ name, color }) => ({ name, color: color! })),
    layers: [
      { kind: 'bar', stack: 'none', overlaid: true, gap: gapOf(wide), series: [target] },
      { kind: 'bar', stack: 'none', overlaid: true, second: true, gap: gapOf(wide * 0.45), series: [value] },
    ],
  };
}

export const bullet = plannedType(planOf);
