/** A band of areas side by side, which end on one line: figures in it grow to that line, panels reach down to it. */
import { partName } from '../../locale/part-words.js';
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { GridArea, GridBand } from '../../model/bundle/page-grid.js';
import type { PageItem } from '../../model/page.js';
import { checkStyle } from '../blocks/paragraphs.js';
import type { Medium } from '../../model/theme.js';
import { moveItem, silently, styleOf, type BlockContext, type LaidBlock, type Mark } from '../galley/block.js';
import { stackBlocks } from '../galley/stack.js';
import { textItem } from '../galley/text-block.js';
import { fitHeadline } from './fit-headline.js';
import { layNotes } from './sheet-notes.js';
import { spanWidth, type SheetSetting } from './sheet-setting.js';
import { filledShape } from '../galley/filled-shape.js';

/** What the template put into areas, by their names. */
export type AreaContent = ReadonlyMap<string, readonly Block[]>;

export interface LaidBand {
  readonly height: Pt;
  /** It may be so much lower or higher, in pt. */
  readonly give: Pt;
  readonly build: (height: Pt) => { readonly items: readonly PageItem[]; readonly marks: readonly Mark[] };
}

/** Between a panel's edge and what stands on it, and the rule along its top, in pt. */
const panelInset = 10;
const topRule = 1.5;

/** Headings of areas are fitted to their width. */
const layAreaBlock = (block: Block, width: Pt, context: BlockContext): LaidBlock => {
  if (block.kind !== 'heading') return context.lay(block, width, context);
  checkStyle(block, context);
  const style = styleOf(context, block.style ?? `heading-${block.level}`, 'heading-3');
  const role = block.level === 1 ? 'H1' : block.level === 2 ? 'H2' : 'H3';
  const set = fitHeadline(block.inlines, style, width, context, context.structure.add(role, context.parent));
  return {
    height: set.height,
    items: [textItem([set], width, partName('heading', context.language))],
    keepWithNext: true,
    spaceBefore: style.spaceBefore,
    spaceAfter: style.spaceAfter,
  };
};

interface Cell {
  readonly area: GridArea;
  readonly x: Pt;
  readonly width: Pt;
  readonly inset: Pt;
  readonly blocks: readonly LaidBlock[];
  /** Height of its blocks below each other, in pt. */
  readonly height: Pt;
}

/** The areas that hold something, with the columns of those that do not shared out from the left. */
const filledAreas = (band: GridBand, content: AreaContent, columns: number): readonly GridArea[] => {
  const filled = band.filter(({ name }) => (content.get(name)?.length ?? 0) > 0);
  const taken = filled.reduce((sum, area) => sum + area.columns, 0);
  const empty =
    Math.min(
      columns,
      band.reduce((sum, area) => sum + area.columns, 0),
    ) - taken;
  return filled.map((area, index) => (index === 0 ? { ...area, columns: area.columns + empty } : area));
};

/** Every style of the medium larger by a factor. */
const scaledMedium = (medium: Medium, factor: number): Medium => ({
  ...medium,
  styles: Object.fromEntries(
    Object.entries(medium.styles).map(([name, style]) => [
      name,
      {
        ...style,
        size: style.size * factor,
        lineHeight: style.lineHeight * factor,
        spaceBefore: style.spaceBefore * factor,
        spaceAfter: style.spaceAfter * factor,
      },
    ]),
  ),
});

/** Blocks that are laid, and their height below each other. */
type LaidBlocks = Pick<Cell, 'blocks' | 'height'>;

const layBlocks = (
  area: GridArea,
  blocks: readonly Block[],
  width: Pt,
  factor: number,
  setting: SheetSetting,
): LaidBlocks => {
  const { context } = setting;
  const own = {
    ...context,
    medium: factor === 1 ? context.medium : scaledMedium(context.medium, factor),
    parent: context.structure.add('Sect', context.parent),
    figureHeight: area.height,
  };
  const laid = [
    ...blocks.map((block) => layAreaBlock(block, width, own)),
    ...layNotes(blocks, setting.notes, width, own),
  ];
  return { blocks: laid, height: stackBlocks(laid).height };
};

/** Factors tried lie this far apart. */
const growStep = 0.02;

/** @param room the height of the band, which the text of an area may grow to; null where it makes the height itself. */
const layCell = (area: GridArea, x: Pt, blocks: readonly Block[], room: Pt | null, setting: SheetSetting): Cell => {
  const width = spanWidth(setting, area.columns);
  const inset = area.panel === null ? 0 : panelInset;
  const { structure } = setting.context;
  const nodes = structure.count();
  for (let factor = room === null ? 1 : area.grow; factor > 1 + growStep / 2; factor -= growStep) {
    const laid = layBlocks(area, blocks, width - 2 * inset, factor, setting);
    if (laid.height + 2 * inset <= room!) return { area, x, width, inset, ...laid };
    structure.rollBack(nodes);
  }
  return { area, x, width, inset, ...layBlocks(area, blocks, width - 2 * inset, 1, setting) };
};

const cellHeight = ({ height, inset }: Cell): Pt => height + 2 * inset;

/** What its last block may grow or shrink to. */
const stretchOf = ({ blocks }: Cell): LaidBlock['stretch'] => blocks.at(-1)?.stretch;

const buildCell = (
  cell: Cell,
  height: Pt,
  language: string,
): { items: readonly PageItem[]; marks: readonly Mark[] } => {
  const { area, x, width, inset, blocks } = cell;
  const stretch = stretchOf(cell);
  const last = blocks.at(-1);
  const block = stackBlocks(
    stretch === undefined || last === undefined
      ? blocks
      : [...blocks.slice(0, -1), stretch.to(last.height + height - cellHeight(cell))],
  );
  const items: PageItem[] = [];
  if (area.panel !== null)
    items.push(filledShape(partName('ground', language), area.panel, { x, y: 0, width, height }));
  if (area.rule !== null)
    items.push(filledShape(partName('rule', language), area.rule, { x, y: 0, width, height: topRule }));
  items.push(...block.items.map((item) => moveItem(item, x + inset, inset)));
  return { items, marks: (block.marks ?? []).map((mark) => ({ ...mark, y: mark.y + inset })) };
};

/** Null where none of its areas holds anything. */
export const layBand = (band: GridBand, content: AreaContent, setting: SheetSetting): LaidBand | null => {
  const { grid, columnWidth, context } = setting;
  let column = 0;
  const places = filledAreas(band, content, grid.columns).map((area) => {
    const x = column * (columnWidth + grid.gutter);
    column += area.columns;
    return { area, x };
  });
  if (places.length === 0) return null;
  const lay = (area: GridArea, x: Pt, room: Pt | null, own: SheetSetting): Cell =>
    layCell(area, x, content.get(area.name)!, room, own);
  // Measured first: what is kept is laid when the height of the band is known, to which text may grow.
  const trial = { ...setting, context: silently(context) };
  const cells = places.map(({ area, x }) => lay(area, x, null, trial));
  const height = Math.max(...cells.map(cellHeight));
  const gives = cells.some(({ blocks }) => blocks.at(-1)?.floats === true && blocks.at(-1)?.stretch !== undefined);
  const least = Math.max(0, ...cells.map(leastHeight));
  return {
    height,
    give: gives ? Math.max(0, Math.min(grid.give, height - least)) : 0,
    build: (wanted) => {
      const room = places.length > 1 ? wanted : null;
      const built = places.map(({ area, x }) => buildCell(lay(area, x, room, setting), wanted, context.language));
      return { items: built.flatMap(({ items }) => items), marks: built.flatMap(({ marks }) => marks) };
    },
  };
};

/** With its last figure as low as it goes, in pt. */
const leastHeight = (cell: Cell): Pt => {
  const stretch = stretchOf(cell);
  return stretch === undefined ? cellHeight(cell) : cellHeight(cell) - cell.blocks.at(-1)!.height + stretch.least;
};
