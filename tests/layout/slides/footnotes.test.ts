/** Footnotes of a slide: at its foot, above the footer, and never over anything. */
import { describe, expect, it } from 'vitest';
import type { Block, Footnote, Inline } from '../../../src/model/document.js';
import type { Page, TextItem } from '../../../src/model/page.js';
import { paragraph, span, table, text } from '../briefing/sample-briefing.js';
import { layDeck, list, slide, textItems, type LaidDeck } from './sample-deck.js';

const note = (name: string, ...paragraphs: string[]): Footnote<Inline> => ({
  name,
  paragraphs: paragraphs.map((words) => [text(words)]),
  span,
});
const noted = (words: string, ...notes: readonly Footnote<Inline>[]): Extract<Block, { kind: 'paragraph' }> => ({
  kind: 'paragraph',
  role: 'body',
  inlines: [text(words), ...notes.map((each): Inline => ({ kind: 'footnote', note: each, span }))],
  span,
});
const items = (...blocks: readonly Extract<Block, { kind: 'paragraph' }>[]): Block => ({
  kind: 'list',
  ordered: false,
  items: blocks.map((block) => [block]),
  span,
});

const footOf = (page: Page): TextItem | undefined => textItems(page).find(({ name }) => name.startsWith('脚注'));
/** Notes with their labels; the part of a note that goes on has none. */
const notesOn = (page: Page): readonly string[] =>
  footOf(page)?.paragraphs.map(
    (each) =>
      `${each.bullet?.text ?? ''}${each.lines.flatMap(({ fragments }) => fragments.map((fragment) => fragment.text)).join('')}`,
  ) ?? [];

/** What stands on the slide ends above the rule, and the notes above the footer and the margin. */
const expectApart = ({ pages: { pages } }: LaidDeck): void => {
  for (const page of pages) {
    const foot = footOf(page);
    if (foot === undefined) continue;
    const rule = page.items.find(({ name }) => name.startsWith('脚注线'))!;
    expect(foot.box.y + foot.box.height).toBeLessThanOrEqual(270);
    expect(rule.box.y).toBeLessThan(foot.box.y);
    for (const item of page.items) {
      if (item === foot || item === rule || item.tag === 'artifact') continue;
      const height =
        item.kind === 'text' ? item.paragraphs.reduce((sum, each) => sum + each.height, 0) : item.box.height;
      expect(item.box.y + height, item.name).toBeLessThanOrEqual(rule.box.y);
    }
  }
};

describe('the footnotes of a slide', () => {
  it('stand above its footer, counted from one on each slide, whichever part refers to them', () => {
    const laid = layDeck(
      slide('text', '题', [noted('文', note('b', '乙')), noted('文', note('c', '丙', '又一段'))], {
        title: [text('题'), { kind: 'footnote', note: note('a', '甲'), span }],
      }),
      slide('text', '又', [noted('文', note('d', '丁'))]),
    );
    expect(laid.diagnostics).toEqual([]);
    expect(laid.pages.pages.map(notesOn)).toEqual([['[1]甲', '[2]乙', '[3]丙', '又一段'], ['[1]丁']]);
    expect(laid.pages.pages.map(({ title }) => title)).toEqual(['题', '又']);
    expect(laid.pages.outline.map(({ title }) => title)).toEqual(['题', '又']);
    expectApart(laid);
  });

  it('are raised marks in the size of their text', () => {
    const { pages } = layDeck(slide('text', '题', [noted('文', note('a', '甲'))]));
    const [words, mark] = textItems(pages.pages[0]!)[1]!.paragraphs[0]!.runs;
    expect(mark).toMatchObject({ text: '[1]', style: { script: 'super', size: words!.style.size }, link: null });
  });

  it('of a table stand below it', () => {
    const plain = table(3) as Extract<Block, { kind: 'table' }>;
    const marked = {
      ...plain,
      rows: [
        {
          ...plain.rows[0]!,
          cells: plain.rows[0]!.cells.map((cell) => ({ ...cell, inlines: noted('格', note('a', '甲')).inlines })),
        },
      ],
    };
    const laid = layDeck(slide('two-tables', '题', [marked]));
    expect(notesOn(laid.pages.pages[0]!)).toEqual(['[1]甲', '[2]甲']);
    expectApart(laid);
  });

  it('make the text smaller where that makes room for them', () => {
    const words = '字'.repeat(360);
    const sizeOf = (...blocks: Block[]): number => {
      const laid = layDeck(slide('text', '题', blocks));
      expect(laid.diagnostics).toEqual([]);
      expect(laid.pages.pages).toHaveLength(1);
      expectApart(laid);
      return textItems(laid.pages.pages[0]!)[1]!.paragraphs[0]!.runs[0]!.style.size;
    };
    expect(sizeOf(noted(words, note('a', '注'.repeat(150))))).toBeLessThan(sizeOf(paragraph(words)));
  });

  it('go with their text to a further slide where there is no room', () => {
    const laid = layDeck(
      slide('text', '题', [
        items(
          ...Array.from({ length: 12 }, (_, index) =>
            noted('项'.repeat(20), note(`${index}`, `注${index}`.repeat(12))),
          ),
        ),
      ]),
    );
    expect(laid.diagnostics).toEqual([]);
    expect(laid.pages.pages.length).toBeGreaterThan(1);
    expectApart(laid);
    for (const page of laid.pages.pages) {
      const marks = textItems(page).flatMap((item) =>
        item.paragraphs.flatMap(({ runs }) => runs.flatMap((run) => run.note?.text ?? [])),
      );
      expect(notesOn(page).map((words) => /^\[\d+\]/.exec(words)?.[0])).toEqual(marks);
    }
    expect(laid.pages.pages.flatMap(notesOn)).toHaveLength(12);
  });

  it('go on on a further slide where they are too long themselves', () => {
    const long = '注'.repeat(900);
    const laid = layDeck(slide('text', '题', [noted('文', note('a', long))]));
    expect(laid.diagnostics).toEqual([]);
    expect(laid.pages.pages.map(({ title }) => title).slice(0, 2)).toEqual(['题', '题（续）']);
    expect(laid.pages.pages.flatMap(notesOn).join('')).toBe(`[1]${long}`);
    expectApart(laid);
  });

  it('stand once where the title of a slide that goes on has their mark', () => {
    const laid = layDeck(
      slide('text', '题', [paragraph('文')], { title: noted('题', note('a', '注'.repeat(900))).inlines }),
      slide('text', '又', [list(20, 30)], { title: noted('又', note('b', '乙')).inlines }),
    );
    expect(laid.diagnostics).toEqual([]);
    expect(laid.pages.pages.flatMap(notesOn).join('')).toBe(`[1]${'注'.repeat(900)}[1]乙`);
    expectApart(laid);
  });

  it('stand beside a picture that bleeds', () => {
    const picture: Block = {
      kind: 'picture',
      caption: [],
      span,
      picture: {
        id: 'p',
        file: 'p.png',
        format: 'png',
        bytes: new Uint8Array(),
        width: 280,
        height: 300,
        focus: { x: 0.5, y: 0.5 },
        alt: '',
      },
    };
    const { pages } = layDeck(slide('picture', '题', [picture], { title: noted('题', note('a', '甲')).inlines }));
    const foot = footOf(pages.pages[0]!)!;
    expect(foot.box.x + foot.box.width).toBeLessThan(200);
  });

  it('are said in brackets by the speaker, and are no marks there', () => {
    const { pages } = layDeck(
      slide('text', '题', [paragraph('文')], {
        notes: [noted('先说产量', note('a', '快报数。')), noted('then', note('b', 'more'))],
      }),
    );
    expect(pages.pages[0]!.notes).toEqual(['先说产量（快报数）', 'then (more)']);
    expect(footOf(pages.pages[0]!)).toBeUndefined();
  });
});
