/** Where the figures of a story stand among its columns: pictures in the top row, the others at the foot. */
import type { Figure, StoryParts } from './story-parts.js';

export interface Obstacle {
  readonly figure: Figure;
  /** Its first column, from 0. */
  readonly from: number;
  /** How many columns it takes. */
  readonly span: number;
  readonly at: 'top' | 'bottom';
}

/**
 * Columns of each picture of the top row, left to right. One picture leaves a column for the story's beginning where
 * there are three or more; several share the columns, the first being the largest.
 */
const pictureSpans = (count: number, columns: number, widest: number): readonly number[] => {
  if (count === 0) return [];
  const shown = Math.min(count, columns);
  const room = columns <= 2 ? columns : shown === 1 || columns > 3 ? columns - 1 : columns;
  const spans = Array.from({ length: shown }, () => 1);
  for (let left = Math.max(room, shown) - shown; left > 0; left -= 1) {
    const narrowest = Math.min(...spans);
    const next = spans.indexOf(narrowest);
    if (narrowest >= widest) break;
    spans[next]! += 1;
  }
  return spans;
};

/** A chart of one or two values is no picture: it stands small. */
const mayLead = (figure: Figure): boolean => pointsOf(figure) > 2 || figure.kind === 'table';

const pointsOf = (figure: Figure): number =>
  figure.kind === 'chart' ? figure.chart.series.reduce((sum, { points }) => sum + points.length, 0) : 0;

/** Columns of a table that stand in one column of the grid. */
const tableColumns = 3;

/** Columns of a figure at the foot: a table of several columns and a chart of many points want two. */
const footSpan = (figure: Figure, columns: number): number => {
  if (figure.kind === 'table') return Math.min(columns, Math.ceil(figure.columns.length / tableColumns));
  const isWide = pointsOf(figure) > 5 || (figure.kind === 'kpis' && figure.cards.length > 2);
  return Math.min(columns, isWide ? 2 : 1);
};

/** Which figures of a story are shown, and where. */
export interface StoryShape {
  /** How many of its spare figures. */
  readonly spares: number;
  /** So many figures of a story without pictures stand in the top row as pictures do. */
  readonly leading: number;
  /** A picture takes no more columns than this. */
  readonly widest: number;
}

export const shapeStory = (
  parts: StoryParts,
  columns: number,
  { spares, leading, widest }: StoryShape,
): readonly Obstacle[] => {
  const shown = parts.spares.slice(0, spares);
  const isPicture = ({ kind }: Figure): boolean => kind === 'picture';
  const drawn = [...parts.figures, ...shown].filter((figure) => !isPicture(figure));
  const leaders = drawn.filter(mayLead).slice(0, leading);
  const pictures = [...parts.pictures, ...shown.filter(isPicture), ...leaders];
  const spans = pictureSpans(pictures.length, columns, widest);
  let from = columns - spans.reduce((sum, span) => sum + span, 0);
  const tops = spans.map((span, index): Obstacle => {
    from += span;
    return { figure: pictures[index]!, from: from - span, span, at: 'top' };
  });
  const feet = [...pictures.slice(spans.length), ...drawn.filter((figure) => !leaders.includes(figure))];
  const stacked = Array.from({ length: columns }, (_, column) => tops.filter((top) => covers(top, column)).length);
  const bottoms = feet.map((figure): Obstacle => {
    const span = footSpan(figure, columns);
    const places = Array.from({ length: columns - span + 1 }, (_, place) => place);
    const load = (place: number): number => Math.max(...stacked.slice(place, place + span));
    const best = places.reduce((least, place) => (load(place) < load(least) ? place : least), 0);
    for (let column = best; column < best + span; column += 1) stacked[column]! += 1;
    return { figure, from: best, span, at: 'bottom' };
  });
  return [...tops, ...bottoms];
};

export const covers = ({ from, span }: Obstacle, column: number): boolean => column >= from && column < from + span;
