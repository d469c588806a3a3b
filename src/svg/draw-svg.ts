/** The elements of an SVG to the operations of a drawing, in the order in which they are painted. */
import { identity, multiply } from '../geometry/matrix.js';
import type { DrawingOperation, Matrix, PathStep } from '../model/drawing.js';
import { fade } from './fade.js';
import { readLength } from './read-numbers.js';
import { clipOf } from './svg-clip.js';
import { matrixOf, offsetOf, shapeOf, type SvgDrawer } from './svg-drawer.js';
import { targetOf, type SvgElement } from './svg-element.js';
import { paintPath } from './svg-paint.js';
import { styleOf, type OwnStyle, type SvgStyle } from './svg-style.js';
import { viewBoxMatrix } from './svg-viewport.js';

const containers = new Set(['svg', 'g', 'a', 'symbol', 'use', 'switch']);
const silent = new Set([
  'defs',
  'title',
  'desc',
  'metadata',
  'style',
  'linearGradient',
  'radialGradient',
  'clipPath',
  'pattern',
  'mask',
  'marker',
  'filter',
  'symbol',
  'view',
]);
const lacking: Readonly<Record<string, string>> = {
  text: 'text',
  image: 'a picture inside it',
  switch: 'a choice by language (the first is drawn)',
  animate: 'movement',
  animateTransform: 'movement',
  animateMotion: 'movement',
  set: 'movement',
};
const lackingProperties: Readonly<Record<string, string>> = {
  filter: 'a filter',
  mask: 'a mask',
  marker: 'marks on lines',
  'marker-start': 'marks on lines',
  'marker-mid': 'marks on lines',
  'marker-end': 'marks on lines',
  'mix-blend-mode': 'a blend mode',
  'vector-effect': 'a line whose width does not scale',
};

function drawElement(element: SvgElement, inherited: SvgStyle, drawer: SvgDrawer, out: DrawingOperation[]): void {
  const { name } = element;
  if (silent.has(name) || name.includes(':') || !drawer.count(element)) return;
  if (lacking[name] !== undefined) drawer.say(lacking[name], element);
  const steps = containers.has(name) ? null : shapeOf(element, drawer);
  if (steps === undefined) return;
  const own = styleOf(
    element,
    inherited,
    drawer.rules,
    Math.hypot(drawer.viewport.width, drawer.viewport.height) / Math.SQRT2,
    (property, value) => drawer.unread(property, value, element),
  );
  if (!own.shown || own.alpha === 0) return;
  for (const property in lackingProperties)
    if (!/^(none|normal)?$/.test(own.property(property) ?? '')) drawer.say(lackingProperties[property]!, element);
  const inner: DrawingOperation[] = [];
  if (steps === null) drawer.enter(element, () => drawChildren(element, own.style, drawer, inner));
  else if (own.style.visible) paintPath(steps, own, element, drawer, inner);
  place(element, own, steps, fade(inner, own.alpha), drawer, out);
}

/** Under the element's own matrix and clip. */
function place(
  element: SvgElement,
  own: OwnStyle,
  steps: readonly PathStep[] | null,
  inner: readonly DrawingOperation[],
  drawer: SvgDrawer,
  out: DrawingOperation[],
): void {
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

export function drawChildren(element: SvgElement, style: SvgStyle, drawer: SvgDrawer, out: DrawingOperation[]): void {
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
  if (target.name === 'symbol' || target.name === 'svg') return drawViewport(target, use, style, drawer, out);
  const inner: DrawingOperation[] = [];
  drawElement(target, style, drawer, inner);
  pushMoved(offsetOf(use, drawer), inner, out);
}

/** A symbol or an inner drawing, cut to the place that `placed` gives it. */
function drawViewport(
  element: SvgElement,
  placed: SvgElement,
  style: SvgStyle,
  drawer: SvgDrawer,
  out: DrawingOperation[],
): void {
  const side = (key: 'width' | 'height'): number =>
    readLength(placed.attributes[key] ?? element.attributes[key], drawer.viewport[key]) ?? drawer.viewport[key];
  const size = { width: side('width'), height: side('height') };
  const matrix = multiply(offsetOf(placed, drawer), viewBoxMatrix(element, size));
  const own = styleOf(element, style, drawer.rules, 0, () => undefined);
  const inner: DrawingOperation[] = [];
  drawer.enter(element, () => drawChildren(element, own.style, drawer, inner));
  if (inner.length === 0) return;
  const [, , , , x, y] = offsetOf(placed, drawer);
  const path: readonly PathStep[] = [
    ['M', x, y],
    ['L', x + size.width, y],
    ['L', x + size.width, y + size.height],
    ['L', x, y + size.height],
    ['Z'],
  ];
  const isCut = own.property('overflow') !== 'visible';
  out.push({ kind: 'save' }, ...(isCut ? [{ kind: 'clip', path, rule: 'nonzero' } as const] : []));
  pushMoved(matrix, inner, out);
  out.push({ kind: 'restore' });
}

/** Operations under a matrix. */
export function under(matrix: Matrix, inner: readonly DrawingOperation[]): readonly DrawingOperation[] {
  const moves = matrix.some((value, index) => value !== identity[index]);
  return moves && inner.length > 0
    ? [{ kind: 'save' }, { kind: 'transform', matrix }, ...inner, { kind: 'restore' }]
    : inner;
}

function pushMoved(matrix: Matrix, inner: readonly DrawingOperation[], out: DrawingOperation[]): void {
  for (const operation of under(matrix, inner)) out.push(operation);
}
