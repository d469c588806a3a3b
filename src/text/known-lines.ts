/**
 * Lines that were set before in the same fonts. A slide tries several layouts and sizes, and the next build of a watch
 * sets most of its paragraphs again: the same text at the same width comes out the same.
 */
import { RecentResults } from '../memo/recent-results.js';
import type { Line, Run } from '../model/page.js';
import type { Pt } from '../model/length.js';
import type { Fonts } from './fonts.js';
import type { ParagraphContent } from './set-paragraph.js';

export interface KnownLines {
  readonly lines: readonly Line[];
  readonly forced: boolean;
}

/** So many paragraphs are kept, and as many that were set before them: some 10 MB. */
const most = 4000;

const known = new WeakMap<Fonts, RecentResults<KnownLines>>();

/** @param key by `linesKey`, of all that the lines depend on beside the fonts. */
export function recallLines(fonts: Fonts, key: string, set: () => KnownLines): KnownLines {
  let results = known.get(fonts);
  if (results === undefined) known.set(fonts, (results = new RecentResults(most)));
  return results.recall(key, set);
}

/** Texts and styles of the runs, and how they are set; not what they print or where they lead. `runs` are cleaned. */
export function linesKey(runs: readonly Run[], content: ParagraphContent, width: Pt): string {
  const { align, lineHeight, firstIndent, indent, bullet, breaking = {} } = content;
  const { prohibition, optimal, spacing, keep, language } = breaking;
  let key = `${width} ${align} ${lineHeight} ${firstIndent} ${indent} ${prohibition} ${optimal} ${spacing} ${language}`;
  if (bullet !== null) key += `\u0001${styleKey(bullet)}${bullet.text}`;
  if (keep !== undefined && keep.length > 0) key += `\u0002${keep.join('\u0003')}`;
  for (const run of runs)
    key += `\u0004${styleKey(run)}${run.whole ? 'w' : ''}${run.figure === null ? '' : 'f'} ${run.text}`;
  return key;
}

const styleKey = ({ style }: Pick<Run, 'style'>): string =>
  `${style.font} ${style.size}${style.bold ? 'b' : ''}${style.superscript === true ? 's' : ''} `;
