/** The first step of the deck writer, and a pure one: positioned pages to a plan of slides. */
import type { Reporter } from '../../../diagnostics/diagnostic.js';
import { charactersRemoved } from '../../../diagnostics/messages.js';
import type { ChartItem, Link, Page, PageItem, PageSet, PictureItem, ShapeItem, TableItem, TextItem } from '../../../model/page.js';
import type { SlideLayout } from '../../../model/slide-layout.js';
import { cleanText } from './clean-text.js';
import { sameBox, sameColor, sameLink } from './compare.js';
import type {
  ChartParts, DeckPlan, GeometryShape, LayoutPlan, MediaPlan, PictureShape, PlaceholderPlan, ShapePlan, SlidePlan, TableShape, TextShape,
} from './deck-plan.js';
import { languageOf } from './language.js';
import { planLayouts } from './plan-layouts.js';
import { planSections } from './plan-sections.js';
import { planParagraphs } from './plan-text.js';
import type { TextContext } from './plan-text.js';

/** A chart as it is shown: native where PowerPoint has its kind, else drawn as a picture. */
export type ShownChart =
  | { readonly kind: 'native'; readonly parts: ChartParts }
  | { readonly kind: 'picture'; readonly png: Uint8Array };

/** What the pages share while they are planned: parts of the package that slides point at by index. */
interface Collected {
  readonly charts: ChartParts[];
  readonly media: MediaPlan[];
  readonly mediaOf: Map<Uint8Array, number>;
}

interface PageContext extends TextContext {
  readonly collected: Collected;
  readonly shown: ReadonlyMap<ChartItem, ShownChart>;
  readonly layout: LayoutPlan;
  /** Placeholders that a shape of this slide already fills. */
  readonly filled: Set<PlaceholderPlan>;
  readonly lastPage: number;
}

export function planDeck(pages: PageSet, shown: ReadonlyMap<ChartItem, ShownChart>, report: Reporter): DeckPlan {
  const collected: Collected = { charts: [], media: [], mediaOf: new Map() };
  const layouts = planLayouts(pages.layouts, pages.pages, pages.theme, pages.meta);
  const slides = pages.pages.map((page) => planSlide(page, pages, layouts, collected, shown, report));
  const meta = pages.meta;
  const clean = (text: string): string => cleanText(text).text;
  return {
    meta: {
      ...meta, title: clean(meta.title), subtitle: clean(meta.subtitle), author: clean(meta.author), subject: clean(meta.subject),
      keywords: meta.keywords.map(clean), footer: clean(meta.footer),
    },
    theme: pages.theme, size: pages.theme.deck.page, layouts, slides,
    sections: planSections(pages.pages, clean(meta.title)), media: collected.media, charts: collected.charts,
  };
}

function planSlide(
  page: Page, pages: PageSet, layouts: readonly LayoutPlan[], collected: Collected, shown: ReadonlyMap<ChartItem, ShownChart>, report: Reporter,
): SlidePlan {
  const source = pages.layouts.findIndex((candidate) => candidate.name === page.layout);
  const layoutIndex = source < 0 ? layouts.length - 1 : source;
  const layout = layouts[layoutIndex]!;
  const removed = new Set<string>();
  const clean = (text: string): string => {
    const cleaned = cleanText(text);
    for (const character of cleaned.removed) removed.add(character);
    return cleaned.text;
  };
  const language = pages.meta.language;
  const context: PageContext = { collected, shown, layout, filled: new Set(), lastPage: pages.pages.length - 1, language, clean };
  const shapes = page.items
    .filter((item) => !isDecorationOf(item, pages.layouts[source]))
    .map((item) => planShape(item, context));
  const notes = page.notes.flatMap((note) => clean(note).split(/\r?\n/)).map((text) => ({ text, lang: languageOf(text, language) }));
  const title = clean(page.title ?? '');
  if (removed.size > 0) report(charactersRemoved([...removed], title || page.label, page.span));
  return {
    layout: layoutIndex, title, shapes,
    background: sameColor(page.background, layout.background) ? null : page.background,
    notes: notes.some((note) => note.text.trim() !== '') ? notes : [],
  };
}

/** A layout's decoration is drawn by the layout itself: a copy of it among the page's items is left out. */
function isDecorationOf(item: PageItem, layout: SlideLayout | undefined): boolean {
  if (item.kind !== 'shape' || item.tag !== 'artifact' || layout === undefined) return false;
  const same = (one: ShapeItem['fill'], other: ShapeItem['fill']): boolean => one === null || other === null ? one === other : sameColor(one, other);
  return layout.decorations.some((decoration) => decoration.shape === item.shape && sameBox(decoration.box, item.box)
    && same(decoration.fill, item.fill) && same(decoration.stroke, item.stroke));
}

function planShape(item: PageItem, context: PageContext): ShapePlan {
  switch (item.kind) {
    case 'text': return planTextShape(item, context);
    case 'shape': return planGeometry(item, context);
    case 'picture': return planPicture(item, context);
    case 'chart': return planChart(item, context);
    case 'table': return planTable(item, context);
  }
}

const base = (item: PageItem, alt: string, context: PageContext) =>
  ({ box: item.box, name: context.clean(item.name), alt: context.clean(alt), decorative: item.tag === 'artifact' });

function planTextShape(item: TextItem, context: PageContext): TextShape {
  const placeholder = item.placeholder === null ? null : takePlaceholder((candidate) => candidate.region === item.placeholder, context);
  const link = checkedLink(item.link ?? commonPageLink(item), context);
  const paragraphs = planParagraphs(item.paragraphs, placeholder?.style ?? null, placeholder?.type === 'sldNum', context);
  const hoisted = item.link === null && link !== null;
  return {
    kind: 'text', ...base(item, '', context), decorative: false,
    paragraphs: paragraphs.map((paragraph) => ({
      ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, link: hoisted ? null : checkedLink(run.link, context) })),
    })),
    inset: item.inset, valign: item.valign, fill: item.fill, placeholder, link,
  };
}

function takePlaceholder(accepts: (candidate: PlaceholderPlan) => boolean, context: PageContext): PlaceholderPlan | null {
  const placeholder = context.layout.placeholders.find((candidate) => accepts(candidate) && !context.filled.has(candidate));
  if (placeholder) context.filled.add(placeholder);
  return placeholder ?? null;
}

/** A box whose whole text leads to one slide links as a box: PowerPoint underlines linked text whether one likes it or not. */
function commonPageLink(item: TextItem): Link | null {
  const runs = item.paragraphs.flatMap((paragraph) => paragraph.runs);
  const first = runs[0]?.link ?? null;
  return first?.kind === 'page' && runs.every((run) => sameLink(run.link, first)) ? first : null;
}

const checkedLink = (link: Link | null, context: PageContext): Link | null =>
  link?.kind === 'page' && (link.page < 0 || link.page > context.lastPage) ? null : link;

const presets = {
  rect: 'rect', ellipse: 'ellipse', line: 'line', 'triangle-up': 'triangle', 'triangle-down': 'triangle', diamond: 'diamond',
} as const satisfies Record<ShapeItem['shape'], GeometryShape['preset']>;

const planGeometry = (item: ShapeItem, context: PageContext): GeometryShape => ({
  kind: 'geometry', ...base(item, '', context), preset: presets[item.shape], flipped: item.shape === 'triangle-down',
  fill: item.fill, stroke: item.stroke, strokeWidth: item.strokeWidth, dash: item.dash,
});

function planPicture(item: PictureItem, context: PageContext): PictureShape {
  const placeholder = takePlaceholder((candidate) => candidate.type === 'pic' && sameBox(candidate.box, item.box), context);
  const media = addMedia(item.picture.bytes, item.picture.format, context.collected);
  return { kind: 'picture', ...base(item, item.picture.alt, context), media, crop: item.crop, placeholder };
}

function addMedia(bytes: Uint8Array, extension: MediaPlan['extension'], collected: Collected): number {
  const known = collected.mediaOf.get(bytes);
  if (known !== undefined) return known;
  collected.mediaOf.set(bytes, collected.media.length);
  return collected.media.push({ extension, bytes }) - 1;
}

function planChart(item: ChartItem, context: PageContext): ShapePlan {
  const chart = context.shown.get(item);
  if (chart === undefined) throw new Error(`chart "${item.chart.id}" was planned before it was drawn`);
  const shape = { ...base(item, item.chart.alt, context), decorative: false };
  if (chart.kind === 'native') return { kind: 'chart', ...shape, chart: context.collected.charts.push(chart.parts) - 1 };
  const media = addMedia(chart.png, 'png', context.collected);
  return { kind: 'picture', ...shape, media, crop: { x: 0, y: 0, width: 1, height: 1 }, placeholder: null };
}

function planTable(item: TableItem, context: PageContext): TableShape {
  return {
    kind: 'table', ...base(item, item.alt, context), decorative: false,
    columnWidths: item.columnWidths, rowHeights: item.rowHeights, headRows: item.headRows,
    rows: item.rows.map((row) => row.map((cell) => ({
      paragraphs: planParagraphs(cell.paragraphs, null, false, context).map((paragraph) => ({
        ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, link: checkedLink(run.link, context) })),
      })),
      across: cell.across, down: cell.down, fill: cell.fill, inset: cell.inset, valign: cell.valign, rule: cell.rule,
    }))),
  };
}
