/** Differences that a chart shows beside its bars, after its figures have changed. */
import { afterAll, expect, it } from 'vitest';
import { editedReport } from '../cli/edited-report.js';
import { refreshIn } from './refresh-in.js';
import { saidBy } from './said-by.js';

const home = editedReport();
afterAll(() => home.remove());

it('say what the bars come to now', async () => {
  home.edit('report.yaml', "    unit: '%'", "    unit: '%'\n    difference: [粮食产量, 新修机耕路]");
  await home.briefkit('build', 'report', '--out', 'out', '--only', 'deck.pptx');
  const built = home.bytes('out/deck.pptx');
  const marks = (bytes: Uint8Array): readonly string[] => saidBy(bytes).filter((line) => line.includes('百分点'));
  expect(marks(built).length).toBeGreaterThan(1);
  home.edit('figures.csv', '2.5,万吨,,2024,3.2', '2.7,万吨,,2024,4.4');
  const { deck } = await refreshIn(home)(built);
  await home.briefkit('build', 'report', '--out', 'now', '--only', 'deck.pptx');
  expect(marks(deck())).toEqual(marks(home.bytes('now/deck.pptx')));
  expect(marks(deck())).not.toEqual(marks(built));
});
