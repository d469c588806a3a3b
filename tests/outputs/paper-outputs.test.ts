/** Every PDF of the sample report: whether a screen reader can follow it, and whether it says what it should. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../readers/accessibility-faults.js';
import { allNodes, readPdf, type PdfContent } from '../readers/read-pdf.js';
import { projectFolder } from '../cli/recording-world.js';
import { buildOutputs, type Built } from './build-outputs.js';

const names = ['briefing.pdf', 'deck.pdf', 'handout.pdf', 'briefing-print.pdf', 'figures.pdf'] as const;
let built: Readonly<Record<string, Built>> = {};
beforeAll(async () => {
  built = await buildOutputs(names);
});
const read = (name: string): Promise<PdfContent> => readPdf(built[name]!.bytes);
const textOf = ({ pages }: PdfContent): string =>
  pages
    .map(({ text }) => text)
    .join('')
    .replace(/\s/gu, '');

describe.each(names)('%s', (name) => {
  it('keeps the rules of PDF/UA', { timeout: 60_000 }, async () => {
    expect(await accessibilityFaults(built[name]!.bytes)).toEqual([]);
  });
});

describe('built again', () => {
  it('they have the same bytes', async () => {
    const again = await buildOutputs(['figures.pdf', 'briefing-print.pdf', 'handout.pdf']);
    for (const [name, { bytes }] of Object.entries(again))
      expect(Buffer.compare(bytes, built[name]!.bytes), name).toBe(0);
  });
});

describe('the slides as pages', () => {
  it('are those of the deck, with bookmarks and a heading each', async () => {
    const pdf = await read('deck.pdf');
    expect(pdf.pages).toHaveLength(built['deck.pdf']!.pages);
    expect(pdf.pages[0]!.width / pdf.pages[0]!.height).toBeCloseTo(16 / 9);
    expect(pdf.outline.length).toBeGreaterThan(3);
    expect(pdf.pages.filter(({ structure }) => !allNodes(structure).some(({ role }) => role === 'H1'))).toEqual([]);
    await pdf.close();
  });
});

describe('the handout', () => {
  it('holds every word of the slides', async () => {
    const [deck, handout] = await Promise.all([read('deck.pdf'), read('handout.pdf')]);
    const said = textOf(handout);
    expect(
      deck.pages
        .filter(({ pieces }) => !pieces.every(({ text }) => said.includes(text.replace(/\s/gu, ''))))
        .map(({ label }) => label),
    ).toEqual([]);
    await Promise.all([deck.close(), handout.close()]);
  });

  it('takes the speaker notes where the report asks for them', async () => {
    const outputs = await buildOutputs(['handout.pdf'], 'handout: { slides: 1, beside: notes }');
    expect(outputs['handout.pdf']!.pages).toBe(built['deck.pdf']!.pages);
    expect(await accessibilityFaults(outputs['handout.pdf']!.bytes)).toEqual([]);
  });
});

describe('the briefing for a print shop', () => {
  it('says the same as the briefing, on pages filled up to a multiple of four', async () => {
    const [plain, print] = await Promise.all([read('briefing.pdf'), read('briefing-print.pdf')]);
    expect(print.pages.length % 4).toBe(0);
    expect(textOf(print)).toBe(textOf(plain));
    await Promise.all([plain.close(), print.close()]);
  });

  it('folds into a booklet that is read in order', async () => {
    const { 'briefing-print.pdf': booklet } = await buildOutputs(['briefing-print.pdf'], 'print: { booklet: A3 }');
    expect(await accessibilityFaults(booklet!.bytes)).toEqual([]);
    expect(booklet!.pages).toBe(Math.ceil(built['briefing.pdf']!.pages / 4) * 2);
  });
});

describe('figures as a file', () => {
  it('are inside the briefing where the report asks for them, as PDF/A-3', async () => {
    const { 'briefing.pdf': briefing } = await buildOutputs(['briefing.pdf'], 'attachments: true');
    const pdf = await readPdf(briefing!.bytes);
    expect(pdf.xmp).toContain('<pdfaid:part>3</pdfaid:part>');
    const rows = new TextDecoder().decode(pdf.attachments['figures.csv']).trim().split('\r\n');
    const source = readFileSync(join(projectFolder, 'data/cixi-2024/figures.csv'), 'utf8').trim().split('\n');
    expect(rows).toHaveLength(source.length);
    expect(rows[0]).toBe(source[0]);
    await pdf.close();
  });

  it('are not, unless it asks', async () => {
    const pdf = await read('briefing.pdf');
    expect(pdf.attachments).toEqual({});
    expect(pdf.xmp).toContain('<pdfaid:part>2</pdfaid:part>');
    await pdf.close();
  });
});
