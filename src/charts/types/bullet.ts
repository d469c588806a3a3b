/** Bullet: a value as a bar before the pale bar of its target. */
import { formatWithin } from '../../locale/chart-label.js';
import { joinWords } from '../../locale/language.js';
import { valuesSlash } from '../../locale/part-words.js';
import type { Chart } from '../../model/chart.js';
import { estimateWidth } from '../../text/label-lines.js';
import { farthestBeside } from '../measure/farthest-beside.js';
import { seriesColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { frameWithRows, hasRowLabels, labelGap, lineHeight, rowsOverAxis } from '../measure/frame.js';
import {
  rangeWithLabels,
  rangeWithRoom,
  roundRange,
  withFewerTicks,
  withUnit,
  unitOnMarks,
  type ValueRange,
} from '../measure/value-range.js';
import { pointsFormat, textLabel, type Plan, type PlanLabel, type PlanSeries } from '../plan/plan.js';
import { plannedType } from '../marks/planned.js';

/** One row: its two numbers, what is said of them, and past the end of which bar. */
interface Row {
  readonly value: number | null;
  readonly target: number | null;
  readonly text: string;
  readonly bold: boolean;
  readonly at: 'value' | 'target';
}

/** Said past the longer bar; where one falls and one rises, past the one that rises. */
function rowsOf(chart: Chart): readonly Row[] {
  const [values, targets] = [chart.series[0]?.points ?? [], chart.series[1]?.points ?? []];
  return values.map((point, index): Row => {
    const goal = targets[index];
    const [value, target] = [point.value, goal?.value ?? null];
    const parts = [point.label, target === null ? '' : joinWords([chart.series[1]!.name, goal!.label], chart.language)];
    const longer =
      Math.max(value ?? 0, target ?? 0) > 0
        ? (target ?? -Infinity) >= (value ?? -Infinity)
        : (target ?? Infinity) <= (value ?? Infinity);
    return {
      value,
      target,
      text: [point.note ?? '', parts.filter((part) => part !== '').join(valuesSlash(chart.language))]
        .filter((part) => part !== '')
        .join(' '),
      bold: point.emphasised,
      at: longer ? 'target' : 'value',
    };
  });
}

/** Null where labels leave the bars no room. */
function rangeOf(rows: readonly Row[], width: number, fontSize: number): ValueRange | null {
  const ends = rows.flatMap((row) => [
    // A label of a falling bar keeps away from the names.
    { value: row[row.at] ?? 0, room: labelGap + estimateWidth(row.text, fontSize) + ((row[row.at] ?? 0) < 0 ? 14 : 4) },
    { value: row[row.at === 'value' ? 'target' : 'value'] ?? 0, room: 0 },
  ]);
  return rangeWithLabels(ends, width);
}

/** A text that leaves the bars their room. */
const isShort = ({ text }: Pick<Row, 'text'>, width: number, fontSize: number): boolean =>
  estimateWidth(text, fontSize) < width * 0.4;

/** The range of an axis that is shown, with room for what stands out. */
function rangeWithLoud(
  chart: Chart,
  rows: readonly Row[],
  numbers: readonly number[],
  width: number,
  fontSize: number,
  hasRows: boolean,
): ValueRange {
  // Where rows are low, a label stands past other bars than its own.
  const endOf = (value: number): number => (value < 0 ? Math.min(...numbers) : Math.max(...numbers));
  const loud = rows.flatMap((row) =>
    row.bold && isShort(row, width, fontSize)
      ? [
          {
            value: hasRows ? (row[row.at] ?? 0) : endOf(row[row.at] ?? 0),
            room: labelGap + estimateWidth(row.text, fontSize) + 14,
          },
        ]
      : [],
  );
  const range = withUnit(roundRange(numbers), unitOnMarks(chart), chart);
  return withFewerTicks(rangeWithRoom(range, loud, width), width, fontSize);
}

function planOf(chart: Chart, place: ChartPlace): Plan {
  const { fontSize, theme } = place;
  const rows = rowsOf(chart);
  const bare = frameWithRows(chart, place);
  const fitted = hasRowLabels(bare, chart, place) ? rangeOf(rows, bare.plot.width, fontSize) : null;
  // Without labels the axis says the numbers.
  const frame = fitted === null ? rowsOverAxis(chart, place) : bare;
  const numbers = rows.flatMap(({ value, target }) => [value, target]).filter((number) => number !== null);
  const range =
    fitted ?? rangeWithLoud(chart, rows, numbers, frame.plot.width, fontSize, hasRowLabels(bare, chart, place));
  const format = pointsFormat(chart.series.flatMap(({ points }) => points));
  /** Where rows are lower than a label, it stands past the bars beside its own. */
  const asideOf = (index: number): number => {
    const value = rows[index]![rows[index]!.at];
    if (fitted !== null || value === null) return 0;
    const values = [rows.map((row) => row.value), rows.map((row) => row.target)];
    const slot = frame.plot.height / Math.max(1, rows.length);
    const farthest = farthestBeside({ values, index, value, label: lineHeight(fontSize), slot });
    return ((farthest - value) * frame.plot.width) / (range.max - range.min);
  };
  /** Its own number follows the cell; the other one of the pair is said as it stands. */
  const decimals = Math.max(0, ...chart.series.flatMap(({ points }) => points.map((point) => point.decimals)));
  const formatOf = (index: number): string | null => {
    const { text, at } = rows[index]!;
    return formatWithin(text, rows[index]![at] ?? -1, decimals);
  };
  const labelsAt = (end: Row['at']): PlanLabel[] =>
    rows.flatMap(({ at, text, bold }, index) =>
      at === end && text !== '' && (fitted !== null || (bold && isShort({ text }, frame.plot.width, fontSize)))
        ? [textLabel(text, index, 'beyond', { bold, aside: asideOf(index), format: formatOf(index) })]
        : [],
    );
  const value: PlanSeries = {
    name: chart.series[0]?.name ?? '',
    values: rows.map((row) => row.value),
    format,
    color: seriesColor(theme, 0),
    labels: labelsAt('value'),
  };
  const target: PlanSeries = {
    name: chart.series[1]?.name ?? '',
    values: rows.map((row) => row.target),
    format,
    color: theme.muted,
    labels: labelsAt('target'),
  };
  const slot = frame.plot.height / Math.max(1, rows.length);
  const wide = Math.min(fontSize * 2.2, slot * 0.7);
  const gapOf = (bar: number): number => Math.min(500, (slot / bar - 1) * 100);
  return {
    rows: true,
    frame,
    axis: { range, visible: fitted === null },
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
