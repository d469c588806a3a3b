/** Two or more lines of a title or a lead, about as long as each other, and broken behind a mark where one is near. */
import type { Pt } from '../../model/length.js';
import type { SetParagraph } from '../../model/page.js';
import { setParagraph } from '../../text/set-paragraph.js';
import { setWidest, type WidestSetting } from '../galley/widest-setting.js';
import { spareWidth } from './fit-region.js';

export interface BalancedText {
  readonly paragraph: SetParagraph;
  /** Left free on the right, so that a viewer which breaks the lines again breaks them alike. */
  readonly right: Pt;
}

const lineText = (paragraph: SetParagraph, line: number): string =>
  (paragraph.lines[line]?.fragments ?? [])
    .map(({ text }) => text)
    .join('')
    .trimEnd();

const breaksBehindMarks = (paragraph: SetParagraph): boolean =>
  paragraph.lines.slice(0, -1).every((_, line) => /[，。；、：！？,;:]$/.test(lineText(paragraph, line)));

/** A last line shorter than this share of the first looks stranded. */
const strandedShare = 0.4;
const isStranded = ({ lines }: SetParagraph): boolean =>
  (lines.at(-1)?.width ?? 0) < strandedShare * (lines[0]?.width ?? 0);

/** Room behind the longest line, in em: for a font that runs a little wider, but not for one more character. */
const leeway = 0.6;
const longestLine = ({ lines }: SetParagraph): Pt => Math.max(...lines.map((line) => line.width));

/**
 * `width` is the box's. Of all widths at which the text has no more lines than at the full one, the narrowest that
 * breaks behind marks is taken; where there is none, the narrowest of all for a title (`always`), and for other text
 * only where its last line would look stranded.
 */
export const balanceLines = (
  paragraph: SetParagraph,
  width: Pt,
  always: boolean,
  context: WidestSetting,
): BalancedText => {
  if (paragraph.lines.length < 2 || paragraph.align !== 'start') return { paragraph, right: 0 };
  const step = (paragraph.runs[0]?.style.size ?? 10) / 2;
  const narrower: BalancedText[] = [];
  for (let right = step; right < width / 2; right += step) {
    const set = setParagraph({ ...paragraph, breaking: context.breaking }, (width - right) * spareWidth, context.fonts);
    if (set.lines.length > paragraph.lines.length) break;
    narrower.push({ paragraph: set, right });
  }
  const behindMarks = [{ paragraph, right: 0 }, ...narrower].findLast(
    (text) => breaksBehindMarks(text.paragraph) && !isStranded(text.paragraph),
  );
  const chosen = behindMarks ??
    (always || isStranded(paragraph) ? narrower.at(-1) : undefined) ?? { paragraph, right: 0 };
  if (chosen.right === 0) return chosen;
  const right = Math.max(chosen.right, width - longestLine(chosen.paragraph) - leeway * step * 2);
  return { ...chosen, right: leaveForWidest(chosen.paragraph, width, right, step, context) };
};

/** As much of `right` as leaves a viewer with wider fonts the same number of lines. */
const leaveForWidest = (paragraph: SetParagraph, width: Pt, right: Pt, step: Pt, context: WidestSetting): Pt => {
  let left = right;
  while (left > 0 && setWidest(paragraph, width - left, context).lines.length > paragraph.lines.length)
    left = Math.max(0, left - step);
  return left;
};
