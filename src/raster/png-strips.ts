/** The pixels of a plain PNG, without a canvas: it need not be loaded, nor hold four bytes a pixel. */
import { inflateSync } from 'node:zlib';
import type { PictureStrips, PixelStrip } from './average-area.js';
import { readPng, type Png } from './read-png.js';
import { unfilterRows } from './unfilter-rows.js';

/** Unpacked rows beyond this are for the canvas. */
const mostBytes = 1 << 28;

/** In bytes: zlib takes no smaller room. */
const leastChunk = 64;

/** Lines that are made at once. */
const stripLines = 64;

/**
 * Its lines from the top down, or null where another decoder is to read them: 8 bits a sample without interlace, in the
 * colours of a screen, are plain.
 */
export function pngStrips(bytes: Uint8Array): PictureStrips | null {
  const png = readPng(bytes);
  const isPlain =
    png.bits === 8 && !png.interlaced && !png.ownColors && (png.transparency === null || png.palette !== null);
  const length = (png.width * png.channels + 1) * png.height;
  if (!isPlain || length > mostBytes) return null;
  try {
    // In one piece: of many small ones Node would make another copy.
    const rows = inflateSync(png.data, { maxOutputLength: length, chunkSize: Math.max(length, leastChunk) });
    return rows.length === length ? stripsOf(png, rows) : null;
  } catch {
    // What is wrong with it is the canvas' to tell.
    return null;
  }
}

function stripsOf(png: Png, rows: Buffer): PictureStrips {
  const { width, height, channels } = png;
  const size = { width, height };
  if (png.palette === null) return { size, strips: strips(size, rows, channels, spread(channels)) };
  const colors = colorsOf(png.palette, png.transparency);
  const used = new Uint8Array(256);
  return {
    size,
    strips: strips(size, rows, channels, byPalette(colors, used)),
    palette: () => colorsUsed(colors, used),
  };
}

/** Writes the pixels of samples that begin at `from`, from `to`. Returns whether none is seen through. */
type PixelWriter = (rows: Buffer, from: number, data: Uint8Array, to: number, width: number) => boolean;

function* strips(
  { width, height }: PictureStrips['size'],
  rows: Buffer,
  channels: number,
  write: PixelWriter,
): Iterable<PixelStrip> {
  unfilterRows(rows, width * channels, height, channels);
  const data = new Uint8Array(width * stripLines * 4);
  for (let top = 0; top < height; top += stripLines) {
    const lines = Math.min(stripLines, height - top);
    let isOpaque = true;
    for (let line = 0; line < lines; line++) {
      const from = (top + line) * (width * channels + 1) + 1;
      isOpaque = write(rows, from, data, line * width * 4, width) && isOpaque;
    }
    yield { lines, data: data.subarray(0, lines * width * 4), isOpaque };
  }
}

/** Red, green, blue and alpha of each; what a palette does not name is black. */
function colorsOf(palette: Uint8Array, transparency: Uint8Array | null): Uint8Array {
  const colors = new Uint8Array(256 * 4);
  for (let color = 0; color < 256; color++) {
    for (let part = 0; part < 3; part++) colors[color * 4 + part] = palette[color * 3 + part] ?? 0;
    colors[color * 4 + 3] = transparency?.[color] ?? 255;
  }
  return colors;
}

/** @param used is marked where a colour is used. */
function byPalette(colors: Uint8Array, used: Uint8Array): PixelWriter {
  const words = new Uint32Array(colors.buffer);
  const isOpaque = colors.every((part, at) => at % 4 !== 3 || part === 255);
  return (rows, from, data, to, width) => {
    const pixels = new Uint32Array(data.buffer, to, width);
    for (let column = 0; column < width; column++) {
      const color = rows[from + column]!;
      used[color] = 1;
      pixels[column] = words[color]!;
    }
    return isOpaque;
  };
}

/** As `0xrrggbb`; null where something is seen through one. */
function colorsUsed(colors: Uint8Array, used: Uint8Array): readonly number[] | null {
  const found = new Set<number>();
  for (let color = 0; color < 256; color++) {
    if (used[color] === 0) continue;
    if (colors[color * 4 + 3] !== 255) return null;
    found.add((colors[color * 4]! << 16) | (colors[color * 4 + 1]! << 8) | colors[color * 4 + 2]!);
  }
  return [...found];
}

/** Grey or colour, with alpha or without. */
function spread(channels: number): PixelWriter {
  const green = channels >= 3 ? 1 : 0;
  const blue = channels >= 3 ? 2 : 0;
  const hasAlpha = channels % 2 === 0;
  return (rows, start, data, out, width) => {
    let least = 255;
    for (let from = start, to = out; to < out + width * 4; from += channels, to += 4) {
      const alpha = hasAlpha ? rows[from + channels - 1]! : 255;
      data[to] = rows[from]!;
      data[to + 1] = rows[from + green]!;
      data[to + 2] = rows[from + blue]!;
      data[to + 3] = alpha;
      least &= alpha;
    }
    return least === 255;
  };
}
