/** Where a text of the build stands word for word within a longer one that a person wrote around it. */
import { plainText } from './tokens.js';

/** In UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A text as it compares, with where each of its characters came from. */
interface PlainMap {
  readonly plain: string;
  /** By index of `plain`: where the character that it came from begins and ends. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function plainMap(text: string): PlainMap {
  let plain = '';
  const [from, to]: [number[], number[]] = [[], []];
  let at = 0;
  for (const character of text) {
    const folded = plainText(character);
    plain += folded;
    for (let index = 0; index < folded.length; index += 1) {
      from.push(at);
      to.push(at + character.length);
    }
    at += character.length;
  }
  return { plain, from, to };
}

/** Stretches that say what `wanted` says, whatever their spaces; none begins or ends within a number or a word. */
export function findVerbatim(wanted: string, text: string): readonly Stretch[] {
  const own = plainText(wanted);
  if (own === '' || !plainText(text).includes(own)) return [];
  const { plain, from, to } = plainMap(text);
  const found: Stretch[] = [];
  for (let at = plain.indexOf(own); at >= 0; at = plain.indexOf(own, at + own.length)) {
    const end = at + own.length;
    const [start, stop] = [from[at]!, to[end - 1]!];
    if (isCut(plain, at, text, start) || isCut(plain, end, text, stop)) continue;
    found.push({ start, end: stop });
  }
  return found;
}

/** Between two digits, a digit and its decimals, or two letters of a word that no space parts. */
function isCut(plain: string, at: number, text: string, rawAt: number): boolean {
  const [before, after] = [plain[at - 1] ?? '', plain[at] ?? ''];
  if (/\d/.test(after) && /\d/.test(before)) return true;
  if (/\d/.test(after) && /[.,]/.test(before) && /\d/.test(plain[at - 2] ?? '')) return true;
  if (/\d/.test(before) && /[.,]/.test(after) && /\d/.test(plain[at + 1] ?? '')) return true;
  const isSpaced = /\s/.test(text[rawAt - 1] ?? ' ') || /\s/.test(text[rawAt] ?? ' ');
  return !isSpaced && /\p{Script=Latin}/u.test(before) && /\p{Script=Latin}/u.test(after);
}
