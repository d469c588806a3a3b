/** Treemap: parts of a whole as rectangles of their size. Squarified (Bruls, Huizing, van Wijk 2000). */
import type { Box } from '../../model/length.js';
import { lineHeight } from '../measure/frame.js';
import { paintedType, wordIn, type Paintwork } from '../families/painted.js';
import { colorOn, sliceColor } from '../measure/chart-palette.js';
import { wrapLabel } from '../../text/label-lines.js';

interface Part {
  readonly index: number;
  readonly value: number;
}
interface Laid extends Part {
  readonly box: Box;
}

/** The worst ratio of sides in a row of areas along a side. */
function worst(row: readonly Part[], side: number, scale: number): number {
  const sum = row.reduce((total, { value }) => total + value * scale, 0);
  const thick = sum / side;
  return Math.max(...row.map(({ value }) => Math.max(thick ** 2 / (value * scale), (value * scale) / thick ** 2)));
}

/** Rectangles that fill `box`; `parts` from the largest down. */
function squarify(parts: readonly Part[], box: Box): Laid[] {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  if (parts.length === 0 || total === 0) return [];
  const scale = (box.width * box.height) / total;
  const upright = box.width >= box.height;
  const side = upright ? box.height : box.width;
  let count = 1;
  while (
    count < parts.length &&
    worst(parts.slice(0, count + 1), side, scale) <= worst(parts.slice(0, count), side, scale)
  )
    count++;
  const row = parts.slice(0, count);
  const thick = row.reduce((sum, { value }) => sum + value * scale, 0) / side;
  let along = 0;
  const laid = row.map((part): Laid => {
    const length = (part.value * scale) / thick;
    const at = along;
    along += length;
    return {
      ...part,
      box: upright
        ? { x: box.x, y: box.y + at, width: thick, height: length }
        : { x: box.x + at, y: box.y, width: length, height: thick },
    };
  });
  const rest = upright
    ? { ...box, x: box.x + thick, width: box.width - thick }
    : { ...box, y: box.y + thick, height: box.height - thick };
  return [...laid, ...squarify(parts.slice(count), rest)];
}

export const treemap = paintedType((chart, place): Paintwork => {
  const { size, fontSize, theme } = place;
  const points = chart.series[0]?.points ?? [];
  const parts = points
    .flatMap(({ value }, index) => (value === null || value <= 0 ? [] : [{ index, value }]))
    .sort((one, other) => other.value - one.value || one.index - other.index);
  const laid = squarify(parts, { x: 0, y: 0, ...size });
  const colorOf = (index: number) => sliceColor(chart, theme, index);
  return {
    rects: laid.map(({ index, box }) => ({
      box: { x: box.x + 1, y: box.y + 1, width: Math.max(0, box.width - 2), height: Math.max(0, box.height - 2) },
      color: colorOf(index),
    })),
    lines: [],
    words: laid.flatMap(({ index, box }) => {
      const point = points[index]!;
      const most = Math.floor((box.height - 6) / lineHeight(fontSize));
      const name = wrapLabel(chart.categories[index] ?? '', fontSize, box.width - 12, Math.max(1, most - 1));
      const lines = [
        ...name.map((text) => ({ text, bold: true })),
        ...(point.label === '' ? [] : [{ text: point.label, bold: point.emphasised }]),
      ];
      // All of what a rectangle has to say, or the name, or nothing.
      const fitting = lines.length <= most ? lines : name.length <= most ? lines.slice(0, name.length) : [];
      const words = fitting.flatMap(({ text, bold }, line) =>
        wordIn(
          {
            text,
            bold,
            x: box.x + 7,
            y: box.y + 5 + (line + 0.5) * lineHeight(fontSize),
            align: 'left',
            color: colorOn(theme, colorOf(index)),
          },
          box.width - 10,
          fontSize,
        ),
      );
      return words.length === fitting.length ? words : [];
    }),
  };
});
