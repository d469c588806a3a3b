/**
 * The notes of a briefing: each is laid behind the first block that refers to it, so that a screen reader says it
 * there.
 */
import { partName } from '../../locale/part-words.js';
import type { Pt } from '../../model/length.js';
import type { NoteLabel } from '../../model/page.js';
import type { BlockContext, LaidBlock } from '../galley/block.js';
import { labelsOn, setNote, type Note } from '../blocks/footnotes.js';
import { stackBlocks } from '../galley/stack.js';
import { paragraphBlock } from '../galley/text-block.js';

export type LaidNotes = ReadonlyMap<NoteLabel, LaidBlock>;

export class BlockNotes {
  constructor(
    private readonly labels: ReadonlyMap<Note, NoteLabel>,
    private readonly width: Pt,
    private readonly byBlock: LaidNotes[] = [],
  ) {}

  /** Lays what this block refers to and no earlier one does. Of a block that is laid again it is the same. */
  lay(index: number, block: LaidBlock, context: BlockContext): void {
    const marked = new Set(this.labels.size === 0 ? [] : labelsOn(block.items));
    for (const earlier of marked.size === 0 ? [] : this.byBlock.slice(0, index))
      for (const label of earlier.keys()) marked.delete(label);
    this.byBlock[index] = new Map(
      [...this.labels]
        .filter(([, label]) => marked.has(label))
        .map(([note, label]) => [
          label,
          stackBlocks(
            setNote(note, label, this.width, context).map((paragraph) =>
              paragraphBlock(paragraph, this.width, partName('footnote', context.language, label.text)),
            ),
          ),
        ]),
    );
  }

  all(): LaidNotes {
    return new Map(this.byBlock.flatMap((notes) => [...notes]));
  }

  copy(): BlockNotes {
    return new BlockNotes(this.labels, this.width, [...this.byBlock]);
  }
}
