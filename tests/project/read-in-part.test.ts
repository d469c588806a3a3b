import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readInPart } from '../../src/project/read-in-part.js';
import { openTrueType } from '../../src/text/true-type.js';
import { readTrueType } from '../../src/writers/pdf/fonts/font-tables.js';
import { subsetTrueType } from '../../src/writers/pdf/fonts/subset-true-type.js';

const path = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);
const text = [...'规上工业增加值增长8.1%，Growth of “value added”'].map((character) => character.codePointAt(0)!);
const readBytes = (bytes: Uint8Array): number => bytes.reduce((count, byte) => count + (byte === 0 ? 0 : 1), 0);

describe('a font of which pieces are read', () => {
  test('measures and is cut as the whole file is', () => {
    const [parts, whole] = [readInPart(path), readFileSync(path)];
    const [own, other] = [openTrueType(parts)!, openTrueType(whole)!];
    const facts = (font: typeof own) =>
      text.map((code) => {
        const glyph = font.glyphFor(code);
        return [glyph, font.advanceOf(glyph), font.leftBearingOf(glyph), font.inkWidthOf(glyph), font.isWhole(glyph)];
      });
    expect(facts(own)).toEqual(facts(other));
    const glyphs = [0, ...new Set(text.map((code) => own.glyphFor(code)))];
    expect(subsetTrueType(readTrueType(parts)!, glyphs)).toEqual(subsetTrueType(readTrueType(whole)!, glyphs));
    expect(readBytes(parts.bytes)).toBeLessThan(whole.length / 10);
  });

  test('is the whole file for whoever asks for all of it', () => {
    const parts = readInPart(path);
    parts.need(5_000_000, 10);
    expect(Buffer.from(parts.whole()).equals(readFileSync(path))).toBe(true);
  });

  test('has nothing behind its end', () => {
    const parts = readInPart(path);
    expect(() => parts.need(parts.bytes.length - 5, 4096)).not.toThrow();
    expect(parts.bytes.subarray(-5)).toEqual(new Uint8Array(readFileSync(path).subarray(-5)));
  });
});
