/** Texts of others as words of a report: no sign in them becomes markup or a template. */

export const escapeWords = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~#&]/g, (sign) => `\\${sign}`)
    .replace(/^([-+]|\d+[.)])(?=\s)/, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);

/**
 * Cut at a clause, else at a word, where it is longer than `most` Latin letters; a Chinese character counts for two.
 */
export function shortName(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (textWidth(plain) <= most) return plain;
  const clause = /^(.+?)\s*[（(,，;；:：–—]/u.exec(plain)?.[1];
  if (clause !== undefined && textWidth(clause) <= most && textWidth(clause) >= 4) return clause;
  let cut = '';
  for (const character of plain) {
    if (textWidth(cut + character) > most - 1) break;
    cut += character;
  }
  const word = /^(.{6,}) \S*$/su.exec(cut)?.[1];
  return `${(word ?? cut).trimEnd()}…`;
}

/** In Latin letters; a Chinese character counts for two. */
export const textWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffff]/.test(character) ? 2 : 1), 0);
