/**
 * The logo of a template, for paper: the picture that stands, small and near an edge, on most of its layouts, else on
 * its cover. Nothing in a file says what a logo is.
 */
import type { Box, Size } from '../../model/length.js';
import type { Template, TemplateLayout } from './template.js';

/** Shares of the slide: larger pictures are scenery, those in its middle content. */
const most = { area: 0.06, width: 0.4, height: 0.25 } as const;
const least = 0.0004;
/** It lies wholly in the upper or the lower part of the slide that is as high as this. */
const edge = 1 / 3;
/** A picture on fewer layouts than this is one of theirs. */
const leastLayouts = 1 / 3;

/**
 * Path of its part; null where none can be told. Of several that stand on as many layouts the one nearest the top;
 * where none stands on many, one of the layouts for covers.
 */
export function findLogo({ layouts, size }: Pick<Template, 'layouts' | 'size'>): string | null {
  const marks = marksOn(layouts, size);
  const best = marks[0];
  if (best !== undefined && best.count >= layouts.length * leastLayouts) return best.picture;
  return marksOn(layouts.filter(isCover), size)[0]?.picture ?? null;
}

const isCover = ({ type, placeholders }: TemplateLayout): boolean =>
  type === 'title' || placeholders.some(({ kind }) => kind === 'ctrTitle');

interface Mark {
  readonly picture: string;
  /** On so many layouts. */
  readonly count: number;
}

function marksOn(layouts: readonly TemplateLayout[], size: Size): readonly Mark[] {
  const shown = new Map<string, { count: number; readonly top: number }>();
  for (const { obstacles } of layouts) {
    const here = new Set<string>();
    for (const { picture, box } of obstacles) {
      if (picture === null || here.has(picture) || !/\.(?:png|jpe?g|svg)$/i.test(picture) || !isMark(box, size))
        continue;
      here.add(picture);
      const known = shown.get(picture) ?? { count: 0, top: box.y };
      known.count += 1;
      shown.set(picture, known);
    }
  }
  return [...shown]
    .sort(([, one], [, other]) => other.count - one.count || one.top - other.top)
    .map(([picture, { count }]) => ({ picture, count }));
}

function isMark({ x, y, width, height }: Box, size: Size): boolean {
  const area = (width * height) / (size.width * size.height);
  const isOnSlide = x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height;
  const isNearEdge = y + height <= size.height * edge || y >= size.height * (1 - edge);
  return (
    isOnSlide &&
    isNearEdge &&
    area >= least &&
    area <= most.area &&
    width <= size.width * most.width &&
    height <= size.height * most.height
  );
}
