import { expect, it } from 'vitest';
import { colorHex, colorOn, contrast, seriesColor } from '../../../src/charts/measure/chart-palette.js';
import { readNative } from '../native-reader.js';
import { chartOfSeries, theme } from '../sample-charts.js';

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
    expect(contrast(colorHex(theme, { slot }), colorHex(theme, colorOn(theme, { slot }))), slot).toBeGreaterThanOrEqual(
      4.5,
    );
  }
});

it('a second round of strong colours is calm: paler, and of little saturation', () => {
  const first = theme.series.length;
  const again = seriesColor(theme, first);
  expect(again).toMatchObject({ slot: 'accent1', lighten: 0.5 });
  const parts = [1, 3, 5].map((at) => Number.parseInt(colorHex(theme, again).slice(at, at + 2), 16));
  expect(Math.max(...parts) - Math.min(...parts)).toBeLessThan(72);
  // PowerPoint mutes it alike.
  const names = Array.from({ length: first + 1 }, (_, index) => `列${index}`);
  expect(
    readNative(chartOfSeries('column', ['甲'], Object.fromEntries(names.map((name, index) => [name, [index + 1]]))))
      .xml,
  ).toContain(
    `<a:satMod val="${Math.round((1 - again.mute!) * 100_000)}"/><a:lumMod val="50000"/><a:lumOff val="50000"/>`,
  );
});
