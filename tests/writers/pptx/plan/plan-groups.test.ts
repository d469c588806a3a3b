/** What belongs together on a slide is one group in the deck, named in the report's language. */
import { describe, expect, it } from 'vitest';
import { filledShape } from '../../../../src/layout/galley/filled-shape.js';
import { grouped } from '../../../../src/layout/galley/grouped.js';
import type { PageItem } from '../../../../src/model/page.js';
import { readShapes } from '../../../../src/powerpoint/edited/read-shapes.js';
import { childOf, findElement, parseXml } from '../../../../src/powerpoint/xml/parse-xml.js';
import { oneOfEach } from '../../../charts/sample-charts.js';
import { checkPackage } from '../../../readers/check-package.js';
import { deckParts } from '../deck-parts.js';
import { chartItem, page, paragraph, run, samplePages, table, text, title } from '../sample-pages.js';
import { validatorErrors } from '../validator.js';

const card = (name: string, x: number): readonly PageItem[] =>
  grouped([
    text(name, [x, 150, 200, 100], [paragraph([run(name)])]),
    filledShape(`${name} 线`, { slot: 'accent1' }, { x, y: 150, width: 200, height: 2 }),
  ]);

const deckWith = (items: readonly PageItem[]) =>
  deckParts({ ...samplePages(), pages: [page([title('标题'), ...items])] });

const treeOf = (slide: string) => findElement(parseXml(slide), 'p:cSld', 'p:spTree');
const groupNames = (slide: string): readonly (string | undefined)[] =>
  (treeOf(slide)?.children ?? [])
    .filter(({ name }) => name === 'p:grpSp')
    .map((group) => findElement(group, 'p:nvGrpSpPr', 'p:cNvPr')?.attributes['name']);

describe('groups of a slide', () => {
  it('hold a card with its rule, each card by itself, where both stood', async () => {
    const deck = await deckWith([...card('甲', 50), ...card('乙', 300)]);
    expect(groupNames(deck.slide(1))).toEqual(['组合 甲', '组合 乙']);
    const [first] = treeOf(deck.slide(1))!.children.filter(({ name }) => name === 'p:grpSp');
    const frame = findElement(first, 'p:grpSpPr', 'a:xfrm');
    expect(childOf(frame, 'a:chOff')?.attributes).toEqual(childOf(frame, 'a:off')?.attributes);
    expect(childOf(frame, 'a:chExt')?.attributes).toEqual({ cx: '2540000', cy: '1270000' });
    expect(checkPackage(deck.bytes)).toEqual([]);
    expect(await validatorErrors(deck.bytes)).toEqual([]);
  }, 30_000);

  it('leave the order in which a slide is read as it was', async () => {
    const deck = await deckWith([...card('甲', 50), ...card('乙', 300)]);
    const names = readShapes(treeOf(deck.slide(1)), new Map()).map(({ name }) => name);
    expect(names.slice(-4)).toEqual(['甲', '甲 线', '乙', '乙 线']);
  });

  it('hold a chart of PowerPoint 2016 with the drawing beside it', async () => {
    const drawn = { ...chartItem, chart: { ...oneOfEach.treemap, native: 'chartex' as const, alt: '样图' } };
    const deck = await deckWith(grouped([...card('甲', 50), drawn]));
    expect(groupNames(deck.slide(1))).toEqual(['组合 甲']);
    expect(deck.slide(1)).toMatch(/<p:grpSp>(?:(?!<\/p:grpSp>)[^])*<mc:AlternateContent /);
    expect(checkPackage(deck.bytes)).toEqual([]);
    expect(await validatorErrors(deck.bytes)).toEqual([]);
  }, 30_000);

  it('hold no table, which PowerPoint cannot group', async () => {
    const deck = await deckWith(grouped([...card('甲', 50), table]));
    expect(groupNames(deck.slide(1))).toEqual([]);
  });
});
