/** A laid block whose items have other tags. They are made when they are asked for: often only the height is. */
import type { PageItem, Tag } from '../../../model/page.js';
import type { LaidBlock } from '../../galley/block.js';
import { retag } from '../../galley/retag.js';

export const retagBlock = (block: LaidBlock, tagOf: (tag: Tag) => Tag): LaidBlock => {
  const { split, stretch } = block;
  let items: readonly PageItem[] | null = null;
  return {
    height: block.height,
    keepWithNext: block.keepWithNext,
    spaceBefore: block.spaceBefore,
    spaceAfter: block.spaceAfter,
    get items() {
      return (items ??= block.items.map((item) => retag(item, tagOf)));
    },
    get marks() {
      return block.marks ?? [];
    },
    ...(block.floats !== undefined && { floats: block.floats }),
    ...(split && {
      split: (available) => {
        const parts = split(available);
        return parts && { head: retagBlock(parts.head, tagOf), rest: retagBlock(parts.rest, tagOf) };
      },
    }),
    ...(block.parts && { parts: block.parts.map((part) => retagBlock(part, tagOf)) }),
    ...(block.otherwise && { otherwise: block.otherwise.map((part) => retagBlock(part, tagOf)) }),
    ...(stretch && {
      stretch: {
        least: stretch.least,
        get most() {
          return stretch.most;
        },
        to: (height) => retagBlock(stretch.to(height), tagOf),
      },
    }),
  };
};
