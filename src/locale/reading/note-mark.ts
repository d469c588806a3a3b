/** Marks of notes that statistics set at their numbers: 1,234*, 512.3p (provisional), 345 [1], 12①. */

const digits = String.raw`[+\-−]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:\s?[%‰])?`;
const signs = String.raw`[*†‡§¶#]{1,3}`;
/** Letters as statistical offices use them: break, estimate, provisional, revised, low reliability. */
const behind = String.raw`${signs}|[①-⑳]|[¹²³⁴-⁹]{1,2}|[[［【]\w{1,2}[\]］】]|[(（][a-z\d][)）]|[bepru]`;
const marked = new RegExp(`^(?:${signs})?\\s?(${digits})\\s?(?:${behind})?$`, 'u');

/** The number without the mark at it, its digits of the usual width (７６５); any other text as it is. */
export function withoutNoteMark(written: string): string {
  const text = /[０-９]/.test(written) ? written.normalize('NFKC') : written;
  const last = text.charCodeAt(text.length - 1);
  // Most cells end in a digit and begin with one or a sign.
  if (last >= 48 && last <= 57 && !/^[*†‡§¶#]/u.test(text)) return text;
  return marked.exec(text.trim())?.[1] ?? text;
}
