/** Colours of flat drawings: few, and all that such a picture needs. */

/** That a palette of one byte a pixel holds. */
export const mostColors = 256;

export function isOpaque(pixels: Uint8Array | Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}

/** The colours of pixels that come piece by piece. */
export class ColorCount {
  private readonly found = new Set<number>();
  private isFlat = true;

  constructor(private readonly most: number) {}

  add(pixels: Uint8Array | Uint8ClampedArray): void {
    for (let at = 0; this.isFlat && at < pixels.length; at += 4) {
      this.found.add((pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!);
      this.isFlat = pixels[at + 3] === 255 && this.found.size <= this.most;
    }
  }

  /**
   * As `0xrrggbb`, in the order in which they came; null where there are more than `most`, or a pixel is seen through.
   */
  get colors(): readonly number[] | null {
    return this.isFlat ? [...this.found] : null;
  }
}

/** The same of pixels that are there at once. */
export function colorsOf(pixels: Uint8Array | Uint8ClampedArray, most: number): readonly number[] | null {
  const count = new ColorCount(most);
  count.add(pixels);
  return count.colors;
}

/**
 * Each pixel in the nearest of these colours: edges between flat colours stay within those that the drawing has for its
 * own. Opaque.
 */
export function snapToColors(pixels: Uint8Array | Uint8ClampedArray, colors: readonly number[]): Uint8Array {
  const snapped = new Uint8Array(pixels.length);
  const known = new Map<number, number>();
  for (let at = 0; at < pixels.length; at += 4) {
    const color = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    let nearest = known.get(color);
    if (nearest === undefined) known.set(color, (nearest = nearestColor(color, colors)));
    snapped[at] = nearest >> 16;
    snapped[at + 1] = (nearest >> 8) & 255;
    snapped[at + 2] = nearest & 255;
    snapped[at + 3] = 255;
  }
  return snapped;
}

function nearestColor(color: number, colors: readonly number[]): number {
  let [nearest, least] = [color, Infinity];
  for (const candidate of colors) {
    const [red, green, blue] = [
      (candidate >> 16) - (color >> 16),
      ((candidate >> 8) & 255) - ((color >> 8) & 255),
      (candidate & 255) - (color & 255),
    ];
    const distance = red * red + green * green + blue * blue;
    if (distance < least) [nearest, least] = [candidate, distance];
  }
  return nearest;
}
