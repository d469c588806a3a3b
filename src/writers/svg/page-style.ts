/**
 * The style that pages in SVG need wherever they are shown: their fonts, and letters that stand where they were put.
 */
import type { WebFont } from './web-fonts.js';

/** @param addressOf where the browser finds a font: a path of a server, or a data URL. */
export const fontFaces = (fonts: readonly WebFont[], addressOf: (font: WebFont) => string): string =>
  fonts
    .map(
      (font) =>
        `@font-face{font-family:${font.family};src:url("${addressOf(font)}")}\n.${font.family}{font-family:${font.family},sans-serif}`,
    )
    .join('\n');

/** Kerning and ligatures were not measured, so they are not drawn. */
export const pageStyle = [
  'svg text{white-space:pre;font-kerning:none;font-variant-ligatures:none;text-rendering:geometricPrecision}',
  'svg text.i{font-style:italic}',
  'svg text.h{user-select:none}',
].join('\n');
