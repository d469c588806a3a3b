/** A chart as Chart.js drew it, replayed as vectors, with its labels as text in the page's own font. */
import { assertNever } from '../../model/assert-never.js';
import type { DrawingOperation, Paint } from '../../model/drawing.js';
import type { ChartItem } from '../../model/page.js';
import type { Canvas } from './canvas.js';
import { rgbOfHex } from './color.js';
import { drawGlyphs, naturalAdvances } from './draw-glyphs.js';
import { fillWithGradient } from './gradient.js';
import { formatNumber } from './serialize.js';

export function drawChart(canvas: Canvas, item: ChartItem): void {
  const { chart, box, tag } = item;
  const drawing = canvas.drawings.get(item);
  if (drawing === undefined) throw new Error(`the chart "${chart.id}" was placed before it was drawn`);
  canvas.mark(tag);
  canvas.extend(tag, box, chart.alt);
  const { content } = canvas;
  content.save();
  content.transform([1, 0, 0, 1, box.x, box.y]);
  content.rect({ x: 0, y: 0, width: box.width, height: box.height });
  content.add('W n');
  for (const operation of drawing.operations) replay(canvas, operation);
  content.restore();
}

function replay(canvas: Canvas, operation: DrawingOperation): void {
  const { content } = canvas;
  switch (operation.kind) {
    case 'save': content.save(); return;
    case 'restore': content.restore(); return;
    case 'transform': content.transform(operation.matrix); return;
    case 'clip':
      content.path(operation.path);
      content.add(operation.rule === 'evenodd' ? 'W* n' : 'W n');
      return;
    case 'fill': fillPath(canvas, operation); return;
    case 'stroke': strokePath(canvas, operation); return;
    case 'text':
      setPaint(canvas, operation.paint, operation.outline === undefined ? 'text' : 'stroke');
      drawLabel(canvas, operation);
      return;
    case 'image': {
      const { png, x, y, width, height } = operation;
      const image = canvas.shared.images.add(png, [255, 255, 255]);
      content.image(image.name, image.reference, { x, y, width, height });
      return;
    }
    default: assertNever(operation);
  }
}

function fillPath(canvas: Canvas, { path, rule, paint }: Extract<DrawingOperation, { kind: 'fill' }>): void {
  if (path.length === 0) return;
  if (paint.kind !== 'solid') {
    fillWithGradient(canvas, path, rule, paint);
    return;
  }
  if (paint.alpha === 0) return;
  setPaint(canvas, paint, 'fill');
  canvas.content.path(path);
  canvas.content.add(rule === 'evenodd' ? 'f*' : 'f');
}

const caps = { butt: 0, round: 1, square: 2 } as const;
const joins = { miter: 0, round: 1, bevel: 2 } as const;

function strokePath(canvas: Canvas, stroke: Extract<DrawingOperation, { kind: 'stroke' }>): void {
  const { path, paint, width, cap, join, miterLimit, dash, dashOffset } = stroke;
  if (path.length === 0 || width <= 0 || (paint.kind === 'solid' && paint.alpha === 0)) return;
  setPaint(canvas, paint, 'stroke');
  const number = (value: number): string => formatNumber(value, 3);
  canvas.content.add(`${number(width)} w ${caps[cap]} J ${joins[join]} j ${number(Math.max(1, miterLimit))} M [${dash.map(number).join(' ')}] ${number(dashOffset)} d`);
  canvas.content.path(path);
  canvas.content.add('S');
}

/** A line or a label in a gradient takes its first colour: the charts draw none. */
function setPaint(canvas: Canvas, paint: Paint, what: 'fill' | 'stroke' | 'text'): void {
  const { hex, alpha } = paint.kind === 'solid' ? paint : paint.stops[0] ?? { hex: '#000000', alpha: 1 };
  const color = rgbOfHex(hex);
  if (what === 'stroke') canvas.content.strokeColor(canvas.inkFor(color));
  else canvas.content.fillColor(what === 'text' ? canvas.inkFor(color) : color);
  if (alpha === 1 && canvas.content.isOpaque) return;
  const state = canvas.shared.graphicsState({ ca: alpha, CA: alpha });
  canvas.content.graphicsState(state.name, state.reference);
}

/** Outlined letters meet in round joins, or those of small type would have thorns. */
function drawLabel(canvas: Canvas, { text, x, y, size, bold, letterSpacing, outline }: Extract<DrawingOperation, { kind: 'text' }>): void {
  const style = { font: 'body', bold, italic: false, size } as const;
  if (outline !== undefined) canvas.content.add(`1 Tr ${formatNumber(outline, 3)} w 1 j [] 0 d`);
  drawGlyphs(canvas, style, text, naturalAdvances(canvas, style, text, letterSpacing), x, y);
  if (outline !== undefined) canvas.content.add('0 Tr');
}
