/** Lines: one number over time, or a few together. */
import { lineType } from '../families/lines.js';

export const line = lineType('line');
