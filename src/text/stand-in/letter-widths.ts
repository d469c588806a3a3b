/**
 * How wide letters of well-known fonts are on average, in em, each by its commonness in English. Measured from the
 * fonts themselves by the package @capsizecss/metrics 4.3.0 (`xWidthAvg`), whose numbers these are.
 */
export const letterWidths: Readonly<Record<string, number>> = {
  verdana: 0.512,
  tahoma: 0.448,
  'trebuchet ms': 0.456,
  'segoe ui': 0.443,
  'lucida grande': 0.492,
  'helvetica neue': 0.45,
  poppins: 0.5,
  montserrat: 0.503,
  lato: 0.435,
  'open sans': 0.469,
  roboto: 0.445,
  'roboto condensed': 0.396,
  'roboto slab': 0.475,
  inter: 0.478,
  raleway: 0.463,
  nunito: 0.452,
  'nunito sans': 0.452,
  'source sans 3': 0.418,
  'source sans pro': 0.418,
  'work sans': 0.499,
  'noto sans': 0.474,
  'noto serif': 0.481,
  oswald: 0.363,
  ubuntu: 0.455,
  merriweather: 0.485,
  'playfair display': 0.452,
  barlow: 0.431,
  'dm sans': 0.466,
  rubik: 0.468,
  quicksand: 0.465,
  karla: 0.457,
  mulish: 0.464,
  figtree: 0.449,
  manrope: 0.46,
  'titillium web': 0.421,
  'fira sans': 0.458,
  cabin: 0.422,
  archivo: 0.44,
  jost: 0.428,
  'plus jakarta sans': 0.468,
  'space grotesk': 0.489,
  outfit: 0.445,
  'crimson text': 0.396,
  arial: 0.446,
  calibri: 0.41,
  cambria: 0.411,
  georgia: 0.446,
  'times new roman': 0.406,
  'courier new': 0.6,
};

/** Of a font that nobody measured: wider than most, so that its text has room. */
export const unknownWidth = 0.495;
const narrowWidth = 0.42;

/** By the face's name; a weight behind a family's name (`Segoe UI Semibold`) makes it a little wider or narrower. */
export function letterWidthOf(face: string): { readonly width: number; readonly isKnown: boolean } {
  const name = face.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const own = letterWidths[name];
  if (own !== undefined) return { width: own, isKnown: true };
  const family = Object.keys(letterWidths)
    .filter((known) => name.startsWith(`${known} `))
    .sort((one, other) => other.length - one.length)[0];
  if (family !== undefined) {
    const rest = name.slice(family.length);
    const share = /black|heavy|extra ?bold|ultra/.test(rest) ? 1.12 : /bold|medium/.test(rest) ? 1.05 : 1;
    return { width: letterWidths[family]! * share, isKnown: share === 1 && /light|thin|regular|book/.test(rest) };
  }
  return { width: /narrow|condensed|compressed/.test(name) ? narrowWidth : unknownWidth, isKnown: false };
}
