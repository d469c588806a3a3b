/** The width of text on one line, and the characters that no font has. */
import type { Pt } from '../model/length.js';
import type { Run, RunStyle } from '../model/page.js';
import { kindOf, Kind } from './character-kind.js';
import { rowOfRuns } from './character-row.js';
import { cleanText } from './clean-text.js';
import type { Fonts } from './fonts.js';
import { giveBack } from './row-room.js';
import { spaceCharacters } from './spacing.js';

/**
 * With gaps between Han and Latin but no mark squeezed: never narrower than `setParagraph` or an office program sets
 * it.
 */
export const measureText = (text: string, style: RunStyle, fonts: Fonts): Pt =>
  measureRuns([{ text, style, figure: null, link: null, whole: false }], fonts);

/** Runs that follow one another; the widest line where there are line ends in them. */
export function measureRuns(runs: readonly Run[], fonts: Fonts): Pt {
  const row = rowOfRuns(
    runs.map((run) => ({ ...run, text: cleanText(run.text) })),
    fonts,
  );
  const { steps } = spaceCharacters(row, 'loose');
  let widest = 0;
  let width = 0;
  for (let index = 0; index < row.count; index++) {
    width = row.kinds[index] === Kind.Newline ? 0 : width + steps[index]!;
    widest = Math.max(widest, width);
  }
  giveBack(row.room);
  return widest;
}

/** Characters of `text`, each once, that no file of the style's face has. Layout reports them. */
export function missingCharacters(
  text: string,
  style: Pick<RunStyle, 'font' | 'bold'>,
  fonts: Fonts,
): readonly string[] {
  const face = fonts.face(style.font, style.bold);
  let missing: Set<string> | null = null;
  const clean = cleanText(text);
  for (let offset = 0; offset < clean.length; ) {
    const code = clean.codePointAt(offset)!;
    offset += code > 0xffff ? 2 : 1;
    if (face.has(code)) continue;
    const kind = kindOf(code);
    if (kind !== Kind.Invisible && kind !== Kind.Newline) (missing ??= new Set()).add(String.fromCodePoint(code));
  }
  return missing === null ? none : [...missing];
}

const none: readonly string[] = [];
