/** Lays the blocks of a briefing once, in reading order. Those that show page numbers are laid again when the pages are known. */
import type { Reporter } from '../../diagnostics/diagnostic.js';
import { unknownLinkTarget } from '../../diagnostics/messages.js';
import type { Block, Briefing } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Link } from '../../model/page.js';
import type { Theme } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';
import type { BlockContext, ContentsEntry, LaidBlock } from '../blocks/block.js';
import { layBlock } from '../lay-block.js';
import { createStructure, type StructureBuilder } from '../structure.js';
import { fullWidthHeight } from './figure-height.js';
import { findTargets, knowsPages } from './find-headings.js';
import { numberFigures } from './number-figures.js';

/** What is known of the pages so far: nothing at first. */
export interface PagesKnown {
  readonly entries: readonly ContentsEntry[];
  /** Pages from 0, by id. */
  readonly targets: ReadonlyMap<string, number>;
}

export interface LaidBriefing {
  readonly blocks: readonly LaidBlock[];
  readonly structure: StructureBuilder;
  /** Lays again what shows page numbers. Null where nothing does. */
  again: ((known: PagesKnown) => readonly LaidBlock[]) | null;
}

/** Gives the same nodes once more, for a block that is laid again. */
const replay = (first: number): StructureBuilder => {
  let next = first;
  return { add: () => next++, freeze: () => [] };
};

/** Share of the page's height below which a grid of cards is not broken: half of it would stand lost on the next page. */
const wholeGrid = 0.3;

const keepWhole = (block: Block, laid: LaidBlock, pageHeight: Pt): LaidBlock => {
  if ((block.kind !== 'kpis' && block.kind !== 'cards') || laid.height > pageHeight * wholeGrid) return laid;
  const { split: _broken, ...whole } = laid;
  return whole;
};

/** A builder with the number of its nodes. */
const counting = (structure: StructureBuilder): { readonly structure: StructureBuilder; readonly count: () => number } => {
  let nodes = 0;
  return {
    count: () => nodes,
    structure: { ...structure, add: (...node) => { nodes += 1; return structure.add(...node); } },
  };
};

const linkTo = (href: string, known: PagesKnown): Link | null => {
  if (!href.startsWith('#')) return { kind: 'url', url: href };
  const page = known.targets.get(href.slice(1));
  return page === undefined ? null : { kind: 'page', page };
};

export const layBlocks = (document: Briefing, theme: Theme, fonts: Fonts, report: Reporter, entries: readonly ContentsEntry[]): LaidBriefing => {
  const { structure, count } = counting(createStructure());
  const root = structure.add('Document', null);
  const numbers = numberFigures(document.blocks, document.meta.language);
  const targets = findTargets(document);
  const medium = theme.paper;
  const width = medium.page.width - medium.margin.left - medium.margin.right;
  const contextFor = (known: PagesKnown, parent: number): BlockContext => ({
    theme, medium, fonts, report, structure, parent, entries: known.entries, figureHeight: null, lay: layBlock,
    numberOf: (block: Block) => numbers.get(block) ?? null,
    resolveLink: (href, span) => {
      if (href.startsWith('#') && !targets.has(href.slice(1)) && span !== undefined) report(unknownLinkTarget(href, span));
      return linkTo(href, known);
    },
  });

  const nothing: PagesKnown = { entries, targets: new Map() };
  const firstNodes: number[] = [];
  let parent = root;
  const blocks = document.blocks.map((block) => {
    if (block.kind === 'heading' && block.level === 1) parent = structure.add('Sect', root);
    firstNodes.push(count());
    return keepWhole(block, layBlock(block, width, { ...contextFor(nothing, parent), figureHeight: fullWidthHeight(block, width) }), medium.page.height);
  });

  const showPages = new Set(document.blocks.flatMap((block, index) => knowsPages(block) ? [index] : []));
  return {
    blocks, structure,
    again: showPages.size === 0 ? null : (known) => blocks.map((laid, index) => {
      if (!showPages.has(index)) return laid;
      const silent = { ...contextFor(known, root), report: () => undefined, resolveLink: (href: string) => linkTo(href, known) };
      return layBlock(document.blocks[index]!, width, { ...silent, structure: replay(firstNodes[index]!) });
    }),
  };
};
