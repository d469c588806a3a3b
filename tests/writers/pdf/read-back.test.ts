/** Line breaking as a reader gets it: prose set at many widths, written, and its lines read back from the file. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { PageItem, SetParagraph } from '../../../src/model/page.js';
import { loadFonts, type Fonts } from '../../../src/text/fonts.js';
import { setParagraph } from '../../../src/text/set-paragraph.js';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { allNodes, readPdf, type PdfPageContent } from '../../readers/read-pdf.js';
import { contentOf, streamWith } from '../../readers/page-content.js';
import { english } from '../../text/english-prose.js';
import { faultsOf } from '../../text/line-faults.js';
import { prose } from '../../text/prose.js';
import {
  collectingContext,
  fonts,
  node,
  page,
  pageSet,
  paragraph,
  run,
  style,
  textItem,
  theme,
} from './sample-pages.js';

const widths = Array.from({ length: 90 }, (_, index) => 100 + index * 4);
const gap = 30;

/** A page as wide as the text, with all of the prose on it. */
const pageOf = (width: number): ReturnType<typeof page> => {
  let y = 20;
  const items = prose.map((text, index): PageItem => {
    const set = paragraph(text, width, index + 1);
    const item = textItem({ x: 20, y, width, height: set.height }, index + 1, set);
    y += set.height + gap;
    return item;
  });
  return { ...page('1', ...items), size: { width: width + 40, height: y } };
};

/** Lines of each paragraph: a gap that is wider than a line parts two. */
const paragraphsOf = ({ pieces }: PdfPageContent): string[][] => {
  const paragraphs: string[][] = [];
  let last = -100;
  for (const { text, y } of pieces) {
    if (y > last + 25) paragraphs.push([]);
    if (y > last + 1) paragraphs.at(-1)!.push('');
    const lines = paragraphs.at(-1)!;
    lines[lines.length - 1] += text;
    last = y;
  }
  return paragraphs;
};

/** The stretches of the text that stand on each line: a reader adds and drops spaces. */
const stretchesOf = (text: string, lines: readonly string[]): string[] => {
  let at = 0;
  return lines.map((line, index) => {
    const start = at;
    let left = line.replace(/\s/gu, '').length;
    while (left > 0) if (!/\s/u.test(text[at++]!)) left--;
    while (/\s/u.test(text[at] ?? '')) at++;
    return index === lines.length - 1 ? text.slice(start) : text.slice(start, at);
  });
};

describe('Chinese prose in a PDF', () => {
  it('keeps every rule at every width, and comes back whole', { timeout: 60_000 }, async () => {
    const structure = [node('Document', null), ...prose.map(() => node('P', 0))];
    const pdf = await readPdf(await writePdf(pageSet(widths.map(pageOf), structure), collectingContext()));
    pdf.pages.forEach((read, index) => {
      const paragraphs = paragraphsOf(read);
      expect(paragraphs).toHaveLength(prose.length);
      paragraphs.forEach((lines, number) => {
        const text = prose[number]!;
        expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
        expect(faultsOf(text, stretchesOf(text, lines)), `at ${widths[index]} pt: ${lines.join('|')}`).toEqual([]);
      });
      for (const { x, width } of read.pieces) expect(x + width).toBeLessThanOrEqual(read.width - 20 + 6); // a mark may hang by half an em
    });
    await pdf.close();
  });
});

describe('hyphens in a PDF', () => {
  const width = 150;
  const set = (fonts: Fonts): SetParagraph =>
    setParagraph(
      {
        runs: [run(english, style(10))],
        align: 'justify',
        lineHeight: 15,
        spaceBefore: 0,
        spaceAfter: 0,
        firstIndent: 0,
        indent: 0,
        bullet: null,
        tag: 1,
      },
      width,
      fonts,
    );
  const write = async (fonts: Fonts): Promise<Uint8Array> => {
    const item = textItem({ x: 20, y: 20, width, height: 600 }, 1, set(fonts));
    return writePdf(pageSet([page('1', item)], [node('Document', null), node('P', 0)]), {
      ...collectingContext(),
      fonts,
    });
  };

  it('are drawn at line ends, and the words come back whole', async () => {
    const hyphened = set(fonts).lines.filter(({ fragments }) => fragments.at(-1)!.hyphen).length;
    expect(hyphened).toBeGreaterThan(5);
    const bytes = await write(fonts);
    const pdf = await readPdf(bytes);
    const lines = paragraphsOf(pdf.pages[0]!)[0]!;
    // pdfjs leaves a soft hyphen out: a line that it ends goes on in the next without a space.
    const read = lines.map((line) => line.trim()).join('');
    expect(read.replaceAll(' ', '')).toBe(english.replaceAll(' ', ''));
    expect(
      allNodes(pdf.pages[0]!.structure)
        .find(({ role }) => role === 'P')!
        .text.replace(/\s/gu, ''),
    ).toBe(english.replaceAll(' ', ''));
    // One code of the font is the soft hyphen, drawn by the hyphen's glyph.
    expect(streamWith(bytes, 'beginbfchar').match(/<[\da-f]{4}> <00ad>/g)).toHaveLength(1);
    await pdf.close();
  });

  it('say that they are soft where the font has one code for both', async () => {
    const hyphened = set(fonts).lines.filter(({ fragments }) => fragments.at(-1)!.hyphen).length;
    const collection = loadFonts(theme, (path) =>
      collectionOf(readFileSync(fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url)))),
    );
    expect(contentOf(await write(collection)).match(/\/Span <<\/ActualText <FEFF00ad>>> BDC/g)).toHaveLength(hyphened);
  });
});

/** The font as the one member of a collection, which pdfkit embeds. */
function collectionOf(font: Buffer): Uint8Array {
  const head = Buffer.alloc(16);
  head.write('ttcf', 0, 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(1, 8);
  head.writeUInt32BE(head.length, 12);
  const member = Buffer.from(font);
  for (let table = 0; table < member.readUInt16BE(4); table++) {
    const at = 12 + 16 * table + 8;
    member.writeUInt32BE(member.readUInt32BE(at) + head.length, at);
  }
  return Buffer.concat([head, member]);
}
