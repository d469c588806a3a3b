/** Marks around a printed page: where it is cut, and where a booklet is folded. */
import type { Box, Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';

/** Of a mark, in pt, its distance from the cut where there is no bleed, and from the sheet's edge. */
const markLength = 14;
const leastGap = 6;
const edge = 4;

/** They stand clear of the bleed, so that none is left on the cut page. */
const gapFor = (bleed: Pt): Pt => Math.max(bleed + 2, leastGap);

/** Kept free around the cut for marks. */
export const roomForMarks = (bleed: Pt): Pt => gapFor(bleed) + markLength + edge;

const mark = (x: Pt, y: Pt, width: Pt, height: Pt, dash = false): PageItem => ({
  kind: 'shape',
  shape: 'line',
  name: dash ? '折线' : '裁切线',
  tag: 'artifact',
  fill: null,
  stroke: { slot: 'dk1' },
  strokeWidth: 0.25,
  dash,
  box: { x, y, width, height },
});

export const cropMarks = ({ x, y, width, height }: Box, bleed: Pt, folded: boolean): readonly PageItem[] => {
  const gap = gapFor(bleed);
  const [right, bottom] = [x + width, y + height];
  const [before, after] = [-gap - markLength, gap];
  return [
    ...[x, right].flatMap((at) => [mark(at, y + before, 0, markLength), mark(at, bottom + after, 0, markLength)]),
    ...[y, bottom].flatMap((at) => [mark(x + before, at, markLength, 0), mark(right + after, at, markLength, 0)]),
    ...(folded
      ? [mark(x + width / 2, y + before, 0, markLength, true), mark(x + width / 2, bottom + after, 0, markLength, true)]
      : []),
  ];
};
