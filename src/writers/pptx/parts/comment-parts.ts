/** Comments on slides (ISO 29500-1, 19.4): one author for all of them, and a part for each slide that has some. */
import type { CommentPlan, DeckPlan } from '../plan/deck-plan.js';
import { escapeXml, namespaces, xmlHeader } from '../../xml/presentation-xml.js';

const author = { name: 'briefkit', initials: 'BK' } as const;

const countComments = (plan: DeckPlan): number => plan.slides.reduce((sum, { comments }) => sum + comments.length, 0);

export const hasComments = (plan: DeckPlan): boolean => countComments(plan) > 0;

export const commentAuthorsPart = (plan: DeckPlan): string =>
  `${xmlHeader}<p:cmAuthorLst ${namespaces}><p:cmAuthor id="0" name="${author.name}" initials="${author.initials}" lastIdx="${countComments(plan)}" clrIdx="0"/></p:cmAuthorLst>`;

/** Places are in eighths of a point. */
const unitsPerPoint = 8;

/** An author's comments are numbered through the deck: `first` is the number of the slide's first. The date is the report's own. */
export function commentsPart(comments: readonly CommentPlan[], first: number, { meta: { date } }: DeckPlan): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? ` dt="${date}T00:00:00.000"` : '';
  return `${xmlHeader}<p:cmLst ${namespaces}>${comments
    .map(
      ({ x, y, text }, index) =>
        `<p:cm authorId="0"${day} idx="${first + index}"><p:pos x="${Math.round(x * unitsPerPoint)}" y="${Math.round(y * unitsPerPoint)}"/><p:text>${escapeXml(text)}</p:text></p:cm>`,
    )
    .join('')}</p:cmLst>`;
}
