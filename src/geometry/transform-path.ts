/** A path under a matrix. */
import type { Matrix, PathStep } from '../model/drawing.js';
import { apply } from './matrix.js';

export const transformPath = (path: readonly PathStep[], matrix: Matrix): readonly PathStep[] =>
  path.map((step) => transformStep(step, matrix));

function transformStep(step: PathStep, matrix: Matrix): PathStep {
  switch (step[0]) {
    case 'Z':
      return step;
    case 'C':
      return [
        'C',
        ...apply(matrix, step[1], step[2]),
        ...apply(matrix, step[3], step[4]),
        ...apply(matrix, step[5], step[6]),
      ];
    default:
      return [step[0], ...apply(matrix, step[1], step[2])];
  }
}
