/** Bars: categories down the side, for long names and many of them. */
import { barType } from '../bars.js';

export const bar = barType(true);
