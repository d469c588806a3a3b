/** Names in the text of a report: which one stands at a place, and every place where one stands. */

/** Letters, digits, and what ids hold between them. */
const inName = /[\p{L}\p{N}._-]/u;

export interface NameAt {
  readonly name: string;
  /** Offsets in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** Null where no name stands. A point or a dash at its end belongs to the sentence. */
export function nameAt(text: string, offset: number): NameAt | null {
  let [start, end] = [offset, offset];
  while (start > 0 && inName.test(text[start - 1]!)) start -= 1;
  while (end < text.length && inName.test(text[end]!)) end += 1;
  while (end > start && /[.-]/.test(text[end - 1]!)) end -= 1;
  while (start < end && /[.-]/.test(text[start]!)) start += 1;
  return start === end ? null : { name: text.slice(start, end), start, end };
}

/** Which parts of a file can hold names of things: all of data and templates, of Markdown what stands in braces. */
export function namePlaces(file: string, text: string, name: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const here = nameAt(text, at);
    if (here?.start === at && here.name === name && isReference(file, text, here)) found.push(at);
  }
  return found;
}

function isReference(file: string, text: string, { start, end }: NameAt): boolean {
  if (/\.(?:md|hbs)$/i.test(file)) return isInBraces(text, start);
  if (/\.(?:csv|tsv)$/i.test(file)) return isFirstCell(text, start, end) || isInFormula(text, start);
  if (isInBraces(text, start) || isInFormula(text, start)) return true;
  // A plain value, an item of a list, a key: what stands in a sentence has words on either side.
  const line = lineAround(text, start);
  const before = line.before.replace(/["']$/, '');
  const after = line.after.slice(end - start).replace(/^["']/, '');
  return /(?:^\s*|[[{,]\s*|-\s+|:\s+)$/.test(before) && /^\s*(?:$|[\],}:#])/.test(after);
}

function isInBraces(text: string, at: number): boolean {
  const open = text.lastIndexOf('{{', at);
  return open >= 0 && text.lastIndexOf('}}', at) < open;
}

/** `= gdp / population`, of a cell or of a value. */
function isInFormula(text: string, at: number): boolean {
  const { before } = lineAround(text, at);
  return /(?:^|[,:;\t"'])\s*["']?=[^,;\t"']*$/.test(before);
}

function isFirstCell(text: string, start: number, end: number): boolean {
  const { before, after } = lineAround(text, start);
  return /^\uFEFF?"?$/.test(before) && /^"?(?:[,;\t]|$)/.test(after.slice(end - start));
}

/** The line in which a place stands: what stands before the place, and from it on. */
function lineAround(text: string, at: number): { readonly before: string; readonly after: string } {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const end = /[\r\n]|$/.exec(text.slice(at))!.index + at;
  return { before: text.slice(start, at), after: text.slice(at, end) };
}
