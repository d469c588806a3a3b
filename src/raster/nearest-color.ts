/** Which colour of a palette is nearest to another, for pixels by the million. */

/** That a palette of one byte a pixel holds. */
export const mostColors = 256;

/** The smallest cubes of colours have sides of 8 levels; each lies within one twice as large, up to all colours. */
const smallest = 3;
const whole = 8;

/**
 * The space of colours is parted into cubes, and for each cube that is asked for those of the palette are kept that can
 * be nearest to a colour in it: a few, often one.
 */
export class NearestColor {
  private readonly all: Uint8Array;
  private readonly reds: Uint8Array;
  private readonly greens: Uint8Array;
  private readonly blues: Uint8Array;
  /** By the power of two of their side: what {@link within} came to. */
  private readonly cubes: readonly (Uint8Array | null)[][];

  /** @param colors as `0xrrggbb`, {@link mostColors} at most. */
  constructor(colors: readonly number[]) {
    this.all = Uint8Array.from(colors.keys());
    this.reds = Uint8Array.from(colors, (color) => color >> 16);
    this.greens = Uint8Array.from(colors, (color) => (color >> 8) & 255);
    this.blues = Uint8Array.from(colors, (color) => color & 255);
    this.cubes = Array.from({ length: whole }, (_none, side) =>
      new Array<Uint8Array | null>(side < smallest ? 0 : 1 << (3 * (whole - side))).fill(null),
    );
  }

  /** Its place among the palette's colours; the first of those that are equally near. */
  of(color: number): number {
    const candidates = this.within(color, smallest);
    let nearest = candidates[0]!;
    if (candidates.length === 1) return nearest;
    const { reds, greens, blues } = this;
    let least = 0x7fffffff;
    for (let at = 0; at < candidates.length; at++) {
      const candidate = candidates[at]!;
      const red = reds[candidate]! - (color >> 16);
      const green = greens[candidate]! - ((color >> 8) & 255);
      const blue = blues[candidate]! - (color & 255);
      const distance = red * red + green * green + blue * blue;
      if (distance >= least) continue;
      nearest = candidate;
      least = distance;
    }
    return nearest;
  }

  /** The colours that can be nearest to one in a colour's cube of this side. */
  private within(color: number, side: number): Uint8Array {
    if (side === whole) return this.all;
    const cubes = this.cubes[side]!;
    const cube = cubeOf(color, side);
    return (cubes[cube] ??= this.narrow(color, side, this.within(color, side + 1)));
  }

  /** Of the candidates those that no other is sure to be nearer than, in all of the cube. */
  private narrow(color: number, side: number, candidates: Uint8Array): Uint8Array {
    const red = ((color >> 16) >> side) << side;
    const green = (((color >> 8) & 255) >> side) << side;
    const blue = ((color & 255) >> side) << side;
    const last = (1 << side) - 1;
    let bound = 0x7fffffff;
    for (let at = 0; at < candidates.length; at++) {
      const candidate = candidates[at]!;
      const farthest =
        farthestSquare(this.reds[candidate]! - red, last) +
        farthestSquare(this.greens[candidate]! - green, last) +
        farthestSquare(this.blues[candidate]! - blue, last);
      if (farthest < bound) bound = farthest;
    }
    const kept = new Uint8Array(candidates.length);
    let count = 0;
    for (let at = 0; at < candidates.length; at++) {
      const candidate = candidates[at]!;
      const nearest =
        nearestSquare(this.reds[candidate]! - red, last) +
        nearestSquare(this.greens[candidate]! - green, last) +
        nearestSquare(this.blues[candidate]! - blue, last);
      if (nearest <= bound) kept[count++] = candidate;
    }
    return kept.subarray(0, count);
  }
}

/** Squares of the distance of a level from the levels 0 to `last`: from the farthest, and from the nearest of them. */
const farthestSquare = (level: number, last: number): number =>
  2 * level < last ? (last - level) * (last - level) : level * level;
const nearestSquare = (level: number, last: number): number =>
  level < 0 ? level * level : level > last ? (level - last) * (level - last) : 0;

const cubeOf = (color: number, side: number): number =>
  ((color >> (16 + side)) << (2 * (whole - side))) |
  (((color & 0xff00) >> (8 + side)) << (whole - side)) |
  ((color & 0xff) >> side);
