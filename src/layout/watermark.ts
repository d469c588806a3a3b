/** The word of a draft across every page: how large it is and how it leans. */
import { missingGlyph } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { draftWord } from '../locale/change-words.js';
import type { Size } from '../model/length.js';
import type { PageSet, RunStyle, Watermark } from '../model/page.js';
import type { DraftMark } from '../model/report.js';
import type { Fonts } from '../text/fonts.js';
import { measureText, missingCharacters } from '../text/measure-text.js';

/**
 * The largest shares of the page: of its width and height for the leaning word, of its shorter side for its letters'
 * height, at most.
 */
const shareOfPage = 0.92;
const shareOfSide = 0.44;

/**
 * Half way from the text's colour to white, and mostly see-through: seen on white and on a dark ground, and no text
 * upon it is hard to read.
 */
const color = { slot: 'dk1', lighten: 0.5 } as const;
const opacity = 0.15;

export const withWatermark = (pages: PageSet, { word, span }: DraftMark, fonts: Fonts, tell: Tell): PageSet => {
  const text = word ?? draftWord(pages.meta.language);
  const style: RunStyle = { font: 'heading', bold: true, italic: false, size: 100, color };
  for (const character of missingCharacters(text, style, fonts)) tell(missingGlyph(character, `“${text}”`, span));
  const page = pages.pages[0]?.size;
  return page === undefined ? pages : { ...pages, watermark: place(text, style, page, fonts) };
};

/** As large as it can be with its corners on the page. */
const place = (text: string, style: RunStyle, { width, height }: Size, fonts: Fonts): Watermark => {
  const angle = Math.atan2(height, width);
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  /** How long the word is, in em. */
  const length = measureText(text, style, fonts) / style.size;
  const size = Math.min(
    Math.min(width, height) * shareOfSide,
    (width * shareOfPage) / (length * cosine + sine),
    (height * shareOfPage) / (length * sine + cosine),
  );
  return { text, style: { ...style, size }, width: length * size, angle: (angle * 180) / Math.PI, opacity };
};
