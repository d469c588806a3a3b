/** A template's colours on white paper. */
import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../src/read/brand/oklch.js';
import { paperColors } from '../../src/read/brand/paper-colors.js';

const palette = {
  ink: '000000',
  title: '000000',
  panel: 'F2F2F2',
  quiet: '595959',
  neutral: 'A6A6A6',
  bad: 'C42F1A',
  accents: ['90C226', 'FFC000', 'E6B91E', '54A021'],
} as const;

describe('colours of a template on paper', () => {
  it('can be read: text at 4.5 to 1, marks at 3 to 1, white on deep grounds at 7 to 1', () => {
    const colors = paperColors(palette);
    for (const ground of [colors.lt1, colors.lt2]) {
      for (const slot of ['dk1', 'accent1', 'accent2', 'accent6', 'hlink'] as const)
        expect(contrastOf(colors[slot], ground), slot).toBeGreaterThanOrEqual(4.5);
      for (const slot of ['accent3', 'accent4', 'accent5', 'folHlink'] as const)
        expect(contrastOf(colors[slot], ground), slot).toBeGreaterThanOrEqual(2.99);
    }
    expect(contrastOf(colors.dk2, 'FFFFFF')).toBeGreaterThanOrEqual(7);
  });

  it('are its own where they can be read so', () => {
    const colors = paperColors({ ...palette, title: '1F2A44', accents: ['0B5FA5', 'A5480B', '6A4C93', '118A7E'] });
    expect([colors.dk1, colors.dk2, colors.accent1, colors.accent4]).toEqual(['000000', '1F2A44', '0B5FA5', 'A5480B']);
  });
});
