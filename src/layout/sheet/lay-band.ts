/** A band of areas side by side, which end on one line: figures in it grow to that line, panels reach down to it. */
import { partName } from '../../locale/part-words.js';
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { GridArea, GridBand } from '../../model/bundle/page-grid.js';
import type { PageItem, ShapeItem } from '../../model/page.js';
import { checkStyle } from '../blocks/paragraphs.js';
import type { Color } from '../../model/theme.js';
import { moveItem, runStyle, styleOf, type BlockContext, type LaidBlock, type Mark } from '../galley/block.js';
import { plainRun } from '../galley/inline-runs.js';
import { stackBlocks } from '../galley/stack.js';
import { setRuns, textItem } from '../galley/text-block.js';
import { fitHeadline } from './fit-headline.js';
import { layNotes } from './sheet-notes.js';
import { spanWidth, type SheetSetting } from './sheet-setting.js';

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

export const boxShape = (name: string, fill: Color, box: ShapeItem['box']): ShapeItem => ({
  kind: 'shape',
  shape: 'rect',
  name,
  tag: 'artifact',
  fill,
  stroke: null,
  strokeWidth: 0,
  dash: false,
  box,
});

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
  readonly laid: LaidBlock;
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

const layCell = (area: GridArea, x: Pt, blocks: readonly Block[], setting: SheetSetting): Cell => {
  const { context } = setting;
  const width = spanWidth(setting, area.columns);
  const inset = area.panel === null ? 0 : panelInset;
  const section = context.structure.add('Sect', context.parent);
  const own = { ...context, parent: section, figureHeight: area.height };
  const laid = [
    ...blocks.map((block) => layAreaBlock(block, width - 2 * inset, own)),
    ...layNotes(blocks, setting.notes, width - 2 * inset, own),
  ];
  return { area, x, width, inset, laid: laid.length === 1 ? laid[0]! : stackBlocks(laid) };
};

const cellHeight = ({ laid, inset }: Cell): Pt => laid.height + 2 * inset;

const buildCell = (
  cell: Cell,
  height: Pt,
  language: string,
): { items: readonly PageItem[]; marks: readonly Mark[] } => {
  const { area, x, width, inset, laid } = cell;
  const block = laid.stretch?.to(height - 2 * inset) ?? laid;
  const items: PageItem[] = [];
  if (area.panel !== null) items.push(boxShape(partName('ground', language), area.panel, { x, y: 0, width, height }));
  if (area.rule !== null)
    items.push(boxShape(partName('rule', language), area.rule, { x, y: 0, width, height: topRule }));
  items.push(...block.items.map((item) => moveItem(item, x + inset, inset)));
  return { items, marks: (block.marks ?? []).map((mark) => ({ ...mark, y: mark.y + inset })) };
};

/** Null where none of its areas holds anything. */
export const layBand = (band: GridBand, content: AreaContent, setting: SheetSetting): LaidBand | null => {
  const { grid, columnWidth, context } = setting;
  let column = 0;
  const cells = filledAreas(band, content, grid.columns).map((area) => {
    const x = column * (columnWidth + grid.gutter);
    column += area.columns;
    return layCell(area, x, content.get(area.name)!, setting);
  });
  if (cells.length === 0) return null;
  const height = Math.max(...cells.map(cellHeight));
  const gives = cells.some(({ laid }) => laid.stretch !== undefined && laid.floats === true);
  const least = Math.max(
    0,
    ...cells.map((cell) => (cell.laid.stretch === undefined ? cellHeight(cell) : cell.laid.stretch.least)),
  );
  return {
    height,
    give: gives ? Math.min(grid.give, height - least) : 0,
    build: (wanted) => {
      const built = cells.map((cell) => buildCell(cell, wanted, context.language));
      return { items: built.flatMap(({ items }) => items), marks: built.flatMap(({ marks }) => marks) };
    },
  };
};

/** The page's number in a box, for the first area of a band that asks for it. */
export const numberBox = (label: string, height: Pt, context: BlockContext): PageItem => {
  const style = styleOf(context, 'folio-number', 'folio');
  const width = style.size * 3.2;
  const set = setRuns(
    [plainRun(label, runStyle(style))],
    { ...style, align: 'center', firstIndent: 0, lineHeight: height },
    width,
    context,
    'artifact',
  );
  return { ...textItem([set], width, partName('page-number', context.language)), fill: { slot: 'dk2' } };
};
