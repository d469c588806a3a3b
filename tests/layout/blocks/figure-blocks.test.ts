import { describe, expect, it } from 'vitest';
import type { ContentsEntry } from '../../../src/layout/galley/block.js';
import { layCards } from '../../../src/layout/blocks/cards.js';
import { layChart } from '../../../src/layout/blocks/chart.js';
import { layContents } from '../../../src/layout/blocks/contents.js';
import { balancedAcross } from '../../../src/layout/galley/grid.js';
import { layKpis } from '../../../src/layout/blocks/kpis/kpis.js';
import { layMasthead } from '../../../src/layout/blocks/masthead.js';
import { cropToFrame, layPicture, placeInFrame, tellLost } from '../../../src/layout/blocks/picture.js';
import type { CardsBlock, ChartBlock, Inline, KpisBlock, MastheadBlock, Picture } from '../../../src/model/document.js';
import type { FigureText } from '../../../src/model/figure.js';
import type { PageItem, TextItem } from '../../../src/model/page.js';
import { chart, span, text } from '../briefing/sample-briefing.js';
import { sampleContext } from './sample-context.js';

const textOf = (item: PageItem): string[] =>
  item.kind === 'text' ? item.paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join('')) : [];
const texts = (items: readonly PageItem[]): TextItem[] =>
  items.filter((item): item is TextItem => item.kind === 'text');

const figure = (label: string, more: Partial<FigureText> = {}): FigureText => ({
  label,
  numeral: '30',
  before: null,
  after: '亿元',
  change: null,
  direction: null,
  tone: 'neutral',
  rank: null,
  period: '2024',
  ...more,
});
const kpis = (...cards: FigureText[]): KpisBlock => ({
  kind: 'kpis',
  look: 'cards',
  across: null,
  span,
  cards: cards.map((card) => ({ id: card.label, text: card, span })),
});

describe('key figures', () => {
  it('say all that stands before the numeral, beside a change too', () => {
    const all = (card: FigureText): string =>
      texts(layKpis(kpis(card), 400, sampleContext()).items)
        .flatMap(textOf)
        .join('|');
    expect(all(figure('存款', { before: '历史首破', change: '同比增长25%', direction: 'up' }))).toMatch(
      /历史首破[\s\S]*30[\s\S]*同比增长25%/,
    );
    expect(all(figure('事故', { before: '同比下降', direction: 'down' }))).toContain('同比下降');
  });

  it('show the direction of a change by shape, and whether it is good news by colour', () => {
    const context = {
      ...sampleContext(),
      theme: { ...sampleContext().theme, good: { slot: 'accent1' }, bad: { slot: 'accent2' } },
    } as const;
    const laid = layKpis(
      kpis(
        figure('出口额', { change: '同比增长25%', direction: 'up', tone: 'good' }),
        figure('失业率', { change: '同比上升1%', direction: 'up', tone: 'bad' }),
        figure('事故', { change: '同比下降8%', direction: 'down', tone: 'good' }),
      ),
      400,
      context,
    );
    const arrows = texts(laid.items).map((item) => item.paragraphs[2]!.runs[0]!);
    expect(arrows.map((run) => run.text.trim())).toEqual(['▲', '▲', '▼']);
    expect(arrows.map((run) => run.style.color.slot)).toEqual(['accent1', 'accent2', 'accent1']);
  });

  it('show the course of a figure as bars beside its numeral, as wide in all cards of a row, and none without room', () => {
    const withTrend = (width: number) => {
      const block = kpis(figure('甲'), figure('乙', { numeral: '1234' }));
      const cards = block.cards.map((card) => ({ ...card, trend: [4, -2, 6, 8] }));
      const { items } = layKpis({ ...block, cards, across: 2 }, width, sampleContext());
      return items.flatMap((item) => (item.kind === 'shape' && item.name === '走势' ? [item] : []));
    };
    const bars = withTrend(500);
    expect(bars.length).toBe(8);
    const [high, below] = [bars[3]!.box, bars[1]!.box];
    expect(high.height / bars[0]!.box.height).toBeCloseTo(2);
    // What is below zero hangs from where the others stand.
    expect(below.y).toBeCloseTo(high.y + high.height);
    expect(new Set(bars.map(({ box }) => box.width.toFixed(3))).size).toBe(1);
    expect(withTrend(120)).toEqual([]);
  });

  it('have numerals of one size, though one of them is longer', () => {
    const laid = layKpis(
      kpis(figure('甲'), figure('乙', { numeral: '1234567890123456789012345' })),
      200,
      sampleContext(),
    );
    const sizes = texts(laid.items).map((item) => item.paragraphs[0]!.runs[0]!.style.size);
    expect(new Set(sizes).size).toBe(1);
  });

  it('remember the figure that each numeral prints', () => {
    const [card] = texts(layKpis(kpis(figure('出口额')), 200, sampleContext()).items);
    expect(card!.paragraphs[1]!.runs.every((run) => run.figure === '出口额')).toBe(true);
  });

  it('stand in rows without a lonely card', () => {
    expect([1, 2, 3, 4, 6, 8, 9, 10].map((count) => balancedAcross(count, 60))).toEqual([1, 2, 3, 4, 3, 4, 3, 5]);
  });

  it('make rows of equal height that fill the height asked for', () => {
    const laid = layKpis(
      { ...kpis(figure('甲'), figure('乙'), figure('丙'), figure('丁')), across: 2 },
      400,
      sampleContext(),
    );
    const stretched = laid.stretch!.to(laid.height + 40);
    const heights = new Set(texts(stretched.items).map((item) => item.box.height));
    expect(heights.size).toBe(1);
    expect(Math.max(...stretched.items.map((item) => item.box.y + item.box.height))).toBeCloseTo(laid.height + 40);
  });
});

describe('cards', () => {
  it('hold number, title and words of each, in reading order', () => {
    const block: CardsBlock<Inline> = {
      kind: 'cards',
      across: 2,
      span,
      cards: [
        { number: '一', title: [text('强城')], text: [text('做优功能')], span },
        { number: null, title: [text('兴村')], text: [], span },
      ],
    };
    expect(texts(layCards(block, 300, sampleContext()).items).map(textOf)).toEqual([
      ['一', '强城', '做优功能'],
      ['兴村'],
    ]);
  });
});

describe('a chart', () => {
  const growth = { ...(chart('growth') as ChartBlock), source: [text('来源：年鉴')] };

  it('has its title above it where figures have no numbers, as on slides', () => {
    const { items } = layChart(growth, 300, sampleContext());
    expect(items.map((item) => (item.kind === 'chart' ? 'chart' : textOf(item)[0]))).toEqual([
      'growth',
      'chart',
      '来源：年鉴',
    ]);
    const [title, drawn] = items;
    expect(title!.box.y + title!.box.height).toBeLessThan(drawn!.box.y);
  });

  it('has a numbered caption below it on paper, and no title above', () => {
    const { items } = layChart(growth, 300, { ...sampleContext(), numberOf: () => '图3' });
    expect(items.map((item) => (item.kind === 'chart' ? 'chart' : textOf(item)[0]))).toEqual([
      'chart',
      '图3\u3000growth',
      '来源：年鉴',
    ]);
  });

  it('is one Figure to a screen reader, with its alternative text', () => {
    const context = sampleContext();
    const drawn = layChart(growth, 300, context).items.find((item) => item.kind === 'chart')!;
    expect(context.structure.freeze()[drawn.tag as number]).toMatchObject({ role: 'Figure', alt: '图 growth' });
  });
});

describe('a picture', () => {
  const picture = (focus: number): Picture => ({
    id: 'p',
    file: 'p.png',
    format: 'png',
    bytes: new Uint8Array(),
    width: 1600,
    height: 900,
    focus: { x: focus, y: 0.5 },
    alt: '图',
  });

  it('is cropped to its frame without being distorted', () => {
    const crop = cropToFrame(picture(0.5), { width: 300, height: 300 });
    expect((crop.width * 1600) / (crop.height * 900)).toBeCloseTo(1);
    expect(crop.x + crop.width / 2).toBeCloseTo(0.5);
  });

  it('gives way as far when it is squarer than a slide, for it can be cropped', () => {
    const least = (width: number, height: number): number =>
      layPicture(
        { kind: 'picture', caption: [], span, picture: { ...picture(0.5), width, height } },
        160,
        sampleContext(),
      ).stretch!.least;
    expect([least(1600, 900), least(1200, 900), least(600, 1000)]).toEqual([54, 54, 54]);
  });

  it('is shown whole in the middle of its place, unless it is a photograph or covers it', () => {
    const frame = { x: 10, y: 20, width: 300, height: 300 };
    expect(placeInFrame(picture(0.5), frame)).toEqual({
      box: { x: 10, y: 20 + (300 - 168.75) / 2, width: 300, height: 168.75 },
      crop: { x: 0, y: 0, width: 1, height: 1 },
    });
    for (const cut of [
      { isPhotograph: true, fillsPage: true },
      { covers: true, fillsPage: false },
    ]) {
      const { box, crop } = placeInFrame({ ...picture(0.5), ...cut }, frame, cut.fillsPage);
      expect(box).toEqual(frame);
      expect(crop.width).toBeCloseTo(9 / 16);
    }
  });

  it('that is a photograph is cut where it loses less than a fifth, and whole where it would lose more', () => {
    const photograph = { ...picture(0.5), isPhotograph: true };
    const little = { x: 0, y: 0, width: 150, height: 90 };
    expect(placeInFrame(photograph, little).box).toEqual(little);
    const { crop, spared } = placeInFrame(photograph, { x: 0, y: 0, width: 90, height: 90 });
    expect(crop).toEqual({ x: 0, y: 0, width: 1, height: 1 });
    expect(spared).toBeCloseTo(7 / 16);
  });

  it('that is a photograph is told of where it loses much, or is whole for it, and its author did not say that it may', () => {
    const told: string[] = [];
    const look = (more: Partial<Picture>, width: number, fillsPage = false): void => {
      const shown = { ...picture(0.5), ...more };
      const placed = placeInFrame(shown, { x: 0, y: 0, width, height: 90 }, fillsPage);
      tellLost({ picture: shown, ...placed }, ({ message }) => void told.push(message));
    };
    look({ isPhotograph: true }, 150);
    look({ isPhotograph: true, covers: true }, 90);
    look({}, 90);
    expect(told).toEqual([]);
    look({ isPhotograph: true }, 90, true);
    look({ isPhotograph: true }, 90);
    expect(told).toEqual([
      'the picture "p" loses 44% where it stands',
      'the picture "p" would lose 44% in its place: it is shown whole, with room beside it',
    ]);
  });

  it('keeps its focal point as near to the middle as its edge allows', () => {
    expect(cropToFrame(picture(0.05), { width: 300, height: 300 }).x).toBe(0);
    const right = cropToFrame(picture(1), { width: 300, height: 300 });
    expect(right.x + right.width).toBeCloseTo(1);
  });
});

describe('the contents', () => {
  const entries: ContentsEntry[] = [
    { id: 'a', level: 1, number: '01', title: '经济', page: '5', link: { kind: 'page', page: 4 } },
    { id: 'b', level: 2, number: null, title: '工业', page: '6', link: { kind: 'page', page: 5 } },
  ];

  it('lists the levels asked for, each part a link to its page', () => {
    const { items } = layContents({ kind: 'contents', depth: 1, span }, 300, { ...sampleContext(), entries });
    expect(texts(items).map((item) => [textOf(item)[0], item.link])).toEqual([
      ['01', entries[0]!.link],
      ['经济', entries[0]!.link],
      ['5', entries[0]!.link],
    ]);
  });
});

describe('a masthead', () => {
  const block: MastheadBlock<Inline> = {
    kind: 'masthead',
    title: [text('再启新程')],
    subtitle: [],
    slogan: [text('勇挑大梁')],
    edition: [text('2025年版')],
    span,
  };

  it('reaches over the margins to three edges of its page', () => {
    const context = sampleContext();
    const [ground] = layMasthead(block, 400, context).items;
    expect(ground!.box).toMatchObject({ x: -50, y: -50, width: 500 });
  });

  it('leaves out what the report does not have', () => {
    expect(texts(layMasthead(block, 400, sampleContext()).items).flatMap(textOf)).toEqual([
      '2025年版',
      '再启新程',
      '勇挑大梁',
    ]);
  });
});
