/** Markdown that its parser would take too long or too deep over, found line by line before it is given to it. */
import { deepestBlocks, mostCharacters, mostSigns } from '../../model/limits.js';

export interface Excess {
  readonly what: 'length' | 'depth' | 'signs';
  /** Where it begins in the text, in UTF-16 units from 0. */
  readonly offset: number;
}

/** Null where the text is within its limits, as far as lines tell: indentation alone is not known to be depth. */
export function findExcess(text: string): Excess | null {
  if (text.length > mostCharacters) return { what: 'length', offset: mostCharacters };
  let signs = 0;
  for (let start = 0; start <= text.length; ) {
    const end = lineEnd(text, start);
    const markers = markersAt(text, start, end);
    if (markers > deepestBlocks * 2) return { what: 'depth', offset: start };
    // A row of a table parts its cells: signs of one are none of another's.
    const isAlone = start === end || text.lastIndexOf('|', end - 1) >= start;
    signs = (isAlone ? 0 : signs) + signsBetween(text, start, end);
    if (signs > mostSigns) return { what: 'signs', offset: start };
    if (isAlone) signs = 0;
    start = end + 1;
  }
  return null;
}

const lineEnd = (text: string, start: number): number => {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
};

/**
 * How deep a line may stand: markers of quotations and lists at its start, and what its indentation would hold of lists
 * around a marker.
 */
function markersAt(text: string, start: number, end: number): number {
  let count = 0;
  let at = start;
  let spaces = 0;
  const marker = /(?:>|[-*+](?= |$)|\d{1,9}[.)](?= |$))/y;
  while (at < end) {
    if (text[at] === ' ' || text[at] === '\t') {
      at += 1;
      spaces += 1;
      continue;
    }
    marker.lastIndex = at;
    const found = marker.exec(text);
    if (found === null || found.index + found[0].length > end) break;
    count += 1;
    at += found[0].length;
  }
  return count === 0 ? 0 : count + Math.floor(Math.max(0, spaces - count) / 4);
}

function signsBetween(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if ('*_[`'.includes(text[at]!)) count += 1;
  return count;
}
