/** Fills and lines of DrawingML as attributes of SVG. */
import type { Size } from '../../model/length.js';
import { colorElement, opacityOf, resolveColor, type ColorContext } from '../look/color.js';
import { fillElement } from '../look/fill-element.js';
import { emuToPt } from '../look/level-look.js';
import type { ThemeLook } from '../look/theme-part.js';
import { childOf, childrenOf, findElement, numberOf, type XmlElement } from '../xml/parse-xml.js';
import { short } from './shape-outline.js';

/** Attributes, and the definitions that they name. */
export interface Painting {
  readonly attributes: string;
  readonly definitions: string;
}

export interface PaintContext {
  readonly colors: ColorContext;
  readonly theme: ThemeLook;
  /** What `a:grpFill` stands for. */
  readonly group: XmlElement | null;
}

const nothing: Painting = { attributes: 'fill="none"', definitions: '' };

/** @param id unique in the drawing. */
export function fillPainting(
  shape: XmlElement,
  properties: XmlElement | null,
  size: Size,
  context: PaintContext,
  id: string,
): Painting {
  const own = fillElement(properties);
  if (own?.name === 'a:grpFill')
    return context.group === null ? nothing : paint(context.group, size, context.colors, id);
  if (own !== null) return paint(own, size, context.colors, id);
  const reference = findElement(shape, 'p:style', 'a:fillRef');
  const index = numberOf(reference, 'idx') ?? 0;
  if (index === 0) return nothing;
  const { fills, backgrounds } = context.theme;
  const styled = index > 1000 ? backgrounds[index - 1001] : fills[index - 1];
  const placeholder = resolveColor(colorElement(reference), context.colors);
  if (styled === undefined || placeholder === null) return nothing;
  return paint(styled, size, { ...context.colors, placeholder }, id);
}

/** A fill by itself; a picture's and a pattern's are told apart by who draws them. */
export function paint(fill: XmlElement, size: Size, colors: ColorContext, id: string): Painting {
  if (fill.name === 'a:gradFill') return gradient(fill, size, colors, id);
  const color = fill.name === 'a:pattFill' ? colorElement(childOf(fill, 'a:fgClr')) : colorElement(fill);
  const hex = fill.name === 'a:noFill' ? null : resolveColor(color, colors);
  return hex === null
    ? nothing
    : { attributes: `fill="#${hex}"${opacity('fill-opacity', opacityOf(color))}`, definitions: '' };
}

const opacity = (name: string, value: number): string => (value >= 1 ? '' : ` ${name}="${short(value)}"`);

/** 20.1.8.33: along a line of an angle, or from a point outwards. */
function gradient(fill: XmlElement, { width, height }: Size, colors: ColorContext, id: string): Painting {
  const stops = childrenOf(childOf(fill, 'a:gsLst'), 'a:gs')
    .map((stop) => ({ at: (numberOf(stop, 'pos') ?? 0) / 100_000, color: colorElement(stop) }))
    .flatMap(({ at, color }) => {
      const hex = resolveColor(color, colors);
      return hex === null ? [] : [{ at, hex, alpha: opacityOf(color) }];
    })
    .sort((one, other) => one.at - other.at);
  if (stops.length === 0) return nothing;
  const isPath = childOf(fill, 'a:path') !== null;
  // Outwards means from the first colour in the middle to the last at the edge.
  const list = stops
    .map(({ at, hex, alpha }) => `<stop offset="${short(at)}" stop-color="#${hex}"${opacity('stop-opacity', alpha)}/>`)
    .join('');
  const attributes = `fill="url(#${id})"`;
  if (isPath) {
    const rect = findElement(fill, 'a:path', 'a:fillToRect');
    const middle = (one: string, other: string): number =>
      ((numberOf(rect, one) ?? 0) + 100_000 - (numberOf(rect, other) ?? 0)) / 200_000;
    const [x, y] = [middle('l', 'r') * width, middle('t', 'b') * height];
    const reach = Math.hypot(Math.max(x, width - x), Math.max(y, height - y));
    return {
      attributes,
      definitions: `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${short(x)}" cy="${short(y)}" r="${short(reach)}">${list}</radialGradient>`,
    };
  }
  const angle = (((numberOf(childOf(fill, 'a:lin'), 'ang') ?? 0) / 60_000) * Math.PI) / 180;
  const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
  const reach = Math.abs((width / 2) * dx) + Math.abs((height / 2) * dy);
  const end = (sign: number): readonly [string, string] => [
    short(width / 2 + sign * reach * dx),
    short(height / 2 + sign * reach * dy),
  ];
  const [[x1, y1], [x2, y2]] = [end(-1), end(1)];
  return {
    attributes,
    definitions: `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${list}</linearGradient>`,
  };
}

/** Widths of a theme's three lines as Office has them, in pt, for a shape that says no width of its own. */
const styledWidths = [0.5, 1, 1.5] as const;

export function linePainting(shape: XmlElement, properties: XmlElement | null, { colors }: PaintContext): string {
  const line = childOf(properties, 'a:ln');
  const reference = findElement(shape, 'p:style', 'a:lnRef');
  const index = numberOf(reference, 'idx') ?? 0;
  if (childOf(line, 'a:noFill') !== null) return '';
  const solid =
    colorElement(childOf(line, 'a:solidFill')) ?? colorElement(findElement(line, 'a:gradFill', 'a:gsLst', 'a:gs'));
  const color = solid ?? (index > 0 ? colorElement(reference) : null);
  const hex = resolveColor(color, colors);
  if (hex === null) return '';
  const said = numberOf(line, 'w');
  const width = said !== null ? emuToPt(said) : solid === null ? (styledWidths[index - 1] ?? 1) : 0.75;
  const dashes = dashesOf[childOf(line, 'a:prstDash')?.attributes['val'] ?? ''];
  const dashed =
    dashes === undefined ? '' : ` stroke-dasharray="${dashes.map((part) => short(part * width)).join(' ')}"`;
  return ` stroke="#${hex}" stroke-width="${short(width)}"${opacity('stroke-opacity', opacityOf(color))}${dashed}`;
}

/** Dashes and gaps in widths of the line (20.1.10.49). */
const dashesOf: Readonly<Record<string, readonly number[]>> = {
  dot: [1, 3],
  sysDot: [1, 1],
  dash: [4, 3],
  sysDash: [3, 1],
  lgDash: [8, 3],
  dashDot: [4, 3, 1, 3],
  lgDashDot: [8, 3, 1, 3],
};
