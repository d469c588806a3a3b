/**
 * Fills one region of a slide from the top: text in one box, everything else as laid blocks, stretched where a region
 * has one thing only.
 */
import { partName } from '../../locale/part-words.js';
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { PageItem, PictureItem, TextItem } from '../../model/page.js';
import type { Region } from '../../model/slide-layout.js';
import { stackHeight } from '../../text/stack-paragraphs.js';
import { moveItem, noInsets, type BlockContext, type LaidBlock } from '../galley/block.js';
import { placeInFrame } from '../blocks/picture.js';
import { evenPartHeight } from './count-parts.js';
import { fitGrid } from './fit-grid.js';
import { fitTable } from './fit-table.js';
import { fitTextBlocks } from './fit-region.js';
import { fitPoints } from './point-grid.js';
import { layOrRecall } from './trials/silent-trials.js';
import { isTextBlock, type TextBlock } from './text-blocks.js';

/** What waits for a place: a block, or what remains of one that went on. */
export interface Piece {
  readonly block: Block;
  /** Null until it was laid. */
  readonly laid: LaidBlock | null;
  /** What remains of it was set to this width, in pt; left out where it was not laid. */
  readonly width?: Pt;
  /** The region that the template named for it. */
  readonly region: string | null;
  /**
   * Height that its further parts take, so that all parts are about as high as each other; null where it did not go on.
   */
  readonly evenHeight?: Pt | null;
  /** The place of its block among those of the slide, from 0. */
  readonly order: number;
}

/** A size of text in pt, and the one that would be best. */
export interface SetSize {
  readonly size: Pt;
  readonly wish: Pt;
}

export interface FilledRegion {
  readonly items: readonly PageItem[];
  /** Height in pt that the content needs of its region. */
  readonly needed: Pt;
  readonly sizes: readonly SetSize[];
  /** What goes on elsewhere, in order. */
  readonly rest: readonly Piece[];
}

/** Between two blocks of one region, in pt. */
const blockGap = 14;

interface Filling extends FilledRegion {
  readonly height: Pt;
}

/** What text and tables of a slide would be set at, in pt of a slide as bundles have it. */
const wishes = { text: 18, table: 14 } as const;
const unitOf = ({ medium }: BlockContext): number => medium.unit ?? 1;
const nothing = { needed: 0, sizes: [] } as const;

const place = (laid: LaidBlock, region: Region, y: Pt): PageItem[] =>
  laid.items.map((item) => moveItem(item, region.box.x, region.box.y + y));

const fillText = (
  blocks: readonly TextBlock[],
  order: number,
  region: Region,
  y: Pt,
  alone: boolean,
  context: BlockContext,
): Filling => {
  const box = { ...region.box, y: region.box.y + y, height: region.box.height - y };
  const fitted = fitTextBlocks(blocks, { ...region, box }, context);
  const rest = fitted.rest.map((block): Piece => ({ block, laid: null, region: null, order }));
  if (fitted.paragraphs.length === 0) return { ...nothing, items: [], rest, height: 0 };
  const height = alone ? box.height : stackHeight(fitted.paragraphs);
  const item: TextItem = {
    kind: 'text',
    name: partName('body', context.language),
    box: { ...box, height },
    paragraphs: fitted.paragraphs,
    inset: noInsets,
    valign: alone ? region.valign : 'top',
    fill: null,
    link: null,
    placeholder: alone && region.placeholder !== null ? region.name : null,
    tag: fitted.paragraphs[0]?.tag ?? 'artifact',
  };
  return {
    items: [item],
    rest,
    height,
    needed: fitted.needed,
    sizes: [{ size: fitted.size, wish: wishes.text * unitOf(context) }],
  };
};

/** Points as a grid; null where they are none, or do not fit. */
const fillPoints = (blocks: readonly TextBlock[], region: Region, context: BlockContext): Filling | null => {
  const grid = region.arrange === 'grid' ? fitPoints(blocks, region, context) : null;
  if (grid === null) return null;
  const { laid, size } = grid;
  return {
    items: place(laid, region, shiftIn(region, region.box.height - laid.height)),
    rest: [],
    height: laid.height,
    needed: laid.height,
    sizes: [{ size, wish: wishes.text * unitOf(context) }],
  };
};

const fillBleed = (block: Extract<Block, { kind: 'picture' }>, region: Region, context: BlockContext): Filling => {
  const item: PictureItem = {
    kind: 'picture',
    name: partName('picture', context.language, block.picture.id),
    picture: block.picture,
    ...placeInFrame(block.picture, region.box, true),
    tag: context.structure.add('Figure', context.parent, { alt: block.picture.alt }),
  };
  return { ...nothing, items: [item], rest: [], height: region.box.height };
};

const stretched = (laid: LaidBlock, available: Pt): LaidBlock => {
  const { stretch } = laid;
  if (stretch === undefined || stretch.least > available) return laid;
  return stretch.to(Math.min(stretch.most, available));
};

/** Blocks that are lower than their region stand where the region says. */
const shiftIn = (region: Region, spare: Pt): Pt => {
  switch (region.valign) {
    case 'top':
      return 0;
    case 'middle':
      return spare / 2;
    case 'bottom':
      return spare;
  }
};

/** Cards of figures keep this much of what their words need, though something beside them could have the room. */
const roomyCards = 1.3;

const fillLaid = (
  piece: Piece,
  region: Region,
  { y, alone, places }: { readonly y: Pt; readonly alone: boolean; readonly places: number },
  context: BlockContext,
): Filling => {
  if (piece.block.kind === 'picture' && region.bleed) return fillBleed(piece.block, region, context);
  const available = region.box.height - y;
  const { natural, sizes } = layNaturally(piece, region, available, context);
  const laid = alone || natural.height > available ? stretched(natural, available) : natural;
  if (laid.height <= available + 0.01) {
    return {
      items: place(laid, region, y + (alone ? shiftIn(region, available - laid.height) : 0)),
      rest: [],
      height: laid.height,
      needed: piece.block.kind === 'kpis' ? Math.min(laid.height, natural.height * roomyCards) : natural.height,
      sizes,
    };
  }
  const evenHeight = piece.evenHeight ?? evenPartHeight(laid, available, places);
  const parts = laid.split?.(Math.min(available, evenHeight)) ?? laid.split?.(available) ?? null;
  if (parts === null) return { ...nothing, items: [], rest: [{ ...piece, laid }], height: 0 };
  const head = alone ? stretched(parts.head, available) : parts.head;
  return {
    items: place(head, region, y + (alone && head !== parts.head ? shiftIn(region, available - head.height) : 0)),
    rest: [{ ...piece, laid: parts.rest, width: region.box.width, region: null, evenHeight }],
    height: head.height,
    needed: head.height,
    sizes,
  };
};

interface NaturalBlock {
  readonly natural: LaidBlock;
  readonly sizes: readonly SetSize[];
}

/** A block at the height that it takes by itself, or what is left of one. */
const layNaturally = (piece: Piece, region: Region, available: Pt, context: BlockContext): NaturalBlock => {
  const { block, laid } = piece;
  if (laid !== null) return { natural: laid, sizes: [] };
  if (block.kind === 'cards' || block.kind === 'kpis') return fitGrid(block, region.box.width, available, context);
  const width = region.box.width;
  const lay = (setting: BlockContext): LaidBlock => setting.lay(block, width, { ...setting, room: available });
  if (block.kind === 'chart' || block.kind === 'picture')
    return { natural: layOrRecall(block, `figure ${width} ${available}`, context, lay), sizes: [] };
  if (block.kind !== 'table') return { natural: lay(context), sizes: [] };
  const table = fitTable(block, { ...region, box: { ...region.box, height: available } }, context);
  return { natural: table.laid, sizes: [{ size: table.size, wish: wishes.table * unitOf(context) }] };
};

/** Neighbouring text blocks share a box; anything else stands alone. */
const groupPieces = (pieces: readonly Piece[]): Piece[][] => {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const above = groups.at(-1);
    if (isTextBlock(piece.block) && above !== undefined && isTextBlock(above[0]!.block)) above.push(piece);
    else groups.push([piece]);
  }
  return groups;
};

/** @param places How many regions of the slide the parts of a block that goes on stand in, beside each other. */
export const fillRegion = (
  region: Region,
  pieces: readonly Piece[],
  context: BlockContext,
  places = 1,
): FilledRegion => {
  const groups = groupPieces(pieces);
  const alone = groups.length === 1;
  const items: PageItem[] = [];
  const sizes: SetSize[] = [];
  let y = 0;
  let needed = 0;
  for (const [index, group] of groups.entries()) {
    const texts = group.map((piece) => piece.block).filter(isTextBlock);
    const filling =
      texts.length > 0
        ? ((alone ? fillPoints(texts, region, context) : null) ??
          fillText(texts, group[0]!.order, region, y, alone, context))
        : fillLaid(group[0]!, region, { y, alone, places }, context);
    items.push(...filling.items);
    sizes.push(...filling.sizes);
    needed = y + filling.needed;
    y += filling.height + blockGap;
    if (filling.rest.length > 0)
      return { items, sizes, needed, rest: [...filling.rest, ...groups.slice(index + 1).flat()] };
  }
  return { items, sizes, needed, rest: [] };
};
