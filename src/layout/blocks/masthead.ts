/**
 * The masthead of a briefing: its title, subtitle, slogan and edition on a deep ground that bleeds to the page's edges.
 */
import { groundOf } from '../galley/deep-ground.js';
import { partName } from '../../locale/part-words.js';
import type { Inline, MastheadBlock } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { PageItem } from '../../model/page.js';
import type { TextStyle } from '../../model/theme.js';
import { moveItem, runStyle, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { logoItems } from '../galley/logo-item.js';
import { inlineRuns } from '../galley/inline-runs.js';
import { setRuns, textItem } from '../galley/text-block.js';
import { filledShape } from '../galley/filled-shape.js';

const parts = [
  { key: 'edition', style: 'masthead-edition', role: 'P', name: 'masthead-edition', gap: 0 },
  { key: 'title', style: 'masthead-title', role: 'H1', name: 'masthead-title', gap: 14 },
  { key: 'subtitle', style: 'masthead-subtitle', role: 'P', name: 'masthead-subtitle', gap: 6 },
  { key: 'slogan', style: 'masthead-slogan', role: 'P', name: 'masthead-slogan', gap: 16 },
] as const;

/** Ground below the last line, in pt, and what a compact masthead has of all spaces and of its title's size. */
const foot = 26;
const compact = 0.55;
const compactTitle = 0.72;

const scaledTitle = (style: TextStyle): TextStyle => ({
  ...style,
  size: style.size * compactTitle,
  lineHeight: style.lineHeight * compactTitle,
});

/** It stands first on its page: the ground reaches up over the top margin and out over both side margins. */
export const layMasthead = (block: MastheadBlock<Inline>, width: Pt, context: BlockContext): LaidBlock => {
  const { margin } = context.medium;
  const words: PageItem[] = [];
  const share = block.isCompact === true ? compact : 1;
  const lift = margin.top * (block.isCompact === true ? 0.5 : 0.28);
  const below = foot * share;
  let y = -lift;
  for (const part of parts) {
    const inlines = block[part.key];
    if (inlines.length === 0) continue;
    const own = styleOf(context, part.style);
    const style = block.isCompact === true && part.key === 'title' ? scaledTitle(own) : own;
    const set = setRuns(
      inlineRuns(inlines, runStyle(style), context),
      style,
      width,
      context,
      context.structure.add(part.role, context.parent),
    );
    y += y === -lift ? 0 : part.gap * share;
    words.push(moveItem(textItem([set], width, partName(part.name, context.language)), 0, y));
    y += set.height;
  }
  const ground = filledShape(partName('masthead-ground', context.language), groundOf(context.theme), {
    x: -margin.left,
    y: -margin.top,
    width: width + margin.left + margin.right,
    height: margin.top + y + below,
  });
  const logo = logoItems(context.theme, {
    right: width,
    top: -lift - 2,
    height: 22,
    most: 110,
    isDeep: true,
    language: context.language,
  });
  return {
    height: y + below,
    items: [ground, ...words, ...logo],
    keepWithNext: false,
    spaceBefore: 0,
    spaceAfter: 18 * share,
  };
};
