/**
 * What is hidden from Markdown's parser. Comments of HTML are left out.
 *
 * `\^`, `\~`, `\$`, `\=` and `\<` are signs that begin no mark. The parser would take the backslash away before marks
 * are looked for, so private-use characters stand in their place until then.
 */

// Two characters for two: places in the text stay what they are.
const backslash = '\ue5f0';
const nothing = '\ue5f6';
/** In place of `&lt;`, with `nothing` for the rest of it. */
const entity = '\ue5f7';
const signs = ['^', '~', '$', '=', '<'];
const hidden = signs.map((_, index) => String.fromCharCode(0xe5f1 + index));

/** Same length as before. */
export const hideEscapes = (text: string): string =>
  /\\|&lt;/.test(text)
    ? text.replace(/\\[\\^~$=<]|&lt;/g, (found) => {
        if (found === '&lt;') return entity + nothing.repeat(3);
        const index = signs.indexOf(found[1]!);
        return index === -1 ? found : backslash + hidden[index]!;
      })
    : text;

/** @param literal whether backslashes are read as they stand, as in `code`. */
export const showEscapes = (text: string, literal = false): string =>
  text.replace(/[\ue5f0-\ue5f7]/g, (found) => {
    if (found === nothing) return '';
    if (found === entity) return literal ? '&lt;' : '<';
    return found === backslash ? (literal ? '\\' : '') : signs[hidden.indexOf(found)]!;
  });

const comment = /<!--[\s\S]*?-->/g;

/**
 * Nothing in place of HTML's comments, at the same length; those in `code` stay. One on lines of its own is an empty
 * line.
 */
export function hideComments(text: string): string {
  if (!text.includes('<!--')) return text;
  return text.replace(comment, (found, offset: number) => {
    const before = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
    if ((before.split('`').length - 1) % 2 === 1) return found;
    const isAlone = /^\s*$/.test(before) && /^[ \t]*(?:\n|$)/.test(text.slice(offset + found.length));
    return (isAlone ? ' ' : nothing).repeat(found.length);
  });
}
