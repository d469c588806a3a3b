/** The headings of a briefing and everything else that a link may name. */
import type { Block, Briefing } from '../../model/document.js';
import type { ContentsEntry } from '../blocks/block.js';
import { inlineText } from '../blocks/inline-runs.js';
import { walkBlocks } from './walk-blocks.js';

/** Contents before any page is known. */
export const findHeadings = (document: Briefing): readonly ContentsEntry[] =>
  [...walkBlocks(document.blocks)].flatMap((block): ContentsEntry[] => block.kind === 'heading'
    ? [{ id: block.id, level: block.level, number: block.number, title: inlineText(block.inlines), page: '', link: null }] : []);

const idOf = (block: Block): string | null => {
  switch (block.kind) {
    case 'heading': return block.id;
    case 'table': return block.id;
    case 'chart': return block.chart.id;
    case 'picture': return block.picture.id;
    default: return null;
  }
};

export const findTargets = (document: Briefing): ReadonlySet<string> =>
  new Set([...walkBlocks(document.blocks)].flatMap((block) => idOf(block) ?? []));

/** What each target is called where a link has no words of its own: its number, or the words of a heading. */
export const nameTargets = (document: Briefing, numbers: ReadonlyMap<Block, string>): ReadonlyMap<string, string> =>
  new Map([...walkBlocks(document.blocks)].flatMap((block) => {
    const id = idOf(block);
    const name = block.kind === 'heading' ? inlineText(block.inlines) : numbers.get(block);
    return id === null || name === undefined ? [] : [[id, name] as const];
  }));

/** Whether the block shows something of the pages: a contents, or a link within the document. */
export const knowsPages = (block: Block): boolean => {
  const hasLink = (value: unknown): boolean => Array.isArray(value) ? value.some(hasLink)
    : typeof value === 'object' && value !== null && 'kind' in value
      && ((value.kind === 'link' && 'href' in value && String(value.href).startsWith('#')) || ('children' in value && hasLink(value.children)));
  for (const each of walkBlocks([block])) {
    if (each.kind === 'contents') return true;
    const inlines = Object.values(each).filter(Array.isArray);
    if (inlines.some(hasLink)) return true;
    if (each.kind === 'table' && [...each.head, ...each.rows].some((row) => row.cells.some((cell) => hasLink(cell.inlines)))) return true;
    if (each.kind === 'cards' && each.cards.some((card) => hasLink(card.title) || hasLink(card.text))) return true;
  }
  return false;
};
