/** Scatter: how two numbers of each thing go together. */
import { pointType } from '../families/points.js';

export const scatter = pointType(false);
