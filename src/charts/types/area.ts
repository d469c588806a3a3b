/** Areas: a line whose amount counts, filled down to zero. */
import { lineType } from '../families/lines.js';
import { stackedOr } from '../families/stacks.js';

export const area = stackedOr('area', lineType('area'));
