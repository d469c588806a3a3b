/** Fonts by the names that programs list them under: of the machine, of a folder, in collections. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../src/project/files.js';
import { fontFiles, withFirst } from '../../src/project/font-files.js';
import { readFontNames } from '../../src/project/font-names.js';
import { fontsOfFolder, withEmbedded } from '../../src/project/template-font-files.js';
import { openTrueType } from '../../src/text/true-type.js';

const require = createRequire(import.meta.url);
const liberation = (style: string): Uint8Array =>
  new Uint8Array(readFileSync(require.resolve(`pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`)));
const namesOf = (bytes: Uint8Array): ReturnType<typeof readFontNames> =>
  readFontNames((offset, length) => bytes.subarray(offset, offset + length));

/** Two fonts in one file (ISO 14496-22, 5.1.4): offsets of tables count from the start of the file. */
function collection(fonts: readonly Uint8Array[]): Uint8Array {
  const head = 12 + 4 * fonts.length;
  const starts = fonts.map((_font, index) => head + fonts.slice(0, index).reduce((sum, { length }) => sum + length, 0));
  const bytes = new Uint8Array(head + fonts.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  [0x74746366, 0x00010000, fonts.length, ...starts].forEach((word, index) => view.setUint32(4 * index, word));
  fonts.forEach((font, index) => {
    const start = starts[index]!;
    bytes.set(font, start);
    for (let table = 0; table < view.getUint16(start + 4); table++) {
      const at = start + 12 + 16 * table + 8;
      view.setUint32(at, view.getUint32(at) + start);
    }
  });
  return bytes;
}

describe('a font file', () => {
  it('says its family and its style', () => {
    expect(namesOf(liberation('Regular'))).toMatchObject([{ listed: ['liberation sans'], weight: 400, bold: false }]);
    expect(namesOf(liberation('Bold'))).toMatchObject([{ listed: ['liberation sans'], bold: true, italic: false }]);
    expect(namesOf(liberation('BoldItalic'))).toMatchObject([{ bold: true, italic: true }]);
  });

  it('of several fonts names each, and can begin with any of them', () => {
    const both = collection([liberation('Regular'), liberation('Bold')]);
    expect(namesOf(both).map(({ member, bold }) => [member, bold])).toEqual([
      [0, false],
      [1, true],
    ]);
    expect(openTrueType(withFirst(both, 1))?.postscriptName).toBe('LiberationSans-Bold');
    expect(openTrueType(withFirst(both, 0))?.postscriptName).toBe('LiberationSans');
  });

  it('that is cut short, or none at all, has no names', () => {
    const whole = liberation('Regular');
    for (const length of [0, 3, 12, 40, 300]) expect(namesOf(whole.subarray(0, length)), String(length)).toEqual([]);
    expect(namesOf(new TextEncoder().encode('no font, whatever it is called'))).toEqual([]);
  });
});

describe('a folder of fonts in place of the machine', () => {
  const files = memoryFiles({
    'fonts/x.ttf': liberation('Regular'),
    'fonts/y.ttf': liberation('Bold'),
    'fonts/z.ttf': liberation('Italic'),
    'fonts/readme.txt': 'invented',
  });
  const fonts = fontsOfFolder(fontFiles(files), files, 'fonts');

  it('is looked through by names inside the files, in whatever case', () => {
    expect(openTrueType(fonts.read('machine:liberation SANS:400'))?.postscriptName).toBe('LiberationSans');
    expect(openTrueType(fonts.read('machine:Liberation Sans:700'))?.postscriptName).toBe('LiberationSans-Bold');
    expect(fonts.has('machine:Liberation:400')).toBe(false);
  });

  it('marks a font by its content, so that another one is another build', () => {
    expect(fonts.stamp?.('machine:Liberation Sans:400')).not.toBe(fonts.stamp?.('machine:Liberation Sans:700'));
    expect(fonts.stamp?.('machine:Nowhere:400')).toBe('');
  });

  it('hides all of the machine where there is none', () => {
    expect(fontsOfFolder(fontFiles(files), files, null).has('machine:DejaVu Sans:400')).toBe(false);
  });

  it('leaves fonts of packages where they are, and those of the file beside them', () => {
    expect(fonts.has('packaged:Carlito:700')).toBe(true);
    expect(fonts.has('packaged:No Such Family:400')).toBe(false);
    const both = withEmbedded(fonts, new Map([['Brand:400', liberation('Regular')]]));
    expect([both.has('embedded:Brand:400'), both.has('embedded:Brand:700'), both.has('packaged:Carlito:400')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
