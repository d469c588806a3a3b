/** Bubble: a scatter whose dots have the size of a third number. */
import { pointType } from '../points.js';

export const bubble = pointType(true);
