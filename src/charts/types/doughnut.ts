/** Doughnut: parts of a whole, round an open middle. */
import { sliceType } from '../slices.js';

export const doughnut = sliceType('doughnut');
