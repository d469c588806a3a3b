/** Bars: categories down the side, for long names and many of them. */
import { barType } from '../families/bars.js';
import { stackedOr } from '../families/stacks.js';

export const bar = stackedOr('bar', barType(true));
