/** Doughnut: parts of a whole, round an open middle. */
import { sliceType } from '../families/slices.js';

export const doughnut = sliceType('doughnut');
