/** One set paragraph as a laid block, which breaks over pages with at least two lines on either side. */
import { isChinese } from '../../locale/language.js';
import type { Pt } from '../../model/length.js';
import type { Run, SetParagraph, Tag, TextItem } from '../../model/page.js';
import type { TextStyle } from '../../model/theme.js';
import { setParagraph } from '../../text/set-paragraph.js';
import { noInsets, type BlockContext, type LaidBlock, type SplitBlock } from './block.js';

/** Fewest lines of a paragraph at the foot of a page (orphans) and at the head of the next (widows). */
const fewestLines = 2;

export const textItem = (paragraphs: readonly SetParagraph[], width: Pt, name: string): TextItem => ({
  kind: 'text',
  paragraphs,
  name,
  inset: noInsets,
  valign: 'top',
  placeholder: null,
  fill: null,
  link: null,
  tag: paragraphs[0]?.tag ?? 'artifact',
  box: { x: 0, y: 0, width, height: paragraphs.reduce((sum, paragraph) => sum + paragraph.height, 0) },
});

const linesFrom = (paragraph: SetParagraph, from: number, to: number): SetParagraph => {
  const all = paragraph.lines;
  const above = all.slice(0, from).reduce((sum, line) => sum + line.height, 0);
  const lines = all.slice(from, to).map((line) => ({ ...line, baseline: line.baseline - above }));
  return {
    ...paragraph,
    lines,
    height: lines.reduce((sum, line) => sum + line.height, 0),
    ...(from > 0 && { firstIndent: 0, bullet: null, spaceBefore: 0 }),
    ...(to < all.length && { spaceAfter: 0 }),
  };
};

const splitParagraph = (paragraph: SetParagraph, width: Pt, name: string, available: Pt): SplitBlock | null => {
  const total = paragraph.lines.length;
  let fitting = 0;
  let height = 0;
  while (fitting < total && height + paragraph.lines[fitting]!.height <= available) {
    height += paragraph.lines[fitting]!.height;
    fitting += 1;
  }
  const above = Math.min(fitting, total - fewestLines);
  if (above < fewestLines) return null;
  return {
    head: { ...paragraphBlock(linesFrom(paragraph, 0, above), width, name), spaceAfter: 0 },
    rest: { ...paragraphBlock(linesFrom(paragraph, above, total), width, name), spaceBefore: 0 },
  };
};

/** A set paragraph with its own space around. */
export const paragraphBlock = (paragraph: SetParagraph, width: Pt, name: string): LaidBlock => ({
  height: paragraph.height,
  items: paragraph.lines.length === 0 ? [] : [textItem([paragraph], width, name)],
  keepWithNext: false,
  spaceBefore: paragraph.spaceBefore,
  spaceAfter: paragraph.spaceAfter,
  split: (available) => splitParagraph(paragraph, width, name, available),
});

/**
 * A theme's indents are those of Chinese, two characters; where words are parted by spaces half as much is seen as
 * well.
 */
const indentShare = (language: string | undefined): number => (language === undefined || isChinese(language) ? 1 : 0.5);

/**
 * The narrowest measure, in em, at which text in words parted by spaces is justified: about sixty characters. On a
 * shorter line two or three gaps take up all that a long word leaves (Bringhurst, "The Elements of Typographic Style",
 * 2.1.2 and 2.1.3), so that such a column is set ragged, whatever the theme says.
 */
const leastJustifiedMeasure = 30;

/** A style's alignment on a line of `width` pt: English in a narrow column is not justified. */
export const alignOn = (width: Pt, { align, size }: TextStyle, language: string | undefined): TextStyle['align'] =>
  align === 'justify' && language !== undefined && !isChinese(language) && width < leastJustifiedMeasure * size
    ? 'start'
    : align;

/** Runs set in a style of the theme, without bullet. */
export const setRuns = (
  runs: readonly Run[],
  style: TextStyle,
  width: Pt,
  context: Pick<BlockContext, 'fonts' | 'breaking'>,
  tag: Tag,
  indent: Pt = 0,
): SetParagraph =>
  setParagraph(
    {
      runs,
      align: alignOn(width - indent, style, context.breaking.language),
      lineHeight: style.lineHeight,
      spaceBefore: style.spaceBefore,
      spaceAfter: style.spaceAfter,
      firstIndent: style.firstIndent * indentShare(context.breaking.language) * style.size,
      indent,
      bullet: null,
      tag,
      // Ragged lines of prose are chosen over the whole paragraph as justified ones are: even, and without a runt.
      breaking: style.align === 'justify' ? { ...context.breaking, optimal: true } : context.breaking,
    },
    width,
    context.fonts,
  );
