/** Pixels made fewer: each new one is the mean of the area that it covers, so no edge rings and nothing is skipped. */

/** Some lines of a picture, from the top down. */
export interface PixelStrip {
  readonly lines: number;
  /** Red, green, blue and alpha, row by row. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

export interface AreaAverage {
  /** Takes the next lines: those of a picture of 40 million pixels need not be in memory at once. */
  readonly add: (strip: PixelStrip) => void;
  /** When all lines were taken. */
  readonly pixels: () => Uint8Array;
}

/** From one size to no more pixels a side. */
export function averageArea(
  from: { readonly width: number; readonly height: number },
  to: { readonly width: number; readonly height: number },
): AreaAverage {
  const averaged = new Float32Array(to.width * to.height * 4);
  const [wide, narrow] = [new Float32Array(from.width * 4), new Float32Array(to.width * 4)];
  const step = from.height / to.height;
  let line = 0;
  const addLine = (): void => {
    // No new line is smaller than an old one: it is of the one above its middle, or of that and the next.
    for (let piece = Math.max(0, Math.floor(line / step) - 1); piece < to.height && piece * step < line + 1; piece++) {
      const [start, end] = [piece * step, Math.min(from.height, (piece + 1) * step)];
      if (end <= line) continue;
      const share = (Math.min(end, line + 1) - Math.max(start, line)) / step;
      const out = piece * narrow.length;
      for (let part = 0; part < narrow.length; part++)
        averaged[out + part] = averaged[out + part]! + narrow[part]! * share;
    }
    line += 1;
  };
  return {
    add({ lines, data }) {
      for (let index = 0; index < lines; index++) {
        weighByAlpha(data, index * wide.length, wide);
        averageLine(wide, from.width, narrow, to.width);
        addLine();
      }
    },
    pixels: () => unweigh(averaged),
  };
}

/** Colours count as much as they are seen. */
function weighByAlpha(data: PixelStrip['data'], start: number, weighed: Float32Array): void {
  for (let at = 0; at < weighed.length; at += 4) {
    const alpha = data[start + at + 3]!;
    const share = alpha / 255;
    weighed[at] = data[start + at]! * share;
    weighed[at + 1] = data[start + at + 1]! * share;
    weighed[at + 2] = data[start + at + 2]! * share;
    weighed[at + 3] = alpha;
  }
}

function unweigh(weighed: Float32Array): Uint8Array {
  const data = new Uint8Array(weighed.length);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = weighed[at + 3]!;
    const share = alpha === 0 ? 0 : 255 / alpha;
    for (let color = 0; color < 3; color++) data[at + color] = Math.min(255, Math.round(weighed[at + color]! * share));
    data[at + 3] = Math.round(alpha);
  }
  return data;
}

/** `count` pixels of a line become `target`, each the mean of those under it. */
function averageLine(wide: Float32Array, count: number, narrow: Float32Array, target: number): void {
  narrow.fill(0);
  const step = count / target;
  for (let piece = 0; piece < target; piece++) {
    const [from, to] = [piece * step, Math.min(count, (piece + 1) * step)];
    const out = piece * 4;
    for (let source = Math.floor(from); source < to; source++) {
      const share = (Math.min(to, source + 1) - Math.max(from, source)) / step;
      const at = source * 4;
      for (let part = 0; part < 4; part++) narrow[out + part] = narrow[out + part]! + wide[at + part]! * share;
    }
  }
}
