/** Affine matrices as in PDF: x' = ax + cy + e, y' = bx + dy + f. */
import type { Matrix } from '../model/drawing.js';

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`: what a canvas does when `inner` is added to its present matrix. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

export const apply = (matrix: Matrix, x: number, y: number): readonly [number, number] => [
  matrix[0] * x + matrix[2] * y + matrix[4],
  matrix[1] * x + matrix[3] * y + matrix[5],
];

const determinant = (matrix: Matrix): number => matrix[0] * matrix[3] - matrix[1] * matrix[2];

/** Null where the matrix folds the plane into a line. */
export function invert(matrix: Matrix): Matrix | null {
  const det = determinant(matrix);
  if (det === 0) return null;
  const [a, b, c, d, e, f] = matrix;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

/** How much it enlarges lengths. */
export const scaleOf = (matrix: Matrix): number => Math.sqrt(Math.abs(determinant(matrix)));

/** True where it turns, shifts and enlarges evenly, so that a line keeps one width. */
export const isEven = (matrix: Matrix): boolean => {
  const [a, b, c, d] = matrix;
  return Math.abs(Math.hypot(a, b) - Math.hypot(c, d)) < 1e-9 && Math.abs(a * c + b * d) < 1e-9;
};

export const isShift = (matrix: Matrix): boolean =>
  matrix[0] === 1 && matrix[1] === 0 && matrix[2] === 0 && matrix[3] === 1;
