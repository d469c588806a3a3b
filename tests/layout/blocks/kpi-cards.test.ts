/**
 * Key figures as a reader sees them: numerals on one line, targets as bars with a word, awards by name, ranks on a
 * scale.
 */
import { describe, expect, it } from 'vitest';
import { layKpis } from '../../../src/layout/blocks/kpis/kpis.js';
import { figureText } from '../../../src/locale/cards/figure-text.js';
import type { KpiLook, KpisBlock } from '../../../src/model/document.js';
import type { Figure } from '../../../src/model/figure.js';
import type { PageItem, TextItem } from '../../../src/model/page.js';
import { paragraphTops } from '../../../src/text/stack-paragraphs.js';
import { span } from '../briefing/sample-briefing.js';
import { sampleContext } from './sample-context.js';

const figure = (label: string, more: Partial<Figure>): Figure => ({
  id: label,
  label,
  quantity: null,
  unit: null,
  qualifier: null,
  period: '2024',
  change: null,
  rank: null,
  award: null,
  better: 'higher',
  source: null,
  note: null,
  span,
  cells: {},
  ...more,
});
const share = (label: string, value: number, more: Partial<Figure> = {}): Figure =>
  figure(label, { quantity: { value, decimals: 1 }, unit: '%', ...more });
const block = (look: KpiLook, ...figures: readonly Figure[]): KpisBlock => ({
  kind: 'kpis',
  look,
  across: null,
  span,
  cards: figures.map((each) => ({ id: each.id, text: figureText(each, 'en'), span })),
});
const lay = (...given: Parameters<typeof block>): readonly PageItem[] =>
  layKpis(block(...given), 500, { ...sampleContext(), language: 'en' }).items;
const texts = (items: readonly PageItem[]): readonly TextItem[] => items.filter((item) => item.kind === 'text');
const words = (item: TextItem): readonly string[] =>
  item.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join(''));
const meters = (items: readonly PageItem[]): readonly PageItem[] =>
  items.filter(({ name }) => name.startsWith('Meter'));

describe('a card', () => {
  it('says its label first, then its number, its change, the year before and its target', () => {
    const [card] = texts(
      lay(
        'cards',
        share('Margin', 18.3, {
          change: { quantity: { value: 2.3, decimals: 1 }, unit: 'percentage points', basis: 'on 2023' },
          prior: { value: 16, decimals: 1 },
          target: { value: 18, decimals: 1 },
        }),
      ),
    );
    expect(words(card!)).toEqual([
      'Margin',
      '18.3%',
      '▲ +2.3\u00a0pp on 2023',
      '2023: 16.0%',
      'Target 18.0%  ●\u00a0met',
    ]);
  });

  it('says by a word and a hollow dot that a target was missed, and so judges what is to be low', () => {
    const said = texts(
      lay(
        'cards',
        share('Delivery', 94.6, { target: { value: 96, decimals: 1 } }),
        share('Turnover', 9.2, { target: { value: 10, decimals: 1 }, better: 'lower' }),
      ),
    ).map((item) => words(item).at(-1));
    expect(said).toEqual(['Target 96.0%  ○\u00a0missed', 'Target 10.0% or less  ●\u00a0met']);
  });

  it('has a bar and a tick for a target, a bar of a hundred for a share, none for a change', () => {
    expect(meters(lay('cards', share('Delivery', 94.6, { target: { value: 96, decimals: 1 } })))).toHaveLength(3);
    const [track, filled] = meters(lay('cards', share('Clean days', 86.6)));
    expect(filled!.box.width / track!.box.width).toBeCloseTo(0.866);
    const growth = figure('Growth', { change: { quantity: { value: 5.7, decimals: 1 }, unit: '%', basis: null } });
    expect(meters(lay('cards', growth))).toEqual([]);
  });

  it('has its numeral on the line of its row, under labels of one line and of two', () => {
    const cards = texts(
      lay('cards', share('Short', 5), share('A label that is so long that it takes two lines', 6), share('Third', 7)),
    );
    expect(new Set(cards.map((card) => Math.round(paragraphTops(card)[1]! * 10))).size).toBe(1);
  });

  it('of an award has what was won below the verb', () => {
    const [card] = texts(lay('cards', figure('Water prize', { award: 'won' })));
    expect(words(card!)).toEqual(['won', 'Water prize']);
  });
});

describe('ranks as strips', () => {
  const ranked = (label: string, place: number, scope: string): Figure => figure(label, { rank: { place, scope } });

  it('stand scope by scope, each scope named once, with the place in words', () => {
    const items = lay(
      'strips',
      ranked('Growth', 2, 'nationally'),
      ranked('Air', 3, 'locally'),
      ranked('Trade', 6, 'nationally'),
    );
    expect(texts(items).flatMap(words)).toEqual([
      'nationally',
      'Growth',
      '2nd',
      'Trade',
      '6th',
      'locally',
      'Air',
      '3rd',
    ]);
  });

  it('put the first at the left end, and the last of ten at the right', () => {
    const dots = lay('strips', ranked('One', 1, 'here'), ranked('Ten', 10, 'here'))
      .filter((item) => item.kind === 'shape' && item.shape === 'ellipse')
      .map(({ box }) => ({ x: box.x + box.width / 2, size: box.width }));
    const largest = Math.max(...dots.map(({ size }) => size));
    const [first, last] = dots.filter(({ size }) => size === largest);
    expect(first!.x).toBeCloseTo(Math.min(...dots.map(({ x }) => x)));
    expect(last!.x).toBeCloseTo(Math.max(...dots.map(({ x }) => x)));
  });
});
