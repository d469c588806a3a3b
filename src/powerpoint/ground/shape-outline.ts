/**
 * The outline of a shape as SVG path data in its own box, from its upper left corner, in pt: the presets that templates
 * are made of (ISO 29500-1, 20.1.10.56, with the adjustments of presetShapeDefinitions.xml) and freeforms (20.1.9.8).
 */
import type { Size } from '../../model/length.js';
import { childOf, childrenOf, numberOf, type XmlElement } from '../xml/parse-xml.js';
import { freeformOutline } from './freeform-outline.js';

/** Path data; `open` is drawn as a line alone. Null where the form is none of those that are known. */
export interface Outline {
  readonly data: string;
  readonly open: boolean;
}

/** @param properties `p:spPr`. Without a geometry a shape is a rectangle. */
export function outlineOf(properties: XmlElement | null, size: Size): Outline | null {
  const custom = childOf(properties, 'a:custGeom');
  if (custom !== null) return freeformOutline(custom, size);
  const preset = childOf(properties, 'a:prstGeom');
  const name = preset?.attributes['prst'] ?? 'rect';
  const make = presets[name];
  if (make === undefined) return null;
  const adjusted = childrenOf(childOf(preset, 'a:avLst'), 'a:gd').map(
    ({ attributes }) =>
      [attributes['name'] ?? '', Number(/^val (-?\d+)$/.exec(attributes['fmla'] ?? '')?.[1])] as const,
  );
  const adjust = (guide: string, otherwise: number): number => {
    const value = adjusted.find(([own]) => own === guide)?.[1];
    return (value === undefined || Number.isNaN(value) ? otherwise : value) / 100_000;
  };
  return { data: make(size.width, size.height, adjust), open: openPresets.has(name) };
}

type Adjust = (guide: string, otherwise: number) => number;
type Preset = (width: number, height: number, adjust: Adjust) => string;

const openPresets: ReadonlySet<string> = new Set(['line', 'straightConnector1', 'arc']);

const closed = (...points: readonly (readonly [number, number])[]): string =>
  `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z`;

/** Three digits behind the point: a thousandth of a pt. */
export const short = (value: number): string => String(Math.round(value * 1000) / 1000);

const rectangle: Preset = (w, h) => closed([0, 0], [w, 0], [w, h], [0, h]);
const ellipseAt = (x: number, y: number, rx: number, ry: number): string =>
  `M${short(x - rx)} ${short(y)}A${short(rx)} ${short(ry)} 0 0 1 ${short(x + rx)} ${short(y)}A${short(rx)} ${short(ry)} 0 0 1 ${short(x - rx)} ${short(y)}Z`;
const ellipse: Preset = (w, h) => ellipseAt(w / 2, h / 2, w / 2, h / 2);

/** Radii of the four corners, from the upper left on. */
function roundedBy(w: number, h: number, radii: readonly [number, number, number, number]): string {
  const [a, b, c, d] = radii.map((radius) => Math.min(radius, w / 2, h / 2)) as [number, number, number, number];
  const arc = (r: number, x: number, y: number): string =>
    r === 0 ? `L${short(x)} ${short(y)}` : `A${short(r)} ${short(r)} 0 0 1 ${short(x)} ${short(y)}`;
  return `M${short(a)} 0L${short(w - b)} 0${arc(b, w, b)}L${short(w)} ${short(h - c)}${arc(c, w - c, h)}L${short(d)} ${short(h)}${arc(d, 0, h - d)}L0 ${short(a)}${arc(a, a, 0)}Z`;
}

/** Corners cut off, from the upper left on. */
const snippedBy = (w: number, h: number, [a, b, c, d]: readonly [number, number, number, number]): string =>
  closed([a, 0], [w - b, 0], [w, b], [w, h - c], [w - c, h], [d, h], [0, h - d], [0, a]);

const arrowRight = (w: number, h: number, adjust: Adjust): readonly (readonly [number, number])[] => {
  const half = (h * adjust('adj1', 50_000)) / 2;
  const head = Math.min(w, Math.min(w, h) * adjust('adj2', 50_000));
  return [
    [0, h / 2 - half],
    [w - head, h / 2 - half],
    [w - head, 0],
    [w, h / 2],
    [w - head, h],
    [w - head, h / 2 + half],
    [0, h / 2 + half],
  ];
};

const onArc = (w: number, h: number, degrees: number): readonly [number, number] => {
  const angle = (degrees * Math.PI) / 180;
  return [w / 2 + (w / 2) * Math.cos(angle), h / 2 + (h / 2) * Math.sin(angle)];
};

/** From one angle to the other, clockwise; in degrees, as presets have them in 60,000ths. */
function arcOf(w: number, h: number, from: number, to: number): string {
  const sweep = (to - from + 360) % 360 || 360;
  const [x, y] = onArc(w, h, from);
  const [endX, endY] = onArc(w, h, from + Math.min(sweep, 359.9));
  return `M${short(x)} ${short(y)}A${short(w / 2)} ${short(h / 2)} 0 ${sweep > 180 ? 1 : 0} 1 ${short(endX)} ${short(endY)}`;
}
/** `adjust` divides by 100,000; angles are 60,000ths of a degree. */
const angleOf = (adjust: Adjust, guide: string, otherwise: number): number =>
  (adjust(guide, otherwise) * 100_000) / 60_000;

const presets: Readonly<Record<string, Preset>> = {
  rect: rectangle,
  flowChartProcess: rectangle,
  roundRect: (w, h, adjust) => {
    const radius = Math.min(w, h) * adjust('adj', 16_667);
    return roundedBy(w, h, [radius, radius, radius, radius]);
  },
  flowChartAlternateProcess: (w, h) =>
    roundedBy(w, h, Array(4).fill(Math.min(w, h) / 6) as [number, number, number, number]),
  flowChartTerminator: (w, h) => roundedBy(w, h, Array(4).fill(Math.min(w, h) / 2) as [number, number, number, number]),
  round1Rect: (w, h, adjust) => roundedBy(w, h, [0, Math.min(w, h) * adjust('adj', 16_667), 0, 0]),
  round2SameRect: (w, h, adjust) => {
    const [top, bottom] = [Math.min(w, h) * adjust('adj1', 16_667), Math.min(w, h) * adjust('adj2', 0)];
    return roundedBy(w, h, [top, top, bottom, bottom]);
  },
  round2DiagRect: (w, h, adjust) => {
    const [one, other] = [Math.min(w, h) * adjust('adj1', 16_667), Math.min(w, h) * adjust('adj2', 0)];
    return roundedBy(w, h, [one, other, one, other]);
  },
  snip1Rect: (w, h, adjust) => snippedBy(w, h, [0, Math.min(w, h) * adjust('adj', 16_667), 0, 0]),
  snip2SameRect: (w, h, adjust) => {
    const [top, bottom] = [Math.min(w, h) * adjust('adj1', 16_667), Math.min(w, h) * adjust('adj2', 0)];
    return snippedBy(w, h, [top, top, bottom, bottom]);
  },
  ellipse,
  flowChartConnector: ellipse,
  line: (w, h) => `M0 0L${short(w)} ${short(h)}`,
  straightConnector1: (w, h) => `M0 0L${short(w)} ${short(h)}`,
  triangle: (w, h, adjust) => closed([w * adjust('adj', 50_000), 0], [w, h], [0, h]),
  rtTriangle: (w, h) => closed([0, 0], [w, h], [0, h]),
  diamond: (w, h) => closed([w / 2, 0], [w, h / 2], [w / 2, h], [0, h / 2]),
  flowChartDecision: (w, h) => closed([w / 2, 0], [w, h / 2], [w / 2, h], [0, h / 2]),
  parallelogram: (w, h, adjust) => {
    const lean = Math.min(w, Math.min(w, h) * adjust('adj', 25_000));
    return closed([0, h], [lean, 0], [w, 0], [w - lean, h]);
  },
  trapezoid: (w, h, adjust) => {
    const lean = Math.min(w / 2, Math.min(w, h) * adjust('adj', 25_000));
    return closed([0, h], [lean, 0], [w - lean, 0], [w, h]);
  },
  hexagon: (w, h, adjust) => {
    const side = Math.min(w / 2, Math.min(w, h) * adjust('adj', 25_000));
    return closed([0, h / 2], [side, 0], [w - side, 0], [w, h / 2], [w - side, h], [side, h]);
  },
  octagon: (w, h, adjust) =>
    snippedBy(w, h, Array(4).fill(Math.min(w, h) * adjust('adj', 29_289)) as [number, number, number, number]),
  homePlate: (w, h, adjust) => {
    const tip = Math.min(w, Math.min(w, h) * adjust('adj', 50_000));
    return closed([0, 0], [w - tip, 0], [w, h / 2], [w - tip, h], [0, h]);
  },
  chevron: (w, h, adjust) => {
    const tip = Math.min(w, Math.min(w, h) * adjust('adj', 50_000));
    return closed([0, 0], [w - tip, 0], [w, h / 2], [w - tip, h], [0, h], [tip, h / 2]);
  },
  plus: (w, h, adjust) => {
    const arm = Math.min(w, h) * adjust('adj', 25_000);
    return closed(
      ...([
        [0, arm],
        [arm, arm],
        [arm, 0],
        [w - arm, 0],
        [w - arm, arm],
        [w, arm],
        [w, h - arm],
        [w - arm, h - arm],
        [w - arm, h],
        [arm, h],
        [arm, h - arm],
        [0, h - arm],
      ] as const),
    );
  },
  rightArrow: (w, h, adjust) => closed(...arrowRight(w, h, adjust)),
  leftArrow: (w, h, adjust) => closed(...arrowRight(w, h, adjust).map(([x, y]) => [w - x, y] as const)),
  downArrow: (w, h, adjust) => closed(...arrowRight(h, w, adjust).map(([x, y]) => [y, x] as const)),
  upArrow: (w, h, adjust) => closed(...arrowRight(h, w, adjust).map(([x, y]) => [y, h - x] as const)),
  corner: (w, h, adjust) => {
    const [foot, stem] = [Math.min(w, h) * adjust('adj1', 50_000), Math.min(w, h) * adjust('adj2', 50_000)];
    return closed([0, 0], [stem, 0], [stem, h - foot], [w, h - foot], [w, h], [0, h]);
  },
  frame: (w, h, adjust) => {
    const edge = Math.min(w, h) * adjust('adj1', 12_500);
    return rectangle(w, h, adjust) + closed([edge, edge], [edge, h - edge], [w - edge, h - edge], [w - edge, edge]);
  },
  donut: (w, h, adjust) => {
    const edge = Math.min(w, h) * adjust('adj', 25_000);
    return ellipse(w, h, adjust) + ellipseAt(w / 2, h / 2, w / 2 - edge, h / 2 - edge);
  },
  arc: (w, h, adjust) => arcOf(w, h, angleOf(adjust, 'adj1', 16_200_000), angleOf(adjust, 'adj2', 0)),
  pie: (w, h, adjust) =>
    `${arcOf(w, h, angleOf(adjust, 'adj1', 0), angleOf(adjust, 'adj2', 16_200_000))}L${short(w / 2)} ${short(h / 2)}Z`,
  chord: (w, h, adjust) => `${arcOf(w, h, angleOf(adjust, 'adj1', 2_700_000), angleOf(adjust, 'adj2', 16_200_000))}Z`,
};

/** Box of a picture's part in shares (`a:srcRect`, 20.1.8.55). */
export function cropOf(source: XmlElement | null): { x: number; y: number; width: number; height: number } {
  const [left, top, right, bottom] = (['l', 't', 'r', 'b'] as const).map(
    (side) => Math.max(0, numberOf(source, side) ?? 0) / 100_000,
  ) as [number, number, number, number];
  return { x: left, y: top, width: Math.max(0.01, 1 - left - right), height: Math.max(0.01, 1 - top - bottom) };
}
