/** Heat table: rows by columns, the more the darker, each cell with its number. */
import type { Chart, ChartPoint } from '../../model/chart.js';
import type { Box, Pt } from '../../model/length.js';
import type { Color } from '../../model/theme.js';
import { estimateWidth, wrapLabel } from '../../text/label-lines.js';
import { paintedType, wordIn, type Paintwork, type Word } from '../families/painted.js';
import { namesDown } from '../measure/category-names.js';
import { colorOn, seriesColor } from '../measure/chart-palette.js';
import type { ChartPlace } from '../measure/chart-type.js';
import { lineHeight } from '../measure/frame.js';
import { numbersOf } from '../measure/value-range.js';

/** In pt: names of rows at the left, heads of columns above, and the size of a cell. */
interface Grid {
  readonly left: Pt;
  readonly top: Pt;
  readonly column: Pt;
  readonly row: Pt;
  readonly heads: readonly (readonly string[])[];
}

interface Cell {
  readonly point: ChartPoint;
  readonly box: Box;
  readonly color: Color;
}

function gridOf(chart: Chart, { size, fontSize }: ChartPlace): Grid {
  const names = chart.categories.map((name) => estimateWidth(name, fontSize));
  const left = Math.min(size.width * 0.36, Math.max(0, ...names) + 8);
  const column = (size.width - left) / Math.max(1, chart.series.length);
  const heads = chart.series.map(({ name }) => wrapLabel(name, fontSize, column - 4, 2));
  const top = lineHeight(fontSize) * Math.max(1, ...heads.map((lines) => lines.length)) + 4;
  return { left, top, column, heads, row: (size.height - top) / Math.max(1, chart.categories.length) };
}

/** A gap has no cell: its ground stays open. */
function cellsOf(chart: Chart, { theme }: ChartPlace, { left, top, column, row }: Grid): Cell[] {
  const values = numbersOf(chart);
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const paleness = (value: number): number => Number((0.88 * (1 - (value - low) / (high - low || 1))).toFixed(3));
  return chart.series.flatMap(({ points }, across) =>
    points.flatMap((point, down) =>
      point.value === null
        ? []
        : [
            {
              point,
              box: { x: left + across * column + 1, y: top + down * row + 1, width: column - 2, height: row - 2 },
              color: { ...seriesColor(theme, 2), lighten: paleness(point.value) },
            },
          ],
    ),
  );
}

/** Share of the size of labels that numbers may be set at. */
const shrinks = [1, 0.9, 0.8, 0.7, 0.6];

/** Numbers of all cells at one size, or of none: a table with holes would lie about its gaps. */
function numbersIn(cells: readonly Cell[], { fontSize, theme }: ChartPlace): Word[] {
  const fits = (size: Pt): boolean =>
    cells.every(
      ({ point, box }) => estimateWidth(point.label, size) <= box.width - 2 && size * 1.1 <= Math.max(0, box.height),
    );
  const size = shrinks.map((share) => fontSize * share).find(fits);
  if (size === undefined) return [];
  return cells.map(({ point, box, color }) => ({
    text: point.label,
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    align: 'center',
    color: colorOn(theme, color),
    bold: point.emphasised,
    size,
  }));
}

function headWords({ heads, left, top, column }: Grid, fontSize: Pt): Word[] {
  return heads.flatMap((lines, across) =>
    lines.flatMap((text, line) => {
      const y = top - 4 - (lines.length - line - 0.5) * lineHeight(fontSize);
      return wordIn({ text, x: left + (across + 0.5) * column, y, align: 'center' }, column, fontSize);
    }),
  );
}

function rowWords(chart: Chart, { left, top, row }: Grid, fontSize: Pt): Word[] {
  const { lines, size } = namesDown(chart.categories, row, left - 8, fontSize);
  return lines.flatMap((name, down) =>
    name.map((text, line) => ({
      text,
      x: left - 8,
      y: top + (down + 0.5) * row + (line - (name.length - 1) / 2) * lineHeight(size),
      align: 'right' as const,
      size,
    })),
  );
}

function paint(chart: Chart, place: ChartPlace): Paintwork {
  const grid = gridOf(chart, place);
  const cells = cellsOf(chart, place, grid);
  return {
    rects: cells.map(({ box, color }) => ({ box, color })),
    lines: [],
    words: [...headWords(grid, place.fontSize), ...rowWords(chart, grid, place.fontSize), ...numbersIn(cells, place)],
  };
}

export const heat = paintedType(paint, (chart, place) => {
  const { row, left } = gridOf(chart, place);
  return namesDown(chart.categories, row, left - 8, place.fontSize).isCrowded;
});
