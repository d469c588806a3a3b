/** What a deck says of itself: ids that outlive an edit, and how every text, chart and table stood when it was made. */
import { describe, expect, it } from 'vitest';
import { readIdentity } from '../../../src/powerpoint/identity/read-identity.js';
import type { DeckIdentity, ShapeIdentity } from '../../../src/powerpoint/identity/deck-identity.js';
import { openPackage } from '../../../src/powerpoint/package/open-package.js';
import { deckParts } from '../../writers/pptx/deck-parts.js';
import { chartItem, page, paragraph, run, samplePages, table, text } from '../../writers/pptx/sample-pages.js';

const identityOf = (bytes: Uint8Array): DeckIdentity => {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') throw new Error(pack);
  return readIdentity(pack)!;
};

const shapesOf = <Kind extends ShapeIdentity['kind']>(deck: DeckIdentity, kind: Kind) =>
  deck.slides.flatMap(({ shapes }) =>
    shapes.filter((shape): shape is Extract<ShapeIdentity, { kind: Kind }> => shape.kind === kind),
  );

describe('the identity of a deck', () => {
  it('names each slide and shape as its file does', async () => {
    const deck = await deckParts(samplePages());
    const identity = identityOf(deck.bytes);
    identity.slides.forEach(({ creationId, shapes }, index) => {
      const xml = deck.slide(index + 1);
      expect(xml).toContain(
        `<p14:creationId xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" val="${creationId}"/>`,
      );
      for (const shape of shapes) {
        const own = new RegExp(`<p:cNvPr id="${shape.id}"[^>]*>.*?</p:cNvPr>`, 's').exec(xml)?.[0] ?? '';
        expect(own, shape.name).toContain(`id="${shape.creationId}"`);
      }
    });
    const ids = identity.slides.map(({ creationId }) => creationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds a text with its figures as they are printed, whole though lines may break in them', async () => {
    const said = [
      run('产值'),
      { ...run('全国百强县'), figure: 'rank.strength' },
      { ...run('第六位'), figure: 'rank.strength' },
      run('。'),
    ];
    const deck = await deckParts({
      ...samplePages(),
      pages: [page([text('正文', [48, 110, 420, 80], [paragraph(said)])])],
    });
    const [shape] = shapesOf(identityOf(deck.bytes), 'text').filter(({ name }) => name === '正文');
    expect(shape!.paragraphs).toEqual([
      { text: '产值全国百强县第六位。', figures: [{ figure: 'rank.strength', text: '全国百强县第六位', start: 2 }] },
    ]);
  });

  it('holds the numbers of a chart, and the cells of a table with the ids of rows and columns', async () => {
    const deck = await deckParts({ ...samplePages(), pages: [page([chartItem, table])] });
    const identity = identityOf(deck.bytes);
    const [chart] = shapesOf(identity, 'chart');
    expect(chart!.series[0]!.points).toHaveLength(chart!.categories.length);
    const [rows] = shapesOf(identity, 'table');
    const xml = deck.slide(1);
    const found = (name: string): number[] =>
      [...xml.matchAll(new RegExp(`<a16:${name} [^>]*val="(\\d+)"`, 'g'))].map(([, id]) => Number(id));
    expect(found('rowId')).toEqual(rows!.rows.map(({ id }) => id));
    expect(found('colId')).toEqual(rows!.columns);
    expect(new Set(found('rowId')).size).toBe(rows!.rows.length);
  });

  it('has another mark when anything in it is another', async () => {
    const build = async (words: string): Promise<string> => {
      const pages = [page([text('正文', [48, 110, 420, 80], [paragraph([run(words)])])])];
      return identityOf((await deckParts({ ...samplePages(), pages })).bytes).build;
    };
    expect(await build('一')).toBe(await build('一'));
    expect(await build('一')).not.toBe(await build('二'));
  });
});
