/** The sample report in the programs that people open it with. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../cli/recording-world.js';
import { buildSample, convertToPdf, pageCount, runTool } from './office-tools.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'briefkit-office-'));
  buildSample(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const readSample = (file: string): string => readFileSync(join(projectFolder, 'data/cixi-2024', file), 'utf8');
const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

describe('the deck in LibreOffice', () => {
  let slides = 0;
  beforeAll(() => {
    slides = Object.keys(unzipSync(new Uint8Array(readFileSync(join(folder, 'deck.pptx'))))).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path)).length;
    convertToPdf(join(folder, 'deck.pptx'), join(folder, 'converted'));
  });

  it('opens with every slide', () => {
    expect(slides).toBeGreaterThanOrEqual(16);
    expect(pageCount(join(folder, 'converted/deck.pdf'))).toBe(slides);
  });

  it('shows the title and the text of the slides', () => {
    const text = withoutSpace(runTool('pdftotext', join(folder, 'converted/deck.pdf'), '-'));
    expect(text).toContain(withoutSpace(/^title: *(.*)$/m.exec(readSample('report.yaml'))![1]!));
  });
});

describe('the briefing', () => {
  const briefing = (): string => join(folder, 'briefing.pdf');

  it('is a sound PDF', () => {
    expect(runTool('qpdf', '--check', briefing())).toContain('No syntax or stream encoding errors found');
    expect(pageCount(briefing())).toBeGreaterThanOrEqual(8);
  });

  it('is tagged and says its title', () => {
    const facts = runTool('pdfinfo', briefing());
    expect(facts).toMatch(/^Tagged:\s+yes$/m);
    expect(facts).toMatch(/^Title:\s+\S/m);
  });

  it('embeds every font as a subset with its Unicode map', () => {
    const fonts = runTool('pdffonts', briefing()).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +\d+$/);
  });

  it('gives back the label of every figure as text', () => {
    const text = withoutSpace(runTool('pdftotext', briefing(), '-'));
    const labels = readSample('figures.csv').trim().split('\n').slice(1).map((line) => line.split(',')[1]!);
    expect(labels.filter((label) => !text.includes(withoutSpace(label)))).toEqual([]);
  });

  it('is drawn by mutool without a complaint', () => {
    expect(runTool('mutool', 'draw', '-q', '-o', join(folder, 'page-%d.png'), '-r', '40', briefing())).toBe('');
  });
});
