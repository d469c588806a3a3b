/**
 * What a program sets on slides against the boxes that the deck gives: text out of its box, off the slide or not there,
 * and text that its ground hides.
 */
import type { Box } from '../../src/model/length.js';
import { contrastOf } from '../../src/powerpoint/look/color.js';
import type { DeckTexts, SlideText } from '../readers/slide-texts.js';
import { groundUnder, type PageRaster } from './page-raster.js';
import type { SetGlyph } from './set-glyphs.js';

/** Colours of text and ground that can be told apart (WCAG 2.2, 1.4.3). */
const readable = 4.5;
/** What a renderer may be off by, in pt of a slide 540 pt high. */
const spare = 2;

export function textFaults(
  { slides, size }: DeckTexts,
  glyphs: readonly (readonly SetGlyph[])[],
  rasters: readonly PageRaster[],
): readonly string[] {
  if (glyphs.length !== slides.length) return [`${slides.length} slides on ${glyphs.length} pages`];
  return slides.flatMap(({ texts }, index) => {
    const set = matched(texts, glyphs[index]!);
    const unit = size.height / 540;
    return set.flatMap(({ text, found }) => {
      const where = `slide ${index + 1}, "${text.name}", "${text.text.replace(/\s+/g, ' ').slice(0, 40)}"`;
      if (found.length === 0) return text.isFurniture ? [] : [`${where}: not set`];
      const inks = found.filter((glyph) => glyph.text.trim() !== '');
      const all = unionOf(inks.map(inkOf));
      const worst = Math.min(
        ...sampled(inks).map((glyph) =>
          contrastOf(glyph.color, groundUnder(rasters[index]!, inkOf(glyph), glyph.color)),
        ),
      );
      return [
        ...overhang(all, text.box, spare * unit + hanging(found)).map((side) => `${where}: out of its box ${side}`),
        ...overhang(all, { x: 0, y: 0, ...size }, 1).map((side) => `${where}: off the slide ${side}`),
        ...(worst < readable - 0.1 ? [`${where}: contrast ${worst.toFixed(1)}`] : []),
      ];
    });
  });
}

/** Some of many, from the first to the last: what one stands on its neighbours stand on. */
const sampled = (glyphs: readonly SetGlyph[]): readonly SetGlyph[] => {
  const most = 8;
  const step = Math.max(1, (glyphs.length - 1) / (most - 1));
  return Array.from({ length: Math.min(most, glyphs.length) }, (_none, index) => glyphs[Math.round(index * step)]!);
};

/** From an em's foot to the height of capitals and full-width characters. */
const inkOf = ({ x, y, width, size, text }: SetGlyph): Box => ({
  x,
  y: y - 0.75 * size,
  // The ink of these stands in the left half of their square.
  width: /[，。、；：]/.test(text) ? width / 2 : width,
  height: 0.85 * size,
});

/** A comma or a full stop may hang out of the line's end by its empty half. */
const hanging = (glyphs: readonly SetGlyph[]): number =>
  glyphs.some(({ text }) => /[，。、；：”’）》]/.test(text)) ? Math.max(...glyphs.map(({ size }) => size)) * 0.6 : 0;

const unionOf = (boxes: readonly Box[]): Box => {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
};

const overhang = (one: Box, other: Box, least: number): readonly string[] => {
  const sides: readonly (readonly [string, number])[] = [
    ['left', other.x - one.x],
    ['above', other.y - one.y],
    ['right', one.x + one.width - other.x - other.width],
    ['below', one.y + one.height - other.y - other.height],
  ];
  return sides.flatMap(([side, by]) => (by > least ? [`${side} by ${by.toFixed(1)} pt`] : []));
};

/**
 * Spaces and bullets do not count, nor quotation marks and dashes, which a program may take from another font and set apart, and
 * neither does how it composes letters.
 */
const bare = (text: string): string =>
  text.normalize('NFKC').replace(/[\s•●○◆■□▪▸►➢–—“”‘’\uE000-\uF8FF\u00AD\u200B]/gu, '');

/** Each text with its glyphs, found in the order of drawing: what a layout draws itself stands before them. */
function matched(
  texts: readonly SlideText[],
  glyphs: readonly SetGlyph[],
): readonly { readonly text: SlideText; readonly found: readonly SetGlyph[] }[] {
  const letters = glyphs.flatMap((glyph) => [...bare(glyph.text)].map((letter) => ({ letter, glyph })));
  const drawn = letters.map(({ letter }) => letter).join('');
  const taken = new Set<number>();
  let cursor = 0;
  return texts.map((text) => {
    const wanted = bare(text.text);
    const begin = drawn.includes(wanted, cursor) ? cursor : 0;
    for (let at = drawn.indexOf(wanted, begin); at >= 0; at = drawn.indexOf(wanted, at + 1)) {
      const first = [...drawn.slice(0, at)].length;
      const places = Array.from({ length: [...wanted].length }, (_none, index) => first + index);
      if (places.some((place) => taken.has(place))) continue;
      for (const place of places) taken.add(place);
      cursor = at + wanted.length;
      return { text, found: [...new Set(places.map((place) => letters[place]!.glyph))] };
    }
    return { text, found: [] };
  });
}
