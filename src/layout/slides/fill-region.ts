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
import { cropToFrame } from '../blocks/picture.js';
import { fitTable } from './fit-table.js';
import { fitTextBlocks } from './fit-region.js';
import { isTextBlock, type TextBlock } from './text-blocks.js';

/** What waits for a place: a block, or what remains of one that went on. */
export interface Piece {
  readonly block: Block;
  /** Null until it was laid. */
  readonly laid: LaidBlock | null;
  /** The region that the template named for it. */
  readonly region: string | null;
  /**
   * Height that its further parts take, so that all parts are about as high as each other; null where it did not go on.
   */
  readonly evenHeight?: Pt | null;
  /** Of its block among those of the slide. */
  readonly order: number;
}

export interface FilledRegion {
  readonly items: readonly PageItem[];
  /** What goes on elsewhere, in order. */
  readonly rest: readonly Piece[];
}

/** Between two blocks of one region, in pt. */
const blockGap = 14;

interface Filling extends FilledRegion {
  readonly height: Pt;
}

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
  if (fitted.paragraphs.length === 0) return { items: [], rest, height: 0 };
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
  return { items: [item], rest, height };
};

const fillBleed = (block: Extract<Block, { kind: 'picture' }>, region: Region, context: BlockContext): Filling => {
  const item: PictureItem = {
    kind: 'picture',
    name: partName('picture', context.language, block.picture.id),
    box: region.box,
    picture: block.picture,
    crop: cropToFrame(block.picture, region.box),
    tag: context.structure.add('Figure', context.parent, { alt: block.picture.alt }),
  };
  return { items: [item], rest: [], height: region.box.height };
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

/** Null where a part of this height cannot be had. */
const countParts = (laid: LaidBlock, height: Pt): number | null => {
  let count = 1;
  for (let rest = laid; rest.height > height; count += 1) {
    const parts = rest.split?.(height) ?? null;
    if (parts === null) return null;
    rest = parts.rest;
  }
  return count;
};

/**
 * The least height at which the block has no more parts than at the full one: its last part is then no lonely
 * remainder.
 */
const evenPartHeight = (laid: LaidBlock, available: Pt): Pt => {
  const most = countParts(laid, available);
  if (most === null) return available;
  let [tooLow, enough] = [available / 2, available];
  while (enough - tooLow > 2) {
    const height = (tooLow + enough) / 2;
    const count = countParts(laid, height);
    if (count !== null && count <= most) enough = height;
    else tooLow = height;
  }
  return enough;
};

const fillLaid = (piece: Piece, region: Region, y: Pt, alone: boolean, context: BlockContext): Filling => {
  if (piece.block.kind === 'picture' && region.bleed) return fillBleed(piece.block, region, context);
  const available = region.box.height - y;
  const natural =
    piece.laid ??
    (piece.block.kind === 'table'
      ? fitTable(piece.block, region, context)
      : context.lay(piece.block, region.box.width, context));
  const laid = alone || natural.height > available ? stretched(natural, available) : natural;
  if (laid.height <= available + 0.01) {
    return {
      items: place(laid, region, y + (alone ? shiftIn(region, available - laid.height) : 0)),
      rest: [],
      height: laid.height,
    };
  }
  const evenHeight = piece.evenHeight ?? evenPartHeight(laid, available);
  const parts = laid.split?.(Math.min(available, evenHeight)) ?? laid.split?.(available) ?? null;
  if (parts === null) return { items: [], rest: [{ ...piece, laid }], height: 0 };
  const head = alone ? stretched(parts.head, available) : parts.head;
  return {
    items: place(head, region, y + (alone && head !== parts.head ? shiftIn(region, available - head.height) : 0)),
    rest: [{ ...piece, laid: parts.rest, region: null, evenHeight }],
    height: head.height,
  };
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

export const fillRegion = (region: Region, pieces: readonly Piece[], context: BlockContext): FilledRegion => {
  const groups = groupPieces(pieces);
  const items: PageItem[] = [];
  let y = 0;
  for (const [index, group] of groups.entries()) {
    const texts = group.map((piece) => piece.block).filter(isTextBlock);
    const filling =
      texts.length > 0
        ? fillText(texts, group[0]!.order, region, y, groups.length === 1, context)
        : fillLaid(group[0]!, region, y, groups.length === 1, context);
    items.push(...filling.items);
    y += filling.height + blockGap;
    if (filling.rest.length > 0) return { items, rest: [...filling.rest, ...groups.slice(index + 1).flat()] };
  }
  return { items, rest: [] };
};
