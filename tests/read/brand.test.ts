/** A brand of a few lines: what its palette promises, and where it may be written. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Theme } from '../../src/model/theme.js';
import { diskFiles, memoryFiles } from '../../src/project/files.js';
import { brandPalette } from '../../src/read/brand/brand-palette.js';
import { clearlyApart, leastDistance } from '../../src/read/brand/color-vision.js';
import { readTheme, withReportBrand } from '../../src/read/read-theme.js';
import { collect } from './report-files.js';
import { contrastOf, hexOf, oklchOf } from '../../src/read/brand/oklch.js';

const brands = ['0B3D91', 'F2C94C', 'E5E5E5', '000000', 'FFFFFF', 'D0021B', '7FB2FF', '1B7472'];

describe.each([false, true])('a palette (dark: %s)', (isDark) => {
  it.each(brands)('of %s has text and marks that can be told from page and card', (primary) => {
    const colors = brandPalette({ primary, secondary: 'F26B21', isDark });
    for (const ground of [colors.lt1, colors.lt2]) {
      for (const slot of ['dk1', 'dk2', 'accent1', 'accent2', 'accent6'] as const)
        expect(contrastOf(colors[slot], ground), `${slot} on ${ground}`).toBeGreaterThanOrEqual(4.49);
      for (const slot of ['accent3', 'accent4', 'accent5'] as const)
        expect(contrastOf(colors[slot], ground), `${slot} on ${ground}`).toBeGreaterThanOrEqual(2.99);
    }
  });
});

/** Yellow, near-black, near-white, red; each alone, with an orange, and with itself again. */
const odd = ['F2C94C', '111111', 'F4F4F4', 'D0021B', '7A1F3D', '3C4650', '1B7472'];
const pairs = odd.flatMap((primary) => [null, 'F26B21', primary].map((secondary) => ({ primary, secondary })));

/** Pairs of the first four series that some eye takes for one, with how far apart they are. */
const takenForOne = (series: readonly string[]): readonly string[] => {
  const first = series.slice(0, 4);
  return first.flatMap((one, at) =>
    first.slice(at + 1).flatMap((other) => {
      const distance = leastDistance(one, other);
      return distance < clearlyApart - 0.001 ? [`${one} ${other} ${distance.toFixed(3)}`] : [];
    }),
  );
};

describe('colour vision', () => {
  it('takes red and green of one lightness for one where cones are missing, and never black and white', () => {
    expect(leastDistance('B0413E', '5E7A33')).toBeLessThan(clearlyApart);
    expect(leastDistance('000000', 'FFFFFF')).toBeCloseTo(1, 2);
  });

  it.each(pairs)('tells the series of $primary and $secondary apart', ({ primary, secondary }) => {
    for (const isDark of [false, true]) {
      const { accent1, accent3, accent4, accent5, lt1 } = brandPalette({ primary, secondary, isDark });
      const series = [accent1, accent4, accent3, accent5];
      expect(takenForOne(series)).toEqual([]);
      for (const color of series) expect(contrastOf(color, lt1), color).toBeGreaterThanOrEqual(2.99);
    }
  });

  it.each(readdirSync('templates/themes'))(
    'tells the series of %s apart, and text and marks from page and card',
    (name) => {
      const { value } = collect((tell) => readTheme(name, { files: diskFiles('.'), tell }));
      const { colors, series } = value!;
      expect(takenForOne(series.map(({ slot }) => colors[slot]))).toEqual([]);
      for (const { slot } of series.slice(0, 4))
        expect(contrastOf(colors[slot], colors.lt1), slot).toBeGreaterThanOrEqual(3);
      for (const slot of ['dk1', 'dk2', 'accent1', 'accent2', 'accent6'] as const)
        for (const ground of [colors.lt1, colors.lt2])
          expect(contrastOf(colors[slot], ground), `${slot} on ${ground}`).toBeGreaterThanOrEqual(4.49);
    },
  );
});

describe("a report's brand", () => {
  const disk = diskFiles('.');
  const branded = (files: Readonly<Record<string, string>>) =>
    collect((tell) => {
      const own = memoryFiles(files);
      const world = { files: { ...disk, read: (path: string) => own.read(path) ?? disk.read(path) }, tell };
      return withReportBrand(readTheme('celadon', world) as Theme, 'data/r', world);
    });
  const lines = "extends: midnight\nprimary: 'F2C94C'\nlogo: logo.svg\n";
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>';

  it('stands in brand.yaml or in report.yaml, and comes to the same', () => {
    const apart = branded({ 'data/r/brand.yaml': lines, 'data/r/logo.svg': logo, 'data/r/report.yaml': 'title: T\n' });
    const within = branded({
      'data/r/report.yaml': `title: T\nbrand:\n${lines.replace(/^/gm, '  ').trimEnd()}\n`,
      'data/r/logo.svg': logo,
    });
    expect([apart.told, within.told]).toEqual([[], []]);
    expect(within.value).toEqual(apart.value);
    expect([within.value!.colors.accent1, within.value!.logo?.onLight.width]).toEqual(['F2C94C', 40]);
  });

  it('is told where it stands in both', () => {
    const both = branded({
      'data/r/brand.yaml': "primary: '123456'\n",
      'data/r/report.yaml': "brand: { primary: '654321' }\n",
    });
    expect(both.told).toEqual([expect.stringMatching(/report\.yaml:1:1 brand-twice/)]);
  });

  it('leaves a report without one as it is', () => {
    expect(branded({ 'data/r/report.yaml': 'title: T\n' }).value!.colors.accent1).toBe('1B7472');
  });
});

it('keeps a colour that is deep enough as the brand has it', () => {
  expect(brandPalette({ primary: '0B3D91', secondary: null, isDark: false }).accent1).toBe('0B3D91');
});

it('goes to OKLCH and back', () => {
  for (const hex of brands) expect(hexOf(oklchOf(hex))).toBe(hex);
});
