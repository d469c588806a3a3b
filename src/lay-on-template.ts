/**
 * A deck laid on somebody else's template: its layouts landed there, its slides laid anew in the template's boxes at
 * its sizes.
 */
import type { Diagnostic, Tell } from './diagnostics/diagnostic.js';
import {
  doubtfulLayout,
  standInFonts,
  templateWithout,
  titleWithoutPlaceholder,
} from './diagnostics/template-messages.js';
import { noMemo } from './memo/memo.js';
import type { Deck } from './model/document.js';
import type { PageSet } from './model/page.js';
import type { DeckTemplate, LandedTemplate } from './powerpoint/template/landing.js';
import type { OpenedTemplate } from './powerpoint/template/open-template.js';
import { leftBehind } from './powerpoint/template/left-behind.js';
import { isTitleKind } from './powerpoint/template/read-placeholders.js';
import { doubtful } from './powerpoint/template/score-layouts.js';
import { standInName } from './powerpoint/template/template-theme.js';
import { layoutLabel } from './powerpoint/template/template.js';
import type { Look, Sources } from './read-sources.js';

export interface LaidOnTemplate {
  readonly pages: PageSet;
  readonly landed: DeckTemplate;
}

/** Where something does not fit at the template's own sizes it is tried at smaller ones, all of the deck alike. */
const tones = [1, 0.88, 0.77, 0.68, 0.6, 0.5, 0.4] as const;

export async function layOnTemplate(
  deck: Deck,
  opened: OpenedTemplate,
  { bundle, look: { theme, fonts, memo } }: Pick<Sources, 'bundle'> & { readonly look: Look },
  tell: Tell,
): Promise<LaidOnTemplate> {
  const { landTemplate } = await import('./powerpoint/template/land-template.js');
  const { landDeck } = await import('./powerpoint/template/land-deck.js');
  const { layoutPages } = await import('./layout/layout-pages.js');
  for (const [index, tone] of tones.entries()) {
    const told: Diagnostic[] = [];
    const take: Tell = (diagnostic) => void told.push(diagnostic);
    const landed = landTemplate(opened.template, {
      theme,
      layouts: bundle.layouts,
      language: deck.meta.language,
      mapping: opened.mapping,
      tone,
    });
    const own = memo === noMemo ? memo : memo.within([landed.theme, [...landed.layouts]]);
    const pages = layoutPages(landDeck(deck, landed, take), landed.theme, landed.layouts, fonts, take, own);
    if (index < tones.length - 1 && told.some(isWantOfRoom)) continue;
    tellLanding(landed, opened, pages, tell);
    // How much of a slide stays empty is the template's doing as much as the report's.
    told.filter(({ code }) => code !== 'mostly-empty').forEach(tell);
    return { pages, landed: { ...landed, kept: opened.kept } };
  }
  throw new Error('a deck was tried at no size');
}

const wantsOfRoom: ReadonlySet<string> = new Set(['text-does-not-fit', 'block-does-not-fit']);
const isWantOfRoom = ({ code }: Diagnostic): boolean => wantsOfRoom.has(code);

/**
 * What a reader of the deck would wonder at: layouts that serve badly, titles without a placeholder, fonts that are not
 * here.
 */
function tellLanding(landed: LandedTemplate, { spec, template }: OpenedTemplate, pages: PageSet, tell: Tell): void {
  const dropped = leftBehind(template);
  if (dropped.length > 0) tell(templateWithout(spec.file, dropped, spec.span));
  const told = new Set<string>();
  for (const name of new Set(pages.pages.map(({ layout }) => layout ?? ''))) {
    const layout = landed.landed.get(name);
    if (layout === undefined || told.has(layout.bundleLayout)) continue;
    told.add(layout.bundleLayout);
    const target = layoutLabel(layout.target);
    if (layout.score !== null && layout.score < doubtful[layout.need])
      tell(doubtfulLayout(layout.bundleLayout, target, spec.span));
    if (![...layout.placeholders.values()].some(({ kind }) => isTitleKind(kind)))
      tell(titleWithoutPlaceholder(layout.bundleLayout, target, spec.span));
  }
  const { heading, body } = landed.theme.fonts;
  const faces = [...new Set([heading, body].flatMap(({ latin, eastAsian }) => [latin, eastAsian]))].filter(Boolean);
  tell(standInFonts(faces, standInName(landed.theme), spec.span));
}
