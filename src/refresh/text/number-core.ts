/** The number within a printed figure, and the words around it: 同比增长 · 8.1 · %. */
import { digitNumber, plainDigits, spokenNumber } from '../../locale/reading/number-words.js';

export interface NumberCore {
  readonly before: string;
  readonly core: string;
  readonly after: string;
  /** `words`: an award, which has no number. */
  readonly kind: 'digits' | 'spoken' | 'words';
}

export function numberCore(text: string): NumberCore {
  // In "连续3年" and in "2024年增长8.1%" the last number is the figure's own; a year before it is not.
  const digits = [...text.matchAll(digitNumber)];
  const found = digits.find(([number]) => number.includes('.')) ?? digits.at(-1);
  if (found !== undefined) return cut(text, found.index, found[0].length, 'digits');
  const spoken = [...text.matchAll(spokenNumber)].at(-1);
  if (spoken !== undefined) return cut(text, spoken.index, spoken[0].length, 'spoken');
  return { before: '', core: text, after: '', kind: 'words' };
}

const cut = (text: string, start: number, length: number, kind: NumberCore['kind']): NumberCore => ({
  before: text.slice(0, start),
  core: text.slice(start, start + length),
  after: text.slice(start + length),
  kind,
});

/** A minus right behind a letter (a−8.3%) is taken for a hyphen, unless a negative number is looked for. */
function withSign<Place extends { readonly start: number; readonly end: number; readonly text: string }>(
  place: Place,
  wanted: string,
  text: string,
): Place {
  const start = place.start - 1;
  const isMinus = wanted.startsWith('-') && /[-\u2212]/.test(text[start] ?? '') && !/^[-+\u2212]/.test(place.text);
  return isMinus ? { ...place, start, text: text.slice(start, place.end) } : place;
}

/** Where the same number stands in a text: whole numbers only, however they are grouped. */
export function occurrencesOf(
  { core, kind }: NumberCore,
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  const places = (matches: Iterable<RegExpMatchArray>) =>
    [...matches].map((match) => ({ start: match.index!, end: match.index! + match[0].length, text: match[0] }));
  if (kind === 'digits') {
    const wanted = plainDigits(core);
    return places(text.matchAll(digitNumber))
      .map((place) => withSign(place, wanted, text))
      .filter((place) => plainDigits(place.text) === wanted);
  }
  if (kind === 'spoken') return places(text.matchAll(spokenNumber)).filter((place) => place.text === core);
  const stripped = core.replaceAll(/\s+/g, '');
  if (stripped === '') return [];
  const pattern = [...stripped].map((character) => character.replace(/[$()*+.?[\\\]^{|}]/, '\\$&')).join('\\s*');
  return places(text.matchAll(new RegExp(pattern, 'gu')));
}
