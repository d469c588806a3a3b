/** Comments that a build made on a deck with marks: they follow their figures. */
import { afterAll, expect, it } from 'vitest';
import { editedReport } from '../cli/edited-report.js';
import { deckOf } from './said-by.js';

const home = editedReport();
afterAll(() => home.remove());

const commentsOf = (path: string): readonly string[] =>
  deckOf(home.bytes(path)).slides.flatMap(({ comments }) =>
    comments.flatMap(({ texts }) => texts.map(({ text }) => text)),
  );

it('brings every comment of a slide up to date', async () => {
  await home.briefkit('build', 'report', '--out', 'first');
  home.edit('figures.csv', '2.5,万吨,,2024,3.2', '2.6,万吨,,2024,4.1');
  await home.briefkit('build', 'report', '--mark-changes', 'first/build.json', '--out', 'marked');
  expect(commentsOf('marked/deck.marked.pptx').filter((text) => text.includes('2.6万吨')).length).toBeGreaterThan(3);
  home.edit('figures.csv', '2.6,万吨,,2024,4.1', '2.7,万吨,,2024,5.3');
  await home.briefkit('refresh', 'marked/deck.marked.pptx', 'report', '--out', 'new.pptx');
  const now = commentsOf('new.pptx');
  expect(now.filter((text) => /2\.6|增长4\.1/.test(text))).toEqual([]);
  expect(now.filter((text) => /2\.5万吨.* → 2\.7\s?万吨/s.test(text)).length).toBeGreaterThan(3);
});
