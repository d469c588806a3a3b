/** A grid of text boxes of equal width, rows of equal height: what key figures and cards share. */
import type { Pt } from '../../model/length.js';
import type { PageItem, TextItem } from '../../model/page.js';
import type { Color } from '../../model/theme.js';
import { stackHeight } from '../../text/stack-paragraphs.js';
import type { LaidBlock } from './block.js';

export interface GridColumns { readonly across: number; readonly width: Pt; readonly gap: Pt }

/** Columns of equal width with a gap of about one em and a bit between them. */
export const gridColumns = (across: number, width: Pt, em: Pt): GridColumns => {
  const gap = em * 1.1;
  return { across, gap, width: (width - gap * (across - 1)) / across };
};

/** The number of columns that leaves no lonely card: 6 are 3 × 2, 8 are 4 × 2, where the width (in em) allows. */
export const balancedAcross = (count: number, widthInEm: number): number => {
  const most = Math.max(1, Math.min(5, Math.floor(widthInEm / 9)));
  if (count <= most) return Math.max(1, count);
  for (let across = most; across >= 2; across -= 1) if (count % across === 0) return across;
  let best = most;
  for (let across = most; across >= 2; across -= 1) if (count % across > count % best) best = across;
  return best;
};

const naturalHeight = (cell: Omit<TextItem, 'box'>): Pt => cell.inset.top + stackHeight(cell.paragraphs) + cell.inset.bottom;

interface GridOptions { /** Drawn above each cell. */ readonly rule: { readonly color: Color; readonly width: Pt } | null }

/** Of what a stretched row gains, the part above its words: a little less than half, for the first line's leading is above them too. */
const shareAbove = 0.4;

/** Rows grow evenly when the grid is stretched. */
export const layGrid = (cells: readonly Omit<TextItem, 'box'>[], columns: GridColumns, options: GridOptions): LaidBlock => {
  const rows: (readonly Omit<TextItem, 'box'>[])[] = [];
  for (let index = 0; index < cells.length; index += columns.across) rows.push(cells.slice(index, index + columns.across));
  const natural = rows.map((row) => Math.max(...row.map(naturalHeight)));
  const gaps = columns.gap * (rows.length - 1);
  const least = natural.reduce((sum, height) => sum + height, 0) + gaps;

  const build = (height: Pt): LaidBlock => {
    const extra = (height - least) / rows.length;
    const items: PageItem[] = [];
    let y = 0;
    for (const [index, row] of rows.entries()) {
      const rowHeight = natural[index]! + extra;
      for (const [column, cell] of row.entries()) {
        const x = column * (columns.width + columns.gap);
        items.push({ ...cell, inset: { ...cell.inset, top: cell.inset.top + extra * shareAbove }, box: { x, y, width: columns.width, height: rowHeight } });
        if (options.rule !== null) {
          items.push({
            kind: 'shape', shape: 'rect', name: `${cell.name} 线`, tag: 'artifact', fill: options.rule.color, stroke: null, strokeWidth: 0, dash: false,
            box: { x, y, width: columns.width, height: options.rule.width },
          });
        }
      }
      y += rowHeight + columns.gap;
    }
    return { height, items, keepWithNext: false, spaceBefore: columns.gap * 0.8, spaceAfter: columns.gap * 0.8 };
  };

  if (rows.length === 0) return { height: 0, items: [], keepWithNext: false, spaceBefore: 0, spaceAfter: 0 };
  return {
    ...build(least),
    stretch: { least, most: least * 2, to: (height) => build(Math.max(least, height)) },
    split: (available) => splitGrid(cells, columns, options, natural, available),
  };
};

const splitGrid = (
  cells: readonly Omit<TextItem, 'box'>[], columns: GridColumns, options: GridOptions, natural: readonly Pt[], available: Pt,
): { head: LaidBlock; rest: LaidBlock } | null => {
  let height = 0;
  let rows = 0;
  while (rows < natural.length && height + natural[rows]! <= available) { height += natural[rows]! + columns.gap; rows += 1; }
  if (rows === 0 || rows === natural.length) return null;
  const cut = rows * columns.across;
  return { head: layGrid(cells.slice(0, cut), columns, options), rest: layGrid(cells.slice(cut), columns, options) };
};
