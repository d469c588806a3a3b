/** What of a slide appears by itself: the paragraphs of its body, the series of its charts, in reading order. */
import type { Build } from '../../../model/theme.js';
import type { BuildPlan, ChartParts, ParagraphPlan, ShapePlan } from './deck-plan.js';

/** The placeholder of a layout's own text; kickers and subtitles stand from the start. */
const bodyIndex = 1;

export function planBuilds(
  shapes: readonly ShapePlan[],
  charts: readonly ChartParts[],
  build: readonly Build[],
): readonly BuildPlan[] {
  return shapes.flatMap((shape, index): BuildPlan[] => {
    if (
      shape.kind === 'text' &&
      shape.placeholder?.type === 'body' &&
      shape.placeholder.index === bodyIndex &&
      build.includes('paragraph')
    ) {
      const steps = paragraphSteps(shape.paragraphs);
      return steps.length > 1 ? [{ kind: 'paragraphs', shape: index, steps }] : [];
    }
    // Of two alternatives, which differ in what can come by itself, none moves.
    const isPlain = shape.kind === 'chart' && shape.marks === undefined && shape.extended === undefined;
    if (!isPlain || !build.includes('series')) return [];
    const count = charts[shape.chart]!.series;
    return count === 0 ? [] : [{ kind: 'series', shape: index, count }];
  });
}

/** A paragraph comes with those below it in a list. An empty one comes with the one above. */
function paragraphSteps(paragraphs: readonly ParagraphPlan[]): readonly (readonly [number, number])[] {
  const steps: [number, number][] = [];
  paragraphs.forEach((paragraph, index) => {
    const last = steps.at(-1);
    if (last !== undefined && (paragraph.level > 0 || paragraph.runs.length === 0)) last[1] = index;
    else steps.push([index, index]);
  });
  return steps;
}
