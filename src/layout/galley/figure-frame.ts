/**
 * What charts and pictures share: a drawn part between a title and a caption, which can be stretched to fill its place.
 */
import type { Box, Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';
import { moveItem, type BlockContext, type LaidBlock } from './block.js';

export interface FigureFrame {
  /** What a link names it by. */
  readonly id: string;
  readonly above: LaidBlock | null;
  readonly below: LaidBlock | null;
  readonly width: Pt;
  /** Heights of the drawn part, in pt. */
  readonly natural: Pt;
  readonly least: Pt;
  readonly most: Pt;
  /** Whether a drawing of this height leaves something out that a higher one shows. Absent: never. */
  leavesOut?(drawn: Pt): boolean;
  draw(box: Box): readonly PageItem[];
}

/** A height that was asked for gives way down to this share of it. */
const givenShare = 0.8;
/** Between the drawn part and the words around it, in pt per pt of the caption's leading. */
const gapShare = 0.35;

/** The least height between the two at which as much is shown as at the upper one, to an eighth of their distance. */
function leastWhole({ leavesOut }: FigureFrame, low: Pt, asked: Pt): Pt {
  if (leavesOut === undefined || low >= asked || !leavesOut(low) || leavesOut(asked)) return Math.min(low, asked);
  let [lacking, whole] = [low, asked];
  for (let step = 0; step < 3; step++) {
    const middle = (lacking + whole) / 2;
    if (leavesOut(middle)) lacking = middle;
    else whole = middle;
  }
  return whole;
}

export const layFigureFrame = (frame: FigureFrame, leading: Pt, context: BlockContext): LaidBlock => {
  const gap = leading * gapShare;
  const top = frame.above === null ? 0 : frame.above.height + gap;
  const bottom = frame.below === null ? 0 : frame.below.height + gap;

  const build = (drawn: Pt): LaidBlock => ({
    height: top + drawn + bottom,
    items: [
      ...(frame.above?.items ?? []),
      ...frame.draw({ x: 0, y: top, width: frame.width, height: drawn }),
      ...(frame.below?.items ?? []).map((item) => moveItem(item, 0, top + drawn + gap)),
    ],
    marks: [{ id: frame.id, y: 0, heading: null }],
    keepWithNext: false,
    spaceBefore: leading,
    spaceAfter: leading,
    floats: true,
  });
  const asked = context.figureHeight ?? frame.natural;
  const low = context.figureHeight === null ? frame.least : Math.min(frame.least, asked * givenShare);
  const most = Math.max(frame.most, asked);
  // Found when it is asked for: where its names are fitted at four heights it is a twelfth of a long briefing's layout.
  let known: Pt | null = null;
  const least = (): Pt => (known ??= leastWhole(frame, low, asked));
  const clamp = (drawn: Pt): Pt => Math.min(most, drawn >= asked ? drawn : Math.max(least(), drawn));
  return {
    ...build(asked),
    stretch: {
      get least() {
        return top + least() + bottom;
      },
      most: top + most + bottom,
      to: (height) => build(clamp(height - top - bottom)),
    },
  };
};
