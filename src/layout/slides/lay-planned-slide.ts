/** One slide of a deck laid, or taken over from an earlier build that laid the same. */
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import type { Memo } from '../../memo/memo.js';
import type { DocumentMeta, Slide } from '../../model/document.js';
import type { Link, PageItem, StructureNode } from '../../model/page.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import { listedEntries } from '../blocks/contents.js';
import { labelNotes } from '../blocks/footnotes.js';
import type { BlockContext } from '../galley/block.js';
import { retag } from '../galley/retag.js';
import { createStructure, graft, silentStructure } from '../galley/structure-builder.js';
import { laySlide, type SlidePage } from './lay-slide.js';
import type { SlideSetting } from './slide-setting.js';
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
  /**
   * For a deck that came back: the key of each planned slide, and by keys the layouts of its slides. Null for one that
   * is made afresh.
   */
  readonly chosen: { readonly keys: readonly string[]; readonly layouts: ReadonlyMap<string, string> } | null;
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
  plan: PlannedSlide,
  targets: ReadonlyMap<string, number> | null,
  { meta, planned, layouts, listed, titles, slidesBefore, base, memo, chosen }: DeckContext,
): readonly SlidePage[] => {
  const { slide, layout, sect } = plan;
  const known = targets ?? unplacedTargets(planned);
  const entries = waitsForPages(slide) ? chapterEntries(planned, known, slidesBefore) : [];
  const labels = labelNotes(slideTexts(slide));
  // A list of contents prints pages, and is not tried.
  const isAlone = labels.size === 0 && slideLinks(slide).length === 0;
  const kept = isAlone ? keptTrials(meta, base, memo) : {};
  const lay = (
    tell: Tell,
    structure: BlockContext['structure'],
    shownIn: SlideSetting['shownIn'] = null,
  ): readonly SlidePage[] =>
    laySlide({
      shownIn,
      meta,
      slide,
      layout,
      layouts,
      labels,
      context: {
        ...base,
        ...kept,
        tell,
        structure,
        parent: 0,
        noteLabel: (note) => labels.get(note) ?? null,
        resolveLink: (href) => resolveLink(href, known),
        entries,
      },
    });
  if (targets === null) return lay(() => undefined, silentStructure(0));
  const parts = [slide, meta, layout?.name ?? null, listed, shownOfOthers(slide, entries, known, titles)];
  const layAlone = (told: Tell, shownIn: SlideSetting['shownIn']): LaidSlide => {
    const own = createStructure();
    own.add('Sect', null);
    const pages = lay(told, own, shownIn);
    return { pages: pages.map((page) => ({ ...page, layout: page.layout.name })), nodes: own.freeze() };
  };
  // What is laid for a deck that came back is no build's: it is not remembered.
  const laid =
    chosen === null || memo.holds('slide', parts)
      ? memo.recall('slide', parts, (told): LaidSlide => layAlone(told, null), base.tell)
      : layAsShown(shownLayouts(chosen, planned.indexOf(plan), layouts), layAlone, base.tell);
  const first = base.structure.count();
  const tagOf = graft(base.structure, sect, laid.nodes);
  return memo.recallSame('placed slide', [laid, sect, first, layouts], () =>
    laid.pages.map((page) => ({
      ...page,
      layout: layouts.get(page.layout)!,
      items: page.items.map((item) => retag(item, tagOf)),
    })),
  );
};

/** Before pages are counted all stand on the first. */
const unplacedTargets = (planned: readonly PlannedSlide[]): ReadonlyMap<string, number> =>
  pageTargets(
    planned,
    planned.map(() => 0),
  );

/** What other slides say, and where they stand, shows on this one only where it names them. */
const shownOfOthers = (
  slide: Slide,
  entries: BlockContext['entries'],
  pages: ReadonlyMap<string, number>,
  titles: DeckContext['titles'],
): readonly unknown[] => [
  slideBlocks(slide).map((block) => (block.kind === 'contents' ? listedEntries(block, entries) : null)),
  ...slideLinks(slide).map(({ href }) => [pages.get(href.slice(1)) ?? null, titles.get(href.slice(1)) ?? null]),
];

/**
 * Trials of the build before, of slides that name nothing outside of them: a block that did not change is not tried
 * again beside one that did.
 */
const keptTrials = (
  meta: DocumentMeta,
  { theme, fonts, widestFonts }: DeckContext['base'],
  memo: Memo,
): Required<Pick<BlockContext, 'trials' | 'texts'>> =>
  memo.recallSame('trials', [meta, theme, fonts, widestFonts], () => ({ trials: new WeakMap(), texts: new WeakMap() }));

/** In the layouts that its pages had, where those hold it still; else as in any build. */
function layAsShown(
  shown: readonly SlideLayout[],
  lay: (tell: Tell, shownIn: SlideSetting['shownIn']) => LaidSlide,
  tell: Tell,
): LaidSlide {
  const told: Diagnostic[] = [];
  const laid = shown.length === 0 ? null : lay((diagnostic) => void told.push(diagnostic), shown);
  return laid !== null && told.length === 0 && laid.pages.length === shown.length ? laid : lay(tell, null);
}

/** Of a slide's pages in the deck that came back, one after another. */
const shownLayouts = (
  { keys, layouts: names }: NonNullable<DeckContext['chosen']>,
  index: number,
  layouts: ReadonlyMap<string, SlideLayout>,
): readonly SlideLayout[] => {
  const shown: SlideLayout[] = [];
  for (;;) {
    const key = shown.length === 0 ? keys[index]! : `${keys[index]!}+${shown.length}`;
    const layout = layouts.get(names.get(key) ?? '');
    if (layout === undefined) return shown;
    shown.push(layout);
  }
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
