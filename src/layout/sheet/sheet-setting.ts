/** What the stories of a page are set with: the grid, and styles that keep to its base line. */
import type { Pt } from '../../model/length.js';
import type { PageGrid } from '../../model/bundle/page-grid.js';
import type { Medium, TextStyle } from '../../model/theme.js';
import { styleOf, type BlockContext } from '../galley/block.js';
import type { NotesOfBlocks } from './sheet-notes.js';

export interface SheetSetting {
  readonly grid: PageGrid;
  /** Width of one column of the grid, in pt. */
  readonly columnWidth: Pt;
  /** Size of the text of stories, in pt. */
  readonly size: Pt;
  /** From base line to base line: columns are a whole number of these high. */
  readonly leading: Pt;
  readonly notes: NotesOfBlocks;
  /** Its styles of running text stand on the base line. */
  readonly context: BlockContext;
}

/** Width of neighbouring columns with the gutters between them, in pt. */
export const spanWidth = ({ grid, columnWidth }: Pick<SheetSetting, 'grid' | 'columnWidth'>, columns: number): Pt =>
  columns * columnWidth + (columns - 1) * grid.gutter;

/** Styles of what stands in a column of text. */
const running = ['body', 'bullet', 'quote', 'note', 'footnote'] as const;

/** Sub-heads take a line above them and as many lines as they have, so that text goes on on the base line. */
const onBaseLine = (medium: Medium, size: Pt, leading: Pt): Medium => {
  const context = { medium };
  const body = styleOf(context, 'body');
  const scaled = (style: TextStyle): TextStyle => ({
    ...style,
    size: style.size * (size / body.size),
    lineHeight: leading,
    spaceBefore: 0,
    spaceAfter: 0,
  });
  const head = styleOf(context, 'heading-3');
  const subHead: TextStyle = { ...head, lineHeight: leading, spaceBefore: leading, spaceAfter: 0 };
  return {
    ...medium,
    styles: {
      ...medium.styles,
      ...Object.fromEntries(running.map((name) => [name, scaled(styleOf(context, name, 'body'))])),
      'heading-1': subHead,
      'heading-2': subHead,
      'heading-3': subHead,
    },
  };
};

export const sheetSetting = (
  grid: PageGrid,
  width: Pt,
  size: Pt,
  context: BlockContext,
  notes: NotesOfBlocks,
): SheetSetting => {
  const body = styleOf(context, 'body');
  const leading = Math.round(((size * body.lineHeight) / body.size) * 20) / 20;
  return {
    grid,
    columnWidth: (width - grid.gutter * (grid.columns - 1)) / grid.columns,
    size,
    leading,
    notes,
    context: { ...context, medium: onBaseLine(context.medium, size, leading) },
  };
};
