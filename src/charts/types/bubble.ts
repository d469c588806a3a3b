/** Bubble: a scatter whose dots have the size of a third number. */
import { pointType } from '../families/points.js';

export const bubble = pointType(true);
