/** The sample report in the programs that people open it with. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../cli/recording-world.js';
import { readPdf } from '../readers/read-pdf.js';
import { piecesByBox, textBoxes } from '../readers/text-boxes.js';
import { readFlatOdp } from '../readers/read-flat-odp.js';
import type { OdpSlide } from '../readers/read-flat-odp.js';
import { buildSample, convertTo, pageCount, runTool } from './office-tools.js';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-office-'));
  await buildSample(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readSample = (file: string): string => readFileSync(join(projectFolder, 'data/cixi-2024', file), 'utf8');
const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

describe('the deck in LibreOffice', () => {
  let slides = 0;
  beforeAll(async () => {
    slides = Object.keys(unzipSync(new Uint8Array(readFileSync(join(folder, 'deck.pptx'))))).filter((path) =>
      /^ppt\/slides\/slide\d+\.xml$/.test(path),
    ).length;
    await convertTo('pdf', join(folder, 'deck.pptx'), join(folder, 'converted'));
  });

  it('opens with every slide', async () => {
    expect(slides).toBeGreaterThanOrEqual(16);
    expect(await pageCount(join(folder, 'converted/deck.pdf'))).toBe(slides);
  });

  it('keeps every text within its box', async () => {
    const boxes = textBoxes(new Uint8Array(readFileSync(join(folder, 'deck.pptx'))));
    const { pages, close } = await readPdf(new Uint8Array(readFileSync(join(folder, 'converted/deck.pdf'))));
    const set = boxes.flatMap((ofSlide, index) =>
      piecesByBox(ofSlide, pages[index]!.pieces).map((found) => ({ slide: index + 1, ...found })),
    );
    await close();
    expect(
      set.filter(({ pieces }) => pieces.length === 0).map(({ slide, box }) => `${slide} ${box.name}: ${box.text}`),
    ).toEqual([]);
    const spare = 2;
    // A comma or a full stop may hang out of the line's end.
    const hanging = (text: string, size: number): number => (/[，。、；：]\s*$/.test(text) ? size : 0);
    const outside = set.filter(({ box, pieces }) =>
      pieces.some(
        ({ text, x, y, width, size }) =>
          x < box.x - spare ||
          x + width - hanging(text, size) > box.x + box.width + spare ||
          y - 0.75 * size < box.y - spare ||
          y + 0.15 * size > box.y + box.height + spare,
      ),
    );
    expect(outside.map(({ slide, box }) => `${slide} ${box.name}: ${box.text}`)).toEqual([]);
  });

  it('shows the title and the text of the slides', async () => {
    const text = withoutSpace(await runTool('pdftotext', join(folder, 'converted/deck.pdf'), '-'));
    expect(text).toContain(withoutSpace(/^title: *(.*)$/m.exec(readSample('report.yaml'))![1]!));
  });
});

describe('what LibreOffice reads in the deck', () => {
  let parts: readonly string[] = [];
  let read: readonly OdpSlide[] = [];
  const partsLike = (pattern: RegExp): number => parts.filter((path) => pattern.test(path)).length;
  beforeAll(async () => {
    parts = Object.keys(unzipSync(new Uint8Array(readFileSync(join(folder, 'deck.pptx')))));
    await convertTo('fodp', join(folder, 'deck.pptx'), join(folder, 'converted'));
    read = readFlatOdp(readFileSync(join(folder, 'converted/deck.fodp'), 'utf8'));
  });

  it('is a title on every slide, none of them twice', () => {
    expect(read).toHaveLength(partsLike(/^ppt\/slides\/slide\d+\.xml$/));
    expect(read.map(({ title }) => title)).not.toContain('');
    expect(new Set(read.map(({ title }) => title)).size).toBe(read.length);
    expect(read[0]!.title).toBe(/^title: *(.*)$/m.exec(readSample('report.yaml'))![1]);
  });

  it('is the text of bodies as an outline', () => {
    expect(read.filter(({ charts }) => charts.length > 0).every(({ outline }) => outline.length > 1)).toBe(true);
  });

  it('is the notes of every slide that has some', () => {
    expect(read.filter(({ notes }) => notes.length > 0)).toHaveLength(partsLike(/notesSlide\d+\.xml$/));
  });

  it('is tables with their cells and charts with their numbers', () => {
    const tables = read.flatMap((slide) => slide.tables);
    expect(tables.length).toBeGreaterThan(4);
    for (const rows of tables) expect(new Set(rows.map((row) => row.length)).size, JSON.stringify(rows[0])).toBe(1);
    const charts = read.flatMap((slide) => slide.charts);
    expect(charts).toHaveLength(partsLike(/^ppt\/charts\/chart\d+\.xml$/));
    for (const { kind, values } of charts)
      expect([kind, values.length > 0]).toEqual([expect.stringMatching(/./), true]);
  });

  it('is an alternative text for every picture, chart and table', () => {
    const descriptions = read.flatMap((slide) => slide.descriptions);
    expect(descriptions.length).toBeGreaterThan(15);
    expect(descriptions).not.toContain('');
  });

  it('is links from the agenda to slides that are there', () => {
    const links = new Set(read[1]!.links.filter((target) => target.startsWith('#')));
    expect(links.size).toBeGreaterThanOrEqual(6);
    expect([...links].filter((target) => !read.some(({ title }) => target === `#${title}`))).toEqual([]);
  });
});

describe('the briefing', () => {
  const briefing = (): string => join(folder, 'briefing.pdf');

  it('is a sound PDF', async () => {
    expect(await runTool('qpdf', '--check', briefing())).toContain('No syntax or stream encoding errors found');
    expect(await pageCount(briefing())).toBeGreaterThanOrEqual(8);
  });

  it('is tagged and says its title', async () => {
    const facts = await runTool('pdfinfo', briefing());
    expect(facts).toMatch(/^Tagged:\s+yes$/m);
    expect(facts).toMatch(/^Title:\s+\S/m);
  });

  it('embeds every font as a subset with its Unicode map', async () => {
    const fonts = (await runTool('pdffonts', briefing())).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +\d+$/);
  });

  it('gives back the label of every figure as text', async () => {
    const text = withoutSpace(await runTool('pdftotext', briefing(), '-'));
    const labels = readSample('figures.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[1]!);
    expect(labels.filter((label) => !text.includes(withoutSpace(label)))).toEqual([]);
  });

  it('is drawn by mutool without a complaint', async () => {
    expect(await runTool('mutool', 'draw', '-q', '-o', join(folder, 'page-%d.png'), '-r', '40', briefing())).toBe('');
  });
});
