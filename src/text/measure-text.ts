/** The width of text on one line, and the characters that no font has. */
import { RecentInSetting } from '../memo/recent-results.js';
import type { Pt } from '../model/length.js';
import type { Run, RunStyle } from '../model/page.js';
import { kindOf, Kind } from './characters/character-kind.js';
import { rowOfRuns } from './characters/character-row.js';
import { cleanText } from './characters/clean-text.js';
import type { Face, Fonts } from './fonts.js';
import { giveBack } from './characters/row-room.js';
import { spaceCharacters } from './characters/spacing.js';
import { styleNumber } from './style-number.js';

/** What was measured and looked for in these fonts: labels and heads of tables are asked about at each trial. */
interface Known {
  /** By the numbers of styles. */
  readonly widths: RecentInSetting<number, Pt>;
  readonly missing: RecentInSetting<Face, readonly string[]>;
}
const known = new WeakMap<Fonts, Known>();

/** Results of each kind. */
const most = 4000;

function knownOf(fonts: Fonts): Known {
  let found = known.get(fonts);
  if (found === undefined)
    known.set(fonts, (found = { widths: new RecentInSetting(most), missing: new RecentInSetting(most) }));
  return found;
}

/**
 * With gaps between Han and Latin but no mark squeezed: never narrower than `setParagraph` or an office program sets
 * it.
 */
export const measureText = (text: string, style: RunStyle, fonts: Fonts): Pt =>
  knownOf(fonts).widths.recall(styleNumber(style), text, () =>
    measureRow([{ text: cleanText(text), style, figure: null, link: null, whole: false }], fonts),
  );

/** Runs that follow one another; the widest line where there are line ends in them. */
export function measureRuns(runs: readonly Run[], fonts: Fonts): Pt {
  if (runs.length === 1) return measureText(runs[0]!.text, runs[0]!.style, fonts);
  return measureRow(
    runs.map((run) => ({ ...run, text: cleanText(run.text) })),
    fonts,
  );
}

function measureRow(runs: readonly Run[], fonts: Fonts): Pt {
  const row = rowOfRuns(runs, fonts);
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
export const missingCharacters = (
  text: string,
  { font, bold }: Pick<RunStyle, 'font' | 'bold'>,
  fonts: Fonts,
): readonly string[] => {
  const face = fonts.face(font, bold);
  return knownOf(fonts).missing.recall(face, text, () => findMissing(cleanText(text), face));
};

function findMissing(text: string, face: Face): readonly string[] {
  const missing = new Set<string>();
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset)!;
    offset += code > 0xffff ? 2 : 1;
    if (face.has(code)) continue;
    const kind = kindOf(code);
    if (kind !== Kind.Invisible && kind !== Kind.Newline) missing.add(String.fromCodePoint(code));
  }
  return [...missing];
}
