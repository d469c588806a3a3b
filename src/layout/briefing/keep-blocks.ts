/**
 * Blocks of a briefing as they were laid in the build before, by the very blocks: those that did not change, stand at
 * the same node of the structure tree, and name nothing outside of them.
 */
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import type { Block } from '../../model/document.js';
import type { BlockContext, LaidBlock } from '../galley/block.js';
import { blockTexts, flatInlines } from '../galley/block-texts.js';
import { silentStructure, type StructureBuilder } from '../galley/structure-builder.js';
import { knowsPages } from './find-headings.js';
import { walkBlocks } from './walk-blocks.js';

type Node = Parameters<StructureBuilder['add']>;

interface KeptBlock {
  readonly laid: LaidBlock;
  readonly nodes: readonly Node[];
  readonly told: readonly Diagnostic[];
  /** Who is told of what it finds when it is stretched or split later. */
  readonly listener: { tell: Tell };
}

/** Laid with one width, theme and fonts; each block by where it stood. */
export type BlockShelf = WeakMap<Block, Map<string, KeptBlock>>;

/** Places of one block that are remembered: a briefing is laid twice where cards repeat. */
const mostPlaces = 4;

/** @param first the number of the block's first node. */
export function layOrKeep(
  block: Block,
  context: BlockContext,
  first: number,
  shelf: BlockShelf,
  lay: (context: BlockContext) => LaidBlock,
): LaidBlock {
  if (!isAlone(block)) return lay(context);
  const inner = [...walkBlocks([block])];
  const numbers = inner.map((each) => context.numberOf(each));
  const key = JSON.stringify([first, context.parent, numbers]);
  const places = shelf.get(block) ?? new Map<string, KeptBlock>();
  shelf.set(block, places);
  let kept = places.get(key);
  if (kept === undefined) {
    if (places.size >= mostPlaces) places.clear();
    kept = layAlone(context, first, new Map(inner.map((each, index) => [each, numbers[index]!])), lay);
    places.set(key, kept);
  }
  // What is found later may be found no second time: such a block is laid anew.
  kept.listener.tell = (diagnostic) => {
    places.delete(key);
    context.tell(diagnostic);
  };
  kept.told.forEach(context.tell);
  for (const node of kept.nodes) context.structure.add(...node);
  return kept.laid;
}

/** It prints no page, no footnote's mark and no other thing's name. */
const isAlone = (block: Block): boolean => {
  if (knowsPages(block)) return false;
  for (const inlines of blockTexts(block))
    for (const { kind } of flatInlines(inlines)) if (kind === 'link' || kind === 'footnote') return false;
  return true;
};

/** With nothing of the document around it, which would stay in memory with the block. */
function layAlone(
  { theme, medium, fonts, language, showsStruck, figureHeight, breaking, parent, lay: layAny }: BlockContext,
  first: number,
  numbers: ReadonlyMap<Block, string | null>,
  lay: (context: BlockContext) => LaidBlock,
): KeptBlock {
  const told: Diagnostic[] = [];
  const nodes: Node[] = [];
  const listener = { tell: (diagnostic: Diagnostic): void => void told.push(diagnostic) };
  const structure: StructureBuilder = {
    ...silentStructure(parent),
    keeps: true,
    count: () => first + nodes.length,
    add: (...node) => first + nodes.push(node) - 1,
  };
  const laid = lay({
    theme,
    medium,
    fonts,
    language,
    figureHeight,
    breaking,
    parent,
    structure,
    ...(showsStruck !== undefined && { showsStruck }),
    tell: (diagnostic) => listener.tell(diagnostic),
    resolveLink: () => null,
    numberOf: (each) => numbers.get(each) ?? null,
    nameOf: () => null,
    noteLabel: () => null,
    entries: [],
    lay: layAny,
  });
  return { laid, nodes: [...nodes], told: [...told], listener };
}
