/** Which slide of a build each slide of an edited deck is: by its ids, by those of its shapes, by what it says. */
import type { EditedSlide } from '../../powerpoint/edited/edited-deck.js';
import type { ShapeIdentity, SlideIdentity } from '../../powerpoint/identity/deck-identity.js';
import { textsOfEdited, textsOfIdentity } from './texts-of-slide.js';

export interface SlideMatch {
  readonly slide: SlideIdentity;
  /** 1: by an id that only it has. Below `leastConfidence` nothing is touched. */
  readonly confidence: number;
  readonly by: 'id' | 'shapes' | 'texts';
}

export const leastConfidence = 0.5;

/**
 * One for each slide of the deck; null for one that no build made. A slide of the build may be matched by its copies
 * too.
 */
export function matchSlides(
  edited: readonly EditedSlide[],
  base: readonly SlideIdentity[],
  report: string,
): readonly (SlideMatch | null)[] {
  const byId = new Map(base.map((slide) => [slide.creationId, slide]));
  const byKey = new Map(base.map((slide) => [slide.key, slide]));
  const homeOfShape = new Map(
    base.flatMap((slide) => slide.shapes.map(({ creationId }) => [creationId.toUpperCase(), slide] as const)),
  );
  const known = edited.map((slide): SlideMatch | null => {
    const found = slide.creationId === null ? undefined : byId.get(slide.creationId);
    if (found !== undefined) return { slide: found, confidence: 1, by: 'id' };
    if (slide.own?.report === report)
      return { slide: byKey.get(slide.own.slide.key) ?? slide.own.slide, confidence: 1, by: 'id' };
    return byShapes(slide, homeOfShape);
  });
  if (!known.includes(null)) return known;
  const taken = new Set(known.flatMap((match) => (match === null ? [] : [match.slide])));
  const rest = base.filter((slide) => !taken.has(slide));
  return copiesByTexts(edited, byTexts(edited, known, rest), base);
}

/** A copy has the shapes of its original, and may have lost or won some. */
function byShapes(slide: EditedSlide, homes: ReadonlyMap<string, SlideIdentity>): SlideMatch | null {
  const counts = new Map<SlideIdentity, number>();
  for (const { creationId } of slide.shapes) {
    const home = creationId === null ? undefined : homes.get(creationId);
    if (home !== undefined) counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  const best = [...counts].sort(([, one], [, other]) => other - one)[0];
  if (best === undefined) return null;
  const [found, count] = best;
  const confidence = count / Math.min(slide.shapes.length, found.shapes.length);
  return confidence < leastConfidence ? null : { slide: found, confidence: Math.min(1, confidence), by: 'shapes' };
}

/**
 * What was saved by a program that keeps no ids: the slide whose texts are these, most of them, and in order where two
 * say the same.
 */
function byTexts(
  edited: readonly EditedSlide[],
  known: readonly (SlideMatch | null)[],
  base: readonly SlideIdentity[],
): readonly (SlideMatch | null)[] {
  const texts = base.map((slide) => new Set(textsOfIdentity(slide)));
  const scores: { edited: number; base: number; score: number }[] = [];
  edited.forEach((slide, index) => {
    // Shapes with ids of their own are somebody's work, not a lost identity.
    if (known[index] !== null || slide.creationId !== null) return;
    const own = new Set(textsOfEdited(slide));
    texts.forEach((others, other) => {
      const score = overlap(own, others);
      if (score >= leastConfidence) scores.push({ edited: index, base: other, score });
    });
  });
  const place = (score: { edited: number; base: number }): number => Math.abs(score.edited - score.base);
  scores.sort((one, other) => other.score - one.score || place(one) - place(other));
  const matches = [...known];
  const taken = new Set<number>();
  for (const { edited: index, base: other, score } of scores) {
    if (matches[index] !== null || taken.has(other)) continue;
    taken.add(other);
    matches[index] = { slide: base[other]!, confidence: Math.round(Math.min(0.99, score) * 100) / 100, by: 'texts' };
  }
  return matches;
}

/** A copy of a slide that another is already, or one that has been given another id: it has to say nearly all of it. */
function copiesByTexts(
  edited: readonly EditedSlide[],
  known: readonly (SlideMatch | null)[],
  base: readonly SlideIdentity[],
): readonly (SlideMatch | null)[] {
  const texts = base.map((slide) => new Set(textsOfIdentity(slide)));
  return edited.map((slide, index): SlideMatch | null => {
    if (known[index] !== null) return known[index] ?? null;
    const own = new Set(textsOfEdited(slide));
    const scores = texts.map((others) => (own.size < leastTexts ? 0 : overlap(own, others)));
    const score = Math.max(0, ...scores);
    const slideOf = base[scores.indexOf(score)];
    return score < sureCopy || slideOf === undefined
      ? null
      : { slide: slideOf, confidence: Math.round(Math.min(0.95, score) * 100) / 100, by: 'texts' };
  });
}

/** Slides that say less than this are alike by chance. */
const leastTexts = 4;
const sureCopy = 0.85;

/** Shared characters over those of the smaller; texts of a character or two say nothing. */
function overlap(ones: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const weight = (texts: Iterable<string>): number =>
    [...texts].reduce((sum, text) => sum + Math.min(30, text.length), 0);
  const shared = [...ones].filter((text) => others.has(text));
  const least = Math.min(weight(ones), weight(others));
  return least === 0 ? 0 : weight(shared) / Math.max(least, weight(others) / 2);
}

/** The shapes of a build by their ids, over all slides: one may have been moved to another. */
export const shapesById = (base: readonly SlideIdentity[]): ReadonlyMap<string, ShapeIdentity> =>
  new Map(base.flatMap(({ shapes }) => shapes.map((shape) => [shape.creationId.toUpperCase(), shape] as const)));
