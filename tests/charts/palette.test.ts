import { expect, it } from 'vitest';
import { colorHex, colorOn, contrast } from '../../src/charts/palette.js';
import { theme } from './sample-charts.js';

it('a lightened colour is what PowerPoint makes of lumMod and lumOff', () => {
  // accent1 4472C4 of Office, "lighter 60 %", is B4C7E7 in PowerPoint.
  const office = { ...theme, colors: { ...theme.colors, accent1: '4472C4' } };
  expect(colorHex(office, { slot: 'accent1', lighten: 0.6 })).toBe('#b4c7e7');
  expect(colorHex(office, { slot: 'accent1' })).toBe('#4472c4');
});

it('contrast runs from 1 to 21', () => {
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

it('a label on a bar reads on it', () => {
  for (const slot of ['accent1', 'accent3', 'dk2', 'lt2'] as const) {
    expect(contrast(colorHex(theme, { slot }), colorHex(theme, colorOn(theme, { slot }))), slot).toBeGreaterThanOrEqual(4.5);
  }
});
