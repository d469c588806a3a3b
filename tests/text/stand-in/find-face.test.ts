/** What the text of a face is measured with, when the face is here and when it is not. */
import { describe, expect, it } from 'vitest';
import { findFace, withFaces, type FontPlaces } from '../../../src/text/stand-in/find-face.js';
import type { ThemeFont } from '../../../src/model/theme.js';
import { loadFonts, type Fonts } from '../../../src/text/fonts.js';
import { measureText } from '../../../src/text/measure-text.js';
import { readFont, style, themeWith, regularPath } from '../sample-theme.js';

const placesWith = (...paths: readonly string[]): FontPlaces => ({
  has: (path) => paths.includes(path),
  places: [
    { place: 'machine', prefix: 'machine:' },
    { place: 'package', prefix: 'packaged:' },
    { place: 'template', prefix: 'embedded:' },
  ],
});

describe('a face that a template names', () => {
  it('is taken from the machine before a package, and from there before the file', () => {
    const everywhere = placesWith('machine:Brand:400', 'packaged:Brand:400', 'embedded:Brand:400');
    expect(findFace('Brand', everywhere)).toMatchObject({ measured: 'Brand', place: 'machine' });
    expect(findFace('Brand', placesWith('packaged:Brand:400', 'embedded:Brand:400')).place).toBe('package');
    expect(findFace('Brand', placesWith('embedded:Brand:400')).place).toBe('template');
  });

  it('is stood in for by one of the same widths, itself before any other', () => {
    expect(findFace('Calibri', placesWith('packaged:Carlito:400', 'packaged:Carlito:700'))).toMatchObject({
      measured: 'Carlito',
      bold: ['packaged:Carlito:700'],
      width: null,
    });
    const both = placesWith('packaged:Calibri:400', 'machine:Carlito:400');
    expect(findFace('Calibri', both).measured).toBe('Calibri');
  });

  it('else sets a font of ours to its average width, or to a wide guess', () => {
    expect(findFace('Verdana', placesWith())).toMatchObject({ measured: null, width: 0.512, isKnown: true });
    expect(findFace('Segoe UI Semibold', placesWith())).toMatchObject({ isKnown: false });
    expect(findFace('Invented Brand', placesWith())).toMatchObject({ width: 0.495, isKnown: false });
  });

  it('set to a width measures letters wider and leaves Chinese characters as they are', () => {
    const base: ThemeFont = { latin: 'Arial', eastAsian: '', regular: [regularPath], bold: [regularPath] };
    const fontsWith = (body: ThemeFont): Fonts =>
      loadFonts(themeWith({ heading: body, body, prose: body, quote: body }), readFont);
    const own = fontsWith(base);
    const wide = fontsWith(withFaces(base, findFace('Verdana', placesWith()), null));
    const share = measureText('Handgloves and more', style, wide) / measureText('Handgloves and more', style, own);
    expect(share).toBeGreaterThan(1.07);
    expect(share).toBeLessThan(1.13);
    expect(measureText('慈溪年报', style, wide)).toBe(measureText('慈溪年报', style, own));
  });
});
