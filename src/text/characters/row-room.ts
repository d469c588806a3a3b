/**
 * The typed arrays in which a paragraph is set, one entry a code point, used again for the next one: making them anew
 * for every cell of a long table costs more than setting it.
 */

export interface RowRoom {
  /** Code points that fit. */
  readonly length: number;
  readonly codes: Uint32Array;
  readonly kinds: Uint8Array;
  /** Index into the runs. */
  readonly runs: Uint32Array;
  /** Where the code point starts in the text, in UTF-16 units; one more entry at the end. */
  readonly offsets: Uint32Array;
  /** In pt, as the font has it. Of a soft hyphen, that of the hyphen which shows at a line's end. */
  readonly advances: Float64Array;
  /** Size at which it is drawn, in pt. */
  readonly ems: Float64Array;
  /** The blank at the left of the ink of a dash or a curly quote, in pt; of no meaning for others. */
  readonly bearings: Float64Array;
  /** The width of a curly quote's ink, in pt; of no meaning for others. */
  readonly inks: Float64Array;
  readonly leading: Float64Array;
  readonly trailing: Float64Array;
  readonly steps: Float64Array;
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
  readonly breaks: Uint8Array;
  /** Sums up to each entry. */
  readonly stepSums: Float64Array;
  readonly stretchSums: Float64Array;
  readonly shrinkSums: Float64Array;
  /** Lists of the search for breaks, one entry a candidate. */
  readonly lasts: Int32Array;
  readonly nexts: Uint32Array;
  readonly ends: Uint32Array;
  readonly breakCosts: Float64Array;
  readonly pathCosts: Float64Array;
  readonly previous: Uint32Array;
}

/** Most paragraphs are shorter than this. */
const leastLength = 1024;

/** The room that nobody uses now. */
let spare: RowRoom | null = null;

/** Room for a text of so many UTF-16 units; what is in it is of no meaning. Whoever is done with it gives it back. */
export function takeRoom(length: number): RowRoom {
  const room = spare !== null && spare.length >= length ? spare : makeRoom(Math.max(length, leastLength));
  spare = null;
  return room;
}

export function giveBack(room: RowRoom): void {
  if (spare === null || spare.length < room.length) spare = room;
}

function makeRoom(length: number): RowRoom {
  const lengths = (): Float64Array => new Float64Array(length + 1);
  const indices = (): Uint32Array => new Uint32Array(length + 1);
  return {
    length,
    codes: indices(),
    kinds: new Uint8Array(length + 1),
    runs: indices(),
    offsets: indices(),
    advances: lengths(),
    ems: lengths(),
    bearings: lengths(),
    inks: lengths(),
    leading: lengths(),
    trailing: lengths(),
    steps: lengths(),
    stretch: lengths(),
    shrink: lengths(),
    breaks: new Uint8Array(length + 1),
    stepSums: lengths(),
    stretchSums: lengths(),
    shrinkSums: lengths(),
    lasts: new Int32Array(length + 1),
    nexts: indices(),
    ends: indices(),
    breakCosts: lengths(),
    pathCosts: lengths(),
    previous: indices(),
  };
}
