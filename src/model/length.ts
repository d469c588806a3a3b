/** Lengths. Inside briefkit every length is in points (1/72 inch); a writer converts at its own edge. */

/** A length in points. */
export type Pt = number;

/** An extent in points. */
export interface Size {
  readonly width: Pt;
  readonly height: Pt;
}

/** A rectangle in points, from the top left corner of its page; y grows downwards. */
export interface Box extends Size {
  readonly x: Pt;
  readonly y: Pt;
}

/** Space kept free inside an edge, in points. */
export interface Insets {
  readonly top: Pt;
  readonly right: Pt;
  readonly bottom: Pt;
  readonly left: Pt;
}

/**
 * What 1 pt of a slide 540 pt high is on this one, in pt. It goes by the height, for wide slides are wider and not
 * larger; one higher than 3 to 4 goes by its width, for its words stand in short lines and not in higher ones.
 *
 * @param slide in pt.
 */
export const slideUnit = ({ width, height }: Size): number => Math.min(height / 540, width / 720);
