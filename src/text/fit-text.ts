/** The largest size at which text fits a box. */
import type { Pt, Size } from '../model/length.js';
import type { Bullet, Run, RunStyle, SetParagraph } from '../model/page.js';
import type { Fonts } from './fonts.js';
import { setParagraph, setWithFaults, type ParagraphContent } from './set-paragraph.js';
import { stackHeight } from './stack-paragraphs.js';

export interface FittedText {
  /** The size of the text that has the most characters, in pt. */
  readonly size: Pt;
  readonly paragraphs: readonly SetParagraph[];
  /** In pt, with the space between. */
  readonly height: Pt;
}

export interface SizeRange {
  readonly smallest: Pt;
  readonly largest: Pt;
}

/** Sizes tried lie this far apart, in pt. */
const sizeStep = 0.5;

/**
 * Sets `paragraphs` as large as fits into `box`, between the range's sizes; null where not even the smallest fits. The
 * size is that of the most text; everything else (other sizes, line heights, space, indents) keeps its proportion to
 * it. A size at which a word has to be broken because it is wider than the box counts as fitting only if the smallest
 * breaks it too.
 */
export function fitText(
  paragraphs: readonly ParagraphContent[],
  box: Size,
  range: SizeRange,
  fonts: Fonts,
): FittedText | null {
  const base = mainSize(paragraphs);
  if (base === null)
    return {
      size: range.largest,
      paragraphs: paragraphs.map((each) => setParagraph(each, box.width, fonts)),
      height: 0,
    };
  const attempt = (size: Pt): FittedText & { readonly forced: boolean } => {
    const set = paragraphs.map((each) => setWithFaults(scaleContent(each, size / base), box.width, fonts));
    const lines = set.map(({ paragraph }) => paragraph);
    return { size, paragraphs: lines, height: stackHeight(lines), forced: set.some(({ forced }) => forced) };
  };
  let best = attempt(range.smallest);
  if (best.height > box.height + 0.001) return null;
  const mayForce = best.forced;
  let [low, high] = [0, Math.floor((range.largest - range.smallest) / sizeStep + 1e-6)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const found = attempt(range.smallest + middle * sizeStep);
    if (found.height <= box.height + 0.001 && (mayForce || !found.forced)) {
      best = found;
      low = middle;
    } else high = middle - 1;
  }
  return { size: best.size, paragraphs: best.paragraphs, height: best.height };
}

/** The same paragraph in other sizes. */
function scaleContent(content: ParagraphContent, factor: number): ParagraphContent {
  const scaled = (style: RunStyle): RunStyle => ({ ...style, size: style.size * factor });
  const runs = content.runs.map((run): Run => ({ ...run, style: scaled(run.style) }));
  const bullet: Omit<Bullet, 'x'> | null = content.bullet && { ...content.bullet, style: scaled(content.bullet.style) };
  return {
    ...content,
    runs,
    bullet,
    lineHeight: content.lineHeight * factor,
    spaceBefore: content.spaceBefore * factor,
    spaceAfter: content.spaceAfter * factor,
    firstIndent: content.firstIndent * factor,
    indent: content.indent * factor,
  };
}

/** The size that most characters have; null where there are none. */
function mainSize(paragraphs: readonly ParagraphContent[]): Pt | null {
  const lengths = new Map<Pt, number>();
  for (const { runs } of paragraphs)
    for (const { text, style } of runs) lengths.set(style.size, (lengths.get(style.size) ?? 0) + text.length);
  let main: Pt | null = null;
  for (const [size, length] of lengths) if (length > 0 && (main === null || length > lengths.get(main)!)) main = size;
  return main;
}
