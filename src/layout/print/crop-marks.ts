/** Marks around a printed page: where it is cut, and where a booklet is folded. */
import { partName } from '../../locale/part-words.js';
import type { Box, Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';

/** How long a mark is, how far from the cut where there is no bleed, and from the sheet's edge, in pt. */
const markLength = 14;
const leastGap = 6;
const edge = 4;

/** They stand clear of the bleed, so that none is left on the cut page. */
const gapFor = (bleed: Pt): Pt => Math.max(bleed + 2, leastGap);

/** Kept free around the cut for marks. */
export const roomForMarks = (bleed: Pt): Pt => gapFor(bleed) + markLength + edge;

const mark = (name: string, box: Box, dash = false): PageItem => ({
  kind: 'shape',
  shape: 'line',
  name,
  tag: 'artifact',
  fill: null,
  stroke: { slot: 'dk1' },
  strokeWidth: 0.25,
  dash,
  box,
});

export const cropMarks = (
  { x, y, width, height }: Box,
  bleed: Pt,
  folded: boolean,
  language: string,
): readonly PageItem[] => {
  const cut = partName('crop-mark', language);
  const fold = partName('fold-mark', language);
  const gap = gapFor(bleed);
  const [right, bottom] = [x + width, y + height];
  const [before, after] = [-gap - markLength, gap];
  return [
    ...[x, right].flatMap((at) => [
      mark(cut, { x: at, y: y + before, width: 0, height: markLength }),
      mark(cut, { x: at, y: bottom + after, width: 0, height: markLength }),
    ]),
    ...[y, bottom].flatMap((at) => [
      mark(cut, { x: x + before, y: at, width: markLength, height: 0 }),
      mark(cut, { x: right + after, y: at, width: markLength, height: 0 }),
    ]),
    ...(folded
      ? [
          mark(fold, { x: x + width / 2, y: y + before, width: 0, height: markLength }, true),
          mark(fold, { x: x + width / 2, y: bottom + after, width: 0, height: markLength }, true),
        ]
      : []),
  ];
};
