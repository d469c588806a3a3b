/**
 * Lays the blocks of a briefing once, in reading order. Those that show page numbers are laid again when the pages are
 * known.
 */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { unknownLinkTarget } from '../../diagnostics/messages.js';
import type { Memo } from '../../memo/memo.js';
import type { Block, Briefing } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Link } from '../../model/page.js';
import type { Theme } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';
import type { BlockContext, ContentsEntry, LaidBlock } from '../galley/block.js';
import { blockTexts } from '../galley/block-texts.js';
import { labelNotes } from '../blocks/footnotes.js';
import { breakingOf } from '../galley/breaking-of.js';
import { layBlock } from '../blocks/lay-block.js';
import { createStructure, silentStructure, type StructureBuilder } from '../galley/structure-builder.js';
import { fullWidthHeight } from '../galley/figure-height.js';
import { findTargets, knowsPages, nameTargets } from './find-headings.js';
import { layOrKeep, type BlockShelf } from './keep-blocks.js';
import { BlockNotes, type LaidNotes } from './lay-notes.js';
import { numberFigures } from './number-figures.js';

/** What is known of the pages so far: nothing at first. */
export interface PagesKnown {
  readonly entries: readonly ContentsEntry[];
  /** Pages from 0, by id. */
  readonly targets: ReadonlyMap<string, number>;
}

export interface LaidContent {
  readonly blocks: readonly LaidBlock[];
  /** The notes that marks in the blocks lead to. */
  readonly notes: LaidNotes;
}

export interface LaidBriefing extends LaidContent {
  readonly structure: StructureBuilder;
  /** Lays again what shows page numbers. Null where nothing does. */
  again: ((known: PagesKnown) => LaidContent) | null;
}

/** Gives the same nodes once more, for a block that is laid again. */
const replay = (first: number): StructureBuilder => {
  let next = first;
  return { ...silentStructure(first), add: () => next++ };
};

/**
 * Share of the page's height below which a grid of cards is not broken: half of it would stand lost on the next page.
 */
const wholeGrid = 0.3;

const keepWhole = (block: Block, laid: LaidBlock, pageHeight: Pt): LaidBlock => {
  if ((block.kind !== 'kpis' && block.kind !== 'cards') || laid.height > pageHeight * wholeGrid) return laid;
  const { split: _broken, ...whole } = laid;
  return whole;
};

/** Prose with one figure beside it, as the same blocks one below the other; null for anything else. */
const sideFigure = (block: Block): readonly Block[] | null => {
  if (block.kind !== 'columns' || block.columns.length !== 2) return null;
  const [prose, figure] = block.columns.map((column) => column.blocks);
  const isFigure = figure!.length === 1 && (figure![0]!.kind === 'chart' || figure![0]!.kind === 'picture');
  return isFigure && prose!.every((each) => each.kind === 'paragraph' || each.kind === 'list')
    ? [...prose!, ...figure!]
    : null;
};

/** A builder with the number of its nodes. */
const counting = (
  structure: StructureBuilder,
): { readonly structure: StructureBuilder; readonly count: () => number } => {
  let nodes = 0;
  return {
    count: () => nodes,
    structure: {
      ...structure,
      add: (...node) => {
        nodes += 1;
        return structure.add(...node);
      },
    },
  };
};

const linkTo = (href: string, known: PagesKnown): Link | null => {
  if (!href.startsWith('#')) return { kind: 'url', url: href };
  const page = known.targets.get(href.slice(1));
  return page === undefined ? null : { kind: 'page', page };
};

/** What all blocks of a briefing are laid with. */
interface BriefingRoom {
  readonly width: Pt;
  readonly pageHeight: Pt;
  /** The context of a block below the node `parent`, as far as the pages are known. */
  readonly contextFor: (known: PagesKnown, parent: number) => BlockContext;
}

const openRoom = (
  document: Briefing,
  theme: Theme,
  fonts: Fonts,
  tell: Tell,
  structure: StructureBuilder,
  labels: ReturnType<typeof labelNotes>,
): BriefingRoom => {
  const numbers = numberFigures(document.blocks, document.meta.language);
  const targets = findTargets(document);
  const names = nameTargets(document, numbers);
  const medium = theme.paper;
  return {
    width: medium.page.width - medium.margin.left - medium.margin.right,
    pageHeight: medium.page.height,
    contextFor: (known, parent) => ({
      theme,
      medium,
      fonts,
      tell,
      structure,
      parent,
      language: document.meta.language,
      showsStruck: true,
      entries: known.entries,
      figureHeight: null,
      lay: layBlock,
      breaking: breakingOf(document.meta, 'typeset'),
      numberOf: (block: Block) => numbers.get(block) ?? null,
      nameOf: (id) => names.get(id) ?? null,
      noteLabel: (note) => labels.get(note) ?? null,
      resolveLink: (href, span) => {
        if (href.startsWith('#') && !targets.has(href.slice(1)) && span !== undefined)
          tell(unknownLinkTarget(href, span));
        return linkTo(href, known);
      },
    }),
  };
};

const layTop = (block: Block, context: BlockContext, { width, pageHeight }: BriefingRoom): LaidBlock =>
  keepWhole(
    block,
    layBlock(block, width, { ...context, figureHeight: fullWidthHeight(block, width, context) }),
    pageHeight,
  );

/**
 * Laid, and where a figure stands beside prose also as one below the other. The same nodes serve both ways, for both
 * are laid in the same order.
 *
 * @param first the number of the block's first node.
 */
const layBothWays = (block: Block, context: BlockContext, first: number, room: BriefingRoom): LaidBlock => {
  const laid = layTop(block, context, room);
  const side = sideFigure(block);
  if (side === null || laid.split !== undefined || laid.floats === true) return laid;
  const again = { ...context, structure: replay(first), tell: () => undefined };
  return { ...laid, otherwise: side.map((each) => layTop(each, again, room)) };
};

/** The line under a chapter's title is a part of its head, which never ends a page. */
const keepWithHead = (laid: LaidBlock, blocks: readonly Block[], index: number): LaidBlock => {
  const [above, block] = [blocks[index - 1], blocks[index]!];
  const isLead = block.kind === 'paragraph' && block.role === 'lead' && above?.kind === 'heading' && above.level === 1;
  return isLead && index < blocks.length - 1 ? { ...laid, keepWithNext: true } : laid;
};

export const layBlocks = (
  document: Briefing,
  theme: Theme,
  fonts: Fonts,
  tell: Tell,
  entries: readonly ContentsEntry[],
  memo: Memo,
): LaidBriefing => {
  const shelf = memo.recallSame('laid blocks', [theme, fonts, document.meta], (): BlockShelf => new WeakMap());
  const { structure, count } = counting(createStructure());
  const root = structure.add('Document', null);
  const labels = labelNotes(document.blocks.flatMap((block) => [...blockTexts(block)]));
  const room = openRoom(document, theme, fonts, tell, structure, labels);
  const notes = new BlockNotes(labels, room.width);
  const firstNodes: number[] = [];
  let parent = root;
  const blocks = document.blocks.map((block, index) => {
    if (block.kind === 'heading' && block.level === 1) parent = structure.add('Sect', root);
    const first = count();
    firstNodes.push(first);
    const context = room.contextFor({ entries, targets: new Map() }, parent);
    const lay = (setting: BlockContext): LaidBlock => layBothWays(block, setting, first, room);
    // Where no build follows, what is kept is 10 MB of 700 pages.
    const set = memo.isLasting ? layOrKeep(block, context, first, shelf, lay) : lay(context);
    const laid = keepWithHead(set, document.blocks, index);
    notes.lay(index, laid, context);
    return laid;
  });

  const layAgain = (known: PagesKnown): LaidContent => {
    const notesAgain = notes.copy();
    const blocksAgain = blocks.map((laid, index) => {
      const block = document.blocks[index]!;
      if (!knowsPages(block)) return laid;
      const first = firstNodes[index]!;
      const context: BlockContext = {
        ...room.contextFor(known, root),
        structure: replay(first),
        tell: () => undefined,
        resolveLink: (href: string) => linkTo(href, known),
      };
      const again = keepWithHead(layBothWays(block, context, first, room), document.blocks, index);
      notesAgain.lay(index, again, context);
      return again;
    });
    return { blocks: blocksAgain, notes: notesAgain.all() };
  };
  return { blocks, notes: notes.all(), structure, again: document.blocks.some(knowsPages) ? layAgain : null };
};
