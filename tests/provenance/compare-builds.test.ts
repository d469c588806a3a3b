import { describe, expect, it } from 'vitest';
import type { BuildRecord, FigureRecord } from '../../src/model/build-record.js';
import { compareBuilds } from '../../src/provenance/compare-builds.js';

const read = { file: 'figures.csv', line: 2, column: 1 };
const figure = (id: string, value: number, more: Partial<FigureRecord> = {}): FigureRecord => ({
  id,
  label: id,
  printed: { full: `${value}亿元`, change: null, rank: null },
  value,
  unit: '亿元',
  qualifier: null,
  period: '2024',
  change: null,
  rank: null,
  award: null,
  source: '年鉴',
  read,
  cells: {},
  places: [
    { document: 'deck', page: 2, at: 'text', shape: '标题', paragraph: 1, printed: `${value}亿元`, context: '' },
  ],
  ...more,
});
const build = (
  figures: readonly FigureRecord[],
  texts: readonly string[] = [],
  pictures: readonly string[] = [],
): BuildRecord => ({
  format: 1,
  report: { id: 'r', title: '', date: '' },
  figures,
  documents: [
    {
      kind: 'deck',
      pages: ['一', '二'],
      texts: texts.map((wording) => ({ page: 1, text: wording.replaceAll(/\{\w+\}/g, '1亿元'), wording })),
      pictures: pictures.map((sha256) => ({ page: 2, id: 'kiln', sha256 })),
    },
  ],
});

describe('a comparison of builds', () => {
  it('says old, new, by how much and by how much per cent, and which slides are touched', () => {
    const changes = compareBuilds(build([figure('a', 546.6)]), build([figure('a', 551.2)]));
    expect(changes.changed).toMatchObject([
      {
        id: 'a',
        parts: [
          { part: 'value', before: '546.6亿元', after: '551.2亿元', difference: 4.6, unit: '亿元', percent: 0.8416 },
        ],
      },
    ]);
    expect(changes.pages).toEqual([
      { document: 'deck', page: 2, title: '二', figures: ['a'], prose: false, pictures: false },
    ]);
  });

  it('gives no difference where the unit is another', () => {
    const [change] = compareBuilds(build([figure('a', 1)]), build([figure('a', 10000, { unit: '万元' })])).changed;
    expect(change?.parts[0]).toMatchObject({ difference: null, unit: null, percent: null });
  });

  it('gives a change of a rate in points, not in per cent of it', () => {
    const rate = (value: number): FigureRecord =>
      figure('a', 1, {
        change: { value, unit: '%', basis: '同比' },
        printed: { full: '1亿元', change: `同比增长${value}%`, rank: null },
      });
    expect(compareBuilds(build([rate(8.1)]), build([rate(8.4)])).changed[0]?.parts).toMatchObject([
      { part: 'change', difference: 0.3, unit: '%', percent: null },
    ]);
  });

  it('gives a share in points too, and calls the only number of a row without a value its change', () => {
    const share = (value: number): FigureRecord =>
      figure('a', value, { unit: '%', printed: { full: `${value}%`, change: null, rank: null } });
    expect(compareBuilds(build([share(84.8)]), build([share(87.3)])).changed[0]?.parts).toMatchObject([
      { part: 'value', difference: 2.5, percent: null },
    ]);
    const growth = (value: number): FigureRecord => ({
      ...figure('a', 1),
      value: null,
      unit: null,
      change: { value, unit: '%', basis: null },
      printed: { full: `增长${value}%`, change: null, rank: null },
    });
    expect(compareBuilds(build([growth(5.7)]), build([growth(5.9)])).changed[0]?.parts).toMatchObject([
      { part: 'change', difference: 0.2, unit: '%' },
    ]);
  });

  it('tells new and gone figures, and the slide from which one is gone', () => {
    const changes = compareBuilds(build([figure('a', 1)]), build([figure('b', 1)]));
    expect([changes.added.map(({ id }) => id), changes.gone.map(({ id }) => id)]).toEqual([['b'], ['a']]);
    expect(changes.pages.map(({ page, figures }) => [page, figures])).toEqual([[2, ['b', 'a']]]);
  });

  it('tells changed prose, but not prose in which a figure alone changed', () => {
    expect(compareBuilds(build([], ['总值{a}，增长快']), build([], ['总值{a}，增长快'])).texts).toEqual([]);
    expect(compareBuilds(build([], ['总值{a}，增长快']), build([], ['总值{a}，增长较快', '新的一段'])).texts).toEqual([
      { document: 'deck', page: 1, before: '总值1亿元，增长快', after: '总值1亿元，增长较快' },
      { document: 'deck', page: 1, before: null, after: '新的一段' },
    ]);
  });

  it('tells a picture whose bytes are others', () => {
    expect(compareBuilds(build([], [], ['aa']), build([], [], ['bb'])).pictures).toEqual([
      { document: 'deck', page: 2, id: 'kiln', kind: 'changed' },
    ]);
  });

  it('finds nothing between equals', () => {
    const same = build([figure('a', 1)], ['文'], ['aa']);
    expect(compareBuilds(same, same)).toEqual({
      documents: [{ kind: 'deck' }],
      changed: [],
      added: [],
      gone: [],
      texts: [],
      pictures: [],
      pages: [],
    });
  });
});
