/** How the text of a document is broken into lines. */
import type { DocumentMeta } from '../../model/document.js';
import type { Breaking } from '../../text/set-paragraph.js';
import type { SpacingStyle } from '../../text/characters/spacing.js';

/** @param spacing `loose` for a deck, whose text PowerPoint sets again. */
export const breakingOf = (
  { language, typesetting }: Pick<DocumentMeta, 'language' | 'typesetting'>,
  spacing: SpacingStyle,
): Breaking => ({
  spacing,
  language,
  ...(typesetting && { keep: typesetting.keep, prohibition: typesetting.prohibition }),
});
