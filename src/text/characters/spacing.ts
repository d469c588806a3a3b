/**
 * The space between characters: blanks of full-width marks squeezed, a quarter em between Han and Latin (clreq 3.1.6
 * and 3.2.2).
 *
 * A full-width mark fills half of its square; the other half is blank and may be taken out. Taking out the blank at the
 * left of an opening mark moves the mark itself to the left.
 */
import { Kind } from './character-kind.js';
import { softHyphen, type CharacterRow } from './character-row.js';
import { westernQuotes } from './quote-context.js';

/** One entry a code point, in pt. */
export interface Spacing {
  /** Blank that may go at the left, at a line's start. */
  readonly leading: Float64Array;
  /** Blank that may go at the right, at a line's end. */
  readonly trailing: Float64Array;
  /** From this character's origin to the next one's, on one line, before justification. */
  readonly steps: Float64Array;
  /**
   * How much further apart this and the next character may move, and how much nearer: parts of the line's
   * justification.
   */
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
  /** Indices of curly quotes that are Latin text's; null where the row has none of either kind. */
  readonly western: ReadonlySet<number> | null;
}

/**
 * `loose` squeezes no mark, for text that an office program will set again: it is never narrower than what that program
 * makes of it.
 */
export type SpacingStyle = 'typeset' | 'loose';

/** Gap between Han and Latin letters or digits, in em of the Han. */
const scriptGap = 0.25;

export function spaceCharacters(row: CharacterRow, style: SpacingStyle): Spacing {
  const { count, kinds, advances } = row;
  const { leading, trailing, steps, stretch, shrink } = row.room;
  const typeset = style === 'typeset';
  leading.fill(0, 0, count);
  trailing.fill(0, 0, count);
  if (typeset) findBlanks(row, leading, trailing);
  const western = row.hasQuote ? westernQuotes(row) : null;
  for (const index of western ?? []) narrowQuote(row, index, leading, trailing);
  for (let index = 0; index < count; index++) {
    const next = index + 1 < count ? (kinds[index + 1] as Kind) : Kind.Newline;
    const kind = kinds[index] as Kind;
    const advance = advances[index]!;
    if (kind === Kind.Han && next === Kind.Han) {
      // most pairs by far
      steps[index] = advance;
      stretch[index] = squareStretch * row.ems[index]!;
      shrink[index] = 0;
      continue;
    }
    const step =
      (row.codes[index] === softHyphen ? 0 : advance) + adjustPair(row, index, kind, next, leading, trailing, western);
    steps[index] = step;
    const quoted = western !== null && (western.has(index) || (western.has(index + 1) && kind !== Kind.Space));
    stretch[index] = quoted ? 0 : stretchOf(row, index, kind, next);
    shrink[index] =
      typeset && index + 1 < count
        ? shrinkOf(row, index, kind, next, step < advance ? 0 : trailing[index]! + leading[index + 1]!)
        : 0;
  }
  if (typeset && row.hasDash) joinDashes(row, steps);
  return { leading, trailing, steps, stretch, shrink, western };
}

/** Half of a mark's square, where the font gives it a square at all. */
function findBlanks(row: CharacterRow, leading: Float64Array, trailing: Float64Array): void {
  for (let index = 0; index < row.count; index++) {
    const kind = row.kinds[index];
    if (kind !== Kind.Open && kind !== Kind.Close && kind !== Kind.Stop) continue;
    const em = row.ems[index]!;
    if (row.advances[index]! < 0.9 * em) continue;
    if (kind === Kind.Open) leading[index] = em / 2;
    else trailing[index] = em / 2;
  }
}

/** Beside the ink of a Western quote, in em. */
const quoteBearing = 0.07;

/** A Western quote keeps its ink and a little beside it, though a Chinese font gives it a square. */
function narrowQuote(row: CharacterRow, index: number, leading: Float64Array, trailing: Float64Array): void {
  const air = quoteBearing * row.ems[index]!;
  const [left, ink] = [row.bearings[index]!, row.room.inks[index]!];
  leading[index] = Math.max(0, left - air);
  trailing[index] = Math.max(0, row.advances[index]! - left - ink - air);
}

const isLatin = (kind: number | undefined): boolean => kind === Kind.Letter || kind === Kind.Digit;
const isFullWidth = (code: number): boolean => code >= 0xff01 && code <= 0xff60;

/** Whether a Western word or number ends here: 8.1%, C++. */
const endsLatin = ({ kinds, codes }: CharacterRow, index: number): boolean =>
  !isFullWidth(codes[index]!) &&
  (isLatin(kinds[index]) ||
    kinds[index] === Kind.Percent ||
    (kinds[index] === Kind.Sign && index > 0 && kinds[index - 1] !== Kind.Han));
/** Whether one starts here: +8.1%, not the sign in 慈溪-杭州. */
const startsLatin = ({ kinds, codes }: CharacterRow, index: number): boolean =>
  !isFullWidth(codes[index]!) &&
  (isLatin(kinds[index]) || (kinds[index] === Kind.Sign && kinds[index + 1] === Kind.Digit));

/** Whether Han meets Latin between these two, the later of which is `to`. */
const changesScript = (row: CharacterRow, from: number, to: number): boolean =>
  (row.kinds[from] === Kind.Han && startsLatin(row, to)) || (row.kinds[to] === Kind.Han && endsLatin(row, from));

/** Added to the step from this character to the next, in pt. */
function adjustPair(
  row: CharacterRow,
  index: number,
  kind: Kind,
  next: Kind,
  leading: Float64Array,
  trailing: Float64Array,
  western: ReadonlySet<number> | null,
): number {
  const { ems } = row;
  if (index + 1 >= row.count) return 0;
  if (western !== null && (western.has(index) || western.has(index + 1)))
    return -(western.has(index) ? trailing[index]! : 0) - (western.has(index + 1) ? leading[index + 1]! : 0);
  if (changesScript(row, index, index + 1)) return scriptGap * ems[kind === Kind.Han ? index : index + 1]!;
  if (kind === Kind.Space) return spaceBetweenScripts(row, index);
  let squeezed = 0;
  // Close or stop, then any mark or a superscript: its right blank goes. Opening marks in a row: the later one's left
  // blank goes.
  if (trailing[index]! > 0 && (next === Kind.Close || next === Kind.Stop || next === Kind.Open || next === Kind.Raised))
    squeezed += trailing[index]!;
  if (leading[index + 1]! > 0 && kind === Kind.Open) squeezed += leading[index + 1]!;
  return -squeezed;
}

/**
 * —— is one stroke, though many fonts leave a blank at both ends of each half: the halves meet, and the pair keeps its
 * width.
 */
function joinDashes(row: CharacterRow, steps: Float64Array): void {
  for (let index = 0; index + 1 < row.count; index++) {
    if (row.kinds[index] !== Kind.Dash || row.codes[index] !== row.codes[index + 1]) continue;
    const bearing = row.bearings[index]!;
    steps[index]! -= 2 * bearing;
    steps[index + 1]! += bearing;
    if (index > 0) steps[index - 1]! += bearing;
    index++;
  }
}

/** An ASCII space that someone typed between Han and Latin becomes the quarter em. */
function spaceBetweenScripts(row: CharacterRow, index: number): number {
  if (index === 0 || row.codes[index] !== 0x20 || !changesScript(row, index - 1, index + 1)) return 0;
  const em = row.kinds[index - 1] === Kind.Han ? row.ems[index - 1]! : row.ems[index + 1]!;
  return scriptGap * em - row.advances[index]!;
}

/** Limits of justification in em a gap: between squares; where Han meets Latin and at a word space. */
const squareStretch = 0.12;
const gapStretch = 0.25;

function stretchOf(row: CharacterRow, index: number, kind: Kind, next: Kind): number {
  const em = row.ems[index]!;
  if (
    next === Kind.Newline ||
    next === Kind.Invisible ||
    kind === Kind.Invisible ||
    next === Kind.Raised ||
    kind === Kind.Raised
  )
    return 0;
  if (kind === Kind.Space) return row.codes[index] === 0xa0 ? 0 : gapStretch * em;
  if (next === Kind.Space) return 0;
  if ((kind === Kind.Dash || kind === Kind.Ellipsis) && kind === next) return 0;
  const square = kind === Kind.Han || kind >= Kind.Open;
  const nextSquare = next === Kind.Han || next >= Kind.Open;
  if (square && nextSquare)
    return kind === Kind.Percent || next === Kind.Percent || kind === Kind.Sign || kind === Kind.Currency
      ? 0
      : squareStretch * em;
  if (kind === Kind.Han || next === Kind.Han)
    return (changesScript(row, index, index + 1) ? gapStretch : squareStretch) * em;
  // A mark beside a letter or digit: only full-width marks open up, so that 8.1% and +3 stay tight.
  const mark = square ? kind : next;
  return mark === Kind.Open || mark === Kind.Close || mark === Kind.Stop ? squareStretch * em : 0;
}

/** `blank` is what blank of marks is left between the two, in pt: half of it may go. */
function shrinkOf(row: CharacterRow, index: number, kind: Kind, next: Kind, blank: number): number {
  const em = row.ems[index]!;
  if (changesScript(row, index, index + 1)) return em / 8;
  if (kind === Kind.Space) return row.codes[index] === 0x20 ? row.advances[index]! / 4 : 0;
  if (kind === Kind.Interpunct || next === Kind.Interpunct)
    return row.advances[kind === Kind.Interpunct ? index : index + 1]! >= 0.9 * em ? em / 4 : 0;
  return blank / 2;
}
