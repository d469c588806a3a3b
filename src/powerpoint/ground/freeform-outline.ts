/** A freeform (`a:custGeom`) as SVG path data: its paths, with the guides that its points name. */
import type { Size } from '../../model/length.js';
import { childOf, childrenOf, numberOf, type XmlElement } from '../xml/parse-xml.js';

/** In its box, in pt. Null where a point cannot be told. */
export function freeformOutline(
  custom: XmlElement,
  size: Size,
): { readonly data: string; readonly open: boolean } | null {
  const paths = childrenOf(childOf(custom, 'a:pathLst'), 'a:path');
  const drawn = paths.map((path) => pathData(path, custom, size));
  if (drawn.length === 0 || drawn.some((data) => data.includes('NaN'))) return null;
  return { data: drawn.join(''), open: paths.every(({ attributes }) => attributes['fill'] === 'none') };
}

type Point = readonly [x: number, y: number];

function pathData(path: XmlElement, custom: XmlElement, { width, height }: Size): string {
  // Points are EMU of the shape, or units of the path's own extent.
  const own = { width: numberOf(path, 'w') || width * 12_700, height: numberOf(path, 'h') || height * 12_700 };
  const [across, down] = [width / own.width, height / own.height];
  const guides = guideValues(custom, own);
  const valueOf = (name: string | undefined): number => (name === undefined ? Number.NaN : guides(name));
  const pointOf = ({ attributes }: XmlElement): Point => [valueOf(attributes['x']), valueOf(attributes['y'])];
  const written = ([x, y]: Point): string => `${short(x * across)} ${short(y * down)}`;
  let at: Point = [0, 0];
  let data = '';
  for (const step of path.children) {
    const points = childrenOf(step, 'a:pt').map(pointOf);
    if (step.name === 'a:arcTo') {
      const arc = arcTo(at, step, valueOf);
      data += `A${short(arc.width * across)} ${short(arc.height * down)} 0 ${arc.isLarge ? 1 : 0} ${arc.isClockwise ? 1 : 0} ${written(arc.end)}`;
      at = arc.end;
      continue;
    }
    const letter = letters[step.name];
    if (letter === undefined) continue;
    data += letter + points.map(written).join(' ');
    at = points.at(-1) ?? at;
  }
  return data;
}

const letters: Readonly<Record<string, string>> = {
  'a:moveTo': 'M',
  'a:lnTo': 'L',
  'a:cubicBezTo': 'C',
  'a:quadBezTo': 'Q',
  'a:close': 'Z',
};

const short = (value: number): string => String(Math.round(value * 1000) / 1000);

/** 20.1.9.4: from the point where the pen is, on an ellipse of these radii, by angles in 60,000ths of a degree. */
function arcTo(
  [x, y]: Point,
  { attributes }: XmlElement,
  valueOf: (name: string | undefined) => number,
): {
  readonly end: Point;
  readonly width: number;
  readonly height: number;
  readonly isLarge: boolean;
  readonly isClockwise: boolean;
} {
  const [width, height] = [valueOf(attributes['wR']), valueOf(attributes['hR'])];
  const angle = (name: string): number => (valueOf(attributes[name]) / 60_000 / 180) * Math.PI;
  const [start, full] = [angle('stAng'), angle('swAng')];
  // A whole turn would end where it began, and show nothing.
  const sweep = Math.sign(full) * Math.min(Math.abs(full), 2 * Math.PI - 0.001);
  const [centreX, centreY] = [x - width * Math.cos(start), y - height * Math.sin(start)];
  return {
    end: [centreX + width * Math.cos(start + sweep), centreY + height * Math.sin(start + sweep)],
    width,
    height,
    isLarge: Math.abs(sweep) > Math.PI,
    isClockwise: sweep > 0,
  };
}

/** Numbers, the names of the box's places, and guides by their formulas (20.1.9.11) of the plain kinds. */
function guideValues(custom: XmlElement, { width, height }: Size): (name: string) => number {
  const known = new Map<string, number>([
    ['l', 0],
    ['t', 0],
    ['r', width],
    ['b', height],
    ['w', width],
    ['h', height],
    ['hc', width / 2],
    ['vc', height / 2],
    ['wd2', width / 2],
    ['hd2', height / 2],
    ['ss', Math.min(width, height)],
  ]);
  const valueOf = (name: string): number => known.get(name) ?? (name === '' ? Number.NaN : Number(name));
  for (const list of ['a:avLst', 'a:gdLst'])
    for (const { attributes } of childrenOf(childOf(custom, list), 'a:gd')) {
      const [operator = '', ...names] = (attributes['fmla'] ?? '').split(/\s+/);
      const [a = 0, b = 0, c = 1] = names.map(valueOf);
      known.set(attributes['name'] ?? '', formulas[operator]?.(a, b, c) ?? Number.NaN);
    }
  return valueOf;
}

const formulas: Readonly<Record<string, (a: number, b: number, c: number) => number>> = {
  val: (a) => a,
  '*/': (a, b, c) => (a * b) / c,
  '+-': (a, b, c) => a + b - c,
  '+/': (a, b, c) => (a + b) / c,
  abs: Math.abs,
  max: (a, b) => Math.max(a, b),
  min: (a, b) => Math.min(a, b),
  pin: (a, b, c) => Math.min(Math.max(a, b), c),
  '?:': (a, b, c) => (a > 0 ? b : c),
  sqrt: Math.sqrt,
};
