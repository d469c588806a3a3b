/** A drawing in pixels: for a program that shows no vectors. */
import { assertNever } from '../model/assert-never.js';
import type { Drawing, DrawingOperation, Paint, PathStep } from '../model/drawing.js';
import type { Canvas, SKRSContext2D } from 'canvas';
import { encodePng } from './encode-png.js';
import { loadCanvas } from './load-canvas.js';

type Context = SKRSContext2D;
type NewCanvas = (width: number, height: number) => Canvas;

/** A PNG of this many pixels, with alpha where the drawing covers nothing. */
export function paintDrawing({ size, operations }: Drawing, width: number, height: number): Uint8Array {
  const { createCanvas } = loadCanvas();
  const context = createCanvas(width, height).getContext('2d');
  context.scale(width / size.width, height / size.height);
  paintOperations(context, operations);
  return encodePng(context.getImageData(0, 0, width, height).data, width, height, 'best');
}

/** Over what the canvas has already. */
export function paintOperations(context: SKRSContext2D, operations: readonly DrawingOperation[]): void {
  const { createCanvas } = loadCanvas();
  for (const operation of operations) paint(context, operation, createCanvas);
}

function paint(context: Context, operation: DrawingOperation, createCanvas: NewCanvas): void {
  switch (operation.kind) {
    case 'save':
      context.save();
      return;
    case 'restore':
      context.restore();
      return;
    case 'transform':
      context.transform(...operation.matrix);
      return;
    case 'clip':
      trace(context, operation.path);
      context.clip(operation.rule);
      return;
    case 'fill':
      trace(context, operation.path);
      context.fillStyle = styleOf(context, operation.paint);
      context.fill(operation.rule);
      return;
    case 'stroke':
      strokePath(context, operation);
      return;
    case 'group':
      paintGroup(context, operation, createCanvas);
      return;
    case 'text':
    case 'image':
      throw new Error(`a picture's drawing holds no ${operation.kind}`);
    default:
      assertNever(operation);
  }
}

function trace(context: Context, path: readonly PathStep[]): void {
  context.beginPath();
  for (const step of path) {
    switch (step[0]) {
      case 'M':
        context.moveTo(step[1], step[2]);
        break;
      case 'L':
        context.lineTo(step[1], step[2]);
        break;
      case 'C':
        context.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
        break;
      case 'Z':
        context.closePath();
        break;
      default:
        assertNever(step);
    }
  }
}

function strokePath(
  context: Context,
  { path, paint: given, width, cap, join, miterLimit, dash, dashOffset }: Extract<DrawingOperation, { kind: 'stroke' }>,
): void {
  trace(context, path);
  // As in a PDF, a line takes the first colour of a gradient.
  context.strokeStyle =
    given.kind === 'solid' ? styleOf(context, given) : rgba(given.stops[0] ?? { hex: '#000000', alpha: 1 });
  Object.assign(context, { lineWidth: width, lineCap: cap, lineJoin: join, miterLimit, lineDashOffset: dashOffset });
  context.setLineDash([...dash]);
  context.stroke();
}

/** Painted on a sheet of its own, laid over as a whole. */
function paintGroup(
  context: Context,
  { alpha, operations }: Extract<DrawingOperation, { kind: 'group' }>,
  createCanvas: NewCanvas,
): void {
  const { width, height } = context.canvas;
  const sheet = createCanvas(width, height);
  const inner = sheet.getContext('2d');
  inner.setTransform(context.getTransform());
  for (const operation of operations) paint(inner, operation, createCanvas);
  context.save();
  context.resetTransform();
  context.globalAlpha = alpha;
  context.drawImage(sheet, 0, 0);
  context.restore();
}

function styleOf(context: Context, given: Paint): Context['fillStyle'] {
  if (given.kind === 'solid') return rgba(given);
  const gradient =
    given.kind === 'linear'
      ? context.createLinearGradient(...given.from, ...given.to)
      : context.createRadialGradient(...given.from, ...given.to);
  for (const stop of given.stops) gradient.addColorStop(stop.offset, rgba(stop));
  return gradient;
}

const rgba = ({ hex, alpha }: { readonly hex: string; readonly alpha: number }): string =>
  `rgba(${[1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)).join(', ')}, ${alpha})`;
