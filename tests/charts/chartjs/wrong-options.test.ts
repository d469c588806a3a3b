/** Options that Chart.js cannot take: told at the chart by `check`, before anything is built, and by `build` alike. */
import { expect, it } from 'vitest';
import { build, check } from '../../../src/index.js';
import { deckOutline } from '../../cases/deck-outline.js';

const reportWith = (options: string): Readonly<Record<string, string>> => ({
  'r/report.yaml': [
    'bundle: chart-gallery',
    'theme: celadon',
    'locale: en',
    'outputs: [deck.pptx, deck.pdf]',
    'title: Invented',
    "date: '2025-01-31'",
    'sections: [{ id: s, title: S, findings: [{ id: f, title: F, charts: [c] }] }]',
    `charts: { c: { title: c, table: t, type: column, options: ${options} } }`,
    'tables: { t: { head: [Town, Beds], rows: [[North, 3], [South, 5]] } }',
    '',
  ].join('\n'),
});

it.each([
  ['{ scales: { x: { position: nowhere } } }', 'it drew at places that are no numbers'],
  ['{ scales: { y: { max: .inf } } }', 'a number is infinite or none'],
  ['{ scales: { y: { ticks: { stepSize: 0.000001 } } } }', 'Limiting to 1000'],
  ['{ scales: { y: 5 } }', 'Invalid scale configuration'],
  ['{ scales: { x: { type: nonsense } } }', '"nonsense" is not a registered scale'],
  ['{ scales: { q: {} } }', 'Cannot read properties of undefined'],
])('check tells of options %s at their place', async (options, cause) => {
  const { ok, diagnostics } = await check('r', { files: reportWith(options) });
  expect(ok).toBe(false);
  const failures = diagnostics.filter(({ code }) => code === 'drawing-fails');
  expect(failures.map(({ span }) => [span?.file, span?.line])).toEqual([['r/report.yaml', 8]]);
  expect(failures[0]!.message).toContain(cause);
});

it('no plugins at all means no legend and no title; the numbers at the bars stay', { timeout: 60_000 }, async () => {
  const { bytes, diagnostics } = await build('r', { files: reportWith('{ plugins: false }') });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(deckOutline(bytes('deck.pptx'))).toContain('F');
});
