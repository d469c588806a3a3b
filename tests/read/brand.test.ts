/** A brand of a few lines: what its palette promises, and where its logo stands. */
import { describe, expect, it } from 'vitest';
import { brandPalette } from '../../src/read/brand/brand-palette.js';
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

it('keeps a colour that is deep enough as the brand has it', () => {
  expect(brandPalette({ primary: '0B3D91', secondary: null, isDark: false }).accent1).toBe('0B3D91');
});

it('goes to OKLCH and back', () => {
  for (const hex of brands) expect(hexOf(oklchOf(hex))).toBe(hex);
});
