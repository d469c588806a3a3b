/** Footnotes of a page on a grid: each at the end of the story, or the area, that refers to it first. */
import { partName } from '../../locale/part-words.js';
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import { setNote, type Note } from '../blocks/footnotes.js';
import type { BlockContext, LaidBlock } from '../galley/block.js';
import { blockTexts, flatInlines } from '../galley/block-texts.js';
import { paragraphBlock } from '../galley/text-block.js';

/** Footnotes by the block of a story or an area that refers to them first. */
export type NotesOfBlocks = ReadonlyMap<Block, readonly Note[]>;

export const notesOfBlocks = (blocks: readonly Block[]): NotesOfBlocks => {
  const seen = new Set<Note>();
  const inside = blocks.flatMap((block) => (block.kind === 'story' || block.kind === 'area' ? block.blocks : [block]));
  return new Map(
    inside.map((block) => {
      const notes = [...blockTexts(block)]
        .flatMap((inlines) => [...flatInlines(inlines)])
        .flatMap((inline) => (inline.kind === 'footnote' && !seen.has(inline.note) ? [inline.note] : []));
      notes.forEach((note) => seen.add(note));
      return [block, [...new Set(notes)]];
    }),
  );
};

/** The notes of these blocks, set below each other. */
export const layNotes = (
  blocks: readonly Block[],
  notes: NotesOfBlocks,
  width: Pt,
  context: BlockContext,
): readonly LaidBlock[] =>
  blocks
    .flatMap((block) => notes.get(block) ?? [])
    .flatMap((note) => {
      const label = context.noteLabel(note);
      return label === null ? [] : setNote(note, label, width, context);
    })
    .map((paragraph) => paragraphBlock(paragraph, width, partName('footnote', context.language)));
