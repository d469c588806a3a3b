/**
 * How an element is painted: its attributes, the rules for it and its own `style`, over what it inherits (SVG 2, 6).
 */
import { readSvgColor } from './svg-color.js';
import { readLength, readNumbers } from './read-numbers.js';
import { readDeclarations, type StyleRules } from './style-rules.js';
import { referenceOf, type SvgElement } from './svg-element.js';
import { withVariables } from './variables.js';

/** What paints: nothing, a colour, or a gradient by its id with what stands in for it where it is missing. */
export type SvgPaint = PlainPaint | { readonly kind: 'reference'; readonly id: string; readonly instead: PlainPaint };

type PlainPaint = { readonly kind: 'none' } | { readonly kind: 'color'; readonly hex: string; readonly alpha: number };

/** What children inherit. */
export interface SvgStyle {
  /** Custom properties by their names: `--main`. */
  readonly variables: ReadonlyMap<string, string>;
  readonly color: string;
  readonly fill: SvgPaint;
  readonly fillAlpha: number;
  readonly fillRule: 'nonzero' | 'evenodd';
  readonly clipRule: 'nonzero' | 'evenodd';
  readonly stroke: SvgPaint;
  readonly strokeAlpha: number;
  readonly strokeWidth: number;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  readonly dash: readonly number[];
  readonly dashOffset: number;
  readonly visible: boolean;
}

/** What an element says of itself alone, without its parents. */
export interface OwnStyle {
  readonly style: SvgStyle;
  readonly alpha: number;
  readonly shown: boolean;
  readonly clipPath: string | null;
  /** Any other property, for what is not drawn. */
  readonly property: (name: string) => string | undefined;
}

export const initialStyle: SvgStyle = {
  variables: new Map(),
  color: '#000000',
  fill: { kind: 'color', hex: '#000000', alpha: 1 },
  fillAlpha: 1,
  fillRule: 'nonzero',
  clipRule: 'nonzero',
  stroke: { kind: 'none' },
  strokeAlpha: 1,
  strokeWidth: 1,
  cap: 'butt',
  join: 'miter',
  miterLimit: 4,
  dash: [],
  dashOffset: 0,
  visible: true,
};

/** `unread` is told of a value that is none: what is inherited then stands. */
export function styleOf(
  element: SvgElement,
  inherited: SvgStyle,
  rules: StyleRules,
  viewport: number,
  unread: (property: string, value: string) => void,
): OwnStyle {
  const { attributes } = element;
  const own = attributes['style'] === undefined ? null : readDeclarations(attributes['style']);
  const ruled = rules.of(element);
  const written = (name: string): string | undefined => own?.get(name) ?? ruled?.get(name) ?? attributes[name];
  const custom = [...(ruled?.custom ?? []), ...(own === null ? [] : [...own.keys()].filter(isCustom))];
  const variables =
    custom.length === 0
      ? inherited.variables
      : new Map([...inherited.variables, ...custom.map((name) => [name, written(name) ?? ''] as const)]);
  const property = (name: string): string | undefined => {
    const value = written(name);
    return value?.includes('var(') === true ? withVariables(value, variables) : value;
  };
  const read = <Value>(name: string, before: Value, parse: (value: string) => Value | null | undefined): Value => {
    const value = property(name)?.trim();
    if (value === undefined || value === 'inherit') return before;
    const parsed = parse(value);
    if (parsed === null || parsed === undefined) unread(name, value);
    return parsed ?? before;
  };
  const length = (value: string): number | null => readLength(value, viewport);
  const color = read('color', inherited.color, (value) => readSvgColor(value)?.hex);
  const paint = (value: string): SvgPaint | null => readPaint(value, color);
  const rule = oneOf('nonzero', 'evenodd');
  return {
    property,
    alpha: read('opacity', 1, readShare),
    shown: property('display')?.trim() !== 'none',
    clipPath: referenceOf(property('clip-path')),
    style: {
      variables,
      color,
      fill: read('fill', inherited.fill, paint),
      fillAlpha: read('fill-opacity', inherited.fillAlpha, readShare),
      fillRule: read('fill-rule', inherited.fillRule, rule),
      clipRule: read('clip-rule', inherited.clipRule, rule),
      stroke: read('stroke', inherited.stroke, paint),
      strokeAlpha: read('stroke-opacity', inherited.strokeAlpha, readShare),
      strokeWidth: read('stroke-width', inherited.strokeWidth, length),
      cap: read('stroke-linecap', inherited.cap, oneOf('butt', 'round', 'square')),
      join: read('stroke-linejoin', inherited.join, oneOf('miter', 'round', 'bevel')),
      miterLimit: read('stroke-miterlimit', inherited.miterLimit, length),
      dash: read('stroke-dasharray', inherited.dash, readDash),
      dashOffset: read('stroke-dashoffset', inherited.dashOffset, length),
      visible: read('visibility', inherited.visible, (value) => value === 'visible'),
    },
  };
}

const isCustom = (name: string): boolean => name.startsWith('--');

const oneOf =
  <const Value extends string>(...values: readonly Value[]) =>
  (written: string): Value | undefined =>
    values.find((value) => value === written);

export function readShare(written: string): number | null {
  const value = readLength(written, 1);
  return value === null ? null : Math.min(1, Math.max(0, value));
}

function readPaint(written: string, color: string): SvgPaint | null {
  const id = referenceOf(written.startsWith('url') ? written : undefined);
  if (id === null) return readPlainPaint(written, color);
  return {
    kind: 'reference',
    id,
    instead: readPlainPaint(written.slice(written.indexOf(')') + 1).trim(), color) ?? { kind: 'none' },
  };
}

function readPlainPaint(written: string, color: string): PlainPaint | null {
  if (written === 'none') return { kind: 'none' };
  if (written.toLowerCase() === 'currentcolor') return { kind: 'color', hex: color, alpha: 1 };
  const found = readSvgColor(written);
  return found === null ? null : { kind: 'color', ...found };
}

/** An odd list is repeated; one of zeros is none. */
function readDash(written: string): readonly number[] | null {
  if (written === 'none') return [];
  if (/%/.test(written)) return null;
  const dash = readNumbers(written);
  if (dash.some((length) => length < 0)) return null;
  return dash.every((length) => length === 0) ? [] : dash.length % 2 === 1 ? [...dash, ...dash] : dash;
}
