/** Pie: parts of a whole. */
import { sliceType } from '../slices.js';

export const pie = sliceType('pie');
