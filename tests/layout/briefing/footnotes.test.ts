/**
 * Footnotes on paper: the notes stand on the page of their marks, over long generated documents at many heights of a
 * page.
 */
import { describe, expect, it } from 'vitest';
import type { Block, Footnote, Inline } from '../../../src/model/document.js';
import type { Page, SetParagraph, TextItem } from '../../../src/model/page.js';
import type { Theme } from '../../../src/model/theme.js';
import { writePdf } from '../../../src/writers/pdf/write-pdf.js';
import { accessibilityFaults } from '../../readers/accessibility-faults.js';
import { readPdf, type PdfPageContent, type PdfPiece } from '../../readers/read-pdf.js';
import { fonts as realFonts } from '../../text/sample-theme.js';
import {
  chart,
  fonts,
  heading,
  itemsOf,
  layWith,
  lines,
  paper,
  paragraph,
  span,
  table,
  text,
  theme,
  type Laid,
} from './sample-briefing.js';

const noteSize = 7.5;
const markSize = 20 / 3;

/** The small paper at another height, its notes in a size that nothing else has. */
const themeOf = (height: number): Theme => {
  const note = { ...paper.styles['body']!, size: noteSize, lineHeight: 12 };
  return { ...theme, paper: { ...paper, page: { ...paper.page, height }, styles: { ...paper.styles, note } } };
};

/** Numbers that look random and are the same each time. */
function numbersFrom(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39) | 0;
    return Math.floor(((state >>> 0) / 2 ** 32) * most);
  };
}

const characterOf = (index: number): string => String.fromCodePoint(0x6000 + index);
const note = (name: string, ...paragraphs: string[]): Footnote<Inline> => ({
  name,
  paragraphs: paragraphs.map((words) => [text(words)]),
  span,
});
const mark = (of: Footnote<Inline>): Inline => ({ kind: 'footnote', note: of, span });

interface Generated {
  readonly blocks: readonly Block[];
  readonly notes: readonly Footnote<Inline>[];
  readonly prose: string;
}

/**
 * Notes are of one or two paragraphs and short, but for some that end a paragraph of the text; each is of a character
 * of its own.
 */
function generate(seed: number, count: number, longest: number, kinds: number): Generated {
  const next = numbersFrom(seed);
  const notes: Footnote<Inline>[] = [];
  let prose = '';
  const newNote = (most = 60): Inline => {
    const character = characterOf(0x1000 + notes.length);
    const length = 1 + next(most);
    notes.push(
      note(
        `n${notes.length}`,
        ...[length, ...(next(4) === 0 ? [1 + next(80)] : [])].map((size) => character.repeat(size)),
      ),
    );
    return mark(notes.at(-1)!);
  };
  const prosaic = (index: number): readonly Inline[] =>
    Array.from({ length: 1 + next(5) }, () => next(4)).flatMap((some, place, all): Inline[] => {
      const words = characterOf(index).repeat(20 + next(110));
      prose += words;
      if (some === 3 && notes.length > 0) return [text(words), mark(notes[next(notes.length)]!)];
      return some < 2 ? [text(words), newNote(place === all.length - 1 ? longest : 60)] : [text(words)];
    });
  const body = (index: number): Block => ({ kind: 'paragraph', role: 'body', inlines: prosaic(index), span });
  const blocks = Array.from({ length: count }, (_, index): Block => {
    switch (index === count - 1 ? 0 : next(kinds)) {
      case 4:
        return {
          ...heading(2, `H${index}`),
          inlines: [text(`H${index}`), ...(next(3) === 0 ? [newNote()] : [])],
        } as Block;
      case 5: {
        const rows = table(2 + next(30), (row) => `T${row}`) as Extract<Block, { kind: 'table' }>;
        const marked = next(rows.rows.length);
        return {
          ...rows,
          id: `t${index}`,
          caption: [text('T'), newNote()],
          rows: rows.rows.map((row, place) =>
            place !== marked
              ? row
              : { ...row, cells: row.cells.map((cell) => ({ ...cell, inlines: [...cell.inlines, newNote()] })) },
          ),
        };
      }
      case 6:
        return { kind: 'callout', title: [], blocks: [body(index)], span };
      case 7:
        return { kind: 'columns', columns: [{ weight: 1, blocks: [body(index)] }], flow: 2, span };
      case 8:
        return { ...chart(`C${index}`), caption: [text('C'), newNote()] } as Block;
      case 9:
        return { kind: 'quote', blocks: [body(index)], span };
      case 3:
        return { kind: 'list', ordered: true, span, items: [[body(index)]] };
      default:
        return body(index);
    }
  });
  return { blocks, notes, prose };
}

const labels = (count: number): string[] => Array.from({ length: count }, (_, index) => `[${index + 1}]`);

describe.each(
  [300, 333, 380, 447, 520, 601, 700, 842].flatMap((height) => [1, 2, 3].map((seed) => ({ height, seed }))),
)('pages of $height pt, mixture $seed', ({ height, seed }) => {
  const { blocks, notes } = generate(seed * 1000 + height, 70, 1500, height < 600 ? 8 : 10);
  const {
    pages: { pages },
    diagnostics,
  } = layWith(themeOf(height), fonts, blocks);
  const bottom = height - paper.margin.bottom;
  const textItems = (page: Page): TextItem[] => itemsOf(page, 'text').filter(({ tag }) => tag !== 'artifact');
  const isNote = (item: TextItem): boolean => item.paragraphs[0]?.note !== undefined;
  const foot = (page: Page): TextItem[] => textItems(page).filter(isNote);
  const linesIn = (paragraph: SetParagraph): string[] =>
    paragraph.lines.map(({ fragments }) => fragments.map((fragment) => fragment.text).join(''));
  const marksOn = (page: Page): string[] =>
    page.items.flatMap((item) => {
      const paragraphs =
        item.kind === 'text'
          ? item.paragraphs
          : item.kind === 'table'
            ? item.rows.flat().flatMap((cell) => cell.paragraphs)
            : [];
      return paragraphs.flatMap((each) =>
        each.lines.flatMap((line) => line.fragments.flatMap(({ run }) => each.runs[run]?.note?.text ?? [])),
      );
    });

  it('run on without a complaint', () => {
    expect(notes.length).toBeGreaterThan(40);
    expect(diagnostics).toEqual([]);
  });

  it('have each note where its first mark stands', () => {
    const known = new Set<string>();
    for (const page of pages) {
      const begun = foot(page).flatMap(({ paragraphs }) => paragraphs.flatMap(({ bullet }) => bullet?.text ?? []));
      const expected = new Set(marksOn(page).filter((label) => !known.has(label)));
      expect(new Set(begun), `page ${page.label}`).toEqual(expected);
      expect(begun).toHaveLength(expected.size);
      expected.forEach((label) => known.add(label));
    }
    expect(known.size).toBe(notes.length);
  });

  it('lose nothing of any note', () => {
    const said = new Map<string, string>();
    for (const page of pages)
      for (const { paragraphs } of foot(page))
        for (const each of paragraphs) {
          said.set(each.note!.text, (said.get(each.note!.text) ?? '') + linesIn(each).join(''));
        }
    expect([...said.keys()].sort()).toEqual(labels(notes.length).sort());
    expect([...said.values()].sort()).toEqual(
      notes
        .map(({ paragraphs }) => paragraphs.map((inlines) => ('text' in inlines[0]! ? inlines[0].text : '')).join(''))
        .sort(),
    );
  });

  it('end their text above the rule, and their notes at the foot', () => {
    for (const page of pages) {
      const notesTop = Math.min(bottom, ...foot(page).map(({ box }) => box.y));
      const rules = page.items.filter(({ name }) => name.startsWith('脚注线'));
      expect(rules).toHaveLength(foot(page).length > 0 ? 1 : 0);
      const top = rules[0]?.box.y ?? notesTop;
      expect(top).toBeLessThanOrEqual(notesTop);
      for (const item of page.items) {
        const isRead = item.tag !== 'artifact' && !(item.kind === 'text' && isNote(item));
        if (isRead)
          expect(item.box.y + item.box.height, `${item.name} on page ${page.label}`).toBeLessThanOrEqual(top + 0.02);
      }
      const last = foot(page).at(-1);
      if (last !== undefined) expect(last.box.y + last.box.height).toBeCloseTo(bottom, 3);
    }
  });

  it('part a note only where it is long, and leave no line of it alone', () => {
    const parts = new Map<string, { readonly page: string; readonly lines: number; readonly whole: number }[]>();
    for (const page of pages)
      for (const { paragraphs } of foot(page))
        for (const { note: label, lines: set, runs } of paragraphs) {
          const whole = Math.ceil((runs[0]!.text.length * noteSize) / 385);
          parts.set(label!.text, [...(parts.get(label!.text) ?? []), { page: page.label, lines: set.length, whole }]);
        }
    for (const [label, each] of parts) {
      if (new Set(each.map(({ page }) => page)).size === 1) continue;
      expect(
        each.reduce((sum, { lines: count }) => sum + count, 0),
        label,
      ).toBeGreaterThanOrEqual(7);
      for (const { lines: count, whole } of each) expect(count, label).toBeGreaterThanOrEqual(Math.min(2, whole));
    }
  });

  it('end with no heading, and leave no line of a paragraph alone', () => {
    for (const page of pages) {
      const words = textItems(page)
        .filter((item) => !isNote(item))
        .sort((one, other) => one.box.y - other.box.y);
      if (page !== pages.at(-1) && !page.items.some(({ kind }) => kind === 'chart' || kind === 'table'))
        expect(linesIn(words.at(-1)?.paragraphs[0] ?? noParagraph).join(''), `page ${page.label}`).not.toMatch(/^H/);
      for (const { paragraphs } of words)
        for (const each of paragraphs) {
          const length = each.runs.reduce((sum, run) => sum + (run.note === undefined ? run.text.length : 0), 0);
          if (length > 160 && each.bullet === null)
            expect(each.lines.length, linesIn(each).join('|')).toBeGreaterThanOrEqual(2);
        }
    }
  });
});

const noParagraph = { lines: [] } as unknown as SetParagraph;

/** What stands on a page of the file, by the size of its letters. */
const ofSize = ({ pieces }: PdfPageContent, size: number): PdfPiece[] =>
  pieces.filter((piece) => Math.abs(piece.size - size) < 0.1);
const said = (pieces: readonly PdfPiece[]): string =>
  pieces
    .map((piece) => piece.text)
    .join('')
    .replace(/\s/g, '');

describe.each([260, 350, 470, 640, 842])('a PDF with pages of %i pt', async (height) => {
  const { blocks, notes, prose } = generate(height, 60, 900, 3);
  const laid: Laid = layWith(themeOf(height), realFonts, blocks);
  const bytes = await writePdf(laid.pages, { fonts: realFonts, tell: () => undefined, attachments: [], plugins: [] });
  const pdf = await readPdf(bytes);
  await pdf.close();
  const isLabel = ({ text: words }: PdfPiece): boolean => /^\[\d+\]$/.test(words.trim());

  it('shows every note on the page of its first mark, whole and in order', () => {
    expect(laid.diagnostics).toEqual([]);
    const known = new Set<string>();
    for (const page of pdf.pages) {
      const marks = ofSize(page, markSize)
        .map((piece) => piece.text.trim())
        .filter((label) => !known.has(label));
      const begun = ofSize(page, noteSize)
        .filter(isLabel)
        .map((piece) => piece.text.trim());
      expect(begun, `page ${page.label}`).toEqual([...new Set(marks)]);
      marks.forEach((label) => known.add(label));
    }
    expect([...known]).toEqual(labels(notes.length));
    const written = notes
      .map(({ paragraphs }) =>
        paragraphs
          .flat()
          .map((inline) => ('text' in inline ? inline.text : ''))
          .join(''),
      )
      .join('');
    expect(said(pdf.pages.flatMap((page) => ofSize(page, noteSize).filter((piece) => !isLabel(piece))))).toBe(written);
  });

  it('loses no word of the text, and lets none of it touch the notes', () => {
    expect(said(pdf.pages.flatMap((page) => ofSize(page, 10)))).toBe(prose);
    for (const page of pdf.pages) {
      const lowest = Math.max(0, ...ofSize(page, 10).map(({ y }) => y + 2));
      const highest = Math.min(height, ...ofSize(page, noteSize).map(({ y, size }) => y - size));
      expect(lowest, `page ${page.label}`).toBeLessThan(highest);
      for (const { y } of ofSize(page, noteSize)) expect(y + 1).toBeLessThanOrEqual(height - paper.margin.bottom);
    }
  });

  it('leads from each mark to the page of its note and from each note back', () => {
    const marks = pdf.pages.flatMap((page) => ofSize(page, markSize)).length;
    const links = pdf.pages.flatMap((page) => page.links);
    expect(links).toHaveLength(marks + notes.length);
    const pageOf = new Map(
      pdf.pages.flatMap((page, index) =>
        ofSize(page, noteSize)
          .filter(isLabel)
          .map((piece) => [piece.text.trim(), index]),
      ),
    );
    for (const link of links) expect(link.page, link.contents).toBe(pageOf.get(link.contents));
  });

  it('keeps the rules of PDF/UA', async () => {
    expect(await accessibilityFaults(bytes)).toEqual([]);
  });
});

describe('a footnote', () => {
  const lay = (blocks: readonly Block[], height = 700): Laid => layWith(themeOf(height), fonts, blocks);
  const noted = (words: string, ...notes: Footnote<Inline>[]): Block =>
    ({ ...paragraph(words), inlines: [text(words), ...notes.map(mark)] }) as Block;
  const footOf = (page: Page): string[] =>
    itemsOf(page, 'text').flatMap(({ paragraphs }) =>
      paragraphs
        .filter((each) => each.note !== undefined)
        .map((each) => `${each.bullet?.text ?? ''}${each.runs.map((run) => run.text).join('')}`),
    );

  it('is counted through the document, and once however often it is referred to', () => {
    const [one, other] = [note('a', '甲'), note('b', '乙')];
    const { pages } = lay([noted('文', one), noted('文', other), lines(60), noted('文', one)]);
    expect(pages.pages.map(footOf)).toEqual([['[1]甲', '[2]乙'], []]);
  });

  it('is no part of contents, running heads, bookmarks', () => {
    const { pages } = lay([
      { kind: 'contents', depth: 1, span },
      { ...heading(1, '工业'), inlines: [text('工业'), mark(note('a', '甲'))] } as Block,
      lines(60),
    ]);
    expect(pages.outline.map(({ title }) => title)).toEqual(['工业']);
    const words = pages.pages.flatMap((page) =>
      itemsOf(page, 'text').flatMap(({ paragraphs }) =>
        paragraphs.map((each) => each.runs.map((run) => run.text).join('')),
      ),
    );
    expect(words.filter((each) => each.startsWith('工业'))).toEqual(['工业', '工业', '工业[1]', '工业']);
  });

  it('stands behind the block that refers to it, for those who hear the page', () => {
    const {
      pages: { structure },
    } = lay([noted('文', note('a', '甲', '又')), paragraph('后')]);
    expect(structure.map(({ role, parent }) => `${role} in ${parent}`)).toEqual([
      'Document in null',
      'P in 0',
      'Note in 0',
      'Lbl in 2',
      'P in 2',
      'P in 2',
      'P in 0',
    ]);
  });

  it('that holds a page number shows it once pages are known', () => {
    const link: Inline = { kind: 'link', href: '#later', children: [], span };
    const seen: Footnote<Inline> = { name: 'a', paragraphs: [[text('见'), link]], span };
    const { pages } = lay([noted('文', seen), lines(60), heading(1, 'later')]);
    const run = itemsOf(pages.pages[0]!, 'text')
      .flatMap(({ paragraphs }) => paragraphs)
      .find((each) => each.note !== undefined)!.runs[1]!;
    expect(run).toMatchObject({ text: 'later', link: { kind: 'page', page: 1 } });
  });

  it('that no page has room for is told of', () => {
    const rows = table(1) as Extract<Block, { kind: 'table' }>;
    const tall = {
      ...rows,
      rows: [
        {
          ...rows.rows[0]!,
          cells: [{ inlines: [text('文'.repeat(700)), mark(note('a', '注'.repeat(200)))], across: 1, down: 1 }],
        },
      ],
    };
    expect(lay([tall], 500).diagnostics.map(({ message }) => message)).toEqual([
      'a row of the table "table" with its footnotes is taller than a page and cannot be broken',
    ]);
  });
});
