/** The caption of a chart, a picture or a table: its number (图1) and its words, and the muted source line below. */
import { captionGap, partName } from '../../locale/part-words.js';
import type { Inline } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Tag } from '../../model/page.js';
import { runStyle, styleOf, type BlockContext, type LaidBlock } from './block.js';
import { inlineRuns, plainRun } from './inline-runs.js';
import { paragraphBlock, setRuns } from './text-block.js';
import { stackBlocks } from './stack.js';

export interface CaptionParts {
  /** 图1, 表2; null where captions have no numbers. */
  readonly number: string | null;
  readonly caption: readonly Inline[];
  readonly source?: readonly Inline[];
  /** What changed in it, in a draft with marks. */
  readonly changes?: readonly Inline[];
  /** Said behind the caption of a table that goes on: （续）. */
  readonly suffix?: string;
}

/** Null where there is nothing to say. `tag` is the Caption node of what it belongs to, or an artifact. */
export const layCaption = (parts: CaptionParts, width: Pt, context: BlockContext, tag: Tag): LaidBlock | null => {
  const style = styleOf(context, 'caption');
  const base = runStyle(style);
  const words = inlineRuns(parts.caption, base, context);
  const lines: LaidBlock[] = [];
  if (parts.number !== null || words.length > 0) {
    const number =
      parts.number === null
        ? []
        : [
            plainRun(words.length > 0 ? parts.number + captionGap(context.language) : parts.number, {
              ...base,
              bold: true,
            }),
          ];
    const suffix = parts.suffix === undefined ? [] : [plainRun(parts.suffix, base)];
    lines.push(
      paragraphBlock(
        setRuns([...number, ...words, ...suffix], style, width, context, tag),
        width,
        partName('caption', context.language),
      ),
    );
  }
  const sourceStyle = styleOf(context, 'source', 'caption');
  for (const inlines of [parts.source, parts.changes]) {
    if (inlines === undefined || inlines.length === 0) continue;
    lines.push(
      paragraphBlock(
        setRuns(inlineRuns(inlines, runStyle(sourceStyle), context), sourceStyle, width, context, tag),
        width,
        partName('source', context.language),
      ),
    );
  }
  return lines.length === 0 ? null : stackBlocks(lines);
};
