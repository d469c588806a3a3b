/** Heat table: rows by columns, the more the darker, each cell with its number. */
import { lineHeight } from '../measure/frame.js';
import { paintedType, wordIn, type Paintwork } from '../families/painted.js';
import { colorOn, seriesColor } from '../measure/chart-palette.js';
import { estimateWidth, wrapLabel } from '../../text/label-lines.js';
import { numbersOf } from '../measure/value-range.js';

export const heat = paintedType((chart, place): Paintwork => {
  const { size, fontSize, theme } = place;
  const values = numbersOf(chart);
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const left = Math.min(
    size.width * 0.36,
    Math.max(0, ...chart.categories.map((name) => estimateWidth(name, fontSize))) + 8,
  );
  const column = (size.width - left) / Math.max(1, chart.series.length);
  const heads = chart.series.map(({ name }) => wrapLabel(name, fontSize, column - 4, 2));
  const top = lineHeight(fontSize) * Math.max(1, ...heads.map((lines) => lines.length)) + 4;
  const row = (size.height - top) / Math.max(1, chart.categories.length);
  // A gap has no cell: its ground stays open.
  const cells = chart.series.flatMap(({ points }, across) =>
    points.flatMap((point, down) =>
      point.value === null
        ? []
        : [
            {
              point,
              box: { x: left + across * column + 1, y: top + down * row + 1, width: column - 2, height: row - 2 },
              color: {
                ...seriesColor(theme, 2),
                lighten: Number((0.88 * (1 - (point.value - low) / (high - low || 1))).toFixed(3)),
              },
            },
          ],
    ),
  );
  return {
    rects: cells.map(({ box, color }) => ({ box, color })),
    lines: [],
    words: [
      ...heads.flatMap((lines, across) =>
        lines.flatMap((text, line) =>
          wordIn(
            {
              text,
              x: left + (across + 0.5) * column,
              y: top - 4 - (lines.length - line - 0.5) * lineHeight(fontSize),
              align: 'center',
            },
            column,
            fontSize,
          ),
        ),
      ),
      ...chart.categories.flatMap((name, down) =>
        row < fontSize
          ? []
          : wrapLabel(name, fontSize, left - 8, Math.max(1, Math.floor(row / lineHeight(fontSize)))).flatMap(
              (text, line, lines) =>
                wordIn(
                  {
                    text,
                    x: left - 8,
                    y: top + (down + 0.5) * row + (line - (lines.length - 1) / 2) * lineHeight(fontSize),
                    align: 'right',
                  },
                  left,
                  fontSize,
                ),
            ),
      ),
      ...cells.flatMap(({ point, box, color }) =>
        box.height < fontSize
          ? []
          : wordIn(
              {
                text: point.label,
                x: box.x + box.width / 2,
                y: box.y + box.height / 2,
                align: 'center',
                color: colorOn(theme, color),
                bold: point.emphasised,
              },
              box.width - 2,
              fontSize,
            ),
      ),
    ],
  };
});
