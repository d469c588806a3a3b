/** A paragraph that is neither indented nor listed nor read aloud, by itself: words of a layout, of a contact sheet. */
import type { DocumentMeta } from '../model/document.js';
import type { Pt } from '../model/length.js';
import type { Run, SetParagraph } from '../model/page.js';
import type { TextStyle } from '../model/theme.js';
import type { Fonts } from '../text/fonts.js';
import { setParagraph } from '../text/set-paragraph.js';
import { breakingOf } from './galley/breaking-of.js';

/** Spaced loosely, as a deck is. `lineHeight` and `width` are in pt. */
export const plainParagraph = (
  runs: readonly Run[],
  { align, lineHeight, width }: { readonly align: TextStyle['align']; readonly lineHeight: Pt; readonly width: Pt },
  meta: DocumentMeta,
  fonts: Fonts,
): SetParagraph =>
  setParagraph(
    {
      runs,
      align,
      lineHeight,
      spaceBefore: 0,
      spaceAfter: 0,
      firstIndent: 0,
      indent: 0,
      bullet: null,
      tag: 'artifact',
      breaking: breakingOf(meta, 'loose'),
    },
    width,
    fonts,
  );
