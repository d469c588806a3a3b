/** The lines of a paragraph to one: what a line end inside it stands for. */

/** Line ends become nothing beside Chinese or a value, else a space. */
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
