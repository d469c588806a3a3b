/** Puts soft hyphens into English words, at the places where Liang's patterns part them. */
import { createRequire } from 'node:module';
import type { Run } from '../model/page.js';
import { softHyphen } from './characters/character-row.js';

/**
 * Words that may be parted: five letters or more, lower-case but for the first. Names in capitals, addresses, compounds
 * that have a hyphen already, and words with an author's own soft hyphens are left as they are.
 */
const word =
  /(?<![\p{L}\p{M}\p{N}@/\\._:\u00ad-]|\p{L}['’])[A-Za-z][a-z]{4,}(?![\p{L}\p{M}\p{N}@/\\_:\u00ad-]|\.[\p{L}\p{N}]|['’]\p{L}{2})/gu;
/** Another word before the paragraph, or its part up to a line end, is over. */
const wordBehind = /[^\p{L}\p{N}\n]*[\p{L}\p{N}]/uy;
/** Fewest letters before a hyphen, and behind it. */
const fewestBefore = 2;
const fewestBehind = 3;

/**
 * Null where there is no place for a hyphen. Figures, what is whole, and the `keep` words stay as they are.
 * @param mustPart some word is wider than its line: then names, and the last word of the paragraph, may be parted too.
 */
export function hyphenateRuns(runs: readonly Run[], keep: readonly string[], mustPart: boolean): readonly Run[] | null {
  const text = runs.map((run) => run.text).join('');
  const kept = keptRanges(runs, text, keep);
  const places: number[] = [];
  let range = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    const end = index + found.length;
    while (range < kept.length && kept[range]!.end <= index) range++;
    if (range < kept.length && kept[range]!.start < end) continue;
    wordBehind.lastIndex = end;
    // A capital may begin a name: Hangzhou has other syllables than these patterns know.
    if (mustPart || (found[0]! >= 'a' && wordBehind.test(text)))
      for (const place of placesIn(found)) places.push(index + place);
  }
  return places.length === 0 ? null : insertHyphens(runs, places);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** In the order of their starts. */
function keptRanges(runs: readonly Run[], text: string, keep: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    if (run.whole || run.figure !== null) ranges.push({ start, end });
    start = end;
  }
  for (const words of keep) {
    if (words === '') continue;
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length))
      ranges.push({ start: at, end: at + words.length });
  }
  return ranges.sort((a, b) => a.start - b.start);
}

/** How many letters stand before each hyphen. */
function placesIn(found: string): readonly number[] {
  const parts = patterns().hyphenateSync(found, { hyphenChar: '\u00ad' }).split('\u00ad');
  const places: number[] = [];
  let at = 0;
  for (const part of parts.slice(0, -1)) {
    at += part.length;
    if (at >= fewestBefore && found.length - at >= fewestBehind) places.push(at);
  }
  return places;
}

/** 100 kB of patterns, loaded for the first text that needs them. */
const patterns = (): typeof import('hyphen/en-us') =>
  createRequire(import.meta.url)('hyphen/en-us') as typeof import('hyphen/en-us');

function insertHyphens(runs: readonly Run[], places: readonly number[]): readonly Run[] {
  let start = 0;
  let next = 0;
  return runs.map((run) => {
    let text = '';
    let from = 0;
    for (; next < places.length && places[next]! <= start + run.text.length; next++) {
      const place = places[next]! - start;
      text += run.text.slice(from, place) + String.fromCharCode(softHyphen);
      from = place;
    }
    start += run.text.length;
    return from === 0 ? run : { ...run, text: text + run.text.slice(from) };
  });
}
