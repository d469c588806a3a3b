/** A brand's font by its family's name: named in the deck, embedded on paper, with Noto Sans SC for what it lacks. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { objectsOf } from '../readers/pdf-objects-of.js';
import { buildGiven } from './build-given.js';

const report = (brand: string): string => `bundle: annual-briefing
theme: celadon
${brand}
locale: zh-CN
title: 一年 in words
date: '2025-01-31'
sections: [{ id: one, title: 一, findings: [{ id: a, title: It grew 很多, points: '- 一 and one' }] }]
figures: []
`;

it('is named in the deck and embedded on paper', async () => {
  const built = await buildGiven({ 'data/r/report.yaml': report('brand: { font: Noto Serif SC }') }, [
    'deck.pptx',
    'briefing.pdf',
  ]);
  expect(built.told.filter((line) => / error |missing|unknown/.test(line))).toEqual([]);
  const theme = strFromU8(unzipSync(built.outputs['deck.pptx']!)['ppt/theme/theme1.xml']!);
  expect(theme).toMatch(/<a:latin typeface="Noto Serif SC"/);
  expect(/\/BaseFont \/[A-Z]{6}\+NotoSerifSC-/.test(objectsOf(built.outputs['briefing.pdf']!))).toBe(true);
});

it('that nobody has is told with its name', async () => {
  const built = await buildGiven({ 'data/r/report.yaml': report('brand: { font: Nowhere Grotesk }') }, [
    'briefing.pdf',
  ]);
  expect(built.told.join('\n')).toContain('Nowhere Grotesk');
});
