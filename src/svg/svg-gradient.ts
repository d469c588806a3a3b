/** Gradients of an SVG (SVG 2, 14.2), with what they take over from one another. */
import { apply, identity, isEven, multiply, scaleOf } from '../geometry/matrix.js';
import type { GradientStop, Matrix, Paint } from '../model/drawing.js';
import type { Box } from '../model/length.js';
import { readSvgColor } from './svg-color.js';
import { readLength, readTransform } from './read-numbers.js';
import { readDeclarations } from './style-rules.js';
import type { SvgDrawer } from './svg-drawer.js';
import { targetOf, type SvgElement } from './svg-element.js';
import { readShare } from './svg-style.js';
import { withVariables } from './variables.js';

/** A paint, and the matrix under which it is to be painted: null where it is worked in. */
export interface PaintedGradient {
  readonly paint: Paint;
  readonly matrix: Matrix | null;
}

export type GradientSource = Pick<SvgDrawer, 'byId' | 'rules' | 'variables' | 'viewport' | 'say' | 'unread' | 'count'>;

/** Null where the id names no gradient, or one without stops. `box` is the bounding box of what is painted. */
export function gradientOf(
  id: string,
  box: Box,
  alpha: number,
  currentColor: string,
  source: GradientSource,
): PaintedGradient | null {
  const chain = chainOf(id, source.byId);
  const first = chain[0];
  if (first === undefined) return null;
  const attribute = (name: string): string | undefined =>
    chain.map(({ attributes }) => attributes[name]).find((value) => value !== undefined);
  const stops = readStops(
    chain.find(({ children }) => children.some(({ name }) => name === 'stop')),
    alpha,
    currentColor,
    source,
  );
  if (stops.length === 0) return null;
  if (attribute('spreadMethod') !== undefined && attribute('spreadMethod') !== 'pad')
    source.say('a gradient that repeats', first);
  const ofBox = attribute('gradientUnits') !== 'userSpaceOnUse';
  const whole = ofBox ? { width: 1, height: 1 } : source.viewport;
  const number = (name: string, instead: string, of: number): number => readLength(attribute(name) ?? instead, of) ?? 0;
  const matrix = multiply(
    ofBox ? [box.width, 0, 0, box.height, box.x, box.y] : identity,
    readTransform(attribute('gradientTransform')) ?? identity,
  );
  if (first.name === 'linearGradient') {
    const from = [number('x1', '0%', whole.width), number('y1', '0%', whole.height)] as const;
    const to = [number('x2', '100%', whole.width), number('y2', '0%', whole.height)] as const;
    return { paint: linear(from, to, matrix, stops), matrix: null };
  }
  const diagonal = Math.hypot(whole.width, whole.height) / Math.SQRT2;
  const [x, y, radius] = [
    number('cx', '50%', whole.width),
    number('cy', '50%', whole.height),
    number('r', '50%', diagonal),
  ];
  const focus = [
    number('fx', attribute('cx') ?? '50%', whole.width),
    number('fy', attribute('cy') ?? '50%', whole.height),
    number('fr', '0%', diagonal),
  ] as const;
  if (!isEven(matrix)) return { paint: { kind: 'radial', from: focus, to: [x, y, radius], stops }, matrix };
  const scale = scaleOf(matrix);
  const paint: Paint = {
    kind: 'radial',
    from: [...apply(matrix, focus[0], focus[1]), focus[2] * scale],
    to: [...apply(matrix, x, y), radius * scale],
    stops,
  };
  return { paint, matrix: null };
}

const longestChain = 16;

/** The gradient and those it leans on, each once. */
function chainOf(id: string, byId: GradientSource['byId']): readonly SvgElement[] {
  const chain: SvgElement[] = [];
  for (let next: string | null = id; next !== null && chain.length < longestChain; ) {
    const element = byId.get(next);
    if (element === undefined || chain.includes(element) || !/^(linear|radial)Gradient$/.test(element.name)) break;
    chain.push(element);
    next = targetOf(element);
  }
  return chain;
}

function readStops(
  gradient: SvgElement | undefined,
  alpha: number,
  currentColor: string,
  { rules, variables, unread, count }: GradientSource,
): readonly GradientStop[] {
  let last = 0;
  return (gradient?.children ?? [])
    .filter((child) => child.name === 'stop' && count(child))
    .map((stop) => {
      const own = readDeclarations(stop.attributes['style'] ?? '');
      const ruled = rules.of(stop);
      const property = (name: string): string | undefined => {
        const value = own.get(name) ?? ruled?.get(name) ?? stop.attributes[name];
        return value === undefined ? undefined : withVariables(value, variables);
      };
      const written = property('stop-color') ?? '#000000';
      const found = readSvgColor(written === 'currentColor' ? currentColor : written);
      if (found === null) unread('stop-color', written, stop);
      const color = found ?? { hex: '#000000', alpha: 1 };
      // Offsets never go back.
      last = Math.max(last, readShare(stop.attributes['offset'] ?? '0') ?? 0);
      return {
        offset: last,
        hex: color.hex,
        alpha: color.alpha * (readShare(property('stop-opacity') ?? '1') ?? 1) * alpha,
      };
    });
}

/**
 * A matrix that skews takes a gradient's bands out of the square to its line; a gradient of a Drawing stands square to
 * it. So its end is set where the band through the old end meets a line square to the bands.
 */
function linear(
  from: readonly [number, number],
  to: readonly [number, number],
  matrix: Matrix,
  stops: readonly GradientStop[],
): Paint {
  const start = apply(matrix, ...from);
  const end = apply(matrix, ...to);
  const band = apply([matrix[0], matrix[1], matrix[2], matrix[3], 0, 0], from[1] - to[1], to[0] - from[0]);
  const square = [-band[1], band[0]] as const;
  const length = square[0] ** 2 + square[1] ** 2;
  const share = length === 0 ? 0 : ((end[0] - start[0]) * square[0] + (end[1] - start[1]) * square[1]) / length;
  return { kind: 'linear', from: start, to: [start[0] + square[0] * share, start[1] + square[1] * share], stops };
}
