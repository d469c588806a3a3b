/** Colours of flat drawings: few, and all that such a picture needs. */

import { mostColors, NearestColor } from './nearest-color.js';

/** A pixel a word, to compare them: which bytes of it are red is the machine's. */
function wordsOf(pixels: Uint8Array | Uint8ClampedArray): Uint32Array {
  const { buffer, byteOffset, length } = pixels.byteOffset % 4 === 0 ? pixels : Uint8Array.from(pixels);
  return new Uint32Array(buffer, byteOffset, length >> 2);
}

/** As `0xrrggbb`. */
const colorAt = (pixels: Uint8Array | Uint8ClampedArray, at: number): number =>
  (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;

export function isOpaque(pixels: Uint8Array | Uint8ClampedArray): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}

/** Numbers of colours, `0xrrggbb` each: {@link mostColors} and one at most. Looking one up makes no object. */
class ColorNumbers {
  private readonly slots = 2048;
  private readonly keys = new Int32Array(this.slots).fill(-1);
  private readonly numbers = new Int32Array(this.slots);

  /** The number of a colour, or -1. */
  find(color: number): number {
    const at = this.place(color);
    return this.keys[at] === color ? this.numbers[at]! : -1;
  }

  set(color: number, number: number): void {
    const at = this.place(color);
    this.keys[at] = color;
    this.numbers[at] = number;
  }

  private place(color: number): number {
    let at = (Math.imul(color, 0x9e3779b1) >>> 12) & (this.slots - 1);
    while (this.keys[at] !== -1 && this.keys[at] !== color) at = (at + 1) & (this.slots - 1);
    return at;
  }
}

/** The colours of pixels that come piece by piece. */
export class ColorCount {
  private readonly found: number[] = [];
  readonly numbers = new ColorNumbers();
  private isFlat = true;

  add(pixels: Uint8Array | Uint8ClampedArray): void {
    const words = wordsOf(pixels);
    let last = -1;
    for (let pixel = 0; this.isFlat && pixel < words.length; pixel++) {
      const word = words[pixel]!;
      if (word === last) continue;
      last = word;
      this.look(pixels, pixel * 4);
    }
  }

  private look(pixels: Uint8Array | Uint8ClampedArray, at: number): void {
    const color = colorAt(pixels, at);
    if (pixels[at + 3] !== 255) this.isFlat = false;
    if (this.numbers.find(color) >= 0) return;
    this.numbers.set(color, this.found.push(color) - 1);
    this.isFlat &&= this.found.length <= mostColors;
  }

  /**
   * As `0xrrggbb`, in the order in which they came; null where there are more than {@link mostColors}, or something is
   * seen through a pixel.
   */
  get colors(): readonly number[] | null {
    return this.isFlat ? this.found : null;
  }
}

/** Pixels as numbers of colours, a byte each. */
export interface IndexedPixels {
  readonly indexes: Uint8Array;
  /** As `0xrrggbb`: no more than {@link mostColors}, in the order in which the pixels come to them. */
  readonly palette: readonly number[];
}

/** The same pixels by a palette; null where they have too many colours for one, or are seen through. */
export function indexColors(pixels: Uint8Array | Uint8ClampedArray): IndexedPixels | null {
  const count = new ColorCount();
  count.add(pixels);
  const { colors, numbers } = count;
  return colors && indexBy(pixels, colors, (color) => numbers.find(color));
}

/**
 * Each pixel in the nearest of these colours: edges between flat colours stay within those that the drawing has for its
 * own. Opaque.
 */
export function snapToColors(pixels: Uint8Array | Uint8ClampedArray, colors: readonly number[]): IndexedPixels {
  const nearest = new NearestColor(colors);
  return indexBy(pixels, colors, (color) => nearest.of(color));
}

/** @param numberOf says which of the colours a pixel becomes. Those that none becomes are not in the palette. */
function indexBy(
  pixels: Uint8Array | Uint8ClampedArray,
  colors: readonly number[],
  numberOf: (color: number) => number,
): IndexedPixels {
  const indexes = new Uint8Array(pixels.length / 4);
  const [places, palette] = [new Int16Array(colors.length).fill(-1), [] as number[]];
  const words = wordsOf(pixels);
  let last = -1;
  let index = 0;
  for (let pixel = 0; pixel < words.length; pixel++) {
    const word = words[pixel]!;
    if (word !== last) {
      last = word;
      const number = numberOf(colorAt(pixels, pixel * 4));
      if (places[number] === -1) places[number] = palette.push(colors[number]!) - 1;
      index = places[number]!;
    }
    indexes[pixel] = index;
  }
  return { indexes, palette };
}
