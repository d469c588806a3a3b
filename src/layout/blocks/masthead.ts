/**
 * The masthead of a briefing: its title, subtitle, slogan and edition on a deep ground that bleeds to the page's edges.
 */
import { partName } from '../../locale/part-words.js';
import type { Inline, MastheadBlock } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';
import { moveItem, runStyle, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { logoItems } from '../galley/logo-item.js';
import { inlineRuns } from '../galley/inline-runs.js';
import { setRuns, textItem } from '../galley/text-block.js';

const parts = [
  { key: 'edition', style: 'masthead-edition', role: 'P', name: 'masthead-edition', gap: 0 },
  { key: 'title', style: 'masthead-title', role: 'H1', name: 'masthead-title', gap: 14 },
  { key: 'subtitle', style: 'masthead-subtitle', role: 'P', name: 'masthead-subtitle', gap: 6 },
  { key: 'slogan', style: 'masthead-slogan', role: 'P', name: 'masthead-slogan', gap: 16 },
] as const;

/** Ground below the last line, in pt. */
const foot = 26;

/** It stands first on its page: the ground reaches up over the top margin and out over both side margins. */
export const layMasthead = (block: MastheadBlock<Inline>, width: Pt, context: BlockContext): LaidBlock => {
  const { margin } = context.medium;
  const words: PageItem[] = [];
  const lift = margin.top * 0.28;
  let y = -lift;
  for (const part of parts) {
    const inlines = block[part.key];
    if (inlines.length === 0) continue;
    const style = styleOf(context, part.style);
    const set = setRuns(
      inlineRuns(inlines, runStyle(style), context),
      style,
      width,
      context,
      context.structure.add(part.role, context.parent),
    );
    y += y === -lift ? 0 : part.gap;
    words.push(moveItem(textItem([set], width, partName(part.name, context.language)), 0, y));
    y += set.height;
  }
  const ground: PageItem = {
    kind: 'shape',
    shape: 'rect',
    name: partName('masthead-ground', context.language),
    tag: 'artifact',
    fill: { slot: 'dk2' },
    stroke: null,
    strokeWidth: 0,
    dash: false,
    box: { x: -margin.left, y: -margin.top, width: width + margin.left + margin.right, height: margin.top + y + foot },
  };
  const logo = logoItems(context.theme, {
    right: width,
    top: -lift - 2,
    height: 22,
    most: 110,
    isDeep: true,
    language: context.language,
  });
  return { height: y + foot, items: [ground, ...words, ...logo], keepWithNext: false, spaceBefore: 0, spaceAfter: 18 };
};
