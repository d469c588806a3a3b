/** Operations of a drawing as operators of a PDF, in the present coordinates. */
import { assertNever } from '../../../model/assert-never.js';
import type { Drawing, DrawingOperation, Paint } from '../../../model/drawing.js';
import { rgbOfHex } from './color.js';
import { drawGlyphs, naturalAdvances } from './draw-glyphs.js';
import { drawingBounds } from '../../../geometry/drawing-bounds.js';
import { writeForm } from './form.js';
import { fillWithGradient } from './gradient.js';
import { formatNumber } from '../file/serialize.js';
import type { Form, Surface } from './surface.js';

export function drawOperations(surface: Surface, operations: readonly DrawingOperation[]): void {
  for (const operation of operations) replay(surface, operation);
}

function replay(surface: Surface, operation: DrawingOperation): void {
  const { content } = surface;
  switch (operation.kind) {
    case 'save':
      content.save();
      return;
    case 'restore':
      content.restore();
      return;
    case 'transform':
      content.transform(operation.matrix);
      return;
    case 'clip':
      content.path(operation.path);
      content.add(operation.rule === 'evenodd' ? 'W* n' : 'W n');
      return;
    case 'fill':
      fillPath(surface, operation);
      return;
    case 'stroke':
      strokePath(surface, operation);
      return;
    case 'text':
      setPaint(surface, operation.paint, operation.outline === undefined ? 'text' : 'stroke');
      drawLabel(surface, operation);
      return;
    case 'image': {
      const { png, x, y, width, height } = operation;
      const image = surface.shared.images.add(png, [255, 255, 255]);
      content.image(image.name, image.reference, { x, y, width, height });
      return;
    }
    case 'group':
      return drawGroup(surface, operation);
    default:
      assertNever(operation);
  }
}

/**
 * The least step as a share of a picture's larger side: finer than any printer's dot, and half the bytes of
 * thousandths.
 */
const finest = 1 / 16_000;

/**
 * A drawing in its own units from 0, 0, for any page to show. Its colours are its own, whatever inks the pages are
 * printed with.
 */
export function writeDrawing(surface: Surface, { size, operations }: Drawing): Form {
  const decimals = Math.max(0, Math.ceil(-Math.log10(Math.max(size.width, size.height) * finest)));
  return writeForm(surface, { x: 0, y: 0, ...size }, decimals, {}, (inner) =>
    drawOperations({ ...inner, inkFor: (color) => color }, operations),
  );
}

/** A transparency group (ISO 32000-1, 11.6.6). */
function drawGroup(surface: Surface, { alpha, operations }: Extract<DrawingOperation, { kind: 'group' }>): void {
  const group = writeForm(
    surface,
    drawingBounds(operations),
    surface.content.decimals,
    { Group: { S: 'Transparency', CS: 'DeviceRGB' } },
    (inner) => drawOperations(inner, operations),
  );
  surface.content.save();
  setAlpha(surface, alpha);
  surface.content.form(group);
  surface.content.restore();
}

function fillPath(surface: Surface, { path, rule, paint }: Extract<DrawingOperation, { kind: 'fill' }>): void {
  if (path.length === 0) return;
  if (paint.kind !== 'solid') {
    fillWithGradient(surface, path, rule, paint);
    return;
  }
  if (paint.alpha === 0) return;
  setPaint(surface, paint, 'fill');
  surface.content.path(path);
  surface.content.add(rule === 'evenodd' ? 'f*' : 'f');
}

const caps = { butt: 0, round: 1, square: 2 } as const;
const joins = { miter: 0, round: 1, bevel: 2 } as const;

function strokePath(surface: Surface, stroke: Extract<DrawingOperation, { kind: 'stroke' }>): void {
  const { path, paint, width, cap, join, miterLimit, dash, dashOffset } = stroke;
  if (path.length === 0 || width <= 0 || (paint.kind === 'solid' && paint.alpha === 0)) return;
  setPaint(surface, paint, 'stroke');
  const number = (value: number): string => formatNumber(value, 3);
  surface.content.add(
    `${number(width)} w ${caps[cap]} J ${joins[join]} j ${number(Math.max(1, miterLimit))} M [${dash.map(number).join(' ')}] ${number(dashOffset)} d`,
  );
  surface.content.path(path);
  surface.content.add('S');
}

/** A line or a label in a gradient takes its first colour: charts draw none, and of an SVG it was said. */
function setPaint(surface: Surface, paint: Paint, what: 'fill' | 'stroke' | 'text'): void {
  const { hex, alpha } = paint.kind === 'solid' ? paint : (paint.stops[0] ?? { hex: '#000000', alpha: 1 });
  const color = rgbOfHex(hex);
  if (what === 'stroke') surface.content.strokeColor(surface.inkFor(color));
  else surface.content.fillColor(what === 'text' ? surface.inkFor(color) : color);
  setAlpha(surface, alpha);
}

/** Steps of alpha that no eye tells apart share a graphics state. */
const alphaSteps = 1000;

function setAlpha(surface: Surface, given: number): void {
  const alpha = Math.round(given * alphaSteps) / alphaSteps;
  if (alpha === 1 && surface.content.isOpaque) return;
  const state = surface.shared.graphicsState({ ca: alpha, CA: alpha });
  surface.content.graphicsState(state.name, state.reference);
}

/** Outlined letters meet in round joins, or those of small type would have thorns. */
function drawLabel(
  surface: Surface,
  { text, x, y, size, bold, letterSpacing, outline }: Extract<DrawingOperation, { kind: 'text' }>,
): void {
  const style = { font: 'body', bold, italic: false, size } as const;
  if (outline !== undefined) surface.content.add(`1 Tr ${formatNumber(outline, 3)} w 1 j [] 0 d`);
  drawGlyphs(surface, style, { text, advances: naturalAdvances(surface, style, text, letterSpacing), x, y });
  if (outline !== undefined) surface.content.add('0 Tr');
}
