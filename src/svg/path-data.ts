/** The `d` of a path (SVG 2, 9.3) to steps, all absolute; arcs and quadratic curves become cubic ones. */
import { identity } from '../geometry/matrix.js';
import { PathBuilder } from '../geometry/path-builder.js';
import type { PathStep } from '../model/drawing.js';
import { readNumber } from './read-numbers.js';

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const token = /[\s,]*(?:([MLHVCSQTAZ])|([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?))/giy;
/** A flag of an arc is one digit, and may stand against what follows it. */
const flag = /[\s,]*([01])/y;

/** `broken` where the data ends in what cannot be read: SVG draws what stands before it. */
export function readPathData(data: string): { readonly steps: readonly PathStep[]; readonly broken: boolean } {
  const pen = new PathPen();
  let at = 0;
  let command = '';
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(data);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const end = data.trimEnd().length;
  while (at < end) {
    const before = at;
    const found = next(token);
    if (found === null) return { steps: pen.steps, broken: true };
    if (found[1] !== undefined) command = found[1];
    // Numbers without a letter before them go on with the last command, after a move with lines.
    else if (command === '' || command.toUpperCase() === 'Z') return { steps: pen.steps, broken: true };
    else at = before;
    if (pen.isEmpty && command.toUpperCase() !== 'M') return { steps: pen.steps, broken: true };
    const numbers: number[] = [];
    const isArc = command.toUpperCase() === 'A';
    while (numbers.length < counts[command.toUpperCase()]!) {
      const value = isArc && (numbers.length === 3 || numbers.length === 4) ? next(flag)?.[1] : next(token)?.[2];
      if (value === undefined) return { steps: pen.steps, broken: true };
      numbers.push(readNumber(value));
    }
    pen.draw(command, numbers);
    if (command === 'M') command = 'L';
    else if (command === 'm') command = 'l';
  }
  return { steps: pen.steps, broken: false };
}

class PathPen {
  private readonly path = new PathBuilder(() => identity);
  private x = 0;
  private y = 0;
  private startX = 0;
  private startY = 0;
  /** The last handle, which a smooth curve mirrors, and of which kind of curve it is. */
  private handle: { readonly of: 'C' | 'Q'; readonly x: number; readonly y: number } | null = null;

  get steps(): readonly PathStep[] {
    return this.path.steps;
  }
  get isEmpty(): boolean {
    return this.path.steps.length === 0;
  }

  draw(command: string, numbers: readonly number[]): void {
    const kind = command.toUpperCase();
    const [dx, dy] = command === kind ? [0, 0] : [this.x, this.y];
    if (kind === 'A')
      return this.arcTo(
        numbers[0]!,
        numbers[1]!,
        numbers[2]!,
        numbers[3] === 1,
        numbers[4] === 1,
        numbers[5]! + dx,
        numbers[6]! + dy,
      );
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers.map(
      (value, index) => value + (index % 2 === 0 ? dx : dy),
    );
    switch (kind) {
      case 'M':
        this.path.moveTo(a, b);
        [this.startX, this.startY] = [a, b];
        return this.leaveAt(a, b);
      case 'L':
        return this.lineTo(a, b);
      case 'H':
        return this.lineTo(a, this.y);
      case 'V':
        return this.lineTo(this.x, numbers[0]! + dy);
      case 'C':
        return this.curveTo(a, b, c, d, e, f);
      case 'S':
        return this.curveTo(...this.mirrored('C'), a, b, c, d);
      case 'Q':
        return this.quadraticTo(a, b, c, d);
      case 'T':
        return this.quadraticTo(...this.mirrored('Q'), a, b);
      default:
        this.path.close();
        return this.leaveAt(this.startX, this.startY);
    }
  }

  private leaveAt(x: number, y: number): void {
    [this.x, this.y] = [x, y];
    this.handle = null;
  }

  private lineTo(x: number, y: number): void {
    this.path.lineTo(x, y);
    this.leaveAt(x, y);
  }

  private curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void {
    this.path.curveTo(x1, y1, x2, y2, x, y);
    this.leaveAt(x, y);
    this.handle = { of: 'C', x: x2, y: y2 };
  }

  private quadraticTo(cx: number, cy: number, x: number, y: number): void {
    this.path.quadraticTo(cx, cy, x, y);
    this.leaveAt(x, y);
    this.handle = { of: 'Q', x: cx, y: cy };
  }

  private mirrored(of: 'C' | 'Q'): readonly [number, number] {
    return this.handle?.of === of ? [2 * this.x - this.handle.x, 2 * this.y - this.handle.y] : [this.x, this.y];
  }

  /** From two end points to a centre: SVG 2, B.2.4 and B.2.5. */
  private arcTo(
    givenX: number,
    givenY: number,
    degrees: number,
    large: boolean,
    clockwise: boolean,
    x: number,
    y: number,
  ): void {
    let [rx, ry] = [Math.abs(givenX), Math.abs(givenY)];
    if (x === this.x && y === this.y) return this.leaveAt(x, y);
    if (rx === 0 || ry === 0) return this.lineTo(x, y);
    const rotation = (degrees * Math.PI) / 180;
    const [cos, sin] = [Math.cos(rotation), Math.sin(rotation)];
    const [halfX, halfY] = [(this.x - x) / 2, (this.y - y) / 2];
    const [px, py] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
    const tooSmall = Math.sqrt((px / rx) ** 2 + (py / ry) ** 2);
    if (tooSmall > 1) [rx, ry] = [rx * tooSmall, ry * tooSmall];
    const rest = Math.max(0, (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2) / ((rx * py) ** 2 + (ry * px) ** 2);
    const side = (large === clockwise ? -1 : 1) * Math.sqrt(rest);
    const [cx, cy] = [(side * rx * py) / ry, (-side * ry * px) / rx];
    const from = Math.atan2((py - cy) / ry, (px - cx) / rx);
    const to = Math.atan2((-py - cy) / ry, (-px - cx) / rx);
    this.path.ellipse(
      cos * cx - sin * cy + (this.x + x) / 2,
      sin * cx + cos * cy + (this.y + y) / 2,
      rx,
      ry,
      rotation,
      from,
      to,
      !clockwise,
    );
    this.leaveAt(x, y);
  }
}
