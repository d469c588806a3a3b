/** Text that Markdown would read as plain paragraphs: most of a report's words, read without its parser. */

// What could mean something to Markdown: inside a line, at a line's start, and at its end (a hard break).
const special = /[\\`*_[\]<&|\t]|(?:^|\n)[ ]*(?:[-+#>=:~]|\d{1,9}[.)])| {2}\n/;

export const isPlain = (text: string): boolean => !special.test(text);

/** Items of a flat list, a line each: the points of a slide. Null where it is anything else. */
export function plainListItems(text: string): { readonly text: string; readonly offset: number }[] | null {
  const items: { text: string; offset: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line !== '' || items.length === 0) {
      const item = /^- (\S.*)$/.exec(line);
      if (item === null ? line !== '' : !isPlain(item[1]!) || line.endsWith(' ')) return null;
      if (item !== null) items.push({ text: item[1]!, offset: at + 2 });
    } else if (text.slice(at).trim() !== '') return null;
    at += line.length + 1;
  }
  return items.length === 0 ? null : items;
}

/** Paragraphs with the place of their first character. */
export function plainParagraphs(text: string): { readonly text: string; readonly offset: number }[] {
  const paragraphs: { text: string; offset: number }[] = [];
  let lines: string[] = [];
  let start = 0;
  let at = 0;
  const flush = (): void => {
    if (lines.length > 0) paragraphs.push({ text: lines.join('\n'), offset: start });
    lines = [];
  };
  for (const line of text.split('\n')) {
    const trimmed = line.replace(/^ +| +$/g, '');
    if (trimmed === '') flush();
    else {
      if (lines.length === 0) start = at + line.indexOf(trimmed);
      lines.push(trimmed);
    }
    at += line.length + 1;
  }
  flush();
  return paragraphs;
}

/** Line ends inside a paragraph: nothing beside Chinese or a value, else a space. */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replace(/[ \t]*\n[ \t]*/g, (found, at: number) => {
    const before = text[at - 1];
    const after = text[at + found.length];
    return isWide(before) || isWide(after) || (before === undefined && after === undefined) ? '' : ' ';
  });
}

// Chinese characters and marks, and the private-use characters that stand for values.
const wide = /[\u00b7\u2010-\u2027\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\ud840-\ud8ff\ue000-\uefff]/;
const isWide = (character: string | undefined): boolean => character !== undefined && wide.test(character);
