/** Comments on slides (ISO 29500-1, 19.4): one author for all of them, and a part for each slide that has some. */
import type { CommentPlan, DeckPlan } from '../plan/deck-plan.js';
import { element, textElement, xmlPart } from '../../xml/element.js';
import { namespaces } from '../../xml/presentation-ml.js';

const countComments = (plan: DeckPlan): number => plan.slides.reduce((sum, { comments }) => sum + comments.length, 0);

export const hasComments = (plan: DeckPlan): boolean => countComments(plan) > 0;

export const commentAuthorsPart = (plan: DeckPlan): string =>
  xmlPart(
    element(
      'p:cmAuthorLst',
      namespaces,
      element('p:cmAuthor', { id: 0, name: 'briefkit', initials: 'BK', lastIdx: countComments(plan), clrIdx: 0 }),
    ),
  );

/** Places are in eighths of a point. */
const unitsPerPoint = 8;

/**
 * An author's comments are numbered through the deck: `first` is the number of the slide's first. The date is the
 * report's own.
 */
export function commentsPart(comments: readonly CommentPlan[], first: number, { meta: { date } }: DeckPlan): string {
  const dt = /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00.000` : null;
  return xmlPart(
    element(
      'p:cmLst',
      namespaces,
      comments.map(({ x, y, text }, index) =>
        element(
          'p:cm',
          { authorId: 0, dt, idx: first + index },
          element('p:pos', { x: Math.round(x * unitsPerPoint), y: Math.round(y * unitsPerPoint) }),
          textElement('p:text', text),
        ),
      ),
    ),
  );
}
