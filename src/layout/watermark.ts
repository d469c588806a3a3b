/** The word of a draft across every page: how large it is and how it leans. */
import { missingGlyph } from '../diagnostics/messages.js';
import type { Reporter } from '../diagnostics/diagnostic.js';
import { draftWord } from '../locale/change-words.js';
import type { Size } from '../model/length.js';
import type { PageSet, RunStyle, Watermark } from '../model/page.js';
import type { DraftMark } from '../model/report.js';
import type { Fonts } from '../text/fonts.js';
import { measureText, missingCharacters } from '../text/measure-text.js';

/** Of the page's diagonal that the word takes, and of the page's shorter side that its letters are high, at most. */
const shareOfDiagonal = 0.8;
const shareOfSide = 0.44;

/** Half way from the text's colour to white, and mostly see-through: seen on white and on a dark ground, and no text upon it is hard to read. */
const color = { slot: 'dk1', lighten: 0.5 } as const;
const opacity = 0.15;

export const withWatermark = (pages: PageSet, { word, span }: DraftMark, fonts: Fonts, report: Reporter): PageSet => {
  const text = word ?? draftWord(pages.meta.language);
  const style: RunStyle = { font: 'heading', bold: true, italic: false, size: 100, color };
  for (const character of missingCharacters(text, style, fonts)) report(missingGlyph(character, `“${text}”`, span));
  const page = pages.pages[0]?.size;
  return page === undefined ? pages : { ...pages, watermark: place(text, style, page, fonts) };
};

const place = (text: string, style: RunStyle, { width, height }: Size, fonts: Fonts): Watermark => {
  const natural = measureText(text, style, fonts);
  const size = Math.min(Math.min(width, height) * shareOfSide, style.size * Math.hypot(width, height) * shareOfDiagonal / Math.max(natural, 1));
  return { text, style: { ...style, size }, width: natural * size / style.size, angle: Math.atan2(height, width) * 180 / Math.PI, opacity };
};
