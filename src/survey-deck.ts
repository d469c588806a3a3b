/** A report as it is now, for whoever holds a file that came back against it: its figures, and the deck it would be. */
import { surveyToDraw } from './compile.js';
import type { Effects, Job } from './job.js';
import { allFigures } from './model/figure-id.js';
import type { Figure } from './model/figure.js';
import type { Report } from './model/report.js';
import type { WriteContext } from './writers/job/write-context.js';
import type { DeckPlan } from './writers/pptx/plan/deck-plan.js';

export interface SurveyedDeck {
  readonly data: Report;
  /** By id, those of every period. */
  readonly figures: ReadonlyMap<string, Figure>;
  /**
   * The deck that a build would write; charts that PowerPoint lacks have pixels only where they are asked for. Null
   * where no deck was.
   */
  readonly describe: ((withPictures: boolean) => Promise<DeckPlan>) | null;
  /** What that deck would be made inside; null for one of its own. */
  readonly template: NonNullable<WriteContext['template']> | null;
  /** The file of that deck. */
  readonly write: (() => Promise<Uint8Array>) | null;
}

export const deckName = 'deck.pptx';

/** Null where the report has mistakes, which are told. */
export async function surveyDeck(
  asked: Pick<Job, 'report' | 'only' | 'template' | 'templateFonts' | 'bundle' | 'theme' | 'returned'>,
  effects: Effects,
): Promise<SurveyedDeck | null> {
  const found = await surveyToDraw({ ...asked, strict: false }, effects);
  const { data, failed } = found;
  if (failed || data === null) return null;
  const pages = found.documents.get('deck');
  const context = found.writtenWith(deckName);
  return {
    data,
    figures: new Map([...allFigures(data.figures, data.series)].map((figure) => [figure.id, figure])),
    describe:
      pages === undefined || context === null
        ? null
        : async (withPictures) => {
            const { describeDeck } = await import('./writers/pptx/describe-deck.js');
            return describeDeck(pages, { ...context, tell: () => undefined }, withPictures);
          },
    template: context?.template ?? null,
    write:
      pages === undefined || context === null
        ? null
        : async () => {
            const { writeDeck } = await import('./writers/pptx/write-deck.js');
            return writeDeck(pages, { ...context, tell: () => undefined });
          },
  };
}
