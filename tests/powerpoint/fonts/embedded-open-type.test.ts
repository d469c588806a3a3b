/** Fonts that travel in a presentation. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readEot } from '../../../src/powerpoint/fonts/embedded-open-type.js';
import { makeEot } from './make-eot.js';

const font = new Uint8Array(
  readFileSync(createRequire(import.meta.url).resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')),
);

describe('a font in a presentation', () => {
  it('is read where it is stored as it is, plain or with each byte turned', () => {
    for (const stored of [makeEot(font), makeEot(font, { xor: true }), font])
      expect(Buffer.compare(readEot(stored) as Uint8Array, font)).toBe(0);
  });

  it('is told where it is compressed, or no font', () => {
    expect(readEot(makeEot(font, { flags: 4 }))).toBe('compressed');
    expect(readEot(makeEot(new Uint8Array(400)))).toBe('damaged');
    expect(readEot(makeEot(font).subarray(0, 100))).toBe('damaged');
    expect(readEot(new Uint8Array())).toBe('damaged');
  });
});
