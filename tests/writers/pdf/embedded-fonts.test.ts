/**
 * Fonts of each role, cut to the characters that a file has: drawn as the whole font draws them, and read back as they
 * were written.
 */
import { readFileSync } from 'node:fs';
import { createCanvas, GlobalFonts } from 'canvas';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '../../../src/project/files.js';
import { readTheme } from '../../../src/read/read-theme.js';
import type { FontRole } from '../../../src/model/theme.js';
import { loadFonts } from '../../../src/text/fonts.js';
import { setParagraph } from '../../../src/text/set-paragraph.js';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { greysOf, type GreyPicture } from '../../readers/grey-picture.js';
import { readPdf } from '../../readers/read-pdf.js';
import { node, page, pageSet, run, style, textItem } from './sample-pages.js';

const path = 'templates/themes/inkstone/theme.yaml';
const theme = readTheme('inkstone', {
  files: memoryFiles({ [path]: readFileSync(path) }),
  tell: () => undefined,
})!;
const fileOf = (font: string): Uint8Array => readFileSync(font.replace('package:', 'node_modules/'));
const fonts = loadFonts(theme, fileOf);

const words = '慈溪鸣鹤古镇，坎墩藏品「龘」囍①Éq8.1%';
const size = 24;
const scale = 6;
const line = { x: 20, y: 20, width: 560, height: 40 };

/** The page as the writer's own subset draws it. */
async function drawnByPdf(role: FontRole, bold: boolean) {
  const paragraph = setParagraph(
    {
      runs: [run(words, style(size, bold, { font: role }))],
      align: 'start',
      lineHeight: 40,
      spaceBefore: 0,
      spaceAfter: 0,
      firstIndent: 0,
      indent: 0,
      bullet: null,
      tag: 1,
    },
    line.width,
    fonts,
  );
  const pages = pageSet(
    [{ ...page('1', textItem(line, 1, paragraph)), size: { width: 600, height: 80 } }],
    [node('Document', null), node('P', 0)],
    { theme },
  );
  const pdf = await readPdf(
    await writePdf(pages, {
      fonts,
      tell: ({ message }) => {
        throw new Error(message);
      },
    }),
  );
  const { grey } = await pdf.render(0, scale);
  const text = pdf.pages[0]!.text;
  await pdf.close();
  return { paragraph, grey, text };
}

/** The same characters at the same places, drawn by another program from the whole file. */
function drawnWhole(
  font: string,
  { lines }: ReturnType<typeof setParagraph>,
  { width, height }: GreyPicture,
): GreyPicture {
  GlobalFonts.register(Buffer.from(fileOf(font)), font);
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = `#${theme.colors.dk1}`;
  context.font = `${size * scale}px "${font}"`;
  for (const { text, x, advances } of lines[0]!.fragments) {
    let at = line.x + x;
    [...text].forEach((character, index) => {
      context.fillText(character, at * scale, (line.y + lines[0]!.baseline) * scale);
      at += advances[index]!;
    });
  }
  return { width, height, pixels: greysOf(context.getImageData(0, 0, width, height).data) };
}

/**
 * How far two drawings are apart, of the ink in either: 0 for the same, 1 for two that share none. Their edges are
 * smoothed a little differently.
 */
function disagreement(one: GreyPicture, other: GreyPicture): number {
  let [ink, apart] = [0, 0];
  one.pixels.forEach((pixel, index) => {
    const twin = other.pixels[index]!;
    ink += 255 - Math.min(pixel, twin);
    apart += Math.abs(pixel - twin);
  });
  return apart / ink;
}

describe.each(['body', 'prose', 'quote'] as const)('the font of %s', (role) => {
  it.each([
    ['regular', false],
    ['bold', true],
  ] as const)(
    'is drawn from its subset as from the whole file, and is read as it was written: %s',
    async (weight, bold) => {
      const { paragraph, grey, text } = await drawnByPdf(role, bold);
      // A quarter em between Chinese and Latin is read as a space.
      expect(text.replaceAll(' ', '')).toBe(words);
      const toFile = (which: 'regular' | 'bold'): number =>
        disagreement(grey, drawnWhole(theme.fonts[role][which][0]!, paragraph, grey));
      expect(toFile(weight)).toBeLessThan(0.12);
      expect(toFile(bold ? 'regular' : 'bold')).toBeGreaterThan(0.12);
    },
  );
});
