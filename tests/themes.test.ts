/**
 * Every theme that briefkit brings along, with the sample report: its fonts, its words in both outputs, and the deck
 * on a machine with other fonts.
 */
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, type CompileResult } from '../src/compile.js';
import type { PageSet, SetParagraph, TextItem } from '../src/model/page.js';
import { fontRoles } from '../src/model/theme.js';
import { diskFiles, type Files } from '../src/project/files.js';
import { fontFiles } from '../src/project/font-files.js';
import { loadFonts, type Face, type Fonts } from '../src/text/fonts.js';
import { setParagraph } from '../src/text/set-paragraph.js';
import { accessibilityFaults } from './readers/accessibility-faults.js';
import { validatorErrors } from './writers/pptx/validator.js';

const disk = diskFiles('.');
const readFont = (path: string): Uint8Array => fontFiles(disk).read(path);

async function compileWith(
  theme: string,
): Promise<{ readonly result: CompileResult; readonly said: readonly string[] }> {
  const path = 'data/cixi-2024/report.yaml';
  const written = new TextEncoder().encode(
    new TextDecoder().decode(disk.read(path)!).replace(/^theme: .*$/m, `theme: ${theme}`),
  );
  const files: Files = {
    ...disk,
    read: (asked) => (asked === path ? written : disk.read(asked)),
    list: (folder) => disk.list(folder),
  };
  const said: string[] = [];
  const result = await compile(
    { report: 'data/cixi-2024', only: null, strict: false },
    {
      files,
      fonts: fontFiles(files),
      roots: ['.'],
      clock: () => 0,
      log: () => undefined,
      tell: ({ code, message }) => said.push(`${code} ${message}`),
    },
  );
  return { result, said };
}

/** The 6,763 characters of GB 2312 in its two levels of Han. */
function commonCharacters(): readonly number[] {
  const decoder = new TextDecoder('gb2312');
  const codes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row++) {
    // Row 55 is five characters short.
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++)
      codes.push(decoder.decode(Uint8Array.of(row, cell)).codePointAt(0)!);
  }
  return codes;
}

/** As where Arial is missing: letters, digits and their marks a fifth wider, Chinese as it is. */
const widened = (fonts: Fonts): Fonts => {
  const wide = (face: Face): Face =>
    Object.assign(Object.create(face) as Face, {
      advance: (codePoint: number) => face.advance(codePoint) * (codePoint < 0x2000 ? 1.2 : 1),
    });
  return { face: (role, bold) => wide(fonts.face(role, bold)) };
};

const wordsOf = (paragraphs: readonly SetParagraph[]): string =>
  paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
const textsOf = (pages: PageSet): readonly TextItem[] =>
  pages.pages.flatMap(({ items }) => items).filter((item) => item.kind === 'text');
const isCard = ({ name }: TextItem): boolean => name.startsWith('指标 ');

describe.each(readdirSync('templates/themes'))('the theme %s', (name) => {
  let result: CompileResult;
  let said: readonly string[];
  let deck: PageSet;
  let reset: (paragraph: SetParagraph, width: number) => SetParagraph;
  beforeAll(async () => {
    ({ result, said } = await compileWith(name));
    deck = result.documents.get('deck')!;
    const wide = widened(loadFonts(deck.theme, readFont));
    reset = (paragraph, width) => setParagraph({ ...paragraph, breaking: { spacing: 'loose' } }, width, wide);
  });

  const innerWidth = ({ box, inset }: TextItem): number => box.width - inset.left - inset.right;
  const heightOf = (paragraphs: readonly SetParagraph[], width: number): number =>
    paragraphs.reduce(
      (sum, paragraph, index) =>
        sum +
        reset(paragraph, width).height +
        (index === 0 ? 0 : Math.max(paragraph.spaceBefore, paragraphs[index - 1]!.spaceAfter)),
      0,
    );

  it('sets the sample report with nothing to say of fonts or colours', () => {
    expect(said.filter((words) => !words.startsWith('chart-as-picture'))).toEqual([]);
    expect(result.outputs.map((output) => output.name)).toEqual(['deck.pptx', 'briefing.pdf']);
  });

  it('has all of GB 2312 in the first regular and bold file of each font', () => {
    const fonts = loadFonts(deck.theme, readFont);
    const characters = commonCharacters();
    expect(characters).toHaveLength(6763);
    for (const role of fontRoles) {
      for (const bold of [false, true]) {
        const face = fonts.face(role, bold);
        const first = face.files[0];
        expect(
          characters.filter((code) => face.fileFor(code) !== first || !face.has(code)),
          `${role} ${bold ? 'bold' : 'regular'}`,
        ).toEqual([]);
      }
    }
  });

  it('has a real bold for each font', () => {
    for (const role of fontRoles) expect(deck.theme.fonts[role].bold).not.toEqual(deck.theme.fonts[role].regular);
  });

  it('makes a briefing that keeps the rules for screen readers and archives', async () => {
    expect(await accessibilityFaults(result.outputs.find((output) => output.name === 'briefing.pdf')!.bytes)).toEqual(
      [],
    );
  });

  it('makes a deck without an error for the Open XML SDK validator', async () => {
    expect(await validatorErrors(result.outputs.find((output) => output.name === 'deck.pptx')!.bytes)).toEqual([]);
  });

  describe('on a machine whose Latin font is a fifth wider', () => {
    it('keeps each numeral of the key figures on one line with its unit', () => {
      const cards = textsOf(deck).filter(isCard);
      expect(cards.length).toBeGreaterThan(20);
      expect(
        cards
          .flatMap((card) => {
            // The name of an award may have two lines.
            const numeral = card.paragraphs[1];
            return numeral === undefined || !numeral.runs.some(({ figure }) => figure !== null)
              ? []
              : [{ card, numeral }];
          })
          .filter(({ card, numeral }) => reset(numeral, innerWidth(card)).lines.length > 1)
          .map(({ card }) => wordsOf(card.paragraphs)),
      ).toEqual([]);
    });

    it('keeps every text of the deck in its box: cards, titles, leads, points, labels, foot', () => {
      const over = textsOf(deck).filter(
        (item) =>
          heightOf(item.paragraphs, innerWidth(item)) > item.box.height - item.inset.top - item.inset.bottom + 0.01,
      );
      expect(over.map((item) => `${item.name}: ${wordsOf(item.paragraphs)}`)).toEqual([]);
    });

    it('keeps titles of one line on one line', () => {
      const titles = textsOf(deck).filter((item) => item.name === '标题' && item.paragraphs[0]!.lines.length === 1);
      expect(titles.length).toBeGreaterThan(15);
      expect(titles.filter((title) => reset(title.paragraphs[0]!, innerWidth(title)).lines.length > 1)).toEqual([]);
    });

    it('keeps the rows of tables as high as they are', () => {
      const tables = deck.pages.flatMap(({ items }) => items).filter((item) => item.kind === 'table');
      expect(tables.length).toBeGreaterThan(4);
      for (const table of tables) {
        // Cells that a merged one covers are left out, so a cell's columns are known in whole rows only.
        table.rows.forEach((row, index) => {
          if (row.reduce((columns, cell) => columns + cell.across, 0) !== table.columnWidths.length) return;
          row.forEach((cell, column) => {
            if (cell.down > 1 || cell.across > 1) return;
            const needed =
              heightOf(cell.paragraphs, table.columnWidths[column]! - cell.inset.left - cell.inset.right) +
              cell.inset.top +
              cell.inset.bottom;
            expect(needed, wordsOf(cell.paragraphs)).toBeLessThanOrEqual(table.rowHeights[index]! + 0.01);
          });
        });
      }
    });
  });
});
