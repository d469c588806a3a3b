/**
 * Fonts whose Latin letters, digits and marks are wider: what text may come to where a viewer's machine has another
 * Latin font.
 */
import type { Fonts, Face } from './face/face.js';
import { averageLetter } from './face/average-letter.js';
import { widenFace } from './face/widen-face.js';
import { dejavuWidth } from './face/dejavu-widths.js';

const known = new WeakMap<Fonts, Fonts>();

/**
 * DejaVu Sans, which stands in for whatever is missing on Linux, and is wider than most: average width of its letters
 * in em, by the count of stand-in/letter-widths.ts.
 */
const widestLetters = { regular: 0.511, bold: 0.575 } as const;
/** No font is held to be narrower beside it than this. */
const leastFactor = 1.2;

/** The same object for the same fonts, so that what was set in it is known again. */
export function widestLatin(fonts: Fonts): Fonts {
  let wide = known.get(fonts);
  if (wide === undefined) known.set(fonts, (wide = widenFonts(fonts)));
  return wide;
}

function widenFonts(fonts: Fonts): Fonts {
  const widened = new Map<Face, Face>();
  return {
    face(role, bold) {
      const face = fonts.face(role, bold);
      let wide = widened.get(face);
      if (wide === undefined) {
        const letters = averageLetter(face);
        const share = letters === 0 ? leastFactor : widestLetters[bold ? 'bold' : 'regular'] / letters;
        // Of a narrow font digits and signs are further from those of the stand-in than letters on average.
        const least = (codePoint: number): number | null => dejavuWidth(codePoint, bold);
        wide = share > leastFactor ? widenFace(face, share, least) : widenFace(face, leastFactor);
        widened.set(face, wide);
      }
      return wide;
    },
  };
}
