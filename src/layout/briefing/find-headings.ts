/** The headings of a briefing and everything else that a link may name. */
import { inlineText } from '../../locale/prose/inline-text.js';
import type { Block, Briefing, Inline } from '../../model/document.js';
import type { ContentsEntry } from '../galley/block.js';
import { blockTexts, flatInlines } from '../galley/block-texts.js';
import { walkBlocks } from './walk-blocks.js';

/** Contents before any page is known. */
export const findHeadings = (document: Briefing): readonly ContentsEntry[] =>
  [...walkBlocks(document.blocks)].flatMap((block): ContentsEntry[] =>
    block.kind === 'heading'
      ? [
          {
            id: block.id,
            level: block.level,
            number: block.number,
            title: inlineText(block.inlines),
            page: '',
            link: null,
          },
        ]
      : [],
  );

const idOf = (block: Block): string | null => {
  switch (block.kind) {
    case 'heading':
      return block.id;
    case 'table':
      return block.id;
    case 'chart':
      return block.chart.id;
    case 'picture':
      return block.picture.id;
    default:
      return null;
  }
};

export const findTargets = (document: Briefing): ReadonlySet<string> =>
  new Set([...walkBlocks(document.blocks)].flatMap((block) => idOf(block) ?? []));

/** What each target is called where a link has no words of its own: its number, or the words of a heading. */
export const nameTargets = (document: Briefing, numbers: ReadonlyMap<Block, string>): ReadonlyMap<string, string> =>
  new Map(
    [...walkBlocks(document.blocks)].flatMap((block) => {
      const id = idOf(block);
      const name = block.kind === 'heading' ? inlineText(block.inlines) : numbers.get(block);
      return id === null || name === undefined ? [] : [[id, name] as const];
    }),
  );

/**
 * Whether the block, or a footnote that it refers to, shows something of the pages: a contents, or a link within the
 * document.
 */
export const knowsPages = (block: Block): boolean =>
  [...walkBlocks([block])].some((each) => each.kind === 'contents') || [...blockTexts(block)].some(linksWithin);

const linksWithin = (inlines: readonly Inline[]): boolean =>
  [...flatInlines(inlines)].some((inline) =>
    inline.kind === 'footnote'
      ? inline.note.paragraphs.some(linksWithin)
      : inline.kind === 'link' && inline.href.startsWith('#'),
  );
