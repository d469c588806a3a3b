/**
 * One slide to one page or, where a list or a table goes on, to several: every region filled, nothing cut in silence.
 */
import { inlineText } from '../../locale/prose/inline-text.js';
import { blockDoesNotFit, mostlyEmpty } from '../../diagnostics/messages.js';
import { continuedWord } from '../../locale/table-words.js';
import type { PageItem } from '../../model/page.js';
import type { SlideLayout } from '../../model/slide-layout.js';
import { fairGap } from '../choose/layout-cost.js';
import { choosePageLayout } from './choose-page-layout.js';
import type { Piece } from './fill-region.js';
import { layPage, type LaidPage, type WaitingNotes } from './lay-page.js';
import { accepts, hasPlaceFor, piecesOf, withHomes } from './slide-pieces.js';
import { withTrials } from './trials/silent-trials.js';
import type { SlideSetting } from './slide-setting.js';

/** What one page of a slide holds, before it has a number. */
export interface SlidePage {
  readonly layout: SlideLayout;
  readonly items: readonly PageItem[];
  readonly title: string;
}

/** A slide whose text alone goes on takes the layout that its own names for that, so that no half of it is empty. */
const furtherLayout = (waiting: readonly Piece[], own: SlideLayout, { layouts }: SlideSetting): SlideLayout => {
  const further = own.continues === null ? undefined : layouts.get(own.continues);
  return further !== undefined && waiting.every((piece) => hasPlaceFor(further, piece)) ? further : own;
};

/** The layouts that the bundle chooses from, in its order. */
export const choicesOf = (layouts: ReadonlyMap<string, SlideLayout>): readonly SlideLayout[] =>
  [...layouts.values()].filter(({ choice }) => choice !== undefined).sort((one, other) => one.choice! - other.choice!);

/** On somebody else's template a slide with a line below its title takes other layouts than one without. */
const withLine = (layouts: readonly SlideLayout[], hasLine: boolean): readonly SlideLayout[] => {
  const suited = layouts.filter(
    ({ regions }) => regions.some(({ accepts: parts }) => parts.includes('subtitle')) === hasLine,
  );
  return suited.length === 0 ? layouts : suited;
};

/** Where its content may stand: what a layout itself has no place for may go on where its text goes on. */
const homesOf = ({ layout, layouts, slide }: SlideSetting): readonly SlideLayout[] => {
  if (layout === null) return withLine(choicesOf(layouts), slide.subtitle.length > 0);
  const further = layout.continues === null ? undefined : layouts.get(layout.continues);
  return further === undefined ? [layout] : [layout, further];
};

/** Pages of a slide; more than one where a list, a table or cards go on. */
export const laySlide = (given: SlideSetting): readonly SlidePage[] => {
  const setting = { ...given, context: withTrials(given.context) };
  const { slide, context } = setting;
  const pages: SlidePage[] = [];
  const homes = homesOf(setting);
  let waiting = withHomes(piecesOf(homes, setting), homes, setting);
  let notes: WaitingNotes = { labels: setting.labels, rest: null };
  const layoutOf = (): { readonly layout: SlideLayout; readonly gap: number | null } => {
    const known = setting.shownIn?.[pages.length];
    if (known !== undefined) return { gap: null, layout: known };
    if (setting.layout === null) return choosePageLayout(homes, pages.length, waiting, notes, setting);
    return { gap: null, layout: pages.length === 0 ? setting.layout : furtherLayout(waiting, setting.layout, setting) };
  };
  do {
    const { layout, gap } = layoutOf();
    const {
      lines,
      filled,
      foot,
      notes: further,
    }: LaidPage = layPage(pages.length, waiting, notes, { ...setting, layout });
    notes = further;
    // By whole percents, as it is told.
    if (gap !== null && Math.round(gap * 100) > fairGap * 100)
      context.tell(mostlyEmpty(inlineText(slide.title), gap, slide.span));
    // On its first page a slide may leave all to the layout that goes on; there something has to find its place.
    const stuck =
      filled.items.length > 0
        ? undefined
        : (filled.rest.find((piece) => hasPlaceFor(layout, piece)) ??
          (pages.length === 0 ? undefined : filled.rest[0]));
    if (stuck !== undefined) {
      const region = layout.regions.find((candidate) => accepts(candidate, stuck))?.name ?? '';
      context.tell(blockDoesNotFit(stuck.block.kind, region, layout.name, stuck.block.span));
      waiting = filled.rest.filter((piece) => piece !== stuck);
      if (pages.length > 0) continue;
    } else waiting = filled.rest;
    pages.push({
      layout,
      items: [...lines.before, ...filled.items, ...foot, ...lines.after],
      title: inlineText(slide.title) + (pages.length === 0 ? '' : continuedWord(pages.length, context.language)),
    });
  } while (waiting.length > 0 || notes.rest !== null);
  return pages;
};
