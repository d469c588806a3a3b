/** Pie: parts of a whole. */
import { sliceType } from '../families/slices.js';

export const pie = sliceType('pie');
