/** How large things are on slides of other sizes than the one that bundles are drawn for. */
import type { Size } from './length.js';

/**
 * What 1 pt of a slide 540 pt high is on this one, in pt. It goes by the height, for wide slides are wider and not
 * larger; one higher than 3 to 4 goes by its width, for its words stand in short lines and not in higher ones.
 *
 * @param slide in pt.
 */
export const slideUnit = ({ width, height }: Size): number => Math.min(height / 540, width / 720);
