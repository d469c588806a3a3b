/**
 * Slide layouts of the bundle as PowerPoint layouts: which region becomes which placeholder, and what its text
 * inherits.
 */
import { formatPeriod } from '../../../locale/format-period.js';
import { blankLayoutName, promptWords } from '../../../locale/part-words.js';
import type { DocumentMeta } from '../../../model/document.js';
import type { Insets } from '../../../model/length.js';
import type { Page } from '../../../model/page.js';
import type { Region, SlideLayout } from '../../../model/slide-layout.js';
import type { TextStyle, Theme } from '../../../model/theme.js';
import type { LayoutPlan, PlaceholderPlan, PlaceholderType } from './deck-plan.js';

/** Indices that PowerPoint's own templates use. */
const fixedIndices: Readonly<Partial<Record<PlaceholderType, number>>> = { dt: 10, ftr: 11, sldNum: 12 };

/** The main text of every layout, and where those without an index of their own count on from. */
const mainText = 1;
const firstFree = 13;

function promptOf(type: PlaceholderType, meta: DocumentMeta): string {
  const words = promptWords(meta.language);
  switch (type) {
    case 'title':
    case 'ctrTitle':
      return words.title;
    case 'subTitle':
      return words.subTitle;
    case 'body':
    case 'obj':
      return words.text;
    case 'chart':
      return words.chart;
    case 'tbl':
      return words.table;
    case 'pic':
      return words.picture;
    case 'ftr':
      return meta.footer;
    case 'dt':
      return formatPeriod(meta.date, meta.language);
    case 'sldNum':
      return '';
  }
}

const noInset: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** Where a theme does not have a style that a layout names. */
export const plainStyle: TextStyle = {
  font: 'body',
  size: 16,
  lineHeight: 24,
  bold: false,
  color: { slot: 'dk1' },
  align: 'start',
  spaceBefore: 0,
  spaceAfter: 0,
  firstIndent: 0,
};

export function planLayouts(
  layouts: readonly SlideLayout[],
  pages: readonly Page[],
  theme: Theme,
  meta: DocumentMeta,
): readonly LayoutPlan[] {
  const indices = indicesByName(layouts);
  const planned = layouts.map((layout) => planLayout(layout, indices, pages, theme, meta));
  const hasStray = pages.some((page) => !layouts.some((layout) => layout.name === page.layout));
  const blank: LayoutPlan = {
    label: blankLayoutName(meta.language),
    background: { slot: 'lt1' },
    decorations: [],
    placeholders: [unseenTitlePlaceholder(theme, meta)],
  };
  return hasStray || planned.length === 0 ? [...planned, blank] : planned;
}

/**
 * Of a layout that shows no title: slides on it have theirs above the slide, for outlines and screen readers, and may
 * fill no placeholder that their layout lacks.
 */
const unseenTitlePlaceholder = (theme: Theme, meta: DocumentMeta): PlaceholderPlan => ({
  region: 'title',
  type: 'title',
  index: null,
  box: { x: 0, y: -60, width: theme.deck.page.width, height: 48 },
  inset: noInset,
  valign: 'top',
  style: theme.deck.styles['title'] ?? plainStyle,
  bulleted: false,
  prompt: promptOf('title', meta),
});

const isTitle = (type: PlaceholderType): boolean => type === 'title' || type === 'ctrTitle';

const mainRegion = (layout: SlideLayout): Region | undefined =>
  layout.regions.find(
    ({ placeholder, accepts }) =>
      placeholder === 'body' && !accepts.some((part) => part === 'kicker' || part === 'subtitle'),
  );

/**
 * Regions of one name have one index in every layout: who switches a slide's layout finds each text in its own place
 * again.
 */
function indicesByName(layouts: readonly SlideLayout[]): ReadonlyMap<string, number> {
  const counted = layouts.flatMap((layout) =>
    layout.regions.filter(
      (region) =>
        region.placeholder !== null &&
        !isTitle(region.placeholder) &&
        fixedIndices[region.placeholder] === undefined &&
        region !== mainRegion(layout),
    ),
  );
  return new Map([...new Set(counted.map(({ name }) => name))].map((name, index) => [name, firstFree + index]));
}

const labelOf = ({ label, labels = {} }: SlideLayout, language: string): string =>
  labels[language.split('-')[0]!] ?? label;

function planLayout(
  layout: SlideLayout,
  indices: ReadonlyMap<string, number>,
  pages: readonly Page[],
  theme: Theme,
  meta: DocumentMeta,
): LayoutPlan {
  const placeholders: PlaceholderPlan[] = [];
  for (const region of layout.regions) {
    const type = region.placeholder;
    if (type === null) continue;
    const isTaken = placeholders.some((other) => other.type === type || (isTitle(type) && other.index === null));
    // A layout has one title, one footer, one date and one number; a second such region stays a direct box.
    if (isTaken && (isTitle(type) || fixedIndices[type] !== undefined)) continue;
    const index = isTitle(type)
      ? null
      : (fixedIndices[type] ?? (region === mainRegion(layout) ? mainText : indices.get(region.name)!));
    placeholders.push(planPlaceholder(region, type, index, insetOf(region, layout.name, pages), theme, meta));
  }
  return {
    label: labelOf(layout, meta.language),
    background: layout.background,
    decorations: layout.decorations,
    placeholders: placeholders.some(({ type }) => isTitle(type))
      ? placeholders
      : [...placeholders, unseenTitlePlaceholder(theme, meta)],
  };
}

/** Regions have no inset of their own: the first text that fills the placeholder says how it is set. */
function insetOf(region: Region, layout: string, pages: readonly Page[]): Insets {
  for (const page of pages) {
    if (page.layout !== layout) continue;
    for (const item of page.items) if (item.kind === 'text' && item.placeholder === region.name) return item.inset;
  }
  return noInset;
}

function planPlaceholder(
  region: Region,
  type: PlaceholderType,
  index: number | null,
  inset: Insets,
  theme: Theme,
  meta: DocumentMeta,
): PlaceholderPlan {
  return {
    region: region.name,
    type,
    index,
    box: region.box,
    inset,
    valign: region.valign,
    style: theme.deck.styles[region.style] ?? plainStyle,
    bulleted: type === 'body' && region.style === 'bullet',
    prompt: promptOf(type, meta),
  };
}
