/**
 * Text as it comes out where a viewer's machine has wider fonts than those that are measured. Paper brings its fonts,
 * so there nothing differs.
 */
import type { Pt } from '../../model/length.js';
import type { Run, SetParagraph } from '../../model/page.js';
import { measureRuns } from '../../text/measure-text.js';
import { paragraphHeight, setParagraph } from '../../text/set-paragraph.js';
import type { BlockContext } from './block.js';

export type WidestSetting = Pick<BlockContext, 'fonts' | 'widestFonts' | 'breaking'>;

/** The same paragraph, with the lines that it then has. */
export const setWidest = (
  paragraph: SetParagraph,
  width: Pt,
  { widestFonts, breaking }: WidestSetting,
): SetParagraph =>
  widestFonts === undefined ? paragraph : setParagraph({ ...paragraph, breaking }, width, widestFonts);

/** Its height in pt, where the paragraph itself is not needed. */
export const widestHeight = (paragraph: SetParagraph, width: Pt, { widestFonts, breaking }: WidestSetting): Pt =>
  widestFonts === undefined ? paragraph.height : paragraphHeight({ ...paragraph, breaking }, width, widestFonts);

/** On one line, in pt. */
export const widestMeasure = (runs: readonly Run[], { fonts, widestFonts }: WidestSetting): Pt =>
  measureRuns(runs, widestFonts ?? fonts);
