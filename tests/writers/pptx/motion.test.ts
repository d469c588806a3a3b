import { describe, expect, it } from 'vitest';
import { transitions } from '../../../src/model/theme.js';
import type { Motion } from '../../../src/model/theme.js';
import { checkPackage } from '../../readers/check-package.js';
import { deckParts, shapeNamed } from './deck-parts.js';
import type { DeckParts } from './deck-parts.js';
import { chartItem, page, samplePages } from './sample-pages.js';
import { validatorErrors } from './validator.js';

const moving = (motion: Motion): Promise<DeckParts> =>
  deckParts({ ...samplePages(), theme: { ...samplePages().theme, motion } });
const idOf = (slide: string, name: string): string => /<p:cNvPr id="(\d+)"/.exec(shapeNamed(slide, name))![1]!;

describe('motion', () => {
  it('is nowhere unless the theme asks for it', async () => {
    const deck = await deckParts(samplePages());
    for (let number = 1; number <= 5; number++) expect(deck.slide(number)).not.toMatch(/p:transition|p:timing/);
  });

  it.each(transitions)('brings every slide by %s', async (transition) => {
    const deck = await moving({ transition, build: [] });
    for (let number = 1; number <= 5; number++) {
      expect(deck.slide(number)).toContain(`</p:clrMapOvr><p:transition spd="med"><p:${transition}`);
    }
    expect(await validatorErrors(deck.bytes)).toEqual([]);
  });

  it('lets the paragraphs of a body appear one by one, those of a sublist with the item above', async () => {
    const deck = await moving({ transition: null, build: ['paragraph'] });
    const slide = deck.slide(2);
    const target = `<p:spTgt spid="${idOf(slide, '正文')}"><p:txEl>`;
    expect(slide.split(target)).toHaveLength(10);
    expect(slide.match(/nodeType="clickEffect"/g)).toHaveLength(7);
    expect(slide).toContain(`<p:bldP spid="${idOf(slide, '正文')}" grpId="0" build="p"/>`);
    expect(deck.slide(3)).not.toContain('p:timing');
  });

  it('lets the series of a chart appear one by one', async () => {
    const deck = await moving({ transition: null, build: ['series'] });
    const series = deck.part('ppt/charts/chart1.xml').match(/<c:ser>/g)!.length;
    expect(deck.slide(3).match(/bldStep="series"/g)).toHaveLength(series);
    expect(deck.slide(3)).toContain(
      `<p:bldGraphic spid="${idOf(deck.slide(3), '增速图')}" grpId="0"><p:bldSub><a:bldChart bld="series" animBg="0"/>`,
    );
    expect(deck.slide(2)).not.toContain('p:timing');
  });

  it('leaves a ring whole', async () => {
    const ring = { ...chartItem, chart: { ...chartItem.chart, kind: 'doughnut' as const } };
    const deck = await deckParts({
      ...samplePages(),
      pages: [page([ring])],
      theme: { ...samplePages().theme, motion: { transition: null, build: ['series'] } },
    });
    expect(deck.paths).toContain('ppt/charts/chart1.xml');
    expect(deck.slide(1)).not.toContain('p:timing');
  });

  it('is sound where everything moves', async () => {
    const deck = await moving({ transition: 'fade', build: ['paragraph', 'series'] });
    expect(await validatorErrors(deck.bytes)).toEqual([]);
    expect(checkPackage(deck.bytes)).toEqual([]);
    const ids = [...deck.slide(2).matchAll(/<p:cTn id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
