/** Mekko: columns as wide as their sums, each parted into shares of its own sum. */
import type { Chart } from '../../model/chart.js';
import type { Pt } from '../../model/length.js';
import type { Sketch, SketchShape } from '../../model/native-chart.js';
import { quantityLabel } from '../../locale/chart-label.js';
import { estimateWidth, wrapLabel } from '../../text/label-lines.js';
import { sketchedType, wordsAt } from '../families/painted.js';
import { colorOn, seriesColor, textColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';
import { unitOnMarks } from '../measure/value-range.js';

interface Column {
  readonly name: string;
  readonly sum: number;
  readonly decimals: number;
  readonly x: Pt;
  readonly width: Pt;
  /** A value for each series, from the foot up; 0 for a gap. */
  readonly values: readonly number[];
}

/** Between columns, in pt. */
const seam: Pt = 2;
/** Names of series beside the last column take at most this share of the width. */
const mostNames = 0.26;

function columnsOf({ categories, series }: Chart, width: Pt): readonly Column[] {
  const raw = categories.map((name, index) => {
    const points = series.flatMap(({ points: all }) => (all[index] === undefined ? [] : [all[index]]));
    const decimals = Math.max(0, ...points.map((point) => point.decimals));
    const values = points.map(({ value }) => value ?? 0);
    const sum = values.reduce((total, value) => total + Math.round(value * 10 ** decimals), 0) / 10 ** decimals;
    return { name, decimals, values, sum };
  });
  const total = raw.reduce((all, { sum }) => all + sum, 0) || 1;
  const free = width - seam * Math.max(0, raw.length - 1);
  let x = 0;
  return raw.map((column): Column => {
    const wide = (column.sum / total) * free;
    const at = x;
    x += wide + seam;
    return { ...column, x: at, width: wide };
  });
}

const nameWidth = ({ series }: Chart, { size, fontSize }: ChartPlace): Pt =>
  Math.min(size.width * mostNames, Math.max(0, ...series.map(({ name }) => estimateWidth(name, fontSize))));

/** A column's parts with their shares, its sum over it and its name under it. */
function columnShapes(chart: Chart, column: Column, top: Pt, height: Pt, place: ChartPlace): SketchShape[] {
  const { theme, fontSize } = place;
  let foot = top + height;
  const parts = column.values.flatMap((value, at): SketchShape[] => {
    if (value <= 0 || column.sum === 0) return [];
    const tall = (value / column.sum) * height;
    foot -= tall;
    const color = seriesColor(theme, at);
    const share = `${Math.round((value / column.sum) * 100)}%`;
    const fits = tall >= fontSize * 1.15 && column.width >= estimateWidth(share, fontSize) + 4;
    return [
      {
        kind: 'box',
        box: { x: column.x, y: foot, width: column.width, height: Math.max(0.5, tall - 1) },
        form: 'rect',
        fill: color,
        name: `${chart.series[at]!.name} ${column.name} ${share}`,
        ...(fits
          ? {
              text: {
                lines: [share],
                size: fontSize,
                bold: false,
                color: colorOn(theme, color),
                align: 'center' as const,
              },
            }
          : {}),
      },
    ];
  });
  const middle = column.x + column.width / 2;
  const { text } = quantityLabel(
    { value: column.sum, decimals: column.decimals },
    unitOnMarks(chart),
    null,
    chart.language,
  );
  const sum = estimateWidth(text, fontSize) <= column.width + seam;
  const name = wrapLabel(column.name, fontSize, column.width, 2);
  const named = name.every((line) => estimateWidth(line, fontSize) <= column.width + 1);
  return [
    ...parts,
    ...(sum
      ? [wordsAt({ text, x: middle, y: top - lineHeight(fontSize) / 2, align: 'center', bold: true }, fontSize)]
      : []),
    ...(named
      ? name.map((line, at) =>
          wordsAt(
            { text: line, x: middle, y: top + height + lineHeight(fontSize) * (at + 0.7), align: 'center' },
            fontSize,
          ),
        )
      : []),
  ];
}

/** Series are named beside the parts of the last column, pushed apart where those are thin. */
function seriesNames(chart: Chart, last: Column, x: Pt, top: Pt, height: Pt, place: ChartPlace): SketchShape[] {
  const { fontSize, theme } = place;
  const step = lineHeight(fontSize);
  let foot = top + height;
  const middles = last.values.map((value) => {
    const tall = last.sum === 0 ? height / last.values.length : (value / last.sum) * height;
    foot -= tall;
    return foot + tall / 2;
  });
  let limit = Infinity;
  return middles.flatMap((middle, at) => {
    const y = Math.min(middle, limit);
    limit = y - step;
    return [
      {
        kind: 'box' as const,
        box: { x, y: y - fontSize * 0.35, width: fontSize * 0.7, height: fontSize * 0.7 },
        form: 'rect' as const,
        fill: seriesColor(theme, at),
      },
      wordsAt({ text: chart.series[at]!.name, x: x + fontSize, y, align: 'left', color: textColor }, fontSize),
    ];
  });
}

function sketch(chart: Chart, place: ChartPlace): Sketch {
  const { size, fontSize } = place;
  const names = nameWidth(chart, place) + fontSize * 1.6;
  const columns = columnsOf(chart, size.width - names);
  const top = lineHeight(fontSize) + 2;
  const height = Math.max(10, size.height - top - lineHeight(fontSize) * 2.4);
  const last = columns.at(-1);
  return [
    ...columns.flatMap((column) => columnShapes(chart, column, top, height, place)),
    ...(last === undefined ? [] : seriesNames(chart, last, size.width - names + fontSize * 0.5, top, height, place)),
  ];
}

export const mekko = sketchedType(sketch, (chart, place) => {
  const names = nameWidth(chart, place) + place.fontSize * 1.6;
  return columnsOf(chart, place.size.width - names).some(
    ({ name, width, sum }) =>
      sum > 0 &&
      wrapLabel(name, place.fontSize, width, 2).some((line) => estimateWidth(line, place.fontSize) > width + 1),
  );
});
