/** A chart of many things has all their names on paper, wherever its author has put it. */
import { describe, expect, it } from 'vitest';
import { isCrowded } from '../../../src/charts/is-crowded.js';
import type { ChartKind } from '../../../src/model/chart-kinds.js';
import type { Block } from '../../../src/model/document.js';
import { chart, heading, itemsOf, lay, lines, span, theme } from './sample-briefing.js';

const names = Array.from({ length: 31 }, (_, index) => `第${index + 1}号自治区`);
const many = (kind: ChartKind): Block => {
  const block = chart('many') as Extract<Block, { kind: 'chart' }>;
  const points = names.map((_, index) => ({
    value: index + 1,
    decimals: 0,
    label: `${index + 1}`,
    figure: null,
    emphasised: false,
    format: null,
  }));
  return {
    ...block,
    chart: { ...block.chart, kind, categories: names, series: [{ name: '产值', points }] },
  } as unknown as Block;
};
const beside = (...blocks: readonly Block[]): Block =>
  ({ kind: 'columns', columns: blocks.map((each) => ({ weight: 1, blocks: [each] })), span }) as Block;
const quote: Block = { kind: 'quote', blocks: [lines(2)], span } as Block;

const places: readonly (readonly [string, (figure: Block) => readonly Block[]])[] = [
  ['alone', (figure) => [figure]],
  ['beside prose', (figure) => [beside(lines(6), figure)]],
  ['beside a quotation', (figure) => [beside(quote, figure)]],
  ['beside another chart', (figure) => [beside(chart('other'), figure)]],
  ['at the foot of a page', (figure) => [lines(24), figure, lines(8)]],
];

describe.each(['bar', 'column'] as const)('a %s chart of 31 things', (kind) => {
  it.each(places)('names each of them %s', (_, blocksWith) => {
    const { pages } = lay(heading(2, '标题'), ...blocksWith(many(kind)));
    const drawn = pages.pages.flatMap((page) => itemsOf(page, 'chart')).filter((item) => item.chart.id === 'many');
    expect(drawn).toHaveLength(1);
    const [{ chart: shown, box, fontSize }] = drawn as [(typeof drawn)[number]];
    expect(isCrowded(shown, { theme, size: box, fontSize })).toBe(false);
  });
});
