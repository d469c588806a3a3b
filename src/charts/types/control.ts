/** Control chart: a run of numbers with its mean and limits, of which those outside are ringed. */
import { lineType } from '../families/lines.js';

export const control = lineType('line');
