/** A sketch on a canvas, or into a recording. */
import type { Plugin } from 'chart.js';
import { assertNever } from '../../model/assert-never.js';
import type { Box } from '../../model/length.js';
import type {
  Sketch,
  SketchLine,
  SketchPoint,
  SketchShape,
  SketchStroke,
  SketchText,
} from '../../model/native-chart.js';
import type { Color, Theme } from '../../model/theme.js';
import { colorHex } from '../measure/chart-palette.js';
import { lineHeight } from '../measure/frame.js';
import { canvasFont } from './direct-labels.js';
import type { RecordingContext } from './recording/recording-context.js';

type Pen = Pick<
  RecordingContext,
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'rect'
  | 'roundRect'
  | 'ellipse'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'setLineDash'
  | 'font'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'lineJoin'
  | 'textAlign'
  | 'textBaseline'
>;

/** Painted over all else. */
export const sketchPlugin = (sketch: () => Sketch, theme: Theme): Plugin => ({
  id: 'sketch',
  afterDraw({ ctx }) {
    for (const shape of sketch()) paintShape(ctx as unknown as Pen, shape, theme);
  },
});

function paintShape(pen: Pen, shape: SketchShape, theme: Theme): void {
  pen.save();
  switch (shape.kind) {
    case 'line':
      paintLine(pen, shape, theme);
      break;
    case 'box':
      traceBox(pen, shape.box, shape.form);
      fillAndStroke(pen, shape.fill, shape.stroke, theme);
      if (shape.text !== undefined) paintText(pen, shape.text, shape.box, theme);
      break;
    case 'area':
      pen.beginPath();
      for (const ring of shape.rings) tracePoints(pen, ring, true);
      pen.lineJoin = 'round';
      fillAndStroke(pen, shape.fill, shape.stroke, theme);
      break;
    case 'words':
      paintText(pen, shape.text, shape.box, theme);
      break;
    default:
      assertNever(shape);
  }
  pen.restore();
}

function fillAndStroke(pen: Pen, fill: Color | null, stroke: SketchStroke | undefined, theme: Theme): void {
  if (fill !== null) {
    pen.fillStyle = colorHex(theme, fill);
    pen.fill('evenodd');
  }
  if (stroke === undefined) return;
  pen.strokeStyle = colorHex(theme, stroke.color);
  pen.lineWidth = stroke.width;
  pen.stroke();
}

function tracePoints(pen: Pen, points: readonly SketchPoint[], closed: boolean): void {
  points.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  if (closed) pen.closePath();
}

function traceBox(pen: Pen, { x, y, width, height }: Box, form: 'rect' | 'pill' | 'oval' | 'diamond'): void {
  pen.beginPath();
  switch (form) {
    case 'rect':
      return pen.rect(x, y, width, height);
    case 'pill':
      return pen.roundRect(x, y, width, height, Math.min(width, height) / 2);
    case 'oval':
      return pen.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
    case 'diamond':
      return tracePoints(
        pen,
        [
          [x + width / 2, y],
          [x + width, y + height / 2],
          [x + width / 2, y + height],
          [x, y + height / 2],
        ],
        true,
      );
    default:
      return assertNever(form);
  }
}

/** How long an arrow's head is, in widths of its line: a medium triangle of PowerPoint. */
const headLength = 4;

function paintLine(pen: Pen, { points, color, width, dash, head }: SketchLine, theme: Theme): void {
  const [before, tip] = points.slice(-2) as [SketchPoint, SketchPoint];
  const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1;
  const [right, down] = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length];
  const reach = Math.max(4, width * headLength);
  const foot: SketchPoint = [tip[0] - right * reach, tip[1] - down * reach];
  pen.strokeStyle = colorHex(theme, color);
  pen.lineWidth = width;
  if (dash === true) pen.setLineDash([4, 3]);
  pen.beginPath();
  tracePoints(pen, head === true ? [...points.slice(0, -1), foot] : points, false);
  pen.stroke();
  if (head !== true) return;
  const half = reach * 0.45;
  pen.beginPath();
  tracePoints(
    pen,
    [tip, [foot[0] - down * half, foot[1] + right * half], [foot[0] + down * half, foot[1] - right * half]],
    true,
  );
  pen.fillStyle = colorHex(theme, color);
  pen.fill();
}

function paintText(pen: Pen, { lines, size, bold, color, align }: SketchText, box: Box, theme: Theme): void {
  pen.font = canvasFont(size, bold);
  pen.fillStyle = colorHex(theme, color);
  pen.textAlign = align;
  pen.textBaseline = 'alphabetic';
  const x = align === 'left' ? box.x : align === 'right' ? box.x + box.width : box.x + box.width / 2;
  const step = lineHeight(size);
  const top = box.y + (box.height - step * lines.length) / 2;
  lines.forEach((line, index) => pen.fillText(line, x, top + step * (index + 0.5) + size * 0.37));
}
