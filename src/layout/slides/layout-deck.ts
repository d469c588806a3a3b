/** Lays a deck: every slide by its layout, then slide numbers, sections, bookmarks and links between slides. */
import { isPageColor } from '../galley/deep-ground.js';
import type { PageLook } from '../galley/page-look.js';
import { partName } from '../../locale/part-words.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../../memo/memo.js';
import type { Deck, Slide } from '../../model/document.js';
import type { Box } from '../../model/length.js';
import type { Page, PageItem, PageSet } from '../../model/page.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import { widestLatin } from '../../text/widen-latin.js';
import { noInsets, runStyle, styleOf, type BlockContext } from '../galley/block.js';
import { plainRun } from '../galley/inline-runs.js';
import { breakingOf } from '../galley/breaking-of.js';
import { layBlock } from '../blocks/lay-block.js';
import { setRuns } from '../galley/text-block.js';
import { logoItems } from '../galley/logo-item.js';
import { createStructure, evenHeadings } from '../galley/structure-builder.js';
import { checkSlides } from './check-slides.js';
import { tellSmallFeet, tellSmallText } from './tell-small-text.js';
import { outlineOf } from './deck-outline.js';
import { laySlides, type DeckContext } from './lay-planned-slide.js';
import type { SlidePage } from './lay-slide.js';
import { linkBack } from './link-back.js';
import { planSlides, slideKeys, slideNames } from './plan-slides.js';
import { slideBlocks } from './slide-links.js';
import { markTight } from '../galley/mark-tight.js';
import { noteParagraphs } from './speaker-notes.js';

export const layoutDeck = (deck: Deck, look: PageLook, tell: Tell, memo: Memo = noMemo): PageSet => {
  const { meta } = deck;
  const { theme, layouts, fonts, slidesBefore = 0, returned = null } = look;
  const structure = createStructure();
  const root = structure.add('Document', null);
  const planned = planSlides(deck, layouts, () => structure.add('Sect', root), tell);
  const titles = slideNames(planned);
  const base: DeckContext['base'] = {
    theme,
    medium: theme.deck,
    fonts,
    tell,
    language: meta.language,
    structure,
    numberOf: () => null,
    nameOf: (id) => titles.get(id) ?? null,
    figureHeight: null,
    lay: layBlock,
    breaking: breakingOf(meta, 'loose'),
    // A deck names its fonts and does not hold them.
    ...(returned?.isDrawn !== false && { widestFonts: widestLatin(fonts) }),
  };
  const listed = memo.recallSame('layout list', [layouts], () => [...layouts.values()]);
  const keys = slideKeys(planned);
  const chosen = returned === null ? null : { keys, layouts: returned.layouts };
  const { pages, starts } = laySlides({ meta, planned, layouts, listed, titles, slidesBefore, base, memo, chosen });
  checkSlides(planned, starts, tell);
  const reading = { page: theme.deck.page, tell };
  planned.forEach(({ slide }, index) => tellSmallText(slide, pages[index]!, reading));
  tellSmallFeet(pages.flat(), reading);
  const context: BlockContext = { ...base, parent: root, resolveLink: () => null, noteLabel: () => null, entries: [] };
  const showsContents = ({ slide }: { readonly slide: Slide }): boolean =>
    slideBlocks(slide).some((block) => block.kind === 'contents');
  const agenda = starts[planned.findIndex(showsContents)] ?? Infinity;
  const logos = theme.logo === undefined ? {} : { logos: logosOf(listed, context) };
  return {
    kind: 'deck',
    meta,
    theme,
    layouts: listed,
    ...logos,
    structure: evenHeadings(structure.freeze()),
    outline: outlineOf(planned, starts),
    pages: planned.flatMap(({ slide }, index) =>
      pages[index]!.map((page, part) =>
        recallFinished(
          { slide, page, part, number: starts[index]! + part, slidesBefore, agenda, key: keys[index]! },
          context,
          deck,
          memo,
        ),
      ),
    ),
  };
};

/** The logo of the brand at the top right, on the margin; 24 pt high, and 32 pt from the top. */
const logoOn = (isDeep: boolean, { theme, language }: BlockContext): readonly PageItem[] =>
  logoItems(theme, {
    right: theme.deck.page.width - theme.deck.margin.right,
    top: 32,
    height: 24,
    most: 112,
    isDeep,
    language,
  });

const isDeepGround = ({ background }: SlideLayout): boolean => !isPageColor(background);

const logosOf = (layouts: readonly SlideLayout[], context: BlockContext): NonNullable<PageSet['logos']> =>
  Object.fromEntries(layouts.map((layout) => [layout.name, logoOn(isDeepGround(layout), context)]));

/** With the logo behind all, or upon a picture that would hide it. */
const withLogo = (items: readonly PageItem[], layout: SlideLayout, context: BlockContext): readonly PageItem[] => {
  const logo = logoOn(isDeepGround(layout), context);
  const place = logo.at(-1)?.box;
  const isHidden = items.some(({ kind, box }) => kind === 'picture' && place !== undefined && overlap(box, place));
  return isHidden ? [...items, ...logoOn(true, context)] : [...logo, ...items];
};

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

interface PlacedPage {
  readonly slide: Slide;
  readonly page: SlidePage;
  /** How many pages of the same slide stand before it. */
  readonly part: number;
  /** In the deck, from 0. */
  readonly number: number;
  readonly slidesBefore: number;
  /** The page of the contents, Infinity where there is none. */
  readonly agenda: number;
  /** The slide's own. */
  readonly key: string;
}

/** Finished as in the build before, where it is the same page at the same place. */
const recallFinished = (placed: PlacedPage, context: BlockContext, { meta }: Deck, memo: Memo): Page => {
  const { slide, page, part, number, slidesBefore, agenda, key } = placed;
  const { theme, fonts, widestFonts } = context;
  return memo.recallSame(
    'finished page',
    [slide, page, part, number, slidesBefore, agenda, key, meta, theme, fonts, widestFonts],
    (told) => finishPage(placed, { ...context, tell: told }),
    context.tell,
  );
};

/** A laid page with its number, notes and the way back to the agenda. */
const finishPage = (
  { slide, page, part, number, slidesBefore, agenda, key }: PlacedPage,
  context: BlockContext,
): Page => {
  const label = String(number + 1 + slidesBefore);
  const items = number > agenda ? linkBack(page, agenda) : page.items;
  return {
    size: context.theme.deck.page,
    label,
    background: page.layout.background,
    layout: page.layout.name,
    items: markTight(
      uniqueNames([...withLogo(items, page.layout, context), ...slideNumber(page.layout, label, context)]),
      context,
    ),
    title: page.title,
    ...notesOf(slide, part),
    chapter: slide.chapter?.title ?? null,
    span: slide.span,
    key: part === 0 ? key : `${key}+${part}`,
  };
};

/** On the first page of a slide; its continuations have none. */
const notesOf = (slide: Slide, part: number): Pick<Page, 'notes' | 'noteFigures'> => {
  const notes = part === 0 ? noteParagraphs(slide.notes) : [];
  return { notes: notes.map(({ text }) => text), noteFigures: notes.map(({ figures }) => figures) };
};

const slideNumber = (layout: SlideLayout, label: string, context: BlockContext): PageItem[] =>
  layout.regions
    .filter((region) => region.accepts.includes('number'))
    .map((region) => {
      const style = styleOf(context, region.style);
      return {
        kind: 'text',
        name: partName('page-number', context.language),
        box: region.box,
        inset: noInsets,
        valign: region.valign,
        fill: null,
        link: null,
        tag: 'artifact',
        placeholder: region.placeholder === null ? null : region.name,
        paragraphs: [setRuns([plainRun(label, runStyle(style))], style, region.box.width, context, 'artifact')],
      };
    });

/** A selection pane tells shapes apart by name, so a second one of a name gets a number. */
const uniqueNames = (items: readonly PageItem[]): PageItem[] => {
  const used = new Map<string, number>();
  return items.map((item) => {
    const count = (used.get(item.name) ?? 0) + 1;
    used.set(item.name, count);
    return count === 1 ? item : { ...item, name: `${item.name} ${count}` };
  });
};
