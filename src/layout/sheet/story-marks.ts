/** The marks of a story that goes on: where it does, and at the head of what follows where it came from. */
import { continuedFrom, continuedOn } from '../../locale/prose/jump-words.js';
import { inlineText } from '../../locale/prose/inline-text.js';
import { partName } from '../../locale/part-words.js';
import type { Pt } from '../../model/length.js';
import { runStyle, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { plainRun } from '../galley/inline-runs.js';
import { paragraphBlock, setRuns } from '../galley/text-block.js';
import type { SheetSetting } from './sheet-setting.js';
import type { Story } from './story-parts.js';

/** How high the head of what goes on is, with the room below it, in pt. */
export const continuedHeight = ({ context, leading }: SheetSetting): Pt =>
  styleOf(context, 'story-line', 'lead').lineHeight + leading * 0.5;

/** `（上接第1版）着眼大局`. @param page from 0. */
export const layContinuedHead = (story: Story, page: number, width: Pt, context: BlockContext): LaidBlock => {
  const style = { ...styleOf(context, 'story-line', 'lead'), bold: true, firstIndent: 0 };
  const words = `${continuedFrom(page + 1, context.language)}${inlineText(story.title)}`;
  const run = plainRun(words, runStyle(style), { kind: 'page', page });
  const set = setRuns([run], style, width, context, context.structure.add('P', context.parent));
  return paragraphBlock(set, width, partName('chapter-title', context.language));
};

/** `（下转第2版）`, at the right of the last line of a page's last column. @param page from 0. */
export const layContinuedMark = (page: number, width: Pt, leading: Pt, context: BlockContext): LaidBlock => {
  const style = { ...styleOf(context, 'body'), align: 'end' as const, firstIndent: 0, lineHeight: leading };
  const run = plainRun(continuedOn(page + 1, context.language), runStyle(style), { kind: 'page', page });
  const set = setRuns([run], style, width, context, context.structure.add('P', context.parent));
  return paragraphBlock(set, width, partName('note', context.language));
};
