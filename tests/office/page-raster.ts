/** Pixels of a PDF's pages, to tell what text stands on. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Box } from '../../src/model/length.js';
import { runTool } from './office-tools.js';

/** Of one page, at one pixel a pt. */
export interface PageRaster {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, row by row. */
  readonly samples: Uint8Array;
}

export async function pageRasters(pdf: string): Promise<readonly PageRaster[]> {
  const folder = mkdtempSync(join(tmpdir(), 'briefkit-pages-'));
  try {
    await runTool('pdftoppm', '-r', '144', pdf, join(folder, 'p'));
    return readdirSync(folder)
      .sort()
      .map((name) => readPpm(new Uint8Array(readFileSync(join(folder, name)))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A binary PPM with 255 as its most (netpbm, ppm(5)). */
function readPpm(bytes: Uint8Array): PageRaster {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'))!;
  return { width: Number(head[1]), height: Number(head[2]), samples: bytes.subarray(head[0].length) };
}

/** How far a channel may be from the ink's, in 255ths, for a pixel to be taken for a part of the glyph. */
const inkSpread = 40;

/** The colour that most pixels around a glyph have, those of its own ink left out; six digits. */
export function groundUnder({ width, height, samples }: PageRaster, box: Box, ink: string): string {
  const own = [0, 2, 4].map((at) => Number.parseInt(ink.slice(at, at + 2), 16));
  const scale = 2;
  const counts = new Map<string, { count: number; sums: [number, number, number] }>();
  const [left, top] = [Math.max(0, Math.floor((box.x - 2) * scale)), Math.max(0, Math.floor((box.y - 2) * scale))];
  const right = Math.min(width - 1, Math.ceil((box.x + box.width + 2) * scale));
  const bottom = Math.min(height - 1, Math.ceil((box.y + box.height + 2) * scale));
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const at = (y * width + x) * 3;
      const color = [samples[at]!, samples[at + 1]!, samples[at + 2]!] as const;
      if (color.every((part, index) => Math.abs(part - own[index]!) < inkSpread)) continue;
      const key = color.map((part) => part >> 4).join();
      const entry = counts.get(key) ?? { count: 0, sums: [0, 0, 0] };
      entry.count += 1;
      color.forEach((part, index) => void (entry.sums[index]! += part));
      counts.set(key, entry);
    }
  }
  const best = [...counts.values()].sort((one, other) => other.count - one.count)[0];
  if (best === undefined) return ink;
  return best.sums
    .map((sum) =>
      Math.round(sum / best.count)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}
