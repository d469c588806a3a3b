/** What a report should not hold, and some day will: stated behaviour, never a hang and never text over the edge. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { layoutBriefing } from '../../../src/layout/briefing/layout-briefing.js';
import type { Block } from '../../../src/model/document.js';
import type { Page, PageItem } from '../../../src/model/page.js';
import type { Theme } from '../../../src/model/theme.js';
import { loadFonts } from '../../../src/text/fonts.js';
import { regularPath, readFont } from '../../text/sample-theme.js';
import { itemsOf, lay, linesOn, paper, paragraph, span, table, theme } from './sample-briefing.js';
import { plainMeta } from '../plain-meta.js';

const right = paper.page.width - paper.margin.right;
const bottom = paper.page.height - paper.margin.bottom;
const overflowing = (pages: readonly Page[]): PageItem[] =>
  pages.flatMap(({ items }) =>
    items.filter(
      ({ box, tag }) => tag !== 'artifact' && (box.x + box.width > right + 0.01 || box.y + box.height > bottom + 0.01),
    ),
  );
const codes = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);

/** A table of one row with these cells. */
const rowOf = (...cells: string[]): Block => ({
  ...(table(1) as Extract<Block, { kind: 'table' }>),
  caption: [],
  columns: cells.map(() => ({ align: 'start' as const, weight: null })),
  head: [],
  rows: [
    {
      emphasis: 'none',
      cells: cells.map((words) => ({ inlines: [{ kind: 'text', text: words, span }], across: 1, down: 1 })),
    },
  ],
});

describe('bad input', () => {
  it('of 100,000 characters in one paragraph is set over as many pages as it needs, whole', () => {
    const {
      pages: { pages },
      diagnostics,
    } = lay(paragraph('文'.repeat(100_000)));
    expect(diagnostics).toEqual([]);
    expect(pages).toHaveLength(Math.ceil(100_000 / 40 / 40));
    expect(pages.flatMap(linesOn).join('')).toHaveLength(100_000);
    expect(overflowing(pages)).toEqual([]);
  });

  it('of a word longer than the line breaks the word, within the margins', () => {
    const {
      pages: { pages },
    } = lay(paragraph(`见${'https-cixi-'.repeat(20)}末`), rowOf('长'.repeat(3), 'w'.repeat(300)));
    expect(overflowing(pages)).toEqual([]);
    for (const item of pages.flatMap((page) => itemsOf(page, 'text')))
      for (const set of item.paragraphs)
        for (const line of set.lines) expect(line.width).toBeLessThanOrEqual(item.box.width + 0.01);
    expect(pages.flatMap(linesOn).join('').replace(/\s/gu, '')).toContain(`见${'https-cixi-'.repeat(20)}末`);
  });

  it('of a table cell taller than a page is an error at its place', () => {
    const { diagnostics } = lay(rowOf('指标', '很长的说明'.repeat(2000)));
    expect(diagnostics.map(({ code, span: place }) => [code, place])).toEqual([['taller-than-page', span]]);
  });

  it('of a table of 500 columns is an error at its place', () => {
    const { diagnostics } = lay(rowOf(...Array.from({ length: 500 }, (_, column) => `列${column}`)));
    expect(codes(diagnostics)).toContain('table-too-wide');
  });

  it('of nothing at all is a page', () => {
    expect(lay().pages.pages).toHaveLength(1);
    expect(lay(paragraph('')).diagnostics).toEqual([]);
  });
});

describe('characters that the fonts of the theme lack', () => {
  const font = { latin: 'a', eastAsian: 'a', regular: [regularPath], bold: [regularPath] };
  const layIn = (fonts: Theme['fonts'], blocks: readonly Block[], read = readFont): Diagnostic[] => {
    const found: Diagnostic[] = [];
    const tell = (diagnostic: Diagnostic): void => void found.push(diagnostic);
    const styles = { ...theme.paper.styles, quote: { ...theme.paper.styles.body!, font: 'quote' as const } };
    const own: Theme = { ...theme, fonts, paper: { ...theme.paper, styles } };
    const meta = { ...plainMeta, date: '' };
    layoutBriefing({ kind: 'briefing', blocks, meta }, own, loadFonts(own, read, tell), tell);
    return found;
  };
  const layReal = (words: string, regular: readonly string[] = [regularPath], read = readFont): Diagnostic[] =>
    layIn(
      { heading: { ...font, regular }, body: { ...font, regular }, prose: font, quote: font },
      [paragraph(words)],
      read,
    );

  it('are told of the font that the text is set in, whatever the others have', () => {
    const latinOnly = { ...font, regular: ['package:pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'] };
    const blocks: readonly Block[] = [paragraph('慈'), { kind: 'quote', blocks: [paragraph('溪')], span }];
    const messages = (fonts: Partial<Theme['fonts']>): string[] =>
      layIn({ heading: font, body: font, prose: font, quote: font, ...fonts }, blocks).map(({ message }) => message);
    expect(messages({})).toEqual([]);
    expect(messages({ quote: latinOnly })).toEqual([expect.stringContaining('"溪"')]);
    expect(messages({ body: latinOnly })).toEqual([expect.stringContaining('"慈"')]);
    expect(messages({ quote: { ...latinOnly, regular: [...latinOnly.regular, regularPath] } })).toEqual([]);
  });

  it.each([
    ['emoji', '好😀', '😀'],
    ['right-to-left text', '你好 שלום', 'ש'],
    ['an ancient character', '𓀀年', '𓀀'],
  ])('are each told at their place: %s', (_, words, character) => {
    const found = layReal(words);
    expect(found.length).toBeGreaterThan(0);
    expect(codes(found).every((code) => code === 'missing-glyph')).toBe(true);
    expect(found[0]).toMatchObject({ span, message: expect.stringContaining(character) as string });
  });

  it('are fewer than one would think: characters beyond the BMP that Chinese names use are there', () => {
    expect(layReal('𬭎𬬻𫖮')).toEqual([]);
  });

  it.each([
    ['half of it is missing', (whole: Uint8Array) => whole.subarray(0, whole.length / 2)],
    ['it is text', () => new TextEncoder().encode('hello')],
    ['it is empty', () => new Uint8Array()],
  ])('are not told where the font itself is broken, which is told once: %s', (_, damage) => {
    const found = layReal('慈溪', ['broken.ttf'], () =>
      damage(new Uint8Array(readFileSync(regularPath.replace('package:', 'node_modules/')))),
    );
    expect(codes(found)).toEqual(['unreadable-font']);
  });
});
