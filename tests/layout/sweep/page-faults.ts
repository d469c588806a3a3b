/** What is wrong with the pages of a report by the rules that hold for every content. */
import { fairGap, gapOf } from '../../../src/layout/choose/layout-cost.js';
import type { Page, PageItem, PageSet } from '../../../src/model/page.js';
import type { Region, SlideLayout } from '../../../src/model/slide-layout.js';
import { stackHeight } from '../../../src/text/stack-paragraphs.js';
import type { Surveyed } from './survey-report.js';

const least = { deck: { width: 320, height: 180 }, briefing: { width: 240, height: 110 } } as const;
const slack = 1;

const isContent = ({ accepts }: Region): boolean =>
  accepts.some((part) => !['title', 'subtitle', 'kicker', 'footer', 'number', 'date'].includes(part));

const isOwnWord = ({ name }: PageItem): boolean =>
  /^(标题|副标题|眉题|页脚|日期|页码|页眉|脚注|Title|Subtitle|Kicker|Footer|Date|Page number|Running head|Footnote)/u.test(
    name,
  );

const smallCharts = (page: Page, kind: 'deck' | 'briefing'): readonly string[] =>
  page.items.flatMap((item) =>
    item.kind === 'chart' &&
    (item.box.width < least[kind].width - slack || item.box.height < least[kind].height - slack)
      ? [`chart ${Math.round(item.box.width)}×${Math.round(item.box.height)}`]
      : [],
  );

const outside = (page: Page): readonly string[] =>
  page.items.flatMap(({ box, name }) =>
    box.x < -slack ||
    box.y < -slack ||
    box.x + box.width > page.size.width + slack ||
    box.y + box.height > page.size.height + slack
      ? [`${name} leaves the page`]
      : [],
  );

const overlaps = (page: Page): readonly string[] => {
  const solid = page.items.filter(
    (item) => ['chart', 'table', 'picture'].includes(item.kind) || (item.kind === 'text' && !isOwnWord(item)),
  );
  return solid.flatMap((one, index) =>
    solid.slice(index + 1).flatMap((other) => {
      const across =
        Math.min(one.box.x + one.box.width, other.box.x + other.box.width) - Math.max(one.box.x, other.box.x);
      const down =
        Math.min(one.box.y + one.box.height, other.box.y + other.box.height) - Math.max(one.box.y, other.box.y);
      return across > 2 && down > 2 ? [`${one.name} and ${other.name} overlap`] : [];
    }),
  );
};

/** Cards of a page: rows of one grid are of one height. */
const unevenCards = (page: Page): readonly string[] => {
  const rows = new Map<number, Set<number>>();
  for (const item of page.items)
    if (item.kind === 'text' && /^(指标|卡片|要点|Figure|Card|Point)/u.test(item.name)) {
      const key = Math.round(item.box.y);
      rows.set(key, (rows.get(key) ?? new Set()).add(Math.round(item.box.height)));
    }
  return [...rows.values()].some((heights) => heights.size > 1) ? ['a row of cards of several heights'] : [];
};

const sameCards = (page: Page): readonly string[] => {
  const names = page.items
    .filter(({ kind, name }) => kind === 'text' && /^(指标|Figure) /u.test(name))
    .map(({ name }) => name.replace(/ \d+$/, ''));
  return new Set(names).size < names.length ? [`the same cards twice: ${names.join(', ')}`] : [];
};

/** A lone table or chart takes the whole width. */
const narrowAlone = (page: Page, width: number): readonly string[] => {
  const content = page.items.filter((item) => !isOwnWord(item) && item.kind !== 'shape');
  const things = content.filter(({ kind }) => kind === 'table' || kind === 'chart');
  const words = content.filter((item) => item.kind === 'text' && /^(正文|Text)/u.test(item.name));
  const [only] = things;
  return things.length === 1 &&
    words.length === 0 &&
    content.every(({ kind }) => kind !== 'picture') &&
    only!.box.width < width - 2
    ? [`a lone ${only!.kind} is ${Math.round(only!.box.width)} wide`]
    : [];
};

/** A slide's largest empty rectangle where it is more than fair, as a share of its content area; else null. */
function unfairGap(page: Page, layouts: readonly SlideLayout[]): number | null {
  const layout = layouts.find(({ name }) => name === page.layout)!;
  const regions = layout.regions.filter(isContent);
  if (layout.choice === undefined || regions.length === 0) return null;
  const content = page.items.filter((item) => !isOwnWord(item));
  const top = Math.min(...content.map(({ box }) => box.y));
  const bottom = Math.max(...regions.map(({ box }) => box.y + box.height));
  const area = { x: 44, y: top, width: 872, height: bottom - top };
  const gap = gapOf({ items: content, area });
  return gap > fairGap + 0.02 ? gap : null;
}

/** More slides with a large gap than were told of. A slide that goes on with the same gap is told of once. */
function silentGaps(pages: PageSet, told: number): readonly string[] {
  const once = new Set<string>();
  const gaps = pages.pages.flatMap((page, index) => {
    const gap = unfairGap(page, pages.layouts);
    if (gap !== null) once.add(`${page.key?.replace(/\+\d+$/, '')} ${Math.round(gap * 100)}`);
    return gap === null ? [] : [`slide ${index + 1} (${page.layout}): ${Math.round(gap * 100)}% empty and not told`];
  });
  return once.size > told ? gaps : [];
}

/** A card whose words take less than half of it, where no other of its row needs the height. */
const halfEmptyCards = (page: Page): readonly string[] => {
  const rows = new Map<number, { fill: number; name: string }>();
  for (const item of page.items) {
    if (item.kind !== 'text' || !/^(卡片|要点|Card|Point)/u.test(item.name)) continue;
    const key = Math.round(item.box.y);
    const fill = (stackHeight(item.paragraphs) + item.inset.top + item.inset.bottom) / item.box.height;
    const row = rows.get(key);
    if (row === undefined || fill > row.fill) rows.set(key, { fill, name: item.name });
  }
  return [...rows.values()].filter(({ fill }) => fill < 0.5).map(({ name }) => `${name} stands half empty`);
};

/** A table of a dozen rows whose columns have room stays on one slide. */
function partedTables(pages: PageSet): readonly string[] {
  const parts = new Map<string, { slides: number; rows: number; columns: number }>();
  for (const { items } of pages.pages)
    for (const item of items) {
      if (item.kind !== 'table' || item.table === undefined) continue;
      const { slides, rows } = parts.get(item.table) ?? { slides: 0, rows: 0 };
      const own = item.rows.length - item.headRows;
      parts.set(item.table, { slides: slides + 1, rows: rows + own, columns: item.columnWidths.length });
    }
  return [...parts]
    .filter(([, { slides, rows, columns }]) => slides > 1 && rows <= 12 && columns <= 8)
    .map(([id, { slides, rows }]) => `the table ${id} of ${rows} rows stands on ${slides} slides`);
}

function deckFaults(pages: PageSet, { told }: Surveyed): readonly string[] {
  const empty = told.filter(({ code }) => code === 'mostly-empty').length;
  const faults = pages.pages.flatMap((page, index) =>
    [
      ...smallCharts(page, 'deck'),
      ...outside(page),
      ...overlaps(page),
      ...unevenCards(page),
      ...halfEmptyCards(page),
      ...(pages.layouts.some(({ name, choice }) => name === page.layout && choice !== undefined)
        ? narrowAlone(page, 872)
        : []),
    ].map((fault) => `slide ${index + 1} (${page.layout}): ${fault}`),
  );
  return [...faults, ...silentGaps(pages, empty), ...partedTables(pages)];
}

function paperFaults(pages: PageSet): readonly string[] {
  const { margin, page: size } = pages.theme.paper;
  const bottom = size.height - margin.bottom;
  return pages.pages.flatMap((page, index) => {
    const content = page.items.filter(({ box }) => box.y >= margin.top - 40 && box.y + box.height <= bottom + 2);
    const used = Math.max(0, ...content.map(({ box }) => box.y + box.height)) - margin.top;
    const isLast = index === pages.pages.length - 1;
    const isShort = !isLast && used < (bottom - margin.top) * 0.2;
    return [
      ...smallCharts(page, 'briefing'),
      ...outside(page),
      ...overlaps(page),
      ...unevenCards(page),
      ...sameCards(page),
      ...(isShort ? [`only ${Math.round((used / (bottom - margin.top)) * 100)}% full`] : []),
    ].map((fault) => `page ${index + 1}: ${fault}`);
  });
}

export function pageFaults(surveyed: Surveyed): readonly string[] {
  const { documents } = surveyed.found;
  const [deck, briefing] = [documents.get('deck'), documents.get('briefing')];
  return [
    ...surveyed.told.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code}: ${message}`),
    ...(deck === undefined ? ['no deck'] : deckFaults(deck, surveyed)),
    ...(briefing === undefined ? ['no briefing'] : paperFaults(briefing)),
  ];
}
