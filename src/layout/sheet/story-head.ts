/**
 * The head of a story: its letter in a square, its headline fitted to the width that is left, the line below. Or
 * upright, its characters one below the other.
 */
import { partName } from '../../locale/part-words.js';
import { uprightText } from '../../locale/prose/upright-text.js';
import type { Pt } from '../../model/length.js';
import type { PageItem, SetParagraph } from '../../model/page.js';
import type { TextStyle } from '../../model/theme.js';
import { measureText } from '../../text/measure-text.js';
import { baselineIn } from '../../text/fonts.js';
import { moveItem, noInsets, runStyle, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { inlineText } from '../../locale/prose/inline-text.js';
import { plainRun } from '../galley/inline-runs.js';
import { setRuns, textItem } from '../galley/text-block.js';
import { balancedText, fitHeadline } from './fit-headline.js';
import type { Story } from './story-parts.js';

/** Between the letter's square and the headline, and below the head, in em of the headline. */
const letterGap = 0.35;
const belowHead = 0.35;

/** The letter in its square; the square is as high as the headline's line less its leading. */
const letterItem = (letter: string, side: Pt, context: BlockContext): PageItem => {
  const style = styleOf(context, 'story-letter', 'heading-1');
  const set = setRuns(
    [plainRun(letter, runStyle(style))],
    { ...style, align: 'center', firstIndent: 0, lineHeight: side },
    side,
    context,
    'artifact',
  );
  return { ...textItem([set], side, partName('chapter-number', context.language)), fill: { slot: 'accent1' } };
};

const headlineStyle = (context: BlockContext): TextStyle => styleOf(context, 'story-headline', 'heading-1');

/** @param section the structure node of the story. */
export const layStoryHead = (story: Story, width: Pt, context: BlockContext, section: number): LaidBlock => {
  const style = headlineStyle(context);
  const side = style.lineHeight * 0.86;
  const left = story.letter === null ? 0 : side + letterGap * style.size;
  const tag = context.structure.add('H2', section);
  const headline = fitHeadline(story.title, style, width - left, context, tag);
  const items: PageItem[] = story.letter === null ? [] : [letterItem(story.letter, side, context)];
  const top = Math.max(0, (side - headline.height) / 2);
  items.push(moveItem(textItem([headline], width - left, partName('chapter-title', context.language)), left, top));
  let height = Math.max(story.letter === null ? 0 : side, top + headline.height);
  if (story.line.length > 0) {
    const lineStyle = styleOf(context, 'story-line', 'lead');
    const line = balancedText(story.line, lineStyle, width, context, context.structure.add('P', section));
    const gap = belowHead * style.size * 0.6;
    items.push(moveItem(textItem([line], width, partName('lead', context.language)), 0, height + gap));
    height += gap + line.height;
  }
  return {
    height: height + belowHead * style.size,
    items,
    marks: [{ id: story.id, y: 0, heading: { level: 1, number: story.letter, title: inlineText(story.title) } }],
    keepWithNext: true,
    spaceBefore: 0,
    spaceAfter: 0,
  };
};

/** Steps of an upright headline: from one character to the next, and from one line to the next, in em. */
const uprightStep = 1.16;
const uprightLine = 1.25;

/** Lines of an upright headline, which are read from right to left: it breaks where its author left a space. */
const uprightLines = (title: string): readonly (readonly string[])[] =>
  title
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => [...uprightText(part)]);

/** The characters of a line one below the other, each on a line of its own. */
const uprightColumn = (
  characters: readonly string[],
  style: TextStyle,
  context: BlockContext,
  tag: number,
): SetParagraph => {
  const run = runStyle(style);
  const step = style.size * uprightStep;
  const face = context.fonts.face(style.font, style.bold);
  const widths = characters.map((character) => measureText(character, run, context.fonts));
  return {
    runs: characters.map((character) => plainRun(character, run)),
    lines: characters.map((character, index) => ({
      baseline: baselineIn(step, face, style.size) + index * step,
      height: step,
      width: widths[index]!,
      fragments: [{ run: index, text: character, x: (style.size - widths[index]!) / 2, advances: [widths[index]!] }],
    })),
    align: 'start',
    lineHeight: step,
    spaceBefore: 0,
    spaceAfter: 0,
    firstIndent: 0,
    indent: 0,
    bullet: null,
    height: characters.length * step,
    tag,
  };
};

export interface UprightHead {
  readonly block: LaidBlock;
  /** With the room to the text beside it, in pt. */
  readonly width: Pt;
}

/** Upright, as high as `height` lets its largest size be: the letter above, then its lines from right to left. */
export const layUprightHead = (story: Story, height: Pt, context: BlockContext, section: number): UprightHead => {
  const style = styleOf(context, 'story-upright', 'story-headline', 'heading-1');
  const side = headlineStyle(context).lineHeight * 0.86;
  const title = inlineText(story.title);
  const lines = uprightLines(title);
  const longest = Math.max(1, ...lines.map(({ length }) => length));
  const top = story.letter === null ? 0 : side + style.size * 0.4;
  const size = Math.max(8, Math.min(style.size, (height - top) / (longest * uprightStep)));
  const own = { ...style, size };
  const tag = context.structure.add('H2', section, { actual: title });
  const items: PageItem[] = story.letter === null ? [] : [letterItem(story.letter, side, context)];
  const pitch = size * uprightLine;
  lines.forEach((characters, index) => {
    const set = uprightColumn(characters, own, context, tag);
    const x = (lines.length - 1 - index) * pitch;
    items.push({
      ...textItem([set], size, partName('chapter-title', context.language)),
      inset: noInsets,
      box: { x, y: top, width: size, height: set.height },
    });
  });
  return {
    width: Math.max(side, (lines.length - 1) * pitch + size) + size * 0.45,
    block: {
      height: top + longest * size * uprightStep,
      items,
      marks: [{ id: story.id, y: 0, heading: { level: 1, number: story.letter, title } }],
      keepWithNext: false,
      spaceBefore: 0,
      spaceAfter: 0,
    },
  };
};
