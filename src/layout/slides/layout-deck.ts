/** Lays a deck: every slide by its layout, then slide numbers, sections, bookmarks and links between slides. */
import { partName } from '../../locale/part-words.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import {
  duplicateSlideTitle,
  longNotes,
  missingKey,
  unknownLayout,
  unknownLinkTarget,
} from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { noMemo, type Memo } from '../../memo/memo.js';
import type { Deck, Slide } from '../../model/document.js';
import type { Link, OutlineEntry, Page, PageItem, PageSet, StructureNode } from '../../model/page.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import type { Theme } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';
import { widenLatin } from '../../text/widen-latin.js';
import { noInsets, runStyle, styleOf, type BlockContext, type ContentsEntry } from '../galley/block.js';
import { labelNotes } from '../blocks/footnotes.js';
import { inlineText, plainRun } from '../galley/inline-runs.js';
import { breakingOf } from '../galley/breaking-of.js';
import { layBlock } from '../blocks/lay-block.js';
import { setRuns } from '../galley/text-block.js';
import { logoItems } from '../galley/logo-item.js';
import { retag } from '../galley/retag.js';
import { createStructure, evenHeadings, graft, silentStructure } from '../galley/structure-builder.js';
import { choicesOf, laySlide, type SlidePage } from './lay-slide.js';
import { linkBack } from './link-back.js';
import { slideBlocks, slideLinks, slideTexts, waitsForPages } from './slide-links.js';
import { noteParagraphs } from './speaker-notes.js';

interface PlannedSlide {
  readonly slide: Slide;
  /** Null where the content chooses. */
  readonly layout: SlideLayout | null;
  readonly sect: number;
}

const planSlides = (
  deck: Deck,
  layouts: ReadonlyMap<string, SlideLayout>,
  addSect: () => number,
  tell: Tell,
): PlannedSlide[] =>
  deck.slides.flatMap((slide): PlannedSlide[] => {
    if (slide.layout === null) {
      if (choicesOf(layouts).length > 0) return [{ slide, layout: null, sect: addSect() }];
      tell(missingKey('layout', 'this slide', slide.span));
      return [];
    }
    const layout = layouts.get(slide.layout);
    if (layout !== undefined) return [{ slide, layout, sect: addSect() }];
    const nearest = layouts.get(nearestName(slide.layout, layouts.keys()) ?? '');
    tell(unknownLayout(slide.layout, slide.layoutSpan, nearest ?? null));
    return [];
  });

/** First pages of slides and chapters, by their ids. */
const pageTargets = (planned: readonly PlannedSlide[], starts: readonly number[]): ReadonlyMap<string, number> => {
  const targets = new Map<string, number>();
  for (const [index, { slide }] of planned.entries()) {
    for (const id of [slide.id, slide.chapter?.id])
      if (id !== null && id !== undefined && !targets.has(id)) targets.set(id, starts[index]!);
  }
  return targets;
};

/** What slides and chapters are called where a link has no words of its own. */
const slideNames = (planned: readonly PlannedSlide[]): ReadonlyMap<string, string> =>
  new Map(
    planned.flatMap(({ slide: { id, title, chapter } }) => [
      ...(chapter === null ? [] : [[chapter.id, chapter.title] as const]),
      ...(id === null ? [] : [[id, inlineText(title)] as const]),
    ]),
  );

const resolveLink = (href: string, targets: ReadonlyMap<string, number>): Link | null => {
  if (!href.startsWith('#')) return { kind: 'url', url: href };
  const page = targets.get(href.slice(1));
  return page === undefined ? null : { kind: 'page', page };
};

const chapterEntries = (planned: readonly PlannedSlide[], targets: ReadonlyMap<string, number>): ContentsEntry[] => {
  const entries = new Map<string, ContentsEntry>();
  for (const {
    slide: { chapter },
  } of planned) {
    if (chapter === null || entries.has(chapter.id)) continue;
    const page = targets.get(chapter.id) ?? 0;
    entries.set(chapter.id, {
      id: chapter.id,
      level: 1,
      number: chapter.number,
      title: chapter.title,
      page: String(page + 1),
      link: { kind: 'page', page },
    });
  }
  return [...entries.values()];
};

const runningTotals = (counts: readonly number[]): number[] => {
  let sum = 0;
  return counts.map((count) => {
    const start = sum;
    sum += count;
    return start;
  });
};

/** On the first page of a slide; its continuations have none. */
const notesOf = (slide: Slide, part: number): Pick<Page, 'notes' | 'noteFigures'> => {
  const notes = part === 0 ? noteParagraphs(slide.notes) : [];
  return { notes: notes.map(({ text }) => text), noteFigures: notes.map(({ figures }) => figures) };
};

/** Chinese is spoken at some 250 characters a minute. */
const mostNotes = 4000;

const reportLongNotes = (planned: readonly PlannedSlide[], tell: Tell): void => {
  for (const { slide } of planned) {
    const characters = noteParagraphs(slide.notes).reduce((sum, { text }) => sum + text.length, 0);
    if (characters > mostNotes) tell(longNotes(inlineText(slide.title), characters, mostNotes, slide.span));
  }
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

const outlineOf = (planned: readonly PlannedSlide[], starts: readonly number[]): OutlineEntry[] => {
  let chapter: string | null = null;
  return planned.flatMap(({ slide }, index): OutlineEntry[] => {
    const opens = slide.chapter !== null && slide.chapter.id !== chapter;
    chapter = slide.chapter?.id ?? null;
    const page = starts[index]!;
    const title = inlineText(slide.title);
    return [
      ...(opens ? [{ title: slide.chapter!.title, level: 1, page, y: 0 }] : []),
      ...(opens && slide.chapter!.title === title
        ? []
        : [{ title, level: slide.chapter === null ? 1 : 2, page, y: 0 }]),
    ];
  });
};

const reportDuplicates = (planned: readonly PlannedSlide[], tell: Tell): void => {
  const seen = new Set<string>();
  for (const { slide } of planned) {
    const title = inlineText(slide.title);
    if (title !== '' && seen.has(title)) tell(duplicateSlideTitle(title, slide.span));
    seen.add(title);
  }
};

const reportLinks = (planned: readonly PlannedSlide[], targets: ReadonlyMap<string, number>, tell: Tell): void => {
  for (const { slide } of planned) {
    for (const link of slideLinks(slide))
      if (link.href.startsWith('#') && !targets.has(link.href.slice(1))) tell(unknownLinkTarget(link.href, link.span));
  }
};

/** Pages of a slide as they are remembered: laid by itself, with a structure of its own whose root is the slide. */
interface LaidSlide {
  readonly pages: readonly { readonly layout: string; readonly items: readonly PageItem[]; readonly title: string }[];
  readonly nodes: readonly StructureNode[];
}

/** Slides that print page numbers are counted first, in a trial that leaves no trace, and laid when all pages are known. */
const laySlides = (
  planned: readonly PlannedSlide[],
  lay: (plan: PlannedSlide, targets: ReadonlyMap<string, number> | null) => readonly SlidePage[],
): { pages: readonly (readonly SlidePage[])[]; starts: readonly number[] } => {
  const laid = planned.map((plan) => lay(plan, waitsForPages(plan.slide) ? null : new Map()));
  const starts = runningTotals(laid.map((pages) => pages.length));
  const targets = pageTargets(planned, starts);
  return {
    starts,
    pages: planned.map((plan, index) => (waitsForPages(plan.slide) ? lay(plan, targets) : laid[index]!)),
  };
};

/** A deck names its fonts and does not hold them. Where Arial is missing its place is taken, at the widest, by DejaVu Sans: 18 % wider than what is measured. */
const widestLatin = 1.2;

export const layoutDeck = (
  deck: Deck,
  theme: Theme,
  layouts: ReadonlyMap<string, SlideLayout>,
  fonts: Fonts,
  tell: Tell,
  memo: Memo = noMemo,
): PageSet => {
  const structure = createStructure();
  const root = structure.add('Document', null);
  const planned = planSlides(deck, layouts, () => structure.add('Sect', root), tell);
  const titles = slideNames(planned);
  const allLayouts = [...layouts.values()];
  const base: Omit<BlockContext, 'parent' | 'resolveLink' | 'entries' | 'noteLabel'> = {
    theme,
    medium: theme.deck,
    fonts,
    tell,
    language: deck.meta.language,
    structure,
    numberOf: () => null,
    nameOf: (id) => titles.get(id) ?? null,
    figureHeight: null,
    lay: layBlock,
    breaking: breakingOf(deck.meta, 'loose'),
    widestFonts: widenLatin(fonts, widestLatin),
  };
  const lay = (
    { slide, layout, sect }: PlannedSlide,
    targets: ReadonlyMap<string, number> | null,
  ): readonly SlidePage[] => {
    const known =
      targets ??
      pageTargets(
        planned,
        planned.map(() => 0),
      );
    const entries = waitsForPages(slide) ? chapterEntries(planned, known) : [];
    const labels = labelNotes(slideTexts(slide));
    const context: BlockContext = {
      ...base,
      parent: 0,
      noteLabel: (note) => labels.get(note) ?? null,
      resolveLink: (href) => resolveLink(href, known),
      entries,
    };
    if (targets === null)
      return laySlide({
        meta: deck.meta,
        slide,
        layout,
        layouts,
        labels,
        context: { ...context, tell: () => undefined, structure: silentStructure(0) },
      });
    // What other slides say, and where they stand, shows on this one only where it names them.
    const others = [
      entries,
      ...slideLinks(slide).map(({ href }) => [known.get(href.slice(1)) ?? null, titles.get(href.slice(1)) ?? null]),
    ];
    const laid = memo.recall(
      'slide',
      [slide, deck.meta, layout?.name ?? null, allLayouts, others],
      (told): LaidSlide => {
        const own = createStructure();
        own.add('Sect', null);
        const pages = laySlide({
          meta: deck.meta,
          slide,
          layout,
          layouts,
          labels,
          context: { ...context, tell: told, structure: own },
        });
        return { pages: pages.map((page) => ({ ...page, layout: page.layout.name })), nodes: own.freeze() };
      },
      tell,
    );
    const tagOf = graft(structure, sect, laid.nodes);
    return laid.pages.map((page) => ({
      ...page,
      layout: layouts.get(page.layout)!,
      items: page.items.map((item) => retag(item, tagOf)),
    }));
  };
  const { pages, starts } = laySlides(planned, lay);
  reportDuplicates(planned, tell);
  reportLongNotes(planned, tell);
  reportLinks(planned, pageTargets(planned, starts), tell);
  const context: BlockContext = { ...base, parent: root, resolveLink: () => null, noteLabel: () => null, entries: [] };
  const agenda =
    starts[planned.findIndex(({ slide }) => slideBlocks(slide).some((block) => block.kind === 'contents'))] ?? Infinity;
  const keys = slideKeys(planned);
  const { page: size, margin } = theme.deck;
  const logoOn = ({ background }: SlideLayout): readonly PageItem[] =>
    logoItems(theme, {
      right: size.width - margin.right,
      top: 32,
      height: 24,
      most: 112,
      isDeep: background.slot !== 'lt1',
      language: deck.meta.language,
    });
  const itemsOf = (page: SlidePage, number: number): readonly PageItem[] =>
    number > agenda ? linkBack(page, agenda) : page.items;
  return {
    kind: 'deck',
    meta: deck.meta,
    theme,
    layouts: allLayouts,
    structure: evenHeadings(structure.freeze()),
    outline: outlineOf(planned, starts),
    pages: planned.flatMap(({ slide }, index) =>
      pages[index]!.map(
        (page, part): Page => ({
          size: theme.deck.page,
          label: String(starts[index]! + part + 1),
          background: page.layout.background,
          layout: page.layout.name,
          items: uniqueNames([
            ...logoOn(page.layout),
            ...itemsOf(page, starts[index]! + part),
            ...slideNumber(page.layout, String(starts[index]! + part + 1), context),
          ]),
          title: page.title,
          ...notesOf(slide, part),
          chapter: slide.chapter?.title ?? null,
          span: slide.span,
          key: part === 0 ? keys[index]! : `${keys[index]!}+${part}`,
        }),
      ),
    ),
  };
};

/** By which a slide is known again in the next build: see `Page.key`. Titles hold figures, and numbers of slides change with the slides before them. */
const slideKeys = (planned: readonly PlannedSlide[]): readonly string[] => {
  const counts = new Map<string, number>();
  return planned.map(({ slide }) => {
    const own = slide.id ?? `${slide.chapter?.id ?? ''}/${(slide.layout ?? 'chosen').replace(/ \+subtitle$/, '')}`;
    const nth = (counts.get(own) ?? 0) + 1;
    counts.set(own, nth);
    return nth === 1 && slide.id !== null ? own : `${own}/${nth}`;
  });
};

/** A selection pane tells shapes apart by name, so a second one of a name gets a number. */
const uniqueNames = (items: readonly PageItem[]): PageItem[] => {
  const used = new Map<string, number>();
  return items.map((item) => {
    const count = (used.get(item.name) ?? 0) + 1;
    used.set(item.name, count);
    return count === 1 ? item : { ...item, name: `${item.name} ${count}` };
  });
};
