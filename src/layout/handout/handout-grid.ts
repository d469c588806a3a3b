/**
 * How slides are arranged on the page of a handout: a cell for each slide, with room beside it or below for lines or
 * notes.
 */
import type { Box, Size } from '../../model/length.js';
import type { HandoutOptions } from '../../model/report.js';

export interface HandoutCell {
  readonly slide: Box;
  /** For lines or notes. */
  readonly words: Box;
}

/** Columns and rows by the number of slides; three stand one below the other, with their words beside them. */
const grids: Readonly<Record<HandoutOptions['slides'], readonly [columns: number, rows: number]>> = {
  1: [1, 1],
  2: [1, 2],
  3: [1, 3],
  4: [2, 2],
  6: [2, 3],
  9: [3, 3],
};

/** Between cells, and between a slide and its words, in pt. */
const gap = 22;
const wordsGap = 10;
/** The share of the width that a slide takes where words stand beside it. */
const besideShare = 0.58;
/** The largest share of a cell's height that a slide takes where words stand below it. */
const aboveShare = 0.74;

/** Cells in reading order within `area`. `slide` is the size of one, of which only the shape counts. */
export function handoutCells(area: Box, slide: Size, { slides, beside }: HandoutOptions): readonly HandoutCell[] {
  const [columns, rows] = grids[slides];
  const width = (area.width - gap * (columns - 1)) / columns;
  const height = (area.height - gap * (rows - 1)) / rows;
  return Array.from({ length: slides }, (_, index) => {
    const cell: Box = {
      x: area.x + (index % columns) * (width + gap),
      y: area.y + Math.floor(index / columns) * (height + gap),
      width,
      height,
    };
    return beside === 'nothing' ? centred(cell, slide) : slides === 3 ? sideBySide(cell, slide) : stacked(cell, slide);
  });
}

const fitInto = (slide: Size, width: number, height: number): Size => {
  const scale = Math.min(width / slide.width, height / slide.height);
  return { width: slide.width * scale, height: slide.height * scale };
};

const centred = (cell: Box, slide: Size): HandoutCell => {
  const size = fitInto(slide, cell.width, cell.height);
  return {
    slide: { x: cell.x + (cell.width - size.width) / 2, y: cell.y + (cell.height - size.height) / 2, ...size },
    words: { ...cell, height: 0 },
  };
};

const sideBySide = (cell: Box, slide: Size): HandoutCell => {
  const size = fitInto(slide, cell.width * besideShare, cell.height);
  const x = cell.x + size.width + wordsGap * 1.6;
  return {
    slide: { x: cell.x, y: cell.y, ...size },
    words: { x, y: cell.y, width: cell.x + cell.width - x, height: cell.height },
  };
};

const stacked = (cell: Box, slide: Size): HandoutCell => {
  const size = fitInto(slide, cell.width, cell.height * aboveShare);
  const y = cell.y + size.height + wordsGap;
  return {
    slide: { x: cell.x, y: cell.y, ...size },
    words: { x: cell.x, y, width: cell.width, height: cell.y + cell.height - y },
  };
};
