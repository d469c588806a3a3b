/** Words that stand on a slide's layout, not on the slide: set where a page is drawn whole. */
import type { DocumentMeta } from '../model/document.js';
import type { Box, Insets, Pt } from '../model/length.js';
import type { TextItem } from '../model/page.js';
import type { Fonts } from '../text/fonts.js';
import { plainRun } from './galley/inline-runs.js';
import { plainParagraph } from './plain-paragraph.js';

export interface StandingWords {
  readonly box: Box;
  readonly inset: Insets;
  readonly valign: TextItem['valign'];
  readonly paragraphs: readonly {
    readonly align: 'start' | 'center' | 'end' | 'justify';
    /** Colours are six digits. */
    readonly runs: readonly {
      readonly text: string;
      readonly size: Pt;
      readonly bold: boolean;
      readonly italic: boolean;
      readonly color: string;
    }[];
  }[];
}

/** Height of a line in em, as faces on viewers' machines have it. */
const lineHeight = 1.22;
const emptyLine = 18;

/** Not read aloud: a deck's reader hears it of no slide either. */
export const standingText = (
  { box, inset, valign, paragraphs }: StandingWords,
  name: string,
  fonts: Fonts,
  meta: DocumentMeta,
): TextItem => ({
  kind: 'text',
  name,
  box,
  inset,
  valign,
  fill: null,
  link: null,
  tag: 'artifact',
  placeholder: null,
  paragraphs: paragraphs.map(({ align, runs }) =>
    plainParagraph(
      runs.map(({ text, size, bold, italic, color }) =>
        plainRun(text, { font: 'body', size, bold, italic, color: { slot: 'dk1', literal: color } }),
      ),
      {
        align,
        lineHeight: lineHeight * Math.max(0, ...runs.map(({ size }) => size)) || lineHeight * emptyLine,
        width: Math.max(1, box.width - inset.left - inset.right),
      },
      meta,
      fonts,
    ),
  ),
});
