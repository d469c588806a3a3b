/** A paragraph's characters side by side: what every later step of setting looks at. */
import type { Run } from '../../model/page.js';
import { kindOf, Kind } from './character-kind.js';
import type { Face, Fonts } from '../face/face.js';
import { takeRoom, type RowRoom } from './row-room.js';
import { drawnSize } from './script.js';

/**
 * U+00AD: seen only where a line breaks behind it. Hyphenation is a matter of putting it into words: an author's, or
 * `hyphenateRuns`.
 */
export const softHyphen = 0xad;
const hyphen = 0x2d;

/** Circled numbers stand in squares as Han do, and are no Han. */
const firstHan = 0x2e80;

/** ‘ to ”, the double ones from “ on. */
const firstQuote = 0x2018;
const firstDoubleQuote = 0x201c;
const lastQuote = 0x201d;

/** Ink of ’ and ” in em, about, where a font does not say. */
const singleInk = 0.18;
const doubleInk = 0.38;

/** One entry a code point in each list; entries behind the last are of no meaning. */
export interface CharacterRow
  extends Pick<RowRoom, 'codes' | 'kinds' | 'runs' | 'offsets' | 'advances' | 'ems' | 'bearings'> {
  /** All runs joined. */
  readonly text: string;
  readonly count: number;
  /** Where the lists stand. */
  readonly room: RowRoom;
  /** Whether there are characters that no fragment shows. */
  readonly hidden: boolean;
  readonly hasHan: boolean;
  readonly hasDash: boolean;
  /** Whether there are curly quotes. */
  readonly hasQuote: boolean;
}

/** The row stands in a room that is given back when its paragraph is set: see `giveBack`. */
export function rowOfRuns(runs: readonly Run[], fonts: Fonts): CharacterRow {
  const text = runs.length === 1 ? runs[0]!.text : runs.map((run) => run.text).join('');
  const room = takeRoom(text.length);
  const { codes, kinds, runs: runOf, offsets, advances, ems, bearings } = room;
  let hidden = false;
  let hasHan = false;
  let hasDash = false;
  let hasQuote = false;
  let count = 0;
  let offset = 0;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]!;
    const size = drawnSize(run.style);
    const face = fonts.face(run.style.font, run.style.bold);
    const end = offset + run.text.length;
    while (offset < end) {
      const code = text.codePointAt(offset)!;
      const kind = run.style.script !== undefined ? Kind.Raised : kindOf(code);
      codes[count] = code;
      kinds[count] = kind;
      runOf[count] = index;
      offsets[count] = offset;
      ems[count] = size;
      if (kind === Kind.Han && code >= firstHan) hasHan = true;
      if (kind === Kind.Invisible || kind === Kind.Newline) {
        hidden = true;
        advances[count] = code === softHyphen ? face.advance(hyphen) * size : 0;
      } else advances[count] = face.advance(code) * size;
      if (code >= firstQuote && code <= lastQuote) {
        hasQuote = true;
        bearings[count] = face.leftBearing(code) * size;
        room.inks[count] = quoteInk(face, code) * size;
      }
      if (kind === Kind.Dash) {
        hasDash = true;
        bearings[count] = face.leftBearing(code) * size;
      }
      offset += code > 0xffff ? 2 : 1;
      count++;
    }
  }
  offsets[count] = offset;
  // Rules look at the character behind; what an earlier paragraph left there is none.
  codes[count] = 0;
  kinds[count] = Kind.Newline;
  const lists = { codes, kinds, runs: runOf, offsets, advances, ems, bearings };
  return { text, count, room, ...lists, hidden, hasHan, hasDash, hasQuote };
}

/** The width of a quote's ink in em. */
const quoteInk = (face: Face, code: number): number =>
  face.inkWidth?.(code) ?? (code < firstDoubleQuote ? singleInk : doubleInk);
