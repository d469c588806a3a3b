/** Kinds that Chart.js has none of: painted on its canvas, as a picture in a deck. */
import type { Chart } from '../../model/chart.js';
import type { Box } from '../../model/length.js';
import type { Color } from '../../model/theme.js';
import type { ChartPlace, ChartType } from '../measure/chart-type.js';
import { chartJsConfig } from '../chartjs/chartjs-config.js';
import { canvasFont } from '../chartjs/direct-labels.js';
import { colorHex, textColor } from '../measure/chart-palette.js';
import { estimateWidth } from '../../text/label-lines.js';

/** What a painted kind is made of, back to front, in pt. */
export interface Paintwork {
  readonly rects: readonly { readonly box: Box; readonly color: Color }[];
  readonly lines: readonly {
    readonly points: readonly (readonly [number, number] | null)[];
    readonly color: Color;
    readonly width: number;
  }[];
  readonly words: readonly Word[];
}

export interface Word {
  readonly text: string;
  readonly x: number;
  /** The middle of its line. */
  readonly y: number;
  /** In pt, where it is not that of labels. */
  readonly size?: number;
  readonly align: 'left' | 'center' | 'right';
  readonly color?: Color;
  readonly bold?: boolean;
}

/** A text where it has room; nothing where it has none. */
export const wordIn = (word: Word, width: number, fontSize: number): Word[] =>
  word.text === '' || estimateWidth(word.text, fontSize) > width ? [] : [word];

export const paintedType = (
  paint: (chart: Chart, place: ChartPlace) => Paintwork,
  isCrowded: (chart: Chart, place: ChartPlace) => boolean = () => false,
): ChartType => ({
  isCrowded,
  toNative: () => null,
  toChartJs: (chart, place) =>
    chartJsConfig(chart, place, {
      type: 'bar',
      legend: false,
      data: { labels: [], datasets: [] },
      options: { scales: { x: { display: false }, y: { display: false } } },
      plugins: [
        {
          id: 'paintwork',
          afterDraw({ ctx }) {
            const { rects, lines, words } = paint(chart, place);
            ctx.save();
            for (const { box, color } of rects) {
              ctx.fillStyle = colorHex(place.theme, color);
              ctx.fillRect(box.x, box.y, box.width, box.height);
            }
            for (const { points, color, width } of lines) {
              ctx.strokeStyle = colorHex(place.theme, color);
              ctx.lineWidth = width;
              ctx.lineJoin = 'round';
              ctx.beginPath();
              // A gap lifts the pen.
              points.forEach((point, index) => {
                if (point === null) return;
                if (index === 0 || points[index - 1] === null) ctx.moveTo(...point);
                else ctx.lineTo(...point);
              });
              ctx.stroke();
            }
            ctx.textBaseline = 'alphabetic';
            for (const { text, x, y, align, color = textColor, bold = false, size = place.fontSize } of words) {
              ctx.font = canvasFont(size, bold);
              ctx.fillStyle = colorHex(place.theme, color);
              ctx.textAlign = align;
              ctx.fillText(text, x, y + size * 0.37);
            }
            ctx.restore();
          },
        },
      ],
    }),
});
