/**
 * What of a page is not white: lines of text where they stand, filled boxes, charts, tables and pictures as a whole.
 */
import type { Box, Pt } from '../../model/length.js';
import type { PageItem, SetParagraph, TextItem } from '../../model/page.js';
import { paragraphTops } from '../../text/stack-paragraphs.js';

/** Where a line of this width begins, in pt from the left edge of its text. */
const lineStart = (paragraph: SetParagraph, width: Pt, room: Pt): Pt => {
  switch (paragraph.align) {
    case 'center':
      return (room - width) / 2;
    case 'end':
      return room - width;
    case 'start':
    case 'justify':
      return paragraph.bullet?.x ?? 0;
  }
};

const lineBoxes = (item: TextItem): readonly Box[] => {
  const room = item.box.width - item.inset.left - item.inset.right;
  const tops = paragraphTops(item);
  return item.paragraphs.flatMap((paragraph, index) => {
    let y = tops[index]!;
    return paragraph.lines.map((line): Box => {
      const start = lineStart(paragraph, line.width, room);
      const box = {
        x: item.box.x + item.inset.left + start,
        y,
        width: Math.max(0, line.width - (paragraph.align === 'start' ? start : 0)),
        height: line.height,
      };
      y += line.height;
      return box;
    });
  });
};

/** Boxes in pt, some of them within others. A box that is not filled counts by its lines alone. */
export const inkBoxes = (items: readonly PageItem[]): readonly Box[] =>
  items.flatMap((item): readonly Box[] => {
    switch (item.kind) {
      case 'text':
        return item.fill === null ? lineBoxes(item) : [item.box];
      case 'shape':
        return item.fill === null ? [] : [item.box];
      case 'chart':
      case 'picture':
      case 'table':
        return [item.box];
      default:
        return [];
    }
  });
