/**
 * Whether a report has what is named: the one place that tells of an unknown figure, chart, table, picture or
 * narrative.
 */
import { unknownPeriod } from '../../diagnostics/figure-messages.js';
import { unknownFigure, unknownName } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { timePoints } from '../../figures/choose-periods.js';
import { figureNamed, periodsOf, type FigureBook } from '../../figures/find-figure.js';
import { periodOf, seriesOf } from '../../model/figure-id.js';
import type { Span } from '../../model/span.js';
import type { NamedThing } from '../template/helper.js';

/** What a report has, by id, with the place where it is defined (a narrative is its own place). */
export type KnownThings = Readonly<
  Record<Exclude<NamedThing, 'figure'>, ReadonlyMap<string, { readonly span?: Span }>>
> & {
  readonly figure: FigureBook;
};

export type NameCheck = (what: NamedThing, id: string, span: Span) => boolean;

export function checkNames(known: KnownThings, tell: Tell): NameCheck {
  return (what, id, span) => {
    if (what === 'figure') return hasFigure(known.figure, id, span, tell);
    const things = known[what];
    if (things.has(id)) return true;
    const name = nearestName(id, things.keys());
    const place = name === null ? undefined : things.get(name)?.span;
    const nearest = name === null ? null : place === undefined ? { name } : { name, span: place };
    tell(unknownName(what, id, span, nearest, [...things.keys()]));
    return false;
  };
}

/** By its id, or by that of a series and a period. */
export function hasFigure(book: FigureBook, id: string, span: Span, tell: Tell): boolean {
  if (figureNamed(book, id) !== null) return true;
  const asked = periodOf(id);
  const face = asked === null ? undefined : book.figures.get(seriesOf(id));
  if (asked !== null && face !== undefined) {
    tell(unknownPeriod(face.id, asked, periodsOf(book, face), span));
    return false;
  }
  const name = nearestName(seriesOf(id), book.figures.keys());
  tell(unknownFigure(seriesOf(id), span, name === null ? null : { name, span: book.figures.get(name)!.span }));
  return false;
}

/**
 * All that a text may ask of a report beside what its figures come to: when it is another, texts are read again. Ids,
 * figures with the periods for which there are numbers, other things with their places. Those of figures are no part of
 * it, for each report of a batch may have them from a file of its own: see `figurePlaces`.
 */
export const namesIn = ({ figure, chart, table, picture, narrative }: KnownThings, language: string): object => ({
  language,
  figures: [...figure.figures].map(([id, { period }]) => ({
    id,
    period,
    periods: timePoints(figure, id).map(({ key }) => key),
  })),
  series: [...figure.series.keys()],
  others: [chart, table, picture, narrative].map((things) => [...things].map(([id, { span }]) => ({ id, span }))),
});

/** Where figures stand: only a diagnostic says that of one. */
export const figurePlaces = ({ figure }: KnownThings): readonly Span[] =>
  [...figure.figures.values()].map(({ span }) => span);
