/** Curly quotes of Latin text are narrow on paper, and whoever copies or searches the page meets the words as written. */
import { expect, it } from 'vitest';
import { readPdf } from '../readers/read-pdf.js';
import { buildGiven } from './build-given.js';

const textOfBriefing = async (locale: string, words: string): Promise<string> => {
  const { outputs, told } = await buildGiven(
    {
      'data/r/report.yaml': `bundle: own\ntheme: celadon\nlocale: ${locale}\ntitle: x\ndate: '2025-01-31'\n`,
      'templates/own/bundle.yaml': 'fields: {}\n',
      'templates/own/briefing.hbs': `${words}\n`,
    },
    ['briefing.pdf'],
  );
  expect(told).toEqual([]);
  const pdf = await readPdf(outputs['briefing.pdf']!);
  const { text } = pdf.pages[0]!;
  await pdf.close();
  return text;
};

it.each([
  ['en', 'It’s the county’s “best” year; don’t miss the ‘first-mover’ edge.'],
  ['en', '“Phase 2” isn’t final… “Yes,” they’ve agreed.'],
  ['zh-CN', '引进 McDonald’s 与 L’Oréal。'],
])('of a report in %s: %s', async (locale, words) => {
  expect((await textOfBriefing(locale, words)).replace(/\s+/g, ' ')).toContain(words);
});

it('those of Chinese text keep their squares', async () => {
  expect(await textOfBriefing('zh-CN', '他说“先行一步”，再说‘快走’。')).toContain('“先行一步”');
});
