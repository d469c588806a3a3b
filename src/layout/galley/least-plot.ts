/** The least room of a chart's drawing, in pt: below it, labels run into each other. */
import type { Size } from '../../model/length.js';

/** On a slide. */
export const leastPlot: Size = { width: 320, height: 180 };
/** On paper. */
export const leastPaperPlot: Size = { width: 240, height: 110 };
