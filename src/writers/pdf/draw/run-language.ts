/**
 * Which language a stretch of text is in, so that a screen reader says English words inside Chinese text as English.
 */
import type { Fragment } from '../../../model/page.js';

export interface LanguagePart extends Pick<Fragment, 'text' | 'x' | 'advances' | 'quotes' | 'hyphen'> {
  /** BCP 47; null for the document's own. */
  readonly language: string | null;
}

/**
 * Words of two letters or more, of which one is lower-case, with what stands between them: GDP and PM2.5 are said in
 * Chinese too.
 */
const english =
  /(?=[A-Za-z]*[a-z])[A-Za-z][A-Za-z’'.-]*[A-Za-z](?:[ ,]+(?=[A-Za-z]*[a-z])[A-Za-z][A-Za-z’'.-]*[A-Za-z])*/g;
/** Languages whose own words would look like English. */
const isLatinLanguage = (language: string): boolean => !/^(?:zh|ja|ko)\b/i.test(language);
const hasLowerCase = /[a-z]/;

/** Null where all of it is in the document's language, as most are. */
export function splitByLanguage(fragment: Fragment, language: string): readonly LanguagePart[] | null {
  const { text, advances, quotes = [] } = fragment;
  if (!hasLowerCase.test(text) || isLatinLanguage(language)) return null;
  const parts: LanguagePart[] = [];
  let [at, offset, x] = [0, 0, fragment.x];
  const take = (end: number, partLanguage: string | null): void => {
    if (end === offset) return;
    const part = text.slice(offset, end);
    const own = advances.slice(at, at + [...part].length);
    const inside = quotes.filter((place) => place >= at && place < at + own.length).map((place) => place - at);
    parts.push({ text: part, x, advances: own, ...(inside.length > 0 && { quotes: inside }), language: partLanguage });
    x += own.reduce((sum, advance) => sum + advance, 0);
    at += own.length;
    offset = end;
  };
  for (const match of text.matchAll(english)) {
    take(match.index, null);
    take(match.index + match[0].length, 'en');
  }
  take(text.length, null);
  if (fragment.hyphen) parts.push({ ...parts.pop()!, hyphen: true });
  return parts;
}
