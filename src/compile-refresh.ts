/** An edited deck and its report as it is now to the deck that both come to: every stage of a build but the writing. */
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { deckOfOtherReport, noBaseDeck, notOurDeck, spoiledDeck, unusableDeck } from './diagnostics/deck-messages.js';
import type { Effects, Job } from './job.js';
import type { Report } from './model/report.js';
import type { EditedDeck } from './powerpoint/edited/edited-deck.js';
import { emptyIdentity, type DeckIdentity } from './powerpoint/identity/deck-identity.js';
import type { Change, ConflictChoice } from './refresh/changes/change.js';
import type { RefreshedDeck } from './refresh/refresh-deck.js';
import type { Theirs } from './refresh/slide-context.js';
import type { SlideMatch } from './refresh/match/match-slides.js';
import { deckName, surveyDeck, type SurveyedDeck } from './survey-deck.js';
import type { DeckPlan } from './writers/pptx/plan/deck-plan.js';

export interface RefreshJob extends Pick<Job, 'report' | 'template' | 'templateFonts' | 'bundle' | 'theme'> {
  /** The edited deck, and its name as the user typed it. */
  readonly deck: { readonly name: string; readonly bytes: Uint8Array };
  /** The deck as a build wrote it, for one that lost what it says of itself; null without one. */
  readonly base: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly choice: ConflictChoice;
  /** Slides and shapes of the report that the deck has not are put where the report has them. */
  readonly addNew: boolean;
}

export interface RefreshResult {
  readonly data: Report;
  readonly bytes: Uint8Array;
  readonly changes: readonly Change[];
  readonly slides: readonly { readonly number: number; readonly match: SlideMatch | null }[];
}

/** Null where a mistake was found; it is told. */
export async function compileRefresh(job: RefreshJob, effects: Effects): Promise<RefreshResult | null> {
  const { readEditedDeck } = await import('./powerpoint/edited/read-edited-deck.js');
  const { refreshDeck } = await import('./refresh/refresh-deck.js');
  const { repack } = await import('./refresh/repack.js');
  const deck = readEditedDeck(job.deck.bytes);
  if (typeof deck === 'string') return refuse(effects, unusableDeck(job.deck.name, deck));
  const spoiled = [...deck.pack.parts.keys()].find((path) => !deck.pack.isWhole(path));
  if (spoiled !== undefined) return refuse(effects, spoiledDeck(job.deck.name, spoiled));
  const { report, template, templateFonts, bundle, theme } = job;
  const now = await surveyDeck(
    {
      report,
      only: [deckName],
      returned: { layouts: layoutsOf(deck), isDrawn: job.addNew },
      ...(template && { template }),
      ...(templateFonts && { templateFonts }),
      ...(bundle && { bundle }),
      ...(theme && { theme }),
    },
    effects,
  );
  if (now === null || now.describe === null) return null;
  const base = await baseOf(deck, job, now.data.id, effects);
  if (base === null) return null;
  const theirs = await readTheirs(now, now.describe, base);
  const merged = refreshDeck(deck, base, theirs, job);
  const refreshed = job.addNew ? await withAdditions(deck, merged, theirs.identity, now) : merged;
  const parts = new Map(refreshed.parts);
  if (deck.identityPart !== null && deck.identity?.report === base.report && refreshed.identity.build !== base.build) {
    const { identityPart } = await import('./writers/pptx/parts/identity-parts.js');
    parts.set(deck.identityPart, identityPart(refreshed.identity));
  }
  return {
    data: now.data,
    bytes: parts.size === 0 ? job.deck.bytes : repack(deck.pack, parts),
    changes: refreshed.changes,
    slides: deck.slides.map(({ number }, index) => ({ number, match: refreshed.matches[index] ?? null })),
  };
}

/** As the build laid its slides: the deck says it of all, and each that was pasted in of itself. */
function layoutsOf({ identity, slides }: EditedDeck): ReadonlyMap<string, string> {
  const known = new Set((identity?.slides ?? []).map(({ creationId }) => creationId));
  const others = slides.flatMap((slide) =>
    slide.creationId !== null && known.has(slide.creationId) ? [] : (slide.own?.slide ?? []),
  );
  return new Map(
    [...others, ...(identity?.slides ?? [])].flatMap(({ key, layout }) =>
      layout === null ? [] : [[key, layout] as const],
    ),
  );
}

/**
 * Slides that only the report has, and what it has more on others, taken from the deck that it would be. A slide
 * without its layout stays out.
 */
async function withAdditions(
  deck: EditedDeck,
  refreshed: RefreshedDeck,
  next: DeckIdentity,
  { write }: SurveyedDeck,
): Promise<RefreshedDeck> {
  const had = new Set(refreshed.identity.slides.map(({ key }) => key));
  for (const match of refreshed.matches) if (match !== null) had.add(match.slide.key);
  const wanted = next.slides.filter(({ key }) => !had.has(key));
  if ((wanted.length === 0 && refreshed.growth.length === 0) || write === null) return refreshed;
  const { readEditedDeck } = await import('./powerpoint/edited/read-edited-deck.js');
  const { addAll } = await import('./refresh/added/add-all.js');
  const source = readEditedDeck(await write());
  if (typeof source === 'string') throw new Error(`the deck of the report cannot be read: ${source}`);
  return addAll(deck, refreshed, source, wanted);
}

function refuse(effects: Effects, diagnostic: Diagnostic): null {
  effects.tell(diagnostic);
  return null;
}

/** What the build wrote: as the deck says it, as its slides say it, or as the build's own deck says it. */
async function baseOf(
  deck: EditedDeck,
  job: RefreshJob,
  report: string,
  effects: Effects,
): Promise<DeckIdentity | null> {
  if (deck.identity?.report === report) return deck.identity;
  const owners = new Set(deck.slides.flatMap(({ own }) => (own === null ? [] : [own.report])));
  if (owners.has(report)) return emptyIdentity(report);
  const [other] = deck.identity === null ? owners : [deck.identity.report];
  if (other !== undefined) return refuse(effects, deckOfOtherReport(job.deck.name, other, report));
  if (job.base === null) return refuse(effects, notOurDeck(job.deck.name));
  const { readEditedDeck } = await import('./powerpoint/edited/read-edited-deck.js');
  const built = readEditedDeck(job.base.bytes);
  if (typeof built === 'string') return refuse(effects, unusableDeck(job.base.name, built));
  if (built.identity === null) return refuse(effects, noBaseDeck(job.base.name));
  return built.identity.report === report
    ? built.identity
    : refuse(effects, deckOfOtherReport(job.base.name, built.identity.report, report));
}

/** Charts that are pictures are drawn only where one of the deck's is another now. */
async function readTheirs(
  { data, figures, template }: SurveyedDeck,
  describe: NonNullable<SurveyedDeck['describe']>,
  base: DeckIdentity,
): Promise<Theirs> {
  const plain = await describe(false);
  const plan = (await needsPictures(base, plain)) ? await describe(true) : plain;
  const shapes = plan.slides.flatMap((slide) => slide.shapes);
  const { stateFills } = await import('./writers/pptx/state-fills.js');
  const { drawingsBeside } = await import('./writers/pptx/drawings-beside.js');
  return {
    identity: plan.identity ?? emptyIdentity(data.id, data.meta.language),
    figures,
    charts: new Map(
      shapes.flatMap((shape) =>
        shape.kind === 'chart' ? [[shape.guid.toUpperCase(), plan.charts[shape.chart]!] as const] : [],
      ),
    ),
    pictures: new Map(
      shapes.flatMap((shape) =>
        shape.kind === 'picture' ? [[shape.guid.toUpperCase(), plan.media[shape.media]!.bytes] as const] : [],
      ),
    ),
    extended: new Map(
      shapes.flatMap(({ guid, extended }) =>
        extended === undefined ? [] : [[guid.toUpperCase(), plan.extended[extended.number - 1]!] as const],
      ),
    ),
    drawings: drawingsBeside(plan, template),
    states: stateFills(plan, template),
  };
}

async function needsPictures(base: DeckIdentity, { identity }: DeckPlan): Promise<boolean> {
  const { sameNumbers } = await import('./refresh/refresh-picture.js');
  const now = new Map(
    (identity?.slides ?? []).flatMap(({ shapes }) => shapes.map((shape) => [shape.creationId, shape])),
  );
  return base.slides.some(({ shapes }) =>
    shapes.some((shape) => {
      const next = now.get(shape.creationId);
      return shape.kind === 'chart' && shape.isPicture && next?.kind === 'chart' && !sameNumbers(shape, next);
    }),
  );
}
