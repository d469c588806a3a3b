/** Numbers, lengths and transforms as SVG writes them. Lengths come out in px, of which 96 make an inch. */
import { identity, multiply } from '../geometry/matrix.js';
import type { Matrix } from '../model/drawing.js';

const pixelsPer: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

const [largest, smallest] = [1e7, 1e-9];

/** A number that drawing can reckon with: beyond these no picture goes, and sums of what is beyond have no end. */
export const readNumber = (written: string): number => {
  const value = Number(written);
  return Math.abs(value) < smallest ? 0 : Math.min(largest, Math.max(-largest, value));
};

/** `whole` is what a percentage is of. Null where it is no length, or of a unit that depends on type. */
export function readLength(written: string | undefined, whole: number): number | null {
  if (written === undefined) return null;
  const parts = /^([-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|%|)$/i.exec(written.trim());
  if (parts === null) return null;
  const value = readNumber(parts[1]!);
  const unit = parts[2]!.toLowerCase();
  return unit === '%' ? (value / 100) * whole : value * pixelsPer[unit]!;
}

/** All numbers of a list, as in `points`. */
export const readNumbers = (written: string): number[] =>
  (written.match(/[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(readNumber);

/** Null where it cannot be read. */
export function readTransform(written: string | undefined): Matrix | null {
  let matrix = identity;
  if (written === undefined || written.trim() === '' || written.trim() === 'none') return matrix;
  const calls = [...written.matchAll(/[\s,]*(\w+)\s*\(([^)]*)\)/gy)];
  if (calls.reduce((length, [call]) => length + call.length, 0) < written.trimEnd().length) return null;
  for (const [, name, list] of calls) {
    const step = matrixOf(name!, readNumbers(list!));
    if (step === null) return null;
    matrix = multiply(matrix, step);
  }
  return matrix.every((value) => Math.abs(value) <= largest ** 2) ? matrix : null;
}

function matrixOf(name: string, [a, b, c, d, e, f]: readonly number[]): Matrix | null {
  if (a === undefined) return null;
  switch (name) {
    case 'matrix':
      return b === undefined || c === undefined || d === undefined || e === undefined || f === undefined
        ? null
        : [a, b, c, d, e, f];
    case 'translate':
      return [1, 0, 0, 1, a, b ?? 0];
    case 'scale':
      return [a, 0, 0, b ?? a, 0, 0];
    case 'skewX':
      return [1, 0, Math.tan(radians(a)), 1, 0, 0];
    case 'skewY':
      return [1, Math.tan(radians(a)), 0, 1, 0, 0];
    case 'rotate': {
      const [cos, sin, x, y] = [Math.cos(radians(a)), Math.sin(radians(a)), b ?? 0, c ?? 0];
      return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
    }
    default:
      return null;
  }
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
