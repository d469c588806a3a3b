/**
 * The slides as parts of the package: written by pptxgenjs, mended from the plan. One that is remembered is neither.
 */
import type { Memo } from '../../../memo/memo.js';
import { emitSlides } from './emit-deck.js';
import { readSlides } from '../package/pack.js';
import { relationshipsPath } from '../package/relationships.js';
import { mendSlide } from './mend-slide.js';
import type { MendedSlide, SlidePlace } from './mend-slide.js';
import { signSlide } from './sign-slide.js';
import type { DeckPlan, SlidePlan } from '../plan/deck-plan.js';

interface PlacedSlide {
  readonly slide: SlidePlan;
  readonly place: SlidePlace;
}

export async function slideParts(
  { slides, size, media, meta, theme: { fonts }, identity }: DeckPlan,
  memo: Memo,
): Promise<readonly MendedSlide[]> {
  const extensions = media.map(({ extension }) => extension);
  const placed = slides.map(
    (slide, index): PlacedSlide => ({
      slide,
      place: { number: index + 1, language: meta.language, media: extensions, fonts },
    }),
  );
  const anew = placed.filter((parts) => !memo.holds('slide part', [parts]));
  // pptxgenjs makes a package for all of them at once: most of its time goes into the package.
  const drafts =
    anew.length === 0
      ? new Map<string, string>()
      : readSlides(
          await emitSlides(
            anew.map(({ slide }) => slide),
            size,
          ),
        );
  return placed.map((parts, index) => {
    const mended = memo.recall('slide part', [parts], () => mendDraft(parts, drafts, anew.indexOf(parts) + 1));
    return identity === null
      ? mended
      : { ...mended, xml: signSlide(mended.xml, identity.slides[index]!, identity.report) };
  });
}

/** @param draft the number of the slide in pptxgenjs' package. */
function mendDraft({ slide, place }: PlacedSlide, drafts: ReadonlyMap<string, string>, draft: number): MendedSlide {
  const path = `ppt/slides/slide${draft}.xml`;
  const xml = drafts.get(path);
  if (xml === undefined) throw new Error(`pptxgenjs wrote no slide ${place.number}`);
  return mendSlide(xml, drafts.get(relationshipsPath(path)) ?? '', slide, place);
}
