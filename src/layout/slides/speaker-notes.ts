/**
 * What the speaker says: a string a paragraph, and the figures in each. A footnote is said where its mark would stand,
 * in brackets.
 */
import { textOfInlines } from '../../locale/prose/inline-text.js';
import { inBrackets } from '../../locale/language.js';
import type { Block, Inline } from '../../model/document.js';
import type { PrintedFigure } from '../../model/page.js';
import { isTextBlock } from './text-blocks.js';

export interface NoteParagraph {
  readonly text: string;
  readonly figures: readonly PrintedFigure[];
}

const found = new WeakMap<readonly Block[], readonly NoteParagraph[]>();

/** Asked for when they are counted, and when their page is finished. */
export const noteParagraphs = (blocks: readonly Block[]): readonly NoteParagraph[] => {
  const notes = found.get(blocks) ?? paragraphsOf(blocks);
  found.set(blocks, notes);
  return notes;
};

const paragraphsOf = (blocks: readonly Block[]): readonly NoteParagraph[] =>
  blocks.filter(isTextBlock).flatMap((block): NoteParagraph[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [{ text: spokenText(block.inlines), figures: figuresOf(block.inlines) }];
      case 'list':
        return block.items.flatMap((item, index) =>
          paragraphsOf(item).map((note) => ({ ...note, text: `${spokenMarker(block, index)} ${note.text}` })),
        );
      case 'quote':
      case 'callout':
        return [...paragraphsOf(block.blocks)];
    }
  });

const spokenMarker = ({ ordered, start = 1 }: Extract<Block, { kind: 'list' }>, index: number): string =>
  ordered ? `${start + index}.` : '•';

const spokenText = (inlines: readonly Inline[]): string =>
  textOfInlines(inlines, (leaf) =>
    leaf.kind === 'figure'
      ? leaf.text
      : inBrackets(
          leaf.note.paragraphs
            .map(spokenText)
            .join('')
            .replace(/[。.]$/, ''),
        ),
  );

const figuresOf = (inlines: readonly Inline[]): PrintedFigure[] =>
  inlines.flatMap((inline): PrintedFigure[] => {
    switch (inline.kind) {
      case 'figure':
        return [{ id: inline.id, text: inline.text, ...(inline.revision && { revision: inline.revision }) }];
      case 'strong':
      case 'emphasis':
      case 'strike':
      case 'superscript':
      case 'subscript':
      case 'link':
        return figuresOf(inline.children);
      case 'footnote':
        return inline.note.paragraphs.flatMap(figuresOf);
      case 'text':
      case 'value':
      case 'break':
        return [];
    }
  });
