/** One page as a slide: its shapes, notes and title, and what it has beyond its layout. */
import { partName } from '../../../locale/part-words.js';
import type { Tell } from '../../../diagnostics/diagnostic.js';
import { charactersRemoved } from '../../../diagnostics/messages.js';
import type { Box } from '../../../model/length.js';
import type { ChartItem, Page, PageItem, PageSet, ShapeItem } from '../../../model/page.js';
import type { Decoration, SlideLayout } from '../../../model/slide-layout.js';
import type { FittedPictures } from '../../job/fitted-pictures.js';
import { shapeCreationId, slideCreationId } from '../../../powerpoint/identity/creation-ids.js';
import { cleanText } from './plain-xml-text.js';
import { sameBox, sameColor } from './compare.js';
import type { LayoutPlan, ParagraphPlan, PlaceholderPlan, SlidePlan, TextShape } from './deck-plan.js';
import { languageOf } from '../../xml/text-language.js';
import { planBuilds } from './plan-builds.js';
import { planGroups } from './plan-groups.js';
import { plainStyle } from './plan-layouts.js';
import { planShape } from './plan-shape.js';
import type { TableStyleInForce } from './own-tables.js';
import { emptyParagraph } from './plan-text.js';
import type { Collected, ShownChart, SlideContext } from './plan-shape.js';

/** What the slides of a deck are planned with. */
export interface SlidesContext {
  readonly pages: PageSet;
  readonly layouts: readonly LayoutPlan[];
  readonly collected: Collected;
  readonly shown: ReadonlyMap<ChartItem, ShownChart>;
  readonly pictures: FittedPictures;
  readonly tables: TableStyleInForce;
  /** The report's id. */
  readonly report: string;
  readonly tell: Tell;
}

export function planSlide(page: Page, number: number, deck: SlidesContext): SlidePlan {
  const { pages, layouts, collected, shown, pictures, report, tell, tables } = deck;
  const key = page.key ?? `page ${number}`;
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
  const context: SlideContext = {
    collected,
    shown,
    pictures,
    layout,
    tables,
    filled: new Set(),
    lastPage: pages.pages.length - 1,
    language,
    clean,
    guidOf: (name) => shapeCreationId(report, key, name),
  };
  const items = withoutLogo(page, pages, layout).filter(
    (item) => !isDecorationOf(item, pages.layouts[source]) && !(item.kind === 'table' && item.rows.length === 0),
  );
  // Somebody else's layout draws none of a bundle's: a plate under content stands on the slide.
  const plates = layout.part === undefined ? [] : layout.decorations.map((plate) => plateItem(plate, language));
  const shapes = [...plates, ...items].map((item) => planShape(item, context));
  const notes = page.notes
    .flatMap((note) => clean(note).split(/\r?\n/))
    .map((text) => ({ text, lang: languageOf(text, language) }));
  const title = clean(page.title ?? '');
  if (removed.size > 0) tell(charactersRemoved([...removed], title || page.label, page.span));
  const titled =
    title === '' || [...context.filled].some(isTitle) || lacksTitle(layout)
      ? shapes
      : [unseenTitle(title, pages, context), ...shapes];
  const motion = pages.theme.motion ?? { transition: null, build: [] };
  return {
    key,
    creationId: slideCreationId(report, key),
    layout: layoutIndex,
    title,
    shapes: titled,
    groups: planGroups([...plates, ...items], titled, {
      from: titled.length - shapes.length,
      language,
      guidOf: context.guidOf,
    }),
    transition: motion.transition,
    builds: planBuilds(titled, collected.charts, motion.build),
    background: sameColor(page.background, layout.background) ? null : page.background,
    comments: (page.comments ?? []).map(({ box, text }) => ({ x: box.x, y: box.y, text: clean(text) })),
    notes: notes.some((note) => note.text.trim() !== '') ? notes : [],
  };
}

/** The master and the layouts have the logo; a slide only where it stands upon a picture. */
function withoutLogo(
  { items, layout: name }: Page,
  { logos = {} }: PageSet,
  { part }: LayoutPlan,
): readonly PageItem[] {
  const logo = logos[name ?? ''] ?? [];
  const isFirst = logo.length > 0 && logo.every(({ name: own, box }, at) => isItem(items[at], own, box));
  return isFirst && part === undefined ? items.slice(logo.length) : items;
}

const isItem = (item: PageItem | undefined, name: string, box: Box): boolean =>
  item !== undefined && item.name === name && sameBox(item.box, box);

/** A template's layout without a title: a slide may not fill a placeholder that it lacks. */
const lacksTitle = ({ part, placeholders }: LayoutPlan): boolean => part !== undefined && !placeholders.some(isTitle);

const isTitle = ({ type }: PlaceholderPlan): boolean => type === 'title' || type === 'ctrTitle';

/**
 * A slide without a title on it still has one for outlines and screen readers: above the slide, as PowerPoint itself
 * puts a hidden one.
 */
function unseenTitle(title: string, { theme }: PageSet, context: SlideContext): TextShape {
  const style = theme.deck.styles['title'] ?? plainStyle;
  const box = { x: 0, y: -60, width: theme.deck.page.width, height: 48 };
  const placeholder = context.layout.placeholders.find(isTitle)!;
  const paragraph: ParagraphPlan = {
    ...emptyParagraph(style.size),
    runs: [
      {
        text: title,
        lang: languageOf(title, context.language),
        size: null,
        bold: null,
        italic: false,
        script: null,
        color: null,
        font: null,
        link: null,
        breakBefore: false,
        slideNumber: false,
      },
    ],
  };
  return {
    kind: 'text',
    box,
    name: 'Title',
    key: ' title',
    guid: context.guidOf(' title'),
    alt: '',
    decorative: false,
    paragraphs: [paragraph],
    inset: placeholder.inset,
    valign: placeholder.valign,
    fill: null,
    placeholder,
    link: null,
  };
}

const plateItem = ({ shape, box, fill, stroke, strokeWidth }: Decoration, language: string): ShapeItem => ({
  kind: 'shape',
  name: partName('ground', language),
  tag: 'artifact',
  shape,
  box,
  fill,
  stroke,
  strokeWidth,
  dash: false,
});

/** A layout's decoration is drawn by the layout itself: a copy of it among the page's items is left out. */
function isDecorationOf(item: PageItem, layout: SlideLayout | undefined): boolean {
  if (item.kind !== 'shape' || item.tag !== 'artifact' || layout === undefined) return false;
  const same = (one: ShapeItem['fill'], other: ShapeItem['fill']): boolean =>
    one === null || other === null ? one === other : sameColor(one, other);
  return layout.decorations.some(
    (decoration) =>
      decoration.shape === item.shape &&
      sameBox(decoration.box, item.box) &&
      same(decoration.fill, item.fill) &&
      same(decoration.stroke, item.stroke),
  );
}
