/** How a superscript is drawn: smaller than its style says, and raised, as PowerPoint draws a run with `baseline="30000"`. */
import type { Pt } from '../model/length.js';
import type { RunStyle } from '../model/page.js';

const sizeShare = 2 / 3;
const riseShare = 0.3;

/** The size of its glyphs. */
export const drawnSize = ({ size, superscript }: Pick<RunStyle, 'size' | 'superscript'>): Pt => superscript === true ? size * sizeShare : size;

/** Of its baseline over that of its line. */
export const riseOf = ({ size, superscript }: Pick<RunStyle, 'size' | 'superscript'>): Pt => superscript === true ? size * riseShare : 0;
