/** A grid of text boxes of equal width, rows of equal height: what key figures and cards share. */
import { partName } from '../../locale/part-words.js';
import type { Box, Pt } from '../../model/length.js';
import type { PageItem, TextItem } from '../../model/page.js';
import type { Color } from '../../model/theme.js';
import { stackHeight } from '../../text/stack-paragraphs.js';
import type { BlockContext, LaidBlock, SplitBlock } from './block.js';
import { widestHeight, type WidestSetting } from './widest-setting.js';
import { filledShape } from './filled-shape.js';
import { grouped } from './grouped.js';

export interface GridColumns {
  readonly across: number;
  readonly width: Pt;
  /** Between columns, and between rows where `rowGap` is left out. */
  readonly gap: Pt;
  readonly rowGap?: Pt;
}

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

export type GridCell = Omit<TextItem, 'box'>;
type Cell = GridCell;

const heightOf = ({ inset, paragraphs }: Cell): Pt => inset.top + stackHeight(paragraphs) + inset.bottom;
const widestHeightOf = ({ inset, paragraphs }: Cell, width: Pt, setting: GridSetting): Pt => {
  const inner = width - inset.left - inset.right;
  return inset.top + stackHeight(paragraphs, (paragraph) => widestHeight(paragraph, inner, setting)) + inset.bottom;
};

interface Row {
  readonly cells: readonly Cell[];
  readonly height: Pt;
  /** What it wants beyond that, for a viewer whose fonts are wider. */
  readonly spare: Pt;
}

const gridRows = (cells: readonly Cell[], { across, width }: GridColumns, setting: GridSetting): readonly Row[] => {
  const rows: Row[] = [];
  for (let index = 0; index < cells.length; index += across) {
    const own = cells.slice(index, index + across);
    const height = Math.max(...own.map(heightOf));
    rows.push({
      cells: own,
      height,
      spare: Math.max(0, ...own.map((cell) => widestHeightOf(cell, width, setting) - height)),
    });
  }
  return rows;
};

/**
 * Rows that differ by less than this share are of one height; a much longer text does not make all others stand empty.
 */
const evenWithin = 1.6;

const evenRows = (rows: readonly Row[]): readonly Row[] => {
  const height = Math.max(0, ...rows.map((row) => row.height));
  if (rows.length < 2 || height > evenWithin * Math.min(...rows.map((row) => row.height))) return rows;
  const whole = Math.max(...rows.map((row) => row.height + row.spare));
  return rows.map((row) => ({ ...row, height, spare: whole - height }));
};

const sum = (heights: readonly Pt[]): Pt => heights.reduce((total, height) => total + height, 0);

/** What the names of a grid's items are set with. */
export type GridSetting = WidestSetting & Pick<BlockContext, 'language'>;

export interface GridOptions {
  /** Drawn above each cell, of one colour or of the cell's own. */
  readonly rule: { readonly color: Color | ((cell: GridCell) => Color); readonly width: Pt } | null;
  /**
   * What else stands on a cell, in its row at the height that it has: `box` is relative to the grid's top left.
   * `gained` is what `spread` shares out, in pt.
   */
  readonly marks?: (cell: GridCell, box: Box, gained: Pt) => readonly PageItem[];
  /**
   * The shares above each paragraph of what a stretched row gains: 0 to 1 each, 1 or less in all; what is left stands
   * at the foot. Left out, all that is above stands above the first.
   */
  readonly spread?: (cell: GridCell) => readonly number[];
}

/**
 * The part above its words of what a stretched row gains: a little less than half, for the first line's leading is
 * above them too.
 */
const shareAbove = 0.4;

/** The cell with its share of what its row gained. */
const stretchedCell = (cell: Cell, extra: Pt, { spread }: GridOptions): Cell => {
  if (extra === 0) return cell;
  const shares = spread?.(cell) ?? [shareAbove];
  return {
    ...cell,
    inset: { ...cell.inset, top: cell.inset.top + extra * (shares[0] ?? 0) },
    paragraphs: cell.paragraphs.map((paragraph, index) =>
      index === 0 ? paragraph : { ...paragraph, spaceBefore: paragraph.spaceBefore + extra * (shares[index] ?? 0) },
    ),
  };
};

const ruleOver = (cell: Cell, box: Box, { rule }: GridOptions, { language }: GridSetting): readonly PageItem[] => {
  if (rule === null) return [];
  const color = typeof rule.color === 'function' ? rule.color(cell) : rule.color;
  return [filledShape(`${cell.name} ${partName('rule', language)}`, color, { ...box, height: rule.width })];
};

/** Rows grow evenly when the grid is stretched, and give up what they have to spare where there is no room for it. */
export const layGrid = (
  cells: readonly Cell[],
  columns: GridColumns,
  options: GridOptions,
  setting: GridSetting,
): LaidBlock => {
  const rows = evenRows(gridRows(cells, columns, setting));
  const rowGap = columns.rowGap ?? columns.gap;
  const least = sum(rows.map((row) => row.height)) + rowGap * (rows.length - 1);
  const spare = sum(rows.map((row) => row.spare));

  const build = (height: Pt): LaidBlock => {
    const shareOfSpare = spare === 0 ? 0 : Math.min(1, (height - least) / spare);
    const extra = Math.max(0, height - least - spare) / rows.length;
    const items: PageItem[] = [];
    let y = 0;
    for (const row of rows) {
      const rowHeight = row.height + row.spare * shareOfSpare + extra;
      for (const [column, cell] of row.cells.entries()) {
        const x = column * (columns.width + columns.gap);
        const box = { x, y, width: columns.width, height: rowHeight };
        items.push(
          ...grouped([
            { ...stretchedCell(cell, extra, options), box },
            ...ruleOver(cell, box, options, setting),
            ...(options.marks?.(cell, box, extra) ?? []),
          ]),
        );
      }
      y += rowHeight + rowGap;
    }
    return { height, items, keepWithNext: false, spaceBefore: columns.gap * 0.8, spaceAfter: columns.gap * 0.8 };
  };

  if (rows.length === 0) return { height: 0, items: [], keepWithNext: false, spaceBefore: 0, spaceAfter: 0 };
  return {
    ...build(least + spare),
    stretch: { least, most: (least + spare) * 2, to: (height) => build(Math.max(least, height)) },
    split: (available) => splitGrid(rows, columns, options, setting, available),
  };
};

/** How many of the heights, with gaps between, stand in the room from its top. */
const countFitting = (heights: readonly Pt[], gap: Pt, available: Pt): number => {
  let total = 0;
  let count = 0;
  while (count < heights.length && total + heights[count]! <= available) {
    total += heights[count]! + gap;
    count += 1;
  }
  return count;
};

const splitGrid = (
  rows: readonly Row[],
  columns: GridColumns,
  options: GridOptions,
  setting: GridSetting,
  available: Pt,
): SplitBlock | null => {
  const count =
    countFitting(
      rows.map((row) => row.height + row.spare),
      columns.rowGap ?? columns.gap,
      available,
    ) ||
    countFitting(
      rows.map((row) => row.height),
      columns.rowGap ?? columns.gap,
      available,
    );
  if (count === 0 || count === rows.length) return null;
  const lay = (part: readonly Row[]): LaidBlock =>
    layGrid(
      part.flatMap((row) => row.cells),
      columns,
      options,
      setting,
    );
  const head = lay(rows.slice(0, count));
  return { head: head.height > available ? head.stretch!.to(available) : head, rest: lay(rows.slice(count)) };
};
