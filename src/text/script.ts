/**
 * How superscripts and subscripts are drawn: smaller than their style says, and raised or lowered, as PowerPoint draws
 * a run with `baseline="30000"` or `baseline="-25000"`.
 */
import type { Pt } from '../model/length.js';
import type { RunStyle } from '../model/page.js';

const sizeShare = 2 / 3;
/** How far the baseline stands over that of the line, as a share of the style's size; below it where negative. */
const riseShares = { super: 0.3, sub: -0.15 } as const;

/** The size of its glyphs. */
export const drawnSize = ({ size, script }: RunStyle): Pt => (script === undefined ? size : size * sizeShare);

/** The style with the size of its glyphs. */
export const drawnStyle = (style: RunStyle): RunStyle =>
  style.script === undefined ? style : { ...style, size: drawnSize(style) };

/** How far a run's baseline stands over that of its line, in pt; negative where it stands below. */
export const riseOf = ({ size, script }: RunStyle): Pt => (script === undefined ? 0 : size * riseShares[script]);
