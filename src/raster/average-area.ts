/** Pixels made fewer: each new one is the mean of the area that it covers, so no edge rings and nothing is skipped. */

/** Some lines of a picture, from the top down. */
export interface PixelStrip {
  readonly lines: number;
  /** Red, green, blue and alpha, row by row. */
  readonly data: Uint8Array | Uint8ClampedArray;
  /** That nothing is seen through any pixel: not said where nobody looked. */
  readonly isOpaque?: boolean;
}

/** A picture that is read as it is asked for. A strip is valid until the next. */
export interface PictureStrips {
  readonly size: Size;
  readonly strips: Iterable<PixelStrip>;
  /**
   * Where the file has a palette, when all strips were read: those of its colours that it uses, as `0xrrggbb`; null
   * where something is seen through one.
   */
  readonly palette?: () => readonly number[] | null;
}

export interface AreaAverage {
  /** Takes the next lines: those of a picture of 40 million pixels need not be in memory at once. */
  readonly add: (strip: PixelStrip) => void;
  /** When all lines were taken. */
  readonly pixels: () => Uint8Array;
}

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * From one size to no more pixels a side. Lines are added up to a new line first, and only then made narrower: once a
 * new line, not once an old.
 */
export function averageArea(from: Size, to: Size): AreaAverage {
  const pixels = new Uint8Array(to.width * to.height * 4);
  const step = from.height / to.height;
  const narrower = narrowerLine(from.width, to.width);
  const sum = new Float32Array(from.width * 4);
  let [line, piece] = [0, 0];
  const addLine = (data: PixelStrip['data'], start: number, isOpaque: boolean): void => {
    for (let isPart = true; isPart; isPart = piece < to.height && piece * step < line + 1) {
      const end = Math.min(from.height, (piece + 1) * step);
      const share = Math.min(end, line + 1) - Math.max(piece * step, line);
      if (isOpaque) addOpaque(data, start, share / step, sum);
      else addWeighed(data, start, share / step, sum);
      if (end > line + 1) break;
      narrower(sum, pixels, piece * to.width * 4);
      sum.fill(0);
      piece += 1;
    }
    line += 1;
  };
  return {
    add({ lines, data, isOpaque = false }) {
      for (let index = 0; index < lines && piece < to.height; index++) addLine(data, index * from.width * 4, isOpaque);
    },
    pixels: () => pixels,
  };
}

/** Adds a line by its share. */
function addOpaque(data: PixelStrip['data'], start: number, share: number, sum: Float32Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] = sum[at]! + data[start + at]! * share;
}

/** The same where something may be seen through. Colours count as much as they are seen. */
function addWeighed(data: PixelStrip['data'], start: number, share: number, sum: Float32Array): void {
  for (let at = 0, from = start; at < sum.length; at += 4, from += 4) {
    const alpha = data[from + 3]!;
    const seen = alpha === 255 ? share : (share * alpha) / 255;
    sum[at] = sum[at]! + data[from]! * seen;
    sum[at + 1] = sum[at + 1]! + data[from + 1]! * seen;
    sum[at + 2] = sum[at + 2]! + data[from + 2]! * seen;
    sum[at + 3] = sum[at + 3]! + alpha * share;
  }
}

/** `count` pixels of a line become `target`, each the mean of those under it, written as bytes from `out`. */
function narrowerLine(count: number, target: number): (wide: Float32Array, pixels: Uint8Array, out: number) => void {
  const step = count / target;
  const edges = Float64Array.from({ length: target + 1 }, (_none, piece) => Math.min(count, piece * step));
  return (wide, pixels, out) => {
    // Plain variables, for this is run a million times before it is optimised.
    for (let piece = 0, at = out; piece < target; piece++, at += 4) {
      const to = edges[piece + 1]!;
      let source = Math.floor(edges[piece]!);
      let share = Math.min(to, source + 1) - edges[piece]!;
      let red = 0;
      let green = 0;
      let blue = 0;
      let alpha = 0;
      for (let from = source * 4; source < to; from += 4) {
        red += wide[from]! * share;
        green += wide[from + 1]! * share;
        blue += wide[from + 2]! * share;
        alpha += wide[from + 3]! * share;
        source += 1;
        share = to - source < 1 ? to - source : 1;
      }
      const seen = alpha === 0 ? 0 : 255 / alpha;
      pixels[at] = Math.min(255, red * seen + 0.5);
      pixels[at + 1] = Math.min(255, green * seen + 0.5);
      pixels[at + 2] = Math.min(255, blue * seen + 0.5);
      pixels[at + 3] = Math.min(255, alpha / step + 0.5);
    }
  };
}
