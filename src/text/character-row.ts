/** A paragraph's characters side by side: what every later step of setting looks at. */
import type { Run } from '../model/page.js';
import { kindOf, Kind } from './character-kind.js';
import type { Fonts } from './fonts.js';
import { drawnSize } from './superscript.js';

/** U+00AD: seen only where a line breaks behind it. Hyphenation is a matter of putting it into words. */
export const softHyphen = 0xad;
const hyphen = 0x2d;

/** One entry a code point in each list. */
export interface CharacterRow {
  /** All runs joined. */
  readonly text: string;
  readonly count: number;
  readonly codes: Uint32Array;
  readonly kinds: Uint8Array;
  /** Index into the runs. */
  readonly runs: Uint32Array;
  /** Where the code point starts in `text`, in UTF-16 units; one more entry at the end. */
  readonly offsets: Uint32Array;
  /** In pt, as the font has it. Of a soft hyphen, that of the hyphen which shows at a line's end. */
  readonly advances: Float64Array;
  /** Size at which it is drawn, in pt. */
  readonly ems: Float64Array;
  /** Of a dash: the blank at the left of its ink, in pt; 0 for all else. */
  readonly bearings: Float64Array;
  /** Whether there are characters that no fragment shows. */
  readonly hidden: boolean;
}

export function rowOfRuns(runs: readonly Run[], fonts: Fonts): CharacterRow {
  const text = runs.map((run) => run.text).join('');
  const codes = new Uint32Array(text.length);
  const kinds = new Uint8Array(text.length);
  const runOf = new Uint32Array(text.length);
  const offsets = new Uint32Array(text.length + 1);
  const advances = new Float64Array(text.length);
  const ems = new Float64Array(text.length);
  const bearings = new Float64Array(text.length);
  let hidden = false;
  let count = 0;
  let offset = 0;
  for (const [index, run] of runs.entries()) {
    const size = drawnSize(run.style);
    const face = fonts.face(run.style.font, run.style.bold);
    const end = offset + run.text.length;
    while (offset < end) {
      const code = text.codePointAt(offset)!;
      const kind = run.style.superscript === true ? Kind.Raised : kindOf(code);
      codes[count] = code;
      kinds[count] = kind;
      runOf[count] = index;
      offsets[count] = offset;
      if (kind !== Kind.Invisible && kind !== Kind.Newline) advances[count] = face.advance(code) * size;
      else {
        hidden = true;
        if (code === softHyphen) advances[count] = face.advance(hyphen) * size;
      }
      ems[count] = size;
      if (kind === Kind.Dash) bearings[count] = face.leftBearing(code) * size;
      offset += code > 0xffff ? 2 : 1;
      count++;
    }
  }
  offsets[count] = offset;
  return { text, count, codes, kinds, runs: runOf, offsets, advances, ems, bearings, hidden };
}
