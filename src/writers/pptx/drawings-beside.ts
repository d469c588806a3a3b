/**
 * Drawings of plain shapes as their slides would have them: beside charts of PowerPoint 2016, upon native charts, or
 * all of a chart that PowerPoint has no kind for.
 */
import type { DeckTemplate } from '../../powerpoint/template/landing.js';
import type { DeckPlan, ShapePlan } from './plan/deck-plan.js';
import { sketchShapes } from './slides/sketch-xml.js';
import { expressLook } from './template/express-look.js';

/** By the creation ids of their shapes, in capitals: XML of shapes beside each other, without a group. */
export interface ChartDrawings {
  get(creationId: string): string | undefined;
}

/**
 * Each is written when it is asked for: of a deck's many few are.
 *
 * @param template what the deck is made inside; null for a deck of its own
 */
export function drawingsBeside(plan: DeckPlan, template: DeckTemplate | null): ChartDrawings {
  const drawn = new Map(
    plan.slides.flatMap(({ shapes, layout }) =>
      shapes.flatMap((shape) => {
        const sketch = sketchOf(shape);
        return sketch === undefined ? [] : [[shape.guid.toUpperCase(), { shape, sketch, layout }] as const];
      }),
    ),
  );
  return {
    get(creationId) {
      const found = drawn.get(creationId);
      if (found === undefined) return undefined;
      const xml = sketchShapes({ box: found.shape.box, id: 0, language: plan.meta.language }, found.sketch);
      const part = plan.layouts[found.layout]!.part;
      const own = template?.template.layouts.find(({ path }) => path === part)?.colorMap;
      return template === null ? xml : expressLook(xml, template, own);
    },
  };
}

const sketchOf = (shape: ShapePlan) =>
  shape.kind === 'sketch' ? shape.sketch : shape.kind === 'chart' ? shape.marks : undefined;
