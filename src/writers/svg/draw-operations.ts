/** Operations of a drawing, a chart or a picture that is vectors, as SVG in the present coordinates. */
import { assertNever } from '../../model/assert-never.js';
import type { DrawingOperation, GradientStop, Paint, PathStep } from '../../model/drawing.js';
import { drawGlyphs } from './draw-glyphs-svg.js';
import { attributesOf, svgNumber, type Attributes } from './svg-markup.js';
import type { SvgSurface } from './svg-surface.js';

type Operation<Kind extends DrawingOperation['kind']> = Extract<DrawingOperation, { kind: Kind }>;

/** What `save` opened ends with `restore`: clips and transforms are groups, which are closed then. */
export function drawOperations(surface: SvgSurface, operations: readonly DrawingOperation[]): void {
  const open: number[] = [0];
  const group = (attributes: Attributes): void => {
    surface.add(`<g${attributesOf(attributes)}>`);
    open[open.length - 1]! += 1;
  };
  const close = (): void => surface.add('</g>'.repeat(open.pop() ?? 0));
  for (const operation of operations) {
    switch (operation.kind) {
      case 'save':
        open.push(0);
        break;
      case 'restore':
        if (open.length > 1) close();
        break;
      case 'transform':
        group({ transform: `matrix(${operation.matrix.map(fine).join(' ')})` });
        break;
      case 'clip':
        group({ 'clip-path': `url(#${addClip(surface, operation)})` });
        break;
      default:
        draw(surface, operation);
    }
  }
  while (open.length > 0) close();
}

/** A number of a matrix, which is multiplied by lengths: six digits behind the point. */
const fine = (value: number): string => String(Math.round(value * 1e6) / 1e6);

function draw(
  surface: SvgSurface,
  operation: Exclude<DrawingOperation, { kind: 'save' | 'restore' | 'transform' | 'clip' }>,
): void {
  switch (operation.kind) {
    case 'fill':
      return drawFill(surface, operation);
    case 'stroke':
      return drawStroke(surface, operation);
    case 'text':
      return drawLabel(surface, operation);
    case 'group':
      surface.add(`<g${attributesOf({ opacity: operation.alpha })}>`);
      drawOperations(surface, operation.operations);
      surface.add('</g>');
      return;
    case 'image': {
      const { png, x, y, width, height } = operation;
      const href = surface.shared.addressOf(png, 'image/png');
      surface.add(surface.element('image', { href, x, y, width, height, preserveAspectRatio: 'none' }));
      return;
    }
    default:
      assertNever(operation);
  }
}

export const pathData = (path: readonly PathStep[], number: (value: number) => string = svgNumber): string =>
  path.map(([command, ...numbers]) => `${command}${numbers.map(number).join(' ')}`).join('');

function addClip(surface: SvgSurface, { path, rule }: Operation<'clip'>): string {
  const id = surface.uniqueName();
  surface.add(
    surface.element(
      'clipPath',
      { id },
      surface.element('path', { d: pathData(path, surface.number), 'clip-rule': evenOdd(rule) }),
    ),
  );
  return id;
}

const evenOdd = (rule: 'nonzero' | 'evenodd'): string | null => (rule === 'evenodd' ? rule : null);

function drawFill(surface: SvgSurface, { path, rule, paint }: Operation<'fill'>): void {
  if (path.length === 0 || (paint.kind === 'solid' && paint.alpha === 0)) return;
  const { value, alpha } = paintOf(surface, paint);
  surface.add(
    surface.element('path', {
      d: pathData(path, surface.number),
      fill: value,
      'fill-opacity': alpha,
      'fill-rule': evenOdd(rule),
    }),
  );
}

function drawStroke(surface: SvgSurface, stroke: Operation<'stroke'>): void {
  const { path, paint, width, cap, join, miterLimit, dash, dashOffset } = stroke;
  if (path.length === 0 || width <= 0 || (paint.kind === 'solid' && paint.alpha === 0)) return;
  const { value, alpha } = paintOf(surface, paint);
  surface.add(
    surface.element('path', {
      d: pathData(path, surface.number),
      fill: 'none',
      stroke: value,
      'stroke-opacity': alpha,
      'stroke-width': width,
      'stroke-linecap': cap === 'butt' ? null : cap,
      'stroke-linejoin': join === 'miter' ? null : join,
      'stroke-miterlimit': join === 'miter' ? Math.max(1, miterLimit) : null,
      'stroke-dasharray': dash.length > 0 ? dash.map(surface.number).join(' ') : null,
      'stroke-dashoffset': dash.length > 0 && dashOffset !== 0 ? dashOffset : null,
    }),
  );
}

/** Outlined letters meet in round joins, or those of small type would have thorns. */
function drawLabel(surface: SvgSurface, label: Operation<'text'>): void {
  const { text, x, y, size, bold, paint, letterSpacing, outline } = label;
  const { value, alpha } = paintOf(surface, paint);
  const advances = surface.naturalAdvances('body', bold, size, text, letterSpacing);
  const ink: Attributes =
    outline === undefined
      ? { fill: value, 'fill-opacity': alpha }
      : {
          fill: 'none',
          stroke: value,
          'stroke-opacity': alpha,
          'stroke-width': outline,
          'stroke-linejoin': 'round',
          'aria-hidden': 'true',
        };
  drawGlyphs(surface, { font: 'body', bold, italic: false, size }, text, advances, { x, y }, ink);
}

/** `alpha` is null where it is full, or stands in the stops. */
function paintOf(surface: SvgSurface, paint: Paint): { readonly value: string; readonly alpha: number | null } {
  if (paint.kind === 'solid') return { value: paint.hex, alpha: paint.alpha === 1 ? null : paint.alpha };
  const id = surface.uniqueName();
  const shared = { id, gradientUnits: 'userSpaceOnUse' };
  const stops = paint.stops.map((stop) => stopElement(surface, stop)).join('');
  if (paint.kind === 'linear') {
    const [[x1, y1], [x2, y2]] = [paint.from, paint.to];
    surface.add(surface.element('linearGradient', { ...shared, x1, y1, x2, y2 }, stops));
  } else {
    const [[fx, fy, fr], [cx, cy, r]] = [paint.from, paint.to];
    surface.add(surface.element('radialGradient', { ...shared, fx, fy, fr, cx, cy, r }, stops));
  }
  return { value: `url(#${id})`, alpha: null };
}

const stopElement = (surface: SvgSurface, { offset, hex, alpha }: GradientStop): string =>
  surface.element('stop', { offset, 'stop-color': hex, 'stop-opacity': alpha === 1 ? null : alpha });
