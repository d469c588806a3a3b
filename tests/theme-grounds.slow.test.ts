/** Grounds, words and meters of every theme, with a county's, a company's and a yearbook's report. */
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { colorHex, contrast } from '../src/charts/measure/chart-palette.js';
import { compile } from '../src/compile.js';
import type { Page, PageItem, PageSet } from '../src/model/page.js';
import type { Color } from '../src/model/theme.js';
import { diskFiles } from '../src/project/files.js';
import { fontFiles } from '../src/project/font-files.js';

const disk = diskFiles('.');
const [forText, forMarks] = [4.5, 3];

async function deckOf(report: string, theme: string) {
  const said: string[] = [];
  const result = await compile(
    { report, only: ['deck.pptx'], strict: false, theme },
    {
      files: disk,
      fonts: fontFiles(disk),
      roots: ['.'],
      clock: () => 0,
      log: () => undefined,
      tell: ({ code, message }) => said.push(`${code} ${message}`),
    },
  );
  return { said, deck: result.documents.get('deck')! };
}

type Shape = Extract<PageItem, { readonly kind: 'shape' }>;
const shapesOf = ({ items }: Page, name: RegExp): Shape[] =>
  items.flatMap((item) => (item.kind === 'shape' && name.test(item.name) ? [item] : []));

const holds = ({ box, fill }: Shape, { box: inner }: Shape): boolean =>
  fill !== null &&
  box.height > inner.height * 2 &&
  box.x <= inner.x &&
  box.x + box.width >= inner.x &&
  box.y <= inner.y &&
  box.y + box.height >= inner.y + inner.height;

const cases = readdirSync('templates/themes').flatMap((theme) =>
  ['cixi-2024', 'halden-2024', 'yearbook'].map((report) => [theme, `data/${report}`] as const),
);

describe.each(cases)('the theme %s on %s', (theme, report) => {
  let deck: PageSet;
  let said: readonly string[];
  beforeAll(async () => {
    ({ deck, said } = await deckOf(report, theme));
  });
  const between = (one: Color, other: Color): number =>
    contrast(colorHex(deck.theme, one), colorHex(deck.theme, other));
  const lightness = (color: Color): number => contrast(colorHex(deck.theme, color), '#000000');

  it('has words that stand out from their grounds', () => {
    expect(said.filter((words) => words.startsWith('low-contrast'))).toEqual([]);
  });

  it('has deep covers and closings, whatever the page is', () => {
    const [cover, closing] = [deck.pages[0]!, deck.pages.at(-1)!];
    for (const { background } of [cover, closing]) {
      // As deep as holds white words, and another than the page.
      expect(lightness(background)).toBeLessThan(21 / forText);
      expect(colorHex(deck.theme, background)).not.toBe(colorHex(deck.theme, { slot: 'lt1' }));
    }
  });

  it('has a first band of key figures that is deep, and no lamp on a dark page', () => {
    const grounds = deck.pages
      .slice(1, -1)
      .flatMap(({ items }) =>
        items.flatMap((item) =>
          item.kind === 'shape' && item.fill !== null && Math.min(item.box.height, item.box.width) > 60
            ? [item.fill]
            : [],
        ),
      );
    const isDark = lightness({ slot: 'lt1' }) < 21 / forText;
    for (const fill of grounds) if (isDark) expect(lightness(fill)).toBeLessThan(21 / forText);
  });

  it('has meters whose bars stand out from what is not filled', () => {
    const meters = deck.pages.flatMap((page) => shapesOf(page, /标尺|Meter/));
    const fills = meters.map(({ fill, box }) => ({ fill, box }));
    for (const [index, { fill, box }] of fills.entries()) {
      const track = fills[index - 1];
      const lies = track !== undefined && track.box.x === box.x && track.box.y === box.y && track.box.width > box.width;
      if (lies && fill !== null && track.fill !== null)
        expect(between(fill, track.fill), `${fill.slot} on ${track.fill.slot}`).toBeGreaterThanOrEqual(forMarks);
    }
    if (report === 'data/halden-2024') expect(meters.length).toBeGreaterThan(8);
  });

  it('has courses in cards whose bars stand out from the card', () => {
    const courses = deck.pages.flatMap((page) => {
      const shapes = shapesOf(page, /./);
      return shapesOf(page, /走势|Trend/).map((bar) => ({ bar, card: shapes.findLast((card) => holds(card, bar)) }));
    });
    for (const { bar, card } of courses)
      expect(between(bar.fill!, card?.fill ?? { slot: 'lt1' })).toBeGreaterThanOrEqual(forMarks);
    if (report === 'data/yearbook') expect(courses.length).toBeGreaterThan(8);
  });

  it('has series that stand out from the page', () => {
    for (const color of deck.theme.series) expect(between(color, { slot: 'lt1' })).toBeGreaterThanOrEqual(forMarks);
  });
});
