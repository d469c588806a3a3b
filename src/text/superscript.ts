/**
 * How a superscript is drawn: smaller than its style says, and raised, as PowerPoint draws a run with
 * `baseline="30000"`.
 */
import type { Pt } from '../model/length.js';
import type { RunStyle } from '../model/page.js';

const sizeShare = 2 / 3;
const riseShare = 0.3;

/** The size of its glyphs. */
export const drawnSize = ({ size, superscript }: RunStyle): Pt => (superscript === true ? size * sizeShare : size);

/** The style with the size of its glyphs. */
export const drawnStyle = (style: RunStyle): RunStyle =>
  style.superscript === true ? { ...style, size: drawnSize(style) } : style;

/** How far a run's baseline stands over that of its line, in pt. */
export const riseOf = ({ size, superscript }: RunStyle): Pt => (superscript === true ? size * riseShare : 0);
