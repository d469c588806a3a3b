/**
 * The slides as parts of the package: written by pptxgenjs, mended from the plan. One that is remembered is neither.
 */
import type { Memo } from '../../../memo/memo.js';
import { emitSlides } from './emit-deck.js';
import { relationshipsPath } from '../package/relationships.js';
import { mendSlide } from './mend-slide.js';
import type { MendedSlide, SlidePlace } from './mend-slide.js';
import type { DeckPlan, SlidePlan } from '../plan/deck-plan.js';

interface PlacedSlide {
  readonly slide: SlidePlan;
  readonly place: SlidePlace;
}

/** Slides that pptxgenjs is asked for at a time: it holds each of them several times until its package is written. */
export const slidesAtOnce = 50;

/**
 * Hands over each slide in its order, as soon as it is written: none is kept.
 *
 * @param first how many slides of the deck stand before these; each is handed over with its index in the deck.
 */
export async function eachSlide(
  { slides, size, media, meta, theme: { fonts } }: DeckPlan,
  memo: Memo,
  take: (slide: MendedSlide, index: number) => void,
  first = 0,
): Promise<void> {
  const extensions = media.map(({ extension }) => extension);
  const placed = slides.map(
    (slide, index): PlacedSlide => ({
      slide,
      place: { number: first + index + 1, language: meta.language, media: extensions, fonts },
    }),
  );
  for (const { batch, anew } of batches(placed, memo)) {
    // pptxgenjs makes a package for all of them at once, with parts around the slides that nobody needs.
    const drafts = anew.length === 0 ? new Map<string, string>() : await emitSlides(anew, size);
    for (const parts of batch) {
      const draft = anew.indexOf(parts.slide) + 1;
      const mended = memo.recall('slide part', [parts.slide, parts.place], () => mendDraft(parts, drafts, draft));
      take(mended, parts.place.number - 1);
    }
  }
}

/** So many of the slides together that no more than `slidesAtOnce` of them are to be written anew. */
function* batches(
  placed: readonly PlacedSlide[],
  memo: Memo,
): Generator<{ readonly batch: readonly PlacedSlide[]; readonly anew: readonly SlidePlan[] }> {
  let batch: PlacedSlide[] = [];
  let anew: SlidePlan[] = [];
  for (const parts of placed) {
    if (!memo.holds('slide part', [parts.slide, parts.place])) {
      if (anew.length === slidesAtOnce) {
        yield { batch, anew };
        [batch, anew] = [[], []];
      }
      anew.push(parts.slide);
    }
    batch.push(parts);
  }
  if (batch.length > 0) yield { batch, anew };
}

/** @param draft the number of the slide in pptxgenjs' package. */
function mendDraft({ slide, place }: PlacedSlide, drafts: ReadonlyMap<string, string>, draft: number): MendedSlide {
  const path = `ppt/slides/slide${draft}.xml`;
  const xml = drafts.get(path);
  if (xml === undefined) throw new Error(`pptxgenjs wrote no slide ${place.number}`);
  return mendSlide(xml, drafts.get(relationshipsPath(path)) ?? '', slide, place);
}
