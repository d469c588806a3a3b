/** A small slide, square characters, and layouts by name: enough to see what goes into which region. */
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { layoutDeck } from '../../../src/layout/slides/layout-deck.js';
import type { Block, Slide } from '../../../src/model/document.js';
import type { Page, PageSet, TextItem } from '../../../src/model/page.js';
import type { Region, SlideLayout } from '../../../src/model/slide-layout.js';
import type { Theme } from '../../../src/model/theme.js';
import { fonts, paper, span, text, theme } from '../briefing/sample-briefing.js';
import { plainMeta } from '../plain-meta.js';

const region = (
  name: string,
  box: readonly [number, number, number, number],
  accepts: Region['accepts'],
  more: Partial<Region> = {},
): Region => ({
  name,
  accepts,
  box: { x: box[0], y: box[1], width: box[2], height: box[3] },
  most: null,
  style: 'body',
  smallest: null,
  largest: null,
  valign: 'top',
  bleed: false,
  placeholder: null,
  ...more,
});

const layout = (
  name: string,
  regions: readonly Region[],
  background: SlideLayout['background'] = { slot: 'lt1' },
): [string, SlideLayout] => [name, { name, label: name, background, continues: null, regions, decorations: [], span }];

const column = { smallest: 6, largest: 12 } as const;

const titleRegion = region('title', [20, 10, 400, 15], ['title'], { placeholder: 'title' });
const numberRegion = region('number', [400, 280, 40, 15], ['number'], { placeholder: 'sldNum' });

/** `text` has room for 10 lines of 38 characters at 10 pt and may shrink to 8 pt. */
export const layouts: ReadonlyMap<string, SlideLayout> = new Map([
  layout('text', [
    titleRegion,
    region('body', [20, 40, 400, 150], ['paragraph', 'list'], { smallest: 8, largest: 10, placeholder: 'body' }),
    numberRegion,
  ]),
  layout('chart-left', [
    titleRegion,
    region('chart', [20, 40, 200, 150], ['chart'], { most: 1 }),
    region('body', [240, 40, 180, 150], ['paragraph', 'list']),
  ]),
  layout('two-tables', [
    titleRegion,
    region('left', [20, 40, 190, 150], ['table'], { most: 1 }),
    region('right', [230, 40, 190, 150], ['table'], { most: 1 }),
  ]),
  layout('wide-table', [titleRegion, region('body', [20, 40, 226, 150], ['table'], { most: 1 })]),
  layout('contents', [titleRegion, region('body', [20, 40, 400, 150], ['contents'], { most: 1 })]),
  layout('title', [region('title', [20, 10, 200, 30], ['title'], { placeholder: 'title' })]),
  layout('footed', [
    titleRegion,
    region('kicker', [20, 0, 400, 15], ['kicker']),
    region('body', [20, 40, 400, 150], ['paragraph']),
    region('footer', [20, 280, 200, 15], ['footer']),
  ]),
  layout('divider', [titleRegion, region('kicker', [20, 30, 400, 15], ['kicker'])]),
  layout(
    'closing',
    [
      titleRegion,
      region('left', [20, 40, 190, 60], ['paragraph', 'list'], column),
      region('right', [230, 40, 190, 60], ['paragraph', 'list'], column),
    ],
    { slot: 'accent1' },
  ),
  layout('low-columns', [
    titleRegion,
    region('left', [20, 40, 190, 3], ['paragraph'], column),
    region('right', [230, 40, 190, 3], ['paragraph'], column),
  ]),
  layout('picture', [titleRegion, region('picture', [200, 0, 280, 300], ['picture'], { bleed: true, most: 1 })]),
]);

export const deckTheme: Theme = { ...theme, deck: { ...paper, page: { width: 480, height: 300 } } };

export const slide = (name: string, title: string, blocks: readonly Block[], more: Partial<Slide> = {}): Slide => ({
  layout: name,
  title: [text(title)],
  subtitle: [],
  kicker: [],
  blocks,
  regions: {},
  notes: [],
  chapter: null,
  id: null,
  span,
  layoutSpan: span,
  ...more,
});

export const list = (items: number, characters = 20): Block => ({
  kind: 'list',
  ordered: true,
  span,
  items: Array.from({ length: items }, (_, index) => [
    { kind: 'paragraph', role: 'body', inlines: [text(`${index + 1}`.padEnd(characters, '项'))], span },
  ]),
});

export interface LaidDeck {
  readonly pages: PageSet;
  readonly diagnostics: readonly Diagnostic[];
}

export const layDeck = (...slides: Slide[]): LaidDeck => {
  const diagnostics: Diagnostic[] = [];
  const meta = { ...plainMeta, footer: '报告的页脚' };
  const pages = layoutDeck({ kind: 'deck', meta, slides }, { theme: deckTheme, layouts, fonts }, (diagnostic) =>
    diagnostics.push(diagnostic),
  );
  return { pages, diagnostics };
};

export const textItems = (page: Page): TextItem[] =>
  page.items.filter((item): item is TextItem => item.kind === 'text');
export const wordsOf = (item: TextItem): string[] =>
  item.paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join(''));
