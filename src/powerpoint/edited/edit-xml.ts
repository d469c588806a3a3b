/** Changes of an XML text by places in it, all made at once: what is not named stays byte for byte. */

/** From `start` to before `end`, in UTF-16 units of the text as it was parsed. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Splices may come in any order and do not overlap. Those at the same place go in by their order. */
export function splice(xml: string, splices: readonly Splice[]): string {
  let [result, from] = ['', 0];
  for (const { start, end, text } of [...splices].sort((one, other) => one.start - other.start)) {
    result += xml.slice(from, start) + text;
    from = end;
  }
  return result + xml.slice(from);
}

export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const escapeAttribute = (text: string): string =>
  escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\r', '&#13;');

/** The value of an attribute in the opening tag that begins at `start`, without its quotes; null where it has none. */
export function attributeSpan(
  xml: string,
  start: number,
  name: string,
): { readonly start: number; readonly end: number } | null {
  const close = openingEnd(xml, start);
  const tag = xml.slice(start, close);
  const found = new RegExp(`\\s${name}\\s*=\\s*(["'])`).exec(tag);
  if (found === null) return null;
  const from = start + found.index + found[0].length;
  return { start: from, end: xml.indexOf(found[1]!, from) };
}

/** Behind the `>` of the tag that begins at `start`; a `>` in a value is no end. */
function openingEnd(xml: string, start: number): number {
  let quote = '';
  for (let at = start; at < xml.length; at += 1) {
    const character = xml[at]!;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return xml.length;
}
