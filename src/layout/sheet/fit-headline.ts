/**
 * A headline fitted to its width: as large as its style on one line; down to a part of that to stay on one line; else
 * on two lines or more, broken by sense and about as long as each other.
 */
import type { Inline } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { SetParagraph } from '../../model/page.js';
import type { TextStyle } from '../../model/theme.js';
import { runStyle, type BlockContext } from '../galley/block.js';
import { inlineRuns } from '../galley/inline-runs.js';
import { setRuns } from '../galley/text-block.js';

/** Smaller than this share of its style it is not set on one line. */
const leastShare = 0.78;
const step = 0.5;

/** Marks and spaces behind which a headline breaks by sense. */
const breaksBySense = ({ lines }: SetParagraph): boolean =>
  lines
    .slice(0, -1)
    .every(({ fragments }) => /[\s，。；、：！？,;:—·]$/u.test(fragments.map(({ text }) => text).join('')));

const longest = ({ lines }: SetParagraph): Pt => Math.max(0, ...lines.map(({ width }) => width));

export const fitHeadline = (
  inlines: readonly Inline[],
  style: TextStyle,
  width: Pt,
  context: BlockContext,
  tag: number,
): SetParagraph => {
  const setAt = (size: Pt, within: Pt): SetParagraph => {
    const own = { ...style, size, lineHeight: (style.lineHeight * size) / style.size, firstIndent: 0 };
    return setRuns(inlineRuns(inlines, runStyle(own), context), own, within, context, tag);
  };
  const whole = setAt(style.size, width);
  if (whole.lines.length <= 1) return whole;
  for (let size = style.size - step; size >= style.size * leastShare; size -= step) {
    const set = setAt(size, width);
    if (set.lines.length === 1) return set;
  }
  // On two lines it is smaller than on one, so that a long headline weighs no more than a short one.
  for (let size = style.size * 0.92; size >= style.size * 0.6; size -= step) {
    const set = setAt(size, width);
    if (set.lines.length <= 2) return balanced(set, (within) => setAt(size, within), width);
  }
  const smallest = style.size * 0.6;
  return balanced(setAt(smallest, width), (within) => setAt(smallest, within), width);
};

/** Words in a column on as many lines as they need, broken by sense and about as long as each other. */
export const balancedText = (
  inlines: readonly Inline[],
  style: TextStyle,
  width: Pt,
  context: BlockContext,
  tag: number,
): SetParagraph => {
  const runs = inlineRuns(inlines, runStyle(style), context);
  const setTo = (within: Pt): SetParagraph => setRuns(runs, { ...style, firstIndent: 0 }, within, context, tag);
  const set = setTo(width);
  return set.lines.length < 2 ? set : balanced(set, setTo, width);
};

/** The narrowest setting of as many lines, or the narrowest of those that break by sense. */
const balanced = (set: SetParagraph, setTo: (width: Pt) => SetParagraph, width: Pt): SetParagraph => {
  const found: SetParagraph[] = [set];
  for (let within = width * 0.98; within > width * 0.5; within -= width * 0.02) {
    const narrower = setTo(within);
    if (narrower.lines.length > set.lines.length) break;
    found.push(narrower);
  }
  const best = found.findLast(breaksBySense) ?? found.at(-1)!;
  // Centred lines are centred in the width that was given.
  return best.align !== 'center' || longest(best) >= width ? best : centred(best, width);
};

/** Each line's pieces moved so that its middle is that of the width. */
const centred = (set: SetParagraph, width: Pt): SetParagraph => ({
  ...set,
  lines: set.lines.map((line) => {
    const first = line.fragments[0]?.x ?? 0;
    const ink = line.width - first;
    const dx = (width - ink) / 2 - first;
    return {
      ...line,
      width: line.width + dx,
      fragments: line.fragments.map((fragment) => ({ ...fragment, x: fragment.x + dx })),
    };
  }),
});
