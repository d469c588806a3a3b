/**
 * A heading: a chapter opens with an accent rule and a large number, a finding with its title, both keep with what
 * follows.
 */
import { inlineText } from '../../locale/prose/inline-text.js';
import { partName } from '../../locale/part-words.js';
import type { HeadingBlock, Inline } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { PageItem, Run, ShapeItem } from '../../model/page.js';
import { moveItem, runStyle, styleOf, type BlockContext, type LaidBlock, type LayBlock } from '../galley/block.js';
import { inlineRuns, plainRun } from '../galley/inline-runs.js';
import { setRuns, textItem } from '../galley/text-block.js';
import { checkStyle } from './paragraphs.js';
import { filledShape } from '../galley/filled-shape.js';

const roles = { 1: 'H1', 2: 'H2', 3: 'H3' } as const;

/** The accent rule of a chapter's opening, in pt. */
const openerRule = { thickness: 2, below: 10 } as const;
/** Between the large number and the words, in em of the words. */
const numberGap = 0.7;

const openingRule = (width: Pt, language: string): ShapeItem =>
  filledShape(
    partName('chapter-rule', language),
    { slot: 'accent1' },
    { x: 0, y: 0, width, height: openerRule.thickness },
  );

const opener = (
  block: HeadingBlock<Inline>,
  words: readonly Run[],
  width: Pt,
  tag: number,
  context: BlockContext,
): { items: PageItem[]; height: Pt } => {
  const style = styleOf(context, 'heading-1');
  const numberStyle = styleOf(context, 'heading-1-number', 'heading-1');
  const top = openerRule.thickness + openerRule.below;
  const number =
    block.number === null
      ? null
      : setRuns(
          [plainRun(block.number, runStyle(numberStyle))],
          { ...numberStyle, firstIndent: 0, align: 'start' },
          width,
          context,
          tag,
        );
  const left = number === null ? 0 : (number.lines[0]?.width ?? 0) + numberGap * style.size;
  const title = setRuns(words, style, width - left, context, tag);
  const numberBaseline = number?.lines[0]?.baseline ?? 0;
  const titleBaseline = title.lines[0]?.baseline ?? 0;
  const baseline = Math.max(numberBaseline, titleBaseline);
  const items: PageItem[] = [openingRule(width, context.language)];
  if (number !== null)
    items.push(
      moveItem(
        textItem([number], left, partName('chapter-number', context.language)),
        0,
        top + baseline - numberBaseline,
      ),
    );
  items.push(
    moveItem(
      textItem([title], width - left, partName('chapter-title', context.language)),
      left,
      top + baseline - titleBaseline,
    ),
  );
  const bottom = Math.max(
    number === null ? 0 : baseline - numberBaseline + number.height,
    baseline - titleBaseline + title.height,
  );
  return { items, height: top + bottom };
};

const plain = (
  block: HeadingBlock<Inline>,
  words: readonly Run[],
  width: Pt,
  tag: number,
  context: BlockContext,
): { items: PageItem[]; height: Pt } => {
  const style = styleOf(context, block.style ?? `heading-${block.level}`, 'heading-3');
  const number =
    block.number === null
      ? []
      : [plainRun(`${block.number}\u2002`, { ...runStyle(style), color: { slot: 'accent1' } })];
  const set = setRuns([...number, ...words], style, width, context, tag);
  return { items: [textItem([set], width, partName('heading', context.language))], height: set.height };
};

export const layHeading: LayBlock<HeadingBlock<Inline>> = (block, width, context): LaidBlock => {
  checkStyle(block, context);
  const style = styleOf(context, block.style ?? `heading-${block.level}`, 'heading-3');
  const tag = context.structure.add(roles[block.level], context.parent);
  const words = inlineRuns(block.inlines, runStyle(style), context);
  const { items, height } = (block.level === 1 && block.style === undefined ? opener : plain)(
    block,
    words,
    width,
    tag,
    context,
  );
  return {
    items,
    height,
    keepWithNext: true,
    spaceBefore: style.spaceBefore,
    spaceAfter: style.spaceAfter,
    marks: [
      { id: block.id, y: 0, heading: { level: block.level, number: block.number, title: inlineText(block.inlines) } },
    ],
  };
};
