/** Areas: a line whose amount counts, filled down to zero. */
import { lineType } from '../lines.js';
import { stackedOr } from '../stacks.js';

export const area = stackedOr('area', lineType('area'));
