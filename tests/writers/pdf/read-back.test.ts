/** Line breaking as a reader gets it: prose set at many widths, written, and its lines read back from the file. */
import { describe, expect, it } from 'vitest';
import type { PageItem } from '../../../src/model/page.js';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { readPdf, type PdfPageContent } from '../../readers/read-pdf.js';
import { faultsOf } from '../../text/line-faults.js';
import { prose } from '../../text/prose.js';
import { collectingContext, node, page, pageSet, paragraph, textItem } from './sample-pages.js';

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
