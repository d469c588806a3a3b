/**
 * Blocks behind which a shape stands: the tinted panel of a callout, the rule beside a quote. Both go on over a page
 * break.
 */
import { partName } from '../../locale/part-words.js';
import type { Insets, Pt } from '../../model/length.js';
import type { Color } from '../../model/theme.js';
import { moveItem, type LaidBlock } from './block.js';
import { filledShape } from './filled-shape.js';
import { grouped } from './grouped.js';

export interface Panel {
  readonly inset: Insets;
  readonly fill: Color | null;
  /** A rule down the left edge. */
  readonly rule: { readonly color: Color; readonly width: Pt } | null;
  readonly space: { readonly before: Pt; readonly after: Pt };
}

/** `inside` is laid at the width less the insets. */
export const onPanel = (inside: LaidBlock, panel: Panel, width: Pt, language: string): LaidBlock => {
  const { inset, fill, rule } = panel;
  const height = inside.height + inset.top + inset.bottom;
  const split = inside.split;
  return {
    height,
    keepWithNext: false,
    spaceBefore: panel.space.before,
    spaceAfter: panel.space.after,
    items: grouped([
      ...(fill === null ? [] : [filledShape(partName('ground', language), fill, { x: 0, y: 0, width, height })]),
      ...(rule === null
        ? []
        : [filledShape(partName('side-rule', language), rule.color, { x: 0, y: 0, width: rule.width, height })]),
      ...inside.items.map((item) => moveItem(item, inset.left, inset.top)),
    ]),
    marks: (inside.marks ?? []).map((mark) => ({ ...mark, y: mark.y + inset.top })),
    ...(split && {
      split: (available: Pt) => {
        const parts = split(available - inset.top - inset.bottom);
        return (
          parts && {
            head: onPanel(parts.head, panel, width, language),
            rest: onPanel(parts.rest, panel, width, language),
          }
        );
      },
    }),
  };
};
