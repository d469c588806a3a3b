/** Colours that say good or bad, met or missed, as a deck's slides would have them: for whoever turns them round. */
import type { Color } from '../../model/theme.js';
import type { DeckTemplate } from '../../powerpoint/template/landing.js';
import { colorXml } from '../xml/drawing-ml.js';
import type { DeckPlan, ShapePlan } from './plan/deck-plan.js';
import { expressLook } from './template/express-look.js';

/** Each colour is the XML of one element: `a:schemeClr`, `a:srgbClr`. */
export interface StateFills {
  readonly good: string;
  readonly bad: string;
  readonly neutral: string;
  /** The bar of a card whose target was met, or that has none. */
  readonly bar: string;
  /** What the shape itself is filled with; null for words and for a shape without. */
  readonly fill: string | null;
  /** Colours of its runs by their text without spaces around it; a text in two colours is left out. */
  readonly runs: ReadonlyMap<string, string>;
}

/**
 * By the creation ids of their shapes, in capitals: boxes of words, tables, and plain shapes.
 *
 * @param template what the deck is made inside; null for a deck of its own
 */
export function stateFills(plan: DeckPlan, template: DeckTemplate | null): ReadonlyMap<string, StateFills> {
  const { good, bad } = plan.theme;
  return new Map(
    plan.slides.flatMap(({ shapes, layout }) => {
      const part = plan.layouts[layout]!.part;
      const own = template?.template.layouts.find(({ path }) => path === part)?.colorMap;
      const express = (color: Color): string =>
        template === null ? colorXml(color).toString() : expressLook(colorXml(color).toString(), template, own);
      const tones = {
        good: express(good),
        bad: express(bad),
        neutral: express({ slot: 'accent6' }),
        bar: express({ slot: 'accent1' }),
      };
      return shapes.flatMap((shape): readonly (readonly [string, StateFills])[] =>
        shape.kind === 'text' || shape.kind === 'geometry' || shape.kind === 'table'
          ? [[shape.guid.toUpperCase(), { ...tones, fill: fillOf(shape, express), runs: runFills(shape, express) }]]
          : [],
      );
    }),
  );
}

type Express = (color: Color) => string;

const fillOf = (shape: ShapePlan, express: Express): string | null =>
  shape.kind === 'geometry' && shape.fill !== null ? express(shape.fill) : null;

function runFills(shape: ShapePlan, express: Express): ReadonlyMap<string, string> {
  const fills = new Map<string, string | null>();
  const runs = shape.kind === 'text' ? shape.paragraphs.flatMap((paragraph) => paragraph.runs) : [];
  for (const { text, color } of runs) {
    const [key, fill] = [text.trim(), color === null ? null : express(color)];
    fills.set(key, fills.has(key) && fills.get(key) !== fill ? null : fill);
  }
  return new Map([...fills].flatMap(([key, fill]) => (fill === null ? [] : [[key, fill] as const])));
}
