/** Columns: categories along the foot. */
import { barType } from '../bars.js';
import { stackedOr } from '../stacks.js';

export const column = stackedOr('column', barType(false));
