/** The elements of an SVG to the operations of a drawing, in the order in which they are painted. */
import { identity, invert, multiply } from '../geometry/matrix.js';
import { pathBounds } from '../geometry/path-bounds.js';
import { transformPath } from '../geometry/transform-path.js';
import type { DrawingOperation, Matrix, Paint, PathStep } from '../model/drawing.js';
import type { Size } from '../model/length.js';
import { fade } from './fade.js';
import { readLength, readTransform } from './read-numbers.js';
import { pathOfShape } from './shape-path.js';
import type { StyleRules } from './style-rules.js';
import { targetOf, type SvgElement } from './svg-element.js';
import { gradientOf, type GradientSource } from './svg-gradient.js';
import { styleOf, type OwnStyle, type SvgPaint, type SvgStyle } from './svg-style.js';
import { viewBoxMatrix } from './svg-viewport.js';

export interface SvgDrawer {
  readonly byId: ReadonlyMap<string, SvgElement>;
  readonly rules: StyleRules;
  /** In the drawing's own units. */
  readonly viewport: Size;
  /** Something is left out. */
  readonly say: (what: string, element: SvgElement) => void;
  /** A value cannot be read. */
  readonly unread: (property: string, value: string, element: SvgElement) => void;
  /** Whether there is room for one element more. */
  readonly count: (element: SvgElement) => boolean;
  /** Whether an element that is shown again may be: it must not be inside itself. */
  readonly enter: (element: SvgElement, draw: () => void) => void;
}

const containers = new Set(['svg', 'g', 'a', 'symbol', 'use', 'switch']);
const silent = new Set(['defs', 'title', 'desc', 'metadata', 'style', 'linearGradient', 'radialGradient', 'clipPath', 'pattern', 'mask', 'marker', 'filter', 'symbol', 'view']);
const lacking: Readonly<Record<string, string>> = {
  text: 'text', image: 'a picture inside it', switch: 'a choice by language (the first is drawn)', animate: 'movement', animateTransform: 'movement', animateMotion: 'movement', set: 'movement',
};
const lackingProperties: Readonly<Record<string, string>> = {
  filter: 'a filter', mask: 'a mask', marker: 'marks on lines', 'marker-start': 'marks on lines', 'marker-mid': 'marks on lines', 'marker-end': 'marks on lines',
  'mix-blend-mode': 'a blend mode', 'vector-effect': 'a line whose width does not scale',
};

export function drawElement(element: SvgElement, inherited: SvgStyle, drawer: SvgDrawer, out: DrawingOperation[]): void {
  const { name } = element;
  if (silent.has(name) || name.includes(':') || !drawer.count(element)) return;
  if (lacking[name] !== undefined) drawer.say(lacking[name], element);
  const steps = containers.has(name) ? null : shapeOf(element, drawer);
  if (steps === undefined) return;
  const own = styleOf(element, inherited, drawer.rules, Math.hypot(drawer.viewport.width, drawer.viewport.height) / Math.SQRT2, (property, value) => drawer.unread(property, value, element));
  if (!own.shown || own.alpha === 0) return;
  for (const property in lackingProperties) if (!/^(none|normal)?$/.test(own.property(property) ?? '')) drawer.say(lackingProperties[property]!, element);
  const inner: DrawingOperation[] = [];
  if (steps === null) drawChildren(element, own.style, drawer, inner);
  else if (own.style.visible) paintPath(steps, own, element, drawer, inner);
  place(element, own, steps, fade(inner, own.alpha), drawer, out);
}

/** Undefined for an element that draws nothing. */
function shapeOf(element: SvgElement, drawer: SvgDrawer): readonly PathStep[] | undefined {
  const shape = pathOfShape(element, drawer.viewport);
  if (shape === null) return undefined;
  if (shape.broken !== null) drawer.unread(shape.broken, element.attributes[shape.broken]!, element);
  return shape.steps.length < 2 ? undefined : shape.steps;
}

/** Under the element's own matrix and clip. */
function place(element: SvgElement, own: OwnStyle, steps: readonly PathStep[] | null, inner: readonly DrawingOperation[], drawer: SvgDrawer, out: DrawingOperation[]): void {
  if (inner.length === 0) return;
  const matrix = matrixOf(element, drawer);
  const clip = own.clipPath === null ? null : clipOf(own.clipPath, own.style, steps, drawer);
  if (matrix === identity && clip === null) {
    for (const operation of inner) out.push(operation);
    return;
  }
  out.push({ kind: 'save' });
  if (matrix !== identity) out.push({ kind: 'transform', matrix });
  if (clip !== null) out.push(clip);
  for (const operation of inner) out.push(operation);
  out.push({ kind: 'restore' });
}

function matrixOf(element: SvgElement, drawer: SvgDrawer): Matrix {
  const written = element.attributes['transform'];
  const matrix = readTransform(written);
  if (matrix === null) drawer.unread('transform', written!, element);
  return matrix ?? identity;
}

function drawChildren(element: SvgElement, style: SvgStyle, drawer: SvgDrawer, out: DrawingOperation[]): void {
  if (element.name === 'use') return drawUse(element, style, drawer, out);
  const children = element.name === 'switch' ? element.children.slice(0, 1) : element.children;
  for (const child of children) {
    if (child.name === 'svg') drawViewport(child, child, style, drawer, out);
    else drawElement(child, style, drawer, out);
  }
}

function drawUse(use: SvgElement, style: SvgStyle, drawer: SvgDrawer, out: DrawingOperation[]): void {
  const id = targetOf(use);
  const target = id === null ? undefined : drawer.byId.get(id);
  if (target === undefined) return drawer.unread('href', id === null ? '' : `#${id}`, use);
  drawer.enter(target, () => {
    if (target.name === 'symbol' || target.name === 'svg') return drawViewport(target, use, style, drawer, out);
    const inner: DrawingOperation[] = [];
    drawElement(target, style, drawer, inner);
    pushMoved(offsetOf(use, drawer), inner, out);
  });
}

const offsetOf = ({ attributes }: SvgElement, { viewport }: SvgDrawer): Matrix =>
  [1, 0, 0, 1, readLength(attributes['x'], viewport.width) ?? 0, readLength(attributes['y'], viewport.height) ?? 0];

/** A symbol or an inner drawing, cut to the place that `placed` gives it. */
function drawViewport(element: SvgElement, placed: SvgElement, style: SvgStyle, drawer: SvgDrawer, out: DrawingOperation[]): void {
  const side = (key: 'width' | 'height'): number => readLength(placed.attributes[key] ?? element.attributes[key], drawer.viewport[key]) ?? drawer.viewport[key];
  const size = { width: side('width'), height: side('height') };
  const matrix = multiply(offsetOf(placed, drawer), viewBoxMatrix(element, size));
  const own = styleOf(element, style, drawer.rules, 0, () => undefined);
  const inner: DrawingOperation[] = [];
  for (const child of element.children) drawElement(child, own.style, drawer, inner);
  if (inner.length === 0) return;
  const { x, y } = { x: offsetOf(placed, drawer)[4], y: offsetOf(placed, drawer)[5] };
  const path: readonly PathStep[] = [['M', x, y], ['L', x + size.width, y], ['L', x + size.width, y + size.height], ['L', x, y + size.height], ['Z']];
  const isCut = own.property('overflow') !== 'visible';
  out.push({ kind: 'save' }, ...(isCut ? [{ kind: 'clip', path, rule: 'nonzero' } as const] : []));
  pushMoved(matrix, inner, out);
  out.push({ kind: 'restore' });
}

function pushMoved(matrix: Matrix, inner: readonly DrawingOperation[], out: DrawingOperation[]): void {
  const moves = matrix.some((value, index) => value !== identity[index]);
  if (moves && inner.length > 0) out.push({ kind: 'save' }, { kind: 'transform', matrix });
  for (const operation of inner) out.push(operation);
  if (moves && inner.length > 0) out.push({ kind: 'restore' });
}

// ---- Clips ---------------------------------------------------------------------------------------------------------

/** The shapes of a clip path as one; null where there is no such clip path. */
function clipOf(id: string, style: SvgStyle, clipped: readonly PathStep[] | null, drawer: SvgDrawer): DrawingOperation | null {
  const element = drawer.byId.get(id);
  if (element?.name !== 'clipPath') return null;
  const path: PathStep[] = [];
  let rule = style.clipRule;
  const units = element.attributes['clipPathUnits'] === 'objectBoundingBox' ? unitsOf(clipped, element, drawer) : identity;
  const outer = multiply(units, matrixOf(element, drawer));
  for (const child of element.children) {
    const inner = child.name === 'use' ? drawer.byId.get(targetOf(child) ?? '') : child;
    const steps = inner === undefined ? undefined : shapeOf(inner, drawer);
    if (inner === undefined || steps === undefined) continue;
    rule = styleOf(inner, style, drawer.rules, 0, () => undefined).style.clipRule;
    const own = child === inner ? identity : multiply(matrixOf(child, drawer), offsetOf(child, drawer));
    path.push(...transformPath(steps, multiply(outer, multiply(own, matrixOf(inner, drawer)))));
  }
  if (element.attributes['clip-path'] !== undefined) drawer.say('a clip path that is clipped itself', element);
  // Without a shape nothing shows.
  return { kind: 'clip', path: path.length > 0 ? path : [['M', 0, 0], ['Z']], rule };
}

function unitsOf(clipped: readonly PathStep[] | null, element: SvgElement, drawer: SvgDrawer): Matrix {
  if (clipped === null) {
    drawer.say('a clip path in shares of a group', element);
    return [drawer.viewport.width, 0, 0, drawer.viewport.height, 0, 0];
  }
  const box = pathBounds(clipped);
  return [box.width, 0, 0, box.height, box.x, box.y];
}

// ---- Paint ---------------------------------------------------------------------------------------------------------

function paintPath(path: readonly PathStep[], { style }: OwnStyle, element: SvgElement, drawer: SvgDrawer, out: DrawingOperation[]): void {
  const { cap, join, miterLimit, dash, dashOffset, strokeWidth: width } = style;
  const fill = paintOf(style.fill, style.fillAlpha, path, style, element, drawer);
  if (fill !== null) paintUnder(fill.matrix, path, (steps) => ({ kind: 'fill', path: steps, rule: style.fillRule, paint: fill.paint }), out);
  const stroke = width > 0 ? paintOf(style.stroke, style.strokeAlpha, path, style, element, drawer) : null;
  if (stroke === null) return;
  if (stroke.paint.kind !== 'solid') drawer.say('a gradient on a line (its first colour is)', element);
  out.push({ kind: 'stroke', path, paint: stroke.paint, width, cap, join, miterLimit, dash, dashOffset });
}

const farthest = 1e12;

/** A gradient that no matrix of the drawing's own can hold is painted under it, on a path that is led back. */
function paintUnder(matrix: Matrix | null, path: readonly PathStep[], painted: (path: readonly PathStep[]) => DrawingOperation, out: DrawingOperation[]): void {
  const back = matrix === null ? null : invert(matrix);
  if (matrix === null || back === null) {
    out.push(painted(path));
    return;
  }
  const led = transformPath(path, back);
  // A matrix that all but folds the plane leads its path out of sight.
  if (led.flat().every((value) => typeof value === 'string' || Math.abs(value) < farthest)) out.push({ kind: 'save' }, { kind: 'transform', matrix }, painted(led), { kind: 'restore' });
}

/** Null where nothing is painted. */
function paintOf(paint: SvgPaint, alpha: number, path: readonly PathStep[], style: SvgStyle, element: SvgElement, drawer: SvgDrawer): { readonly paint: Paint; readonly matrix: Matrix | null } | null {
  switch (paint.kind) {
    case 'none': return null;
    case 'color': return paint.alpha * alpha === 0 ? null : { paint: { kind: 'solid', hex: paint.hex, alpha: paint.alpha * alpha }, matrix: null };
    case 'reference': {
      const source: GradientSource = drawer;
      const gradient = gradientOf(paint.id, pathBounds(path), alpha, style.color, source);
      if (gradient !== null) return gradient;
      if (drawer.byId.get(paint.id)?.name === 'pattern') drawer.say('a pattern', element);
      return paintOf(paint.instead, alpha, path, style, element, drawer);
    }
  }
}
