/** Columns: categories along the foot. */
import { barType } from '../families/bars.js';
import { stackedOr } from '../families/stacks.js';

export const column = stackedOr('column', barType(false));
