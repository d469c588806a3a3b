/**
 * XML 1.0 has no place for most control characters and for lone surrogates (its production [2]): they are taken out.
 */

const notXml =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Most texts have none: this one is quick to say so. */
const suspicious = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

const none: readonly string[] = [];

/** Also the non-XML characters that were taken out, as `U+0007`. */
export function cleanText(text: string): { readonly text: string; readonly removed: readonly string[] } {
  if (!suspicious.test(text)) return { text, removed: none };
  const removed: string[] = [];
  const clean = text.replace(notXml, (character) => {
    removed.push(`U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
    return '';
  });
  return { text: clean, removed };
}
