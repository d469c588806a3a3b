/** A small paper, a font of square characters, and shorthand for blocks: enough to see where a page breaks. */
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import type { Block, Briefing, DocumentMeta, Inline, TableRow } from '../../../src/model/document.js';
import type { Page, PageItem, PageSet } from '../../../src/model/page.js';
import type { Span } from '../../../src/model/span.js';
import type { Medium, TextStyle, Theme } from '../../../src/model/theme.js';
import type { Face, Fonts } from '../../../src/text/fonts.js';
import { layoutBriefing } from '../../../src/layout/briefing/layout-briefing.js';
import { plainMeta } from '../plain-meta.js';

export const span: Span = { file: 'briefing.hbs', line: 1, column: 1 };

/** Every Chinese character is a square, every other one half of that; only U+2603 is missing. */
const face: Face = {
  ascent: 0.88,
  descent: 0.12,
  files: [],
  leftBearing: () => 0,
  advance: (code) => (code >= 0x2e80 ? 1 : 0.5),
  has: (code) => code !== 0x2603,
  fileFor: () => ({ path: 'square.ttf', bytes: new Uint8Array(), postscriptName: 'Square' }),
};
export const fonts: Fonts = { face: () => face };

const style = (size: number, lineHeight: number, more: Partial<TextStyle> = {}): TextStyle => ({
  font: 'body',
  size,
  lineHeight,
  bold: false,
  color: { slot: 'dk1' },
  align: 'start',
  spaceBefore: 0,
  spaceAfter: 0,
  firstIndent: 0,
  ...more,
});

/** 40 characters of 10 pt across, 40 lines of 15 pt down. */
export const paper: Medium = {
  page: { width: 500, height: 700 },
  margin: { top: 50, right: 50, bottom: 50, left: 50 },
  styles: {
    body: style(10, 15),
    lead: style(10, 15),
    'heading-1': style(15, 30),
    'heading-1-number': style(15, 30),
    'heading-2': style(12, 15),
    'heading-3': style(10, 15),
    bullet: style(10, 15),
    caption: style(10, 15),
    source: style(10, 15),
    table: style(10, 15),
    'table-head': style(10, 15),
    'table-note': style(10, 15),
    'contents-1': style(10, 15),
    'running-head': style(8, 10),
    folio: style(8, 10),
  },
};

const colors = Object.fromEntries(
  [
    'dk1',
    'lt1',
    'dk2',
    'lt2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ].map((slot) => [slot, '000000']),
) as Theme['colors'];
const font = { latin: 'Square', eastAsian: 'Square', regular: [], bold: [] };
export const theme: Theme = {
  name: 'squares',
  colors,
  fonts: { heading: font, body: font, prose: font, quote: font },
  deck: paper,
  paper,
  series: [],
  muted: { slot: 'dk1' },
  good: { slot: 'dk1' },
  bad: { slot: 'dk1' },
};

export const text = (words: string): Inline => ({ kind: 'text', text: words, span });
export const paragraph = (words: string): Block => ({ kind: 'paragraph', role: 'body', inlines: [text(words)], span });
/** A paragraph of this many full lines. */
export const lines = (count: number, character = '文'): Block => paragraph(character.repeat(40 * count));
export const heading = (level: 1 | 2 | 3, words: string): Block => ({
  kind: 'heading',
  level,
  id: words,
  number: null,
  inlines: [text(words)],
  span,
});
export const chart = (id: string): Block => ({
  kind: 'chart',
  caption: [],
  source: [],
  span,
  chart: {
    id,
    kind: 'column',
    language: 'zh-CN',
    title: id,
    categories: [],
    series: [],
    unit: null,
    whole: null,
    options: {},
    alt: `图 ${id}`,
    span,
  },
});
const row = (...cells: string[]): TableRow<Inline> => ({
  emphasis: 'none',
  cells: cells.map((cell) => ({ inlines: [text(cell)], across: 1, down: 1 })),
});
export const table = (rows: number, cell = (index: number) => `行${index}`): Block => ({
  kind: 'table',
  id: 'table',
  caption: [text('数据')],
  alt: '数据表',
  notes: [],
  span,
  columns: [
    { align: 'start', weight: null },
    { align: 'end', weight: null },
  ],
  head: [row('名称', '数值')],
  rows: Array.from({ length: rows }, (_, index) => row(cell(index), '1')),
});

export interface Laid {
  readonly pages: PageSet;
  readonly diagnostics: readonly Diagnostic[];
}

export const lay = (...blocks: Block[]): Laid => layWith(theme, fonts, blocks);

export const layWith = (
  given: Theme,
  measured: Fonts,
  blocks: readonly Block[],
  meta: Partial<DocumentMeta> = {},
): Laid => {
  const diagnostics: Diagnostic[] = [];
  const document: Briefing = {
    kind: 'briefing',
    blocks,
    meta: { ...plainMeta, ...meta },
  };
  const pages = layoutBriefing(document, given, measured, (diagnostic) => diagnostics.push(diagnostic));
  return { pages, diagnostics };
};

/** Lines of text on a page, from items that are read aloud. */
export const linesOn = (page: Page): string[] =>
  page.items.flatMap((item) =>
    item.kind === 'text'
      ? item.paragraphs
          .filter((each) => each.tag !== 'artifact')
          .flatMap((each) => each.lines.map((line) => line.fragments.map((fragment) => fragment.text).join('')))
      : [],
  );

export const itemsOf = <Kind extends PageItem['kind']>(page: Page, kind: Kind): Extract<PageItem, { kind: Kind }>[] =>
  page.items.filter((item): item is Extract<PageItem, { kind: Kind }> => item.kind === kind);
