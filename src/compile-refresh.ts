/** An edited deck and its report as it is now to the deck that both come to: every stage of a build but the writing. */
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { deckOfOtherReport, noBaseDeck, notOurDeck, unusableDeck } from './diagnostics/deck-messages.js';
import { surveyToDraw } from './compile.js';
import type { Effects } from './job.js';
import { allFigures } from './model/figure-id.js';
import type { PageSet } from './model/page.js';
import type { Report } from './model/report.js';
import type { EditedDeck } from './powerpoint/edited/edited-deck.js';
import type { DeckIdentity } from './powerpoint/identity/deck-identity.js';
import type { Change, ConflictChoice } from './refresh/changes/change.js';
import type { Theirs } from './refresh/slide-context.js';
import type { SlideMatch } from './refresh/match/match-slides.js';
import type { WriteContext } from './writers/job/write-context.js';
import type { DeckPlan } from './writers/pptx/plan/deck-plan.js';

export interface RefreshJob {
  /** The report's folder, as the user typed it. */
  readonly report: string;
  /** The edited deck, and its name as the user typed it. */
  readonly deck: { readonly name: string; readonly bytes: Uint8Array };
  /** The deck as a build wrote it, for one that lost what it says of itself; null without one. */
  readonly base: { readonly name: string; readonly bytes: Uint8Array } | null;
  readonly choice: ConflictChoice;
  /** Slides of the report that the deck has not are put where the report has them. */
  readonly addNew: boolean;
  readonly template?: string;
  readonly bundle?: string;
  readonly theme?: string;
}

export interface RefreshResult {
  readonly data: Report;
  readonly bytes: Uint8Array;
  /** Whether any part is another now. */
  readonly isChanged: boolean;
  readonly changes: readonly Change[];
  readonly slides: readonly { readonly number: number; readonly title: string; readonly match: SlideMatch | null }[];
}

/** Null where a mistake was found; it is told. */
export async function compileRefresh(job: RefreshJob, effects: Effects): Promise<RefreshResult | null> {
  const { readEditedDeck } = await import('./powerpoint/edited/read-edited-deck.js');
  const { refreshDeck } = await import('./refresh/refresh-deck.js');
  const { repack } = await import('./refresh/repack.js');
  const deck = readEditedDeck(job.deck.bytes);
  if (typeof deck === 'string') return refuse(effects, unusableDeck(job.deck.name, deck));
  const theirs = await readTheirs(job, effects);
  if (theirs === null) return null;
  const base = await baseOf(deck, job, theirs.data.id, effects);
  if (base === null) return null;
  const complete = await theirs.complete(base);
  const refreshed = refreshDeck(deck, base, complete, job.choice);
  const parts = new Map(refreshed.parts);
  if (deck.identityPart !== null && deck.identity?.report === base.report && refreshed.identity.build !== base.build) {
    const { identityPart } = await import('./writers/pptx/parts/identity-parts.js');
    parts.set(deck.identityPart, identityPart(refreshed.identity));
  }
  return {
    data: theirs.data,
    bytes: parts.size === 0 ? job.deck.bytes : repack(deck.pack, parts),
    isChanged: refreshed.parts.size > 0,
    changes: refreshed.changes,
    slides: deck.slides.map(({ number }, index) => ({ number, title: '', match: refreshed.matches[index] ?? null })),
  };
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
  const none: DeckIdentity = { format: 2, report, language: '', build: '', slides: [] };
  if (owners.has(report)) return none;
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

interface ReportSide {
  readonly data: Report;
  /** Charts that are pictures are drawn only where one of the deck's is another now. */
  readonly complete: (base: DeckIdentity) => Promise<Theirs>;
}

async function readTheirs(job: RefreshJob, effects: Effects): Promise<ReportSide | null> {
  const { report, template, bundle, theme } = job;
  const asked = {
    report,
    only: ['deck.pptx'],
    strict: false,
    ...(template && { template }),
    ...(bundle && { bundle }),
    ...(theme && { theme }),
  };
  const found = await surveyToDraw(asked, effects);
  const pages = found.documents.get('deck');
  if (found.failed || found.data === null || found.drawnWith === null || pages === undefined) return null;
  const { describeDeck } = await import('./writers/pptx/describe-deck.js');
  const { data, drawnWith, landed } = found;
  const context: WriteContext = {
    ...drawnWith('deck'),
    tell: () => undefined,
    report: data.id,
    resolution: data.resolution.get('deck.pptx') ?? 220,
    ...(landed !== null && { template: landed }),
  };
  const plan = await describeDeck(pages, context, false);
  return {
    data,
    complete: async (base) => {
      const drawn = (await needsPictures(base, plan)) ? await describeDeck(pages, context, true) : plan;
      return theirsOf(data, drawn, pages);
    },
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

function theirsOf(data: Report, plan: DeckPlan, { meta }: PageSet): Theirs {
  const shapes = plan.slides.flatMap((slide) => slide.shapes);
  return {
    identity: plan.identity ?? { format: 2, report: data.id, language: meta.language, build: '', slides: [] },
    figures: new Map([...allFigures(data.figures, data.series)].map((figure) => [figure.id, figure])),
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
  };
}
