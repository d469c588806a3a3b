/** Drawings of plain shapes that stand beside charts of PowerPoint 2016, as their slides would have them. */
import type { DeckTemplate } from '../../powerpoint/template/landing.js';
import type { DeckPlan, ShapePlan } from './plan/deck-plan.js';
import { sketchShapes } from './slides/sketch-xml.js';
import { expressLook } from './template/express-look.js';

/**
 * By the creation ids of their shapes, in capitals: XML of shapes beside each other, without a group.
 *
 * @param template what the deck is made inside; null for a deck of its own
 */
export function drawingsBeside(plan: DeckPlan, template: DeckTemplate | null): ReadonlyMap<string, string> {
  return new Map(
    plan.slides.flatMap(({ shapes, layout }) =>
      shapes.flatMap((shape): readonly (readonly [string, string])[] => {
        const sketch = shape.extended === undefined ? undefined : sketchOf(shape);
        if (sketch === undefined) return [];
        const xml = sketchShapes({ box: shape.box, id: 0, language: plan.meta.language }, sketch);
        const part = plan.layouts[layout]!.part;
        const own = template?.template.layouts.find(({ path }) => path === part)?.colorMap;
        return [[shape.guid.toUpperCase(), template === null ? xml : expressLook(xml, template, own)]];
      }),
    ),
  );
}

const sketchOf = (shape: ShapePlan) =>
  shape.kind === 'sketch' ? shape.sketch : shape.kind === 'chart' ? shape.marks : undefined;
