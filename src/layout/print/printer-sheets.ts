/**
 * A briefing's pages to what a printer takes: bleed, crop marks, pages filled to four, and pairs of pages in the order
 * of a booklet.
 */
import { barePage } from '../galley/bare-page.js';
import { sheetPageName } from '../../locale/part-words.js';
import type { Box, Pt, Size } from '../../model/length.js';
import type { Page, PageItem, PageSet } from '../../model/page.js';
import type { PrintOptions } from '../../model/report.js';
import { bleedPage } from './bleed-page.js';
import { cropMarks, roomForMarks } from './crop-marks.js';

const pointsPerMillimetre = 72 / 25.4;
/** A booklet is folded from sheets of four pages. */
const pagesPerSheet = 4;
const sheetSizes: Readonly<Record<NonNullable<PrintOptions['booklet']>, Size>> = {
  A3: { width: 420 * pointsPerMillimetre, height: 297 * pointsPerMillimetre },
  A4: { width: 297 * pointsPerMillimetre, height: 210 * pointsPerMillimetre },
};

/** A side of a sheet: one page, or a pair from left to right; pages by number from 0. */
type Side = readonly number[];

export const layoutPrint = (document: PageSet, options: PrintOptions): PageSet => {
  const { pages } = document;
  const count = Math.ceil(pages.length / pagesPerSheet) * pagesPerSheet;
  const sides: readonly Side[] =
    options.booklet === null ? Array.from({ length: count }, (_, number) => [number]) : bookletSides(count);
  const own = pages[0]?.size ?? document.theme.paper.page;
  const trim = options.booklet === null ? own : sheetSizes[options.booklet];
  const bleed = options.bleed * pointsPerMillimetre;
  const sheets = sides.map((side) => layoutSheet(side, document, trim, bleed, options.marks));
  const placeOf = new Map(
    sheets.flatMap((sheet, index) =>
      sheet.items.flatMap((item) => (item.kind === 'page' ? [[item.number, { index, item }] as const] : [])),
    ),
  );
  return {
    ...document,
    ink: 'black',
    pages: sheets,
    outline: document.outline.map((entry) => {
      const { index, item } = placeOf.get(entry.page)!;
      return { ...entry, page: index, y: item.box.y + (entry.y * item.box.width) / item.page.size.width };
    }),
  };
};

/**
 * Front and back of each sheet from the outermost in: the last page beside the first, then the second beside the last
 * but one.
 */
export function bookletSides(count: number): readonly Side[] {
  return Array.from({ length: count / 2 }, (_, side) =>
    side % 2 === 0 ? [count - 1 - side, side] : [side, count - 1 - side],
  );
}

function layoutSheet(side: Side, document: PageSet, trimSize: Size, bleed: Pt, marks: boolean): Page {
  const room = marks ? roomForMarks(bleed) : bleed;
  const trim: Box = { x: room, y: room, ...trimSize };
  const bleedBox: Box = {
    x: room - bleed,
    y: room - bleed,
    width: trim.width + 2 * bleed,
    height: trim.height + 2 * bleed,
  };
  const slot = trim.width / side.length;
  const items = side.flatMap((number, place): PageItem[] => {
    const page = document.pages[number];
    if (page === undefined) return []; // filled up to four
    // The clip ends at the fold, where the other page begins.
    const left = place === 0 ? bleedBox.x : trim.x + slot;
    const right = place === side.length - 1 ? bleedBox.x + bleedBox.width : trim.x + slot;
    const box = fitPage(page.size, { x: trim.x + place * slot, y: trim.y, width: slot, height: trim.height });
    return [
      {
        kind: 'page',
        number,
        name: sheetPageName(page.label, document.meta.language),
        tag: 'artifact',
        page: bleedPage(page, (bleed * page.size.width) / box.width),
        box,
        clip: { x: left, y: bleedBox.y, width: right - left, height: bleedBox.height },
      },
    ];
  });
  return {
    ...barePage,
    size: { width: trim.width + 2 * room, height: trim.height + 2 * room },
    label: side.flatMap((number) => document.pages[number]?.label ?? []).join('·'),
    items: [...items, ...(marks ? cropMarks(trim, bleed, side.length === 2, document.meta.language) : [])],
    cut: { trim, bleed: bleedBox },
  };
}

/** In the middle of its slot, as large as it goes; a page of the slot's own shape fills it. */
const fitPage = (page: Size, slot: Box): Box => {
  const scale = Math.min(slot.width / page.width, slot.height / page.height);
  const [width, height] = [page.width * scale, page.height * scale];
  return { x: slot.x + (slot.width - width) / 2, y: slot.y + (slot.height - height) / 2, width, height };
};
