/** Areas: a line whose amount counts, filled down to zero. */
import { lineType } from '../lines.js';

export const area = lineType(true);
