/** One slide of a deck laid, or taken over from an earlier build that laid the same. */
import type { Tell } from '../../diagnostics/diagnostic.js';
import type { Memo } from '../../memo/memo.js';
import type { DocumentMeta } from '../../model/document.js';
import type { Link, PageItem, StructureNode } from '../../model/page.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import { listedEntries } from '../blocks/contents.js';
import { labelNotes } from '../blocks/footnotes.js';
import type { BlockContext } from '../galley/block.js';
import { retag } from '../galley/retag.js';
import { createStructure, graft, silentStructure } from '../galley/structure-builder.js';
import { laySlide, type SlidePage } from './lay-slide.js';
import { chapterEntries, pageTargets, runningTotals, type PlannedSlide } from './plan-slides.js';
import { slideBlocks, slideLinks, slideTexts, waitsForPages } from './slide-links.js';

/** What all slides of a deck are laid with. */
export interface DeckContext {
  readonly meta: DocumentMeta;
  readonly planned: readonly PlannedSlide[];
  readonly layouts: ReadonlyMap<string, SlideLayout>;
  /** What slides and chapters are called, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly base: Omit<BlockContext, 'parent' | 'resolveLink' | 'entries' | 'noteLabel'>;
  readonly memo: Memo;
  /** All that `layouts` has: one list for all slides, so that its content is marked once. */
  readonly listed: readonly SlideLayout[];
  /** Slides of somebody else's that stand before: what is printed as a number counts them. */
  readonly slidesBefore: number;
}

/** Where a link leads; null for a slide that is not there. */
const resolveLink = (href: string, targets: ReadonlyMap<string, number>): Link | null => {
  if (!href.startsWith('#')) return { kind: 'url', url: href };
  const page = targets.get(href.slice(1));
  return page === undefined ? null : { kind: 'page', page };
};

/** Pages of a slide as they are remembered: laid by itself, with a structure of its own whose root is the slide. */
interface LaidSlide {
  readonly pages: readonly { readonly layout: string; readonly items: readonly PageItem[]; readonly title: string }[];
  readonly nodes: readonly StructureNode[];
}

/**
 * The pages of one slide, more than one where it is continued.
 *
 * @param targets pages by id. Null for a trial before they are known, which only counts: it says nothing, leaves no
 * structure and is not remembered.
 */
export const layPlannedSlide = (
  { slide, layout, sect }: PlannedSlide,
  targets: ReadonlyMap<string, number> | null,
  { meta, planned, layouts, listed, titles, slidesBefore, base, memo }: DeckContext,
): readonly SlidePage[] => {
  const known =
    targets ??
    pageTargets(
      planned,
      planned.map(() => 0),
    );
  const entries = waitsForPages(slide) ? chapterEntries(planned, known, slidesBefore) : [];
  const labels = labelNotes(slideTexts(slide));
  const lay = (tell: Tell, structure: BlockContext['structure']): readonly SlidePage[] =>
    laySlide({
      meta,
      slide,
      layout,
      layouts,
      labels,
      context: {
        ...base,
        tell,
        structure,
        parent: 0,
        noteLabel: (note) => labels.get(note) ?? null,
        resolveLink: (href) => resolveLink(href, known),
        entries,
      },
    });
  if (targets === null) return lay(() => undefined, silentStructure(0));
  // What other slides say, and where they stand, shows on this one only where it names them.
  const others = [
    slideBlocks(slide).map((block) => (block.kind === 'contents' ? listedEntries(block, entries) : null)),
    ...slideLinks(slide).map(({ href }) => [known.get(href.slice(1)) ?? null, titles.get(href.slice(1)) ?? null]),
  ];
  const laid = memo.recall(
    'slide',
    [slide, meta, layout?.name ?? null, listed, others],
    (told): LaidSlide => {
      const own = createStructure();
      own.add('Sect', null);
      const pages = lay(told, own);
      return { pages: pages.map((page) => ({ ...page, layout: page.layout.name })), nodes: own.freeze() };
    },
    base.tell,
  );
  const tagOf = graft(base.structure, sect, laid.nodes);
  return laid.pages.map((page) => ({
    ...page,
    layout: layouts.get(page.layout)!,
    items: page.items.map((item) => retag(item, tagOf)),
  }));
};

/**
 * Slides that print page numbers are counted first, in a trial that leaves no trace, and laid when all pages are known.
 */
export const laySlides = (
  deck: DeckContext,
): { pages: readonly (readonly SlidePage[])[]; starts: readonly number[] } => {
  const { planned } = deck;
  const lay = (plan: PlannedSlide, targets: ReadonlyMap<string, number> | null): readonly SlidePage[] =>
    layPlannedSlide(plan, targets, deck);
  const laid = planned.map((plan) => lay(plan, waitsForPages(plan.slide) ? null : new Map()));
  const starts = runningTotals(laid.map((pages) => pages.length));
  const targets = pageTargets(planned, starts);
  return {
    starts,
    pages: planned.map((plan, index) => (waitsForPages(plan.slide) ? lay(plan, targets) : laid[index]!)),
  };
};
