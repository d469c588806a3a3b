/**
 * A deck laid on somebody else's template: its layouts landed there, its slides laid anew in the template's boxes at
 * its sizes.
 */
import type { Diagnostic, Tell } from './diagnostics/diagnostic.js';
import { doubtfulLayouts, templateWithout, titlesWithoutPlaceholder } from './diagnostics/template-messages.js';
import { markOf } from './memo/content-mark.js';
import { noMemo, type Memo } from './memo/memo.js';
import type { Deck } from './model/document.js';
import type { PageSet } from './model/page.js';
import type { DeckTemplate, LandedLayout, LandedTemplate } from './powerpoint/template/landing.js';
import type { OpenedTemplate } from './powerpoint/template/open-template.js';
import { leftBehind } from './powerpoint/template/left-behind.js';
import { isTitleKind } from './powerpoint/template/read-placeholders.js';
import { doubtful } from './powerpoint/template/score-layouts.js';
import { layoutLabel } from './powerpoint/template/template.js';
import type { Look, Sources } from './read-sources.js';

export interface LaidOnTemplate {
  readonly pages: PageSet;
  readonly landed: DeckTemplate;
}

/**
 * Where something does not fit at the template's own sizes it is tried at smaller ones, all of the deck alike; at last
 * in all the room that its slides have.
 */
const attempts = [
  ...[1, 0.88, 0.77, 0.68, 0.6].map((tone) => ({ tone, roomy: false })),
  ...[0.77, 0.6, 0.5, 0.4, 0.3].map((tone) => ({ tone, roomy: true })),
] as const;

export async function layOnTemplate(
  deck: Deck,
  opened: OpenedTemplate,
  { bundle, look: { theme, fonts, memo }, returned }: Pick<Sources, 'bundle' | 'returned'> & { readonly look: Look },
  tell: Tell,
): Promise<LaidOnTemplate> {
  const { landTemplate } = await import('./powerpoint/template/land-template.js');
  const { landDeck } = await import('./powerpoint/template/land-deck.js');
  const { layoutPages } = await import('./layout/layout-pages.js');
  for (const [index, attempt] of attempts.entries()) {
    const isLast = index === attempts.length - 1;
    const told: Diagnostic[] = [];
    const take: Tell = (diagnostic) => {
      if (!isLast && isWantOfRoom(diagnostic)) throw new NoRoom();
      told.push(diagnostic);
    };
    const { landed, mark } = memo.recallSame(
      'landed template',
      [opened, theme, bundle.layouts, deck.meta.language, attempt.tone, attempt.roomy],
      () =>
        markLanded(
          memo,
          opened,
          landTemplate(opened.template, {
            theme,
            layouts: bundle.layouts,
            language: deck.meta.language,
            mapping: opened.mapping,
            ...attempt,
          }),
        ),
    );
    const own = memo === noMemo ? memo : memo.within([mark]);
    const pages = unlessNoRoom(() =>
      layoutPages(
        landDeck(deck, landed, take, own),
        { ...landed, fonts, slidesBefore: opened.kept.before.length, ...(returned && { returned }) },
        take,
        own,
      ),
    );
    if (pages === null) continue;
    tellLanding(landed, opened, pages, tell);
    // How much of a slide stays empty is the template's doing as much as the report's.
    told.filter(({ code }) => code !== 'mostly-empty').forEach(tell);
    return { pages, landed };
  }
  throw new Error('a deck was tried at no size');
}

/** What the deck's writer is given, with a mark of what its pages look like, for whoever remembers results. */
function markLanded(
  memo: Memo,
  { kept, spec }: OpenedTemplate,
  template: LandedTemplate,
): { readonly landed: DeckTemplate; readonly mark: string } {
  const landed = { ...template, kept, isHost: spec.into !== undefined };
  return { landed, mark: memo === noMemo ? '' : markOf([landed.theme, [...landed.layouts]]) };
}

const wantsOfRoom: ReadonlySet<string> = new Set(['text-does-not-fit', 'block-does-not-fit', 'table-too-wide']);
const isWantOfRoom = ({ code }: Diagnostic): boolean => wantsOfRoom.has(code);

/** An attempt ends with the first thing that has no room: what follows would be laid again at other sizes anyway. */
class NoRoom extends Error {}

function unlessNoRoom<Result>(lay: () => Result): Result | null {
  try {
    return lay();
  } catch (fault) {
    if (fault instanceof NoRoom) return null;
    throw fault;
  }
}

/**
 * What a reader of the deck would wonder at: layouts that serve badly, titles without a placeholder.
 */
function tellLanding(landed: LandedTemplate, { spec, template }: OpenedTemplate, pages: PageSet, tell: Tell): void {
  const dropped = leftBehind(template);
  if (dropped.length > 0) tell(templateWithout(spec.file, dropped, spec.span));
  const used = usedLayouts(landed, pages);
  for (const [target, names] of byTarget(used.filter(isDoubtful))) tell(doubtfulLayouts(names, target, spec.span));
  for (const [target, names] of byTarget(used.filter(lacksTitle)))
    tell(titlesWithoutPlaceholder(names, target, spec.span));
}

/** One of each layout of the bundle, in the order of the deck. */
const usedLayouts = ({ landed }: LandedTemplate, { pages }: PageSet): readonly LandedLayout[] => {
  const used = new Map<string, LandedLayout>();
  for (const { layout } of pages) {
    const one = landed.get(layout ?? '');
    if (one !== undefined && !used.has(one.bundleLayout)) used.set(one.bundleLayout, one);
  }
  return [...used.values()];
};

const isDoubtful = ({ score, need }: LandedLayout): boolean => score !== null && score < doubtful[need];
const lacksTitle = ({ placeholders }: LandedLayout): boolean =>
  ![...placeholders.values()].some(({ kind }) => isTitleKind(kind));

/** Names of the bundle's layouts by the template's that they land on. */
const byTarget = (layouts: readonly LandedLayout[]): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, readonly string[]>();
  for (const { target, bundleLayout } of layouts) {
    const label = layoutLabel(target);
    found.set(label, [...(found.get(label) ?? []), bundleLayout]);
  }
  return found;
};
