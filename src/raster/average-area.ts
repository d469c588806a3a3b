/** Pixels made fewer: each new one is the mean of the area that it covers, so no edge rings and nothing is skipped. */

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha, row by row. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** To no more pixels a side than there are. */
export function averageArea(source: Pixels, width: number, height: number): Pixels {
  const narrow = averageLines(weighByAlpha(source), source.height, source.width, 4, width);
  return { width, height, data: unweigh(averageLines(narrow, 1, source.height, width * 4, height)) };
}

/** Colours count as much as they are seen. */
function weighByAlpha({ data }: Pixels): Float32Array {
  const weighed = new Float32Array(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]!;
    const share = alpha / 255;
    weighed[at] = data[at]! * share;
    weighed[at + 1] = data[at + 1]! * share;
    weighed[at + 2] = data[at + 2]! * share;
    weighed[at + 3] = alpha;
  }
  return weighed;
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

/** `pixels` are `lines` times `count` pieces of `length` numbers: the pieces of each line become `target`, each the mean of those under it. */
function averageLines(
  pixels: Float32Array,
  lines: number,
  count: number,
  length: number,
  target: number,
): Float32Array {
  const averaged = new Float32Array(lines * target * length);
  const step = count / target;
  for (let line = 0; line < lines; line++) {
    for (let piece = 0; piece < target; piece++) {
      const [from, to] = [piece * step, Math.min(count, (piece + 1) * step)];
      const out = (line * target + piece) * length;
      for (let source = Math.floor(from); source < to; source++) {
        const share = (Math.min(to, source + 1) - Math.max(from, source)) / step;
        const at = (line * count + source) * length;
        for (let part = 0; part < length; part++)
          averaged[out + part] = averaged[out + part]! + pixels[at + part]! * share;
      }
    }
  }
  return averaged;
}
