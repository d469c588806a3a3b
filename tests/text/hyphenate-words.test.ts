/** English words at line ends: where a hyphen helps, and where there is none. */
import { describe, expect, it } from 'vitest';
import type { Run, SetParagraph } from '../../src/model/page.js';
import { hyphenateRuns } from '../../src/text/hyphenate-words.js';
import { setParagraph, type ParagraphContent } from '../../src/text/set-paragraph.js';
import { english, mixed } from './english-prose.js';
import { content, fonts, run } from './sample-theme.js';

const placesIn = (runs: readonly Run[], keep: readonly string[] = [], mustPart = false): string | null =>
  hyphenateRuns(runs, keep, mustPart)
    ?.map(({ text }) => text.replaceAll('\u00ad', '|'))
    .join('') ?? null;

const set = (text: string | readonly Run[], width: number, changes: Partial<ParagraphContent> = {}): SetParagraph =>
  setParagraph(content(text, { align: 'justify', ...changes }), width, fonts);
const lineTexts = ({ lines }: SetParagraph): string[] =>
  lines.map(({ fragments }) => fragments.map(({ text, hyphen }) => text + (hyphen ? '-' : '')).join(''));
const hyphened = (lines: readonly string[]): string[] => lines.filter((line) => line.endsWith('-'));

/**
 * The widest word space of each line but the last, in pt: 2.24 as the font has it, 4.74 at the limit of justification.
 */
const widestGaps = ({ lines }: SetParagraph): number[] =>
  lines
    .slice(0, -1)
    .map(({ fragments }) =>
      Math.max(
        0,
        ...fragments.flatMap(({ text, advances }) =>
          [...text.trimEnd()].flatMap((character, index) => (character === ' ' ? [advances[index]!] : [])),
        ),
      ),
    );

const widths = Array.from({ length: 34 }, (_, index) => 150 + 5 * index);

describe('places for a hyphen', () => {
  it('are those of the patterns, with two letters before and three behind', () => {
    expect(placesIn([run('international manufacturing appliances industrial about')])).toBe(
      'in|ter|na|tional man|u|fac|tur|ing ap|pli|ances in|dus|trial about',
    );
  });

  it('are none in figures, whole runs, kept words, names in capitals, addresses and compounds', () => {
    const runs = [
      run('manufacturing', { whole: true }),
      run(' '),
      run('manufacturing', { figure: 'industry.kind' }),
      run(
        ' Hangzhou Manufacturing, MANUFACTURING, GitHubManufacturing, www.manufacturing.cn, manufacturing@example.com, manufacturing-led, 3manufacturing, and so on',
      ),
    ];
    expect(placesIn(runs, ['Hangzhou Manufacturing'])).toBeNull();
  });

  it('are none in a word that an author has given soft hyphens', () => {
    expect(placesIn([run('manu\u00adfacturing output')])).toBeNull();
  });

  it('are none in the last word and in what may be a name, but where a word has to be parted', () => {
    expect(placesIn([run('the manufacturing.')])).toBeNull();
    expect(placesIn([run('Environmental work')])).toBeNull();
    expect(placesIn([run('Environmental work')], [], true)).toBe('En|vi|ron|men|tal work');
    expect(placesIn([run('manufacturing\nof it')])).toBeNull();
    expect(placesIn([run('the manufacturing.')], [], true)).toBe('the man|u|fac|tur|ing.');
  });

  it('keep their runs', () => {
    expect(
      hyphenateRuns(
        [run('the manu'), run('facturing', { link: { kind: 'page', page: 1 } }), run(' of it')],
        [],
        false,
      )!.map(({ text, link }) => [text, link === null]),
    ).toEqual([
      ['the man\u00adu\u00ad', true],
      ['fac\u00adtur\u00ading', false],
      [' of it', true],
    ]);
  });
});

describe('English in narrow columns', () => {
  it('opens its gaps too far on far fewer lines than without hyphens', () => {
    const keep = english.match(/\w{5,}/g)!;
    const tooFar = (changes: Partial<ParagraphContent>): number =>
      widths.flatMap((width) => widestGaps(set(english, width, changes))).filter((gap) => gap > 4.75).length;
    expect(hyphened(lineTexts(set(english, 170, { breaking: { keep } })))).toEqual([]);
    expect(tooFar({})).toBeLessThan(0.6 * tooFar({ breaking: { keep } }));
  });

  it('ends a line with a hyphen only in a word, and not the last one', () => {
    for (const width of widths)
      for (const text of [english, mixed]) {
        const lines = lineTexts(set(text, width));
        expect(lines.join('').replaceAll('-', '')).toBe(text);
        for (const [index, line] of lines.entries()) {
          if (!line.endsWith('-')) continue;
          expect(line).toMatch(/[A-Za-z]{2}-$/);
          expect(lines[index + 1]).toMatch(/^[a-z]{3}/);
          expect(lines.slice(index + 1).join('')).toMatch(/[ \p{Script=Han}]\S/u); // not the end of the last word alone
        }
      }
  });

  it('has two hyphens in a row only where gaps would open much too far', () => {
    const lines = widths.flatMap((width) => [...lineTexts(set(english, width)), '']);
    const doubled = lines.filter((line, index) => line.endsWith('-') && lines[index + 1]?.endsWith('-'));
    expect(hyphened(lines).length).toBeGreaterThan(150);
    expect(doubled.length / hyphened(lines).length).toBeLessThan(0.45); // more than half where the second costs nothing
  });

  it('draws each hyphen inside its line', () => {
    for (let width = 110; width < 260; width += 15) {
      for (const { fragments, width: inked } of set(english, width).lines) {
        expect(inked).toBeLessThanOrEqual(width + 0.01);
        const last = fragments.at(-1)!;
        const end =
          last.x +
          last.advances.reduce((sum, advance) => sum + advance, 0) +
          (last.hyphen ? fonts.face('body', false).advance(0x2d) * 10 : 0);
        expect(end).toBeLessThanOrEqual(width + 0.01);
      }
    }
  });
});

describe('lines that need no hyphen', () => {
  it('have none: where the gaps suffice, in ragged text whose words fit, and in the text of a deck', () => {
    expect(hyphened(lineTexts(set(mixed, 260)))).toEqual([]);
    expect(hyphened(lineTexts(set(english, 130, { align: 'start' })))).toEqual([]);
    expect(hyphened(lineTexts(set(english, 130, { breaking: { spacing: 'loose' } })))).toEqual([]);
  });

  it('part a ragged word that is wider than its line', () => {
    expect(lineTexts(set('environmental infrastructure', 52, { align: 'start' }))).toEqual([
      'environ-',
      'mental ',
      'infrastruc-',
      'ture',
    ]);
  });

  it("take an author's soft hyphen before a forced break", () => {
    expect(lineTexts(set('Schiff\u00adfahrt am Ufer', 40, { align: 'start' }))).toEqual([
      'Schiff-',
      'fahrt am ',
      'Ufer',
    ]);
  });

  it('leave the runs without hyphens of ours', () => {
    expect(set(english, 130).runs.map(({ text }) => text)).toEqual([english]);
  });
});
