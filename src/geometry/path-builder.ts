/**
 * Builds a path as a canvas does: each point goes through the matrix that holds when it is named. Arcs become cubic
 * curves. A step with a number that is not finite is left out, as the HTML standard says; Chart.js relies on it for
 * slices without a hole.
 */
import type { Matrix, PathStep } from '../model/drawing.js';
import { apply } from './matrix.js';

type Point = readonly [number, number];
type Corner = number | { readonly x?: number; readonly y?: number };

const finite = (...numbers: number[]): boolean => numbers.every(Number.isFinite);

export class PathBuilder {
  private built: PathStep[] = [];
  /** The last point, before the matrix. */
  private at: Point | null = null;
  private start: Point | null = null;

  constructor(private readonly matrix: () => Matrix) {}

  get steps(): readonly PathStep[] {
    return this.built;
  }

  clear(): void {
    this.built = [];
    this.at = this.start = null;
  }

  moveTo(x: number, y: number): void {
    if (!finite(x, y)) return;
    this.built.push(['M', ...apply(this.matrix(), x, y)]);
    this.at = this.start = [x, y];
  }

  lineTo(x: number, y: number): void {
    if (!finite(x, y)) return;
    if (this.at === null) return this.moveTo(x, y);
    this.built.push(['L', ...apply(this.matrix(), x, y)]);
    this.at = [x, y];
  }

  curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    if (!finite(x1, y1, x2, y2, x, y)) return;
    if (this.at === null) this.moveTo(x1, y1);
    const matrix = this.matrix();
    this.built.push(['C', ...apply(matrix, x1, y1), ...apply(matrix, x2, y2), ...apply(matrix, x, y)]);
    this.at = [x, y];
  }

  quadraticTo(cx: number, cy: number, x: number, y: number): void {
    if (!finite(cx, cy, x, y)) return;
    const [fromX, fromY] = this.at ?? [cx, cy];
    this.curveTo(
      fromX + ((cx - fromX) * 2) / 3,
      fromY + ((cy - fromY) * 2) / 3,
      x + ((cx - x) * 2) / 3,
      y + ((cy - y) * 2) / 3,
      x,
      y,
    );
  }

  close(): void {
    if (this.at === null) return;
    this.built.push(['Z']);
    this.at = this.start;
  }

  rect(x: number, y: number, width: number, height: number): void {
    if (!finite(x, y, width, height)) return;
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.close();
  }

  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    from: number,
    to: number,
    backwards: boolean,
  ): void {
    if (!finite(x, y, radiusX, radiusY, rotation, from, to)) return;
    const turn = sweep(from, to, backwards);
    const cos = Math.cos(rotation);
    const sin = Math.sin(rotation);
    const place = (px: number, py: number): Point => [
      x + px * radiusX * cos - py * radiusY * sin,
      y + px * radiusX * sin + py * radiusY * cos,
    ];
    this.lineTo(...place(Math.cos(from), Math.sin(from)));
    const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
    const step = turn / pieces;
    // A cubic's handles for an arc of this angle; off by less than 0.03 % of the radius.
    const handle = (4 / 3) * Math.tan(step / 4);
    for (let piece = 0, angle = from; piece < pieces && turn !== 0; piece++, angle += step) {
      const [cosA, sinA, cosB, sinB] = [
        Math.cos(angle),
        Math.sin(angle),
        Math.cos(angle + step),
        Math.sin(angle + step),
      ];
      this.curveTo(
        ...place(cosA - handle * sinA, sinA + handle * cosA),
        ...place(cosB + handle * sinB, sinB - handle * cosB),
        ...place(cosB, sinB),
      );
    }
  }

  /** HTML canvas, `arcTo`: the arc of that radius that touches both lines. */
  arcTo(x1: number, y1: number, x2: number, y2: number, radius: number): void {
    if (!finite(x1, y1, x2, y2, radius)) return;
    const [x0, y0] = this.at ?? [x1, y1];
    const toStart: Point = [x0 - x1, y0 - y1];
    const toEnd: Point = [x2 - x1, y2 - y1];
    const lengths = Math.hypot(...toStart) * Math.hypot(...toEnd);
    const cross = toStart[0] * toEnd[1] - toStart[1] * toEnd[0];
    if (radius === 0 || lengths === 0 || Math.abs(cross) < 1e-9 * lengths) return this.lineTo(x1, y1);
    const angle = Math.acos(Math.max(-1, Math.min(1, (toStart[0] * toEnd[0] + toStart[1] * toEnd[1]) / lengths)));
    const along = radius / Math.tan(angle / 2);
    const touch = (arm: Point): Point => [
      x1 + (arm[0] / Math.hypot(...arm)) * along,
      y1 + (arm[1] / Math.hypot(...arm)) * along,
    ];
    const first = touch(toStart);
    const last = touch(toEnd);
    const side = cross > 0 ? 1 : -1;
    const unit = Math.hypot(...toStart);
    const centre: Point = [
      first[0] - ((side * toStart[1]) / unit) * radius,
      first[1] + ((side * toStart[0]) / unit) * radius,
    ];
    this.ellipse(
      ...centre,
      radius,
      radius,
      0,
      Math.atan2(first[1] - centre[1], first[0] - centre[0]),
      Math.atan2(last[1] - centre[1], last[0] - centre[0]),
      side > 0,
    );
  }

  /** HTML canvas, `roundRect`: one to four radii, clockwise from the top left. */
  roundRect(x: number, y: number, width: number, height: number, radii: Corner | readonly Corner[] = 0): void {
    if (!finite(x, y, width, height)) return;
    const list = (Array.isArray(radii) ? radii : [radii]).map((radius: Corner) =>
      typeof radius === 'number' ? radius : (radius.x ?? 0),
    );
    const [a = 0, b = a, c = a, d = b] = list;
    const shrink = Math.min(
      1,
      ...[
        [a + b, width],
        [b + c, height],
        [c + d, width],
        [d + a, height],
      ].map(([sum, side]) => (sum! > 0 ? Math.abs(side!) / sum! : 1)),
    );
    const [topLeft, topRight, bottomRight, bottomLeft] = [a, b, c, d].map((radius) => radius * shrink) as [
      number,
      number,
      number,
      number,
    ];
    const quarter = Math.PI / 2;
    this.moveTo(x + topLeft, y);
    this.lineTo(x + width - topRight, y);
    if (topRight > 0) this.ellipse(x + width - topRight, y + topRight, topRight, topRight, 0, -quarter, 0, false);
    this.lineTo(x + width, y + height - bottomRight);
    if (bottomRight > 0)
      this.ellipse(x + width - bottomRight, y + height - bottomRight, bottomRight, bottomRight, 0, 0, quarter, false);
    this.lineTo(x + bottomLeft, y + height);
    if (bottomLeft > 0)
      this.ellipse(x + bottomLeft, y + height - bottomLeft, bottomLeft, bottomLeft, 0, quarter, 2 * quarter, false);
    this.lineTo(x, y + topLeft);
    if (topLeft > 0) this.ellipse(x + topLeft, y + topLeft, topLeft, topLeft, 0, 2 * quarter, 3 * quarter, false);
    this.close();
  }
}

/** The angle that a canvas arc covers, with its sign. */
function sweep(from: number, to: number, backwards: boolean): number {
  const full = 2 * Math.PI;
  if (!backwards && to - from >= full) return full;
  if (backwards && from - to >= full) return -full;
  const forward = (((to - from) % full) + full) % full;
  return backwards ? (forward === 0 ? 0 : forward - full) : forward;
}
