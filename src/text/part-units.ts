/**
 * Words that no-break spaces hold together part at them where they have no room on one line: a number from the words of
 * its unit, which is better than a word parted from itself, as office programs would do it.
 */
import type { Run } from '../model/page.js';
import type { Pt } from '../model/length.js';
import type { Fonts } from './fonts.js';
import { measureText } from './measure-text.js';

const noBreakSpace = '\u00a0';
const word = String.raw`[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+`;
const held = new RegExp(`${word}(?:${noBreakSpace}${word})+`, 'gu');

/** As many words as `most` pt have room for stay together, from the first on. */
function partStretch(stretch: string, { style }: Run, most: Pt, fonts: Fonts): string {
  if (measureText(stretch, style, fonts) <= most) return stretch;
  let [text, line] = ['', ''];
  for (const next of stretch.split(noBreakSpace)) {
    const longer = line === '' ? next : line + noBreakSpace + next;
    const hasRoom = line === '' || measureText(longer, style, fonts) <= most;
    text += text === '' ? next : (hasRoom ? noBreakSpace : ' ') + next;
    line = hasRoom ? longer : next;
  }
  return text;
}

/** The same runs where all has room. */
export function partUnits(runs: readonly Run[], most: Pt, fonts: Fonts): readonly Run[] {
  if (!runs.some(({ text }) => text.includes(noBreakSpace))) return runs;
  const parted = runs.map((run): Run => {
    const text = run.text.replace(held, (stretch) => partStretch(stretch, run, most, fonts));
    return text === run.text ? run : { ...run, text, whole: false };
  });
  return parted.every((run, index) => run === runs[index]) ? runs : parted;
}
