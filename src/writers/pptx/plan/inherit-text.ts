/**
 * Text in a placeholder of somebody else's template: nothing is said of it that the template says. Size, colour, font,
 * spacing and marks are the layout's; what a slide adds is emphasis, levels, links, and one scale where the text had to
 * be set smaller.
 */
import type { SetParagraph } from '../../../model/page.js';
import { sameColor } from './compare.js';
import type { ParagraphPlan, PlaceholderPlan, RunPlan } from './deck-plan.js';

export interface InheritedText {
  readonly paragraphs: readonly ParagraphPlan[];
  /** The size that fitting found as a share of the placeholder's own; 1 where the runs say their size. */
  readonly scale: number;
}

/**
 * Below this share text is not shrunk to fit but set smaller on purpose, as beside columns of its like: then its runs
 * say so, since programs work out anew by how much to shrink.
 */
const leastScale = 0.75;

/** No program shrinks a footer by itself. */
const isFurniture = (type: PlaceholderPlan['type']): boolean => type === 'ftr' || type === 'sldNum' || type === 'dt';

export function inheritText(
  planned: readonly ParagraphPlan[],
  set: readonly SetParagraph[],
  { style, bulleted, foreign, type }: PlaceholderPlan,
): InheritedText {
  const sizes = set.flatMap(({ runs }) => runs.map((run) => run.style.size));
  const fitted = sizes.length === 0 ? 1 : Math.max(...sizes) / style.size;
  const isOwn = fitted < leastScale || foreign?.saysSize === false || (fitted < 1 && isFurniture(type));
  const scale = isOwn ? 1 : fitted;
  const base = style.size * fitted;
  const own = isOwn ? Math.round(base * 2) / 2 : null;
  const inherit = (run: RunPlan): RunPlan => ({
    ...run,
    // A note within a text is smaller than the rest of it, whatever the template's size.
    size: run.size === null || run.size >= base * 0.8 ? own : Math.round(run.size * 2) / 2,
    bold: run.bold === style.bold ? null : run.bold,
    color: run.color !== null && sameColor(run.color, style.color) ? null : run.color,
    font: null,
  });
  return {
    scale,
    paragraphs: planned.map((paragraph) => ({
      ...paragraph,
      runs: paragraph.runs.map(inherit),
      align: null,
      lineHeight: null,
      spaceBefore: null,
      spaceAfter: null,
      indent: 0,
      firstIndent: 0,
      bullet: paragraph.bullet?.kind === 'number' ? paragraph.bullet : null,
      ...(bulleted && paragraph.bullet === null && { unmarked: true as const }),
    })),
  };
}
