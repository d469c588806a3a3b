/** Columns: categories along the foot. */
import { barType } from '../bars.js';

export const column = barType(false);
