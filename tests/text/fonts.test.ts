import * as fontkit from 'fontkit';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { ThemeFont } from '../../src/model/theme.js';
import { loadFonts, type Face } from '../../src/text/fonts.js';
import { measureText, missingCharacters } from '../../src/text/measure-text.js';
import { openTrueType, readDirectory } from '../../src/text/true-type.js';
import { unwrapWoff } from '../../src/text/unwrap-woff.js';
import { cutWebFont } from '../../src/writers/svg/web-font-file.js';
import { boldPath, fonts, readFont, regularPath, style, themeWith } from './sample-theme.js';

/** A Latin font with an older kind of character map (format 4). */
const latinPath = 'package:pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf';

const faceOf = (paths: readonly string[], read = readFont, tell: (diagnostic: Diagnostic) => void = () => {}): Face => {
  const font: ThemeFont = { latin: '', eastAsian: '', regular: paths, bold: paths };
  return loadFonts(themeWith({ heading: font, body: font, prose: font, quote: font }), read, tell).face('body', false);
};

/** A whole font, each table of it deflated. */
const woffPath = 'package:@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff';

describe('a font file', () => {
  it.each([regularPath, boldPath, latinPath, woffPath])('is measured as fontkit measures it: %s', (path) => {
    const bytes = Buffer.from(unwrapWoff(readFont(path)));
    const ours = openTrueType(bytes)!;
    const theirs = fontkit.create(bytes) as fontkit.Font;
    expect([ours.unitsPerEm, ours.postscriptName]).toEqual([theirs.unitsPerEm, theirs.postscriptName]);
    for (const codePoint of theirs.characterSet.filter((_, index) => index % 7 === 0)) {
      const glyph = ours.glyphFor(codePoint);
      expect(glyph).toBe(theirs.glyphForCodePoint(codePoint).id);
      expect(ours.advanceOf(glyph)).toBe(theirs.getGlyph(glyph).advanceWidth);
    }
    expect(ours.glyphFor(0x10fffd)).toBe(0);
  });

  it('that is corrupt, cut short or none at all opens as null', () => {
    const bytes = readFont(latinPath);
    for (const bad of [
      new Uint8Array(),
      new Uint8Array(64),
      new TextEncoder().encode('<!DOCTYPE html><p>404'),
      bytes.subarray(0, 300),
    ])
      expect(openTrueType(bad)).toBeNull();
  });
});

describe('a face', () => {
  it('takes each character from the first file that has it', () => {
    const face = faceOf([latinPath, regularPath]);
    expect(face.fileFor('A'.codePointAt(0)!).path).toBe(latinPath);
    expect(face.fileFor('慈'.codePointAt(0)!).path).toBe(regularPath);
    expect(face.advance('慈'.codePointAt(0)!)).toBe(1);
    expect(face.has('慈'.codePointAt(0)!)).toBe(true);
  });

  it('takes quotation marks from the first file that has them an em wide, as Chinese wants them', () => {
    const face = faceOf([latinPath, regularPath]);
    for (const mark of '“”‘’') {
      expect(face.fileFor(mark.codePointAt(0)!).path).toBe(regularPath);
      expect(face.advance(mark.codePointAt(0)!)).toBe(1);
    }
    expect(faceOf([latinPath]).advance('“'.codePointAt(0)!)).toBeLessThan(0.5);
  });

  it('opens a file only when a character is asked of it', () => {
    const opened: string[] = [];
    const face = faceOf([latinPath, regularPath], (path) => (opened.push(path), readFont(path)));
    face.advance(65);
    expect(opened).toEqual([latinPath]);
  });

  it('reports a file that cannot be read and goes on without it', () => {
    const found: Diagnostic[] = [];
    const face = faceOf(
      ['broken.ttf', regularPath],
      (path) => (path === 'broken.ttf' ? new Uint8Array(9) : readFont(path)),
      (diagnostic) => found.push(diagnostic),
    );
    expect(face.advance('慈'.codePointAt(0)!)).toBe(1);
    expect(found.map((each) => each.code)).toEqual(['unreadable-font']);
  });

  it('takes a WOFF for the font in it, and tells of one that is damaged', () => {
    const found: Diagnostic[] = [];
    const tell = (diagnostic: Diagnostic): void => void found.push(diagnostic);
    const files = {
      'whole.woff': readFont(woffPath),
      'half.woff': readFont(woffPath).subarray(0, 3_000_000),
      'other.woff2': new TextEncoder().encode('wOF2'.padEnd(99, 'x')),
    };
    const read = (path: string): Uint8Array => files[path as keyof typeof files];
    expect(faceOf(['whole.woff'], read, tell).advance('慈'.codePointAt(0)!)).toBe(1);
    expect(found).toEqual([]);
    for (const path of ['half.woff', 'other.woff2']) faceOf([path], read, tell).advance(65);
    expect(found.map(({ code, hint }) => [code, hint])).toEqual([
      ['unreadable-font', expect.stringContaining('no .woff2')],
      ['unreadable-font', expect.stringContaining('no .woff2')],
    ]);
  });

  it('has real bold, with advances of its own', () => {
    expect(fonts.face('body', true).advance(65)).not.toBe(fonts.face('body', false).advance(65));
  });
});

describe('measuring', () => {
  it('adds up advances', () => {
    expect(measureText('慈溪', style, fonts)).toBe(20);
  });

  it('names each character that no font has, once, and nothing that is drawn by none', () => {
    expect(missingCharacters('慈溪😀😀\u200b\n\ufe0fA', style, fonts)).toEqual(['😀']);
  });
});

describe('a damaged font', () => {
  const codes = [...'ÄéA一二三0123456789']
    .map((character) => character.codePointAt(0)!)
    .sort((one, other) => one - other);
  const whole = cutWebFont(readFont(regularPath), codes);
  const tableAt = (tag: string): number => {
    const view = new DataView(whole.buffer, whole.byteOffset);
    for (let entry = 12; ; entry += 16)
      if (Buffer.from(whole.subarray(entry, entry + 4)).toString('latin1') === tag) return view.getUint32(entry + 8);
  };
  const damaged = (tag: string, offset: number, ...bytes: readonly number[]): Uint8Array => {
    const copy = Uint8Array.from(whole);
    copy.set(bytes, tableAt(tag) + offset);
    return copy;
  };

  it.each([
    ['is cut short', whole.slice(0, whole.length - 400)],
    ['has outlines that end before they begin', damaged('loca', 4, 0xff, 0xff, 0xff, 0xff)],
    ['has more advances than it has room for', damaged('hhea', 34, 0xff, 0xff)],
    ['has more glyphs than places', damaged('maxp', 4, 0xff, 0xff)],
    ['has an em of nothing', damaged('head', 18, 0, 0)],
    ['is of no format', damaged('head', 50, 0, 7)],
  ])('that %s cannot be opened', (_, bytes) => {
    expect(openTrueType(bytes)).toBeNull();
  });

  it('opens where only glyphs that nobody shows are damaged, and says so of one that is shown', () => {
    const font = openTrueType(damaged('glyf', 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff))!;
    expect(font.isWhole(0)).toBe(false);
    expect(font.isWhole(font.glyphFor('A'.codePointAt(0)!))).toBe(true);
  });

  it('that may not be embedded measures, and the next one draws in its place', () => {
    const restricted = new Uint8Array(readFont(latinPath));
    const view = new DataView(restricted.buffer);
    view.setUint16(readDirectory(view).get('OS/2')!.offset + 8, 2);
    const read = (path: string): Uint8Array => (path === 'own.ttf' ? restricted : readFont(path));
    const face = faceOf(['own.ttf', regularPath], read);
    const own = openTrueType(restricted)!;
    expect(face.advance(77)).toBe(own.advanceOf(own.glyphFor(77)) / own.unitsPerEm);
    expect(face.fileFor(77).path).toBe(regularPath);
  });
});
