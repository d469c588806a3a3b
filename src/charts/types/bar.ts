/** Bars: categories down the side, for long names and many of them. */
import { barType } from '../bars.js';
import { stackedOr } from '../stacks.js';

export const bar = stackedOr('bar', barType(true));
