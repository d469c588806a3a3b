/** A report as it is now, for whoever holds a file that came back against it: its figures, and the deck it would be. */
import { surveyToDraw } from './compile.js';
import type { Effects, Job } from './job.js';
import { allFigures } from './model/figure-id.js';
import type { Figure } from './model/figure.js';
import type { Report } from './model/report.js';
import type { DeckPlan } from './writers/pptx/plan/deck-plan.js';

export interface SurveyedDeck {
  readonly data: Report;
  /** By id, those of every period. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** The deck that a build would write; charts that PowerPoint lacks have pixels only where they are asked for. */
  readonly describe: (withPictures: boolean) => Promise<DeckPlan>;
}

/** Null where the report has mistakes, which are told. */
export async function surveyDeck(
  asked: Pick<Job, 'report' | 'template' | 'bundle' | 'theme'>,
  effects: Effects,
): Promise<SurveyedDeck | null> {
  const name = 'deck.pptx';
  const found = await surveyToDraw({ ...asked, only: [name], strict: false }, effects);
  const { data, failed } = found;
  const pages = found.documents.get('deck');
  const context = found.writtenWith(name);
  if (failed || data === null || pages === undefined || context === null) return null;
  return {
    data,
    figures: new Map([...allFigures(data.figures, data.series)].map((figure) => [figure.id, figure])),
    describe: async (withPictures) => {
      const { describeDeck } = await import('./writers/pptx/describe-deck.js');
      return describeDeck(pages, { ...context, tell: () => undefined }, withPictures);
    },
  };
}
