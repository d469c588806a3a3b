/** The stories of a page at one size of text, laid for trial and remembered: their text, figures, heads and columns. */
import type { Block } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import { silently, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { stackBlocks } from '../galley/stack.js';
import { textItem } from '../galley/text-block.js';
import { balancedText } from './fit-headline.js';
import { fewestStoryLines, storyVariants, type StoryFitting, type Variants } from './fit-story.js';
import { layNotes } from './sheet-notes.js';
import { spanWidth, type SheetSetting } from './sheet-setting.js';
import { layStoryHead, layUprightHead } from './story-head.js';
import { storyParts, type Figure, type Story } from './story-parts.js';

/** A story in so many columns of the grid. */
export interface StoryColumns {
  readonly fitting: StoryFitting;
  readonly variants: Variants;
  /** Columns of text: fewer than the grid's where an upright head takes the width of one. */
  readonly columns: number;
  /** Where its first column of text begins, from the left edge of its first column of the grid, in pt. */
  readonly left: Pt;
}

/** Narrower than this, in em, is no column of text. */
const narrowest = 10;

/** A picture is drawn as high as its own shape asks, up to this share of its width. */
const mostPictureShape = 0.58;

export class StoryTrial {
  readonly leading: Pt;
  private readonly heads = new Map<string, Pt>();
  private readonly laid = new Map<string, StoryColumns>();
  private readonly lines = new Map<string, number>();
  private readonly figures = new Map<Figure, Map<Pt, LaidBlock>>();
  private readonly texts = new Map<string, LaidBlock>();
  /** Nothing that is laid for trial is told, or leaves a node. */
  private readonly silent: BlockContext;

  constructor(
    readonly setting: SheetSetting,
    readonly stories: readonly Story[],
  ) {
    this.leading = setting.leading;
    this.silent = silently(setting.context);
  }

  isUpright(story: number): boolean {
    return this.stories[story]!.upright;
  }

  /** Height of a level head over so many columns, in pt; none of an upright one. */
  head(story: number, span: number): Pt {
    if (this.isUpright(story)) return 0;
    return remember(
      this.heads,
      `${story} ${span}`,
      () => layStoryHead(this.stories[story]!, spanWidth(this.setting, span), this.silent, 0).height,
    );
  }

  columns(story: number, span: number): StoryColumns {
    return remember(this.laid, `${story} ${span}`, () => this.layColumns(story, span));
  }

  /** The fewest lines in which a story finds room over so many columns. */
  fewest(story: number, span: number): number {
    return remember(this.lines, `${story} ${span}`, () => {
      const { fitting, variants, columns } = this.columns(story, span);
      return fewestStoryLines(fitting, variants, columns);
    });
  }

  private layColumns(story: number, span: number): StoryColumns {
    const { setting } = this;
    const own = this.isUpright(story)
      ? this.besideUpright(story, span)
      : { columns: span, width: setting.columnWidth, left: 0 };
    const parts = storyParts(this.stories[story]!);
    const fitting: StoryFitting = {
      parts,
      text: remember(this.texts, `${story} ${own.width}`, () =>
        layStoryText(parts.text, own.width, { ...setting, context: this.silent }),
      ),
      setting: { ...setting, columnWidth: own.width },
      layFigure: (figure, width) => this.layFigure(figure, width),
    };
    return { fitting, variants: storyVariants(fitting, own.columns), columns: own.columns, left: own.left };
  }

  /** As many columns as the grid's, or one fewer, beside the head. */
  private besideUpright(story: number, span: number): { columns: number; width: Pt; left: Pt } {
    const { setting } = this;
    const left = layUprightHead(this.stories[story]!, Infinity, this.silent, 0).width;
    const room = spanWidth(setting, span) - left;
    const widthOf = (columns: number): Pt => (room - (columns - 1) * setting.grid.gutter) / columns;
    const columns = widthOf(span) >= narrowest * setting.size || span === 1 ? span : span - 1;
    return { columns, width: widthOf(columns), left };
  }

  private layFigure(figure: Figure, width: Pt): LaidBlock {
    const known = this.figures.get(figure) ?? new Map<Pt, LaidBlock>();
    this.figures.set(figure, known);
    return remember(known, width, () => layStoryFigure(figure, width, { ...this.setting, context: this.silent }));
  }
}

const remember = <Key, Value>(known: Map<Key, Value>, key: Key, reckon: () => Value): Value => {
  const found = known.get(key);
  if (found !== undefined) return found;
  const value = reckon();
  known.set(key, value);
  return value;
};

/** A sub-head of two lines or more breaks by sense, and its lines are about as long as each other. */
const laySubHead = (
  block: Extract<Block, { readonly kind: 'heading' }>,
  width: Pt,
  context: BlockContext,
): LaidBlock => {
  const laid = context.lay(block, width, context);
  const style = styleOf(context, block.style ?? `heading-${block.level}`, 'heading-3');
  const item = laid.items[0];
  if (block.number !== null || item?.kind !== 'text' || typeof item.tag !== 'number') return laid;
  const set = balancedText(block.inlines, style, width, context, item.tag);
  return { ...laid, height: set.height, items: [textItem([set], width, item.name)] };
};

/** The running text of a story at a column's width, one below the other. */
export const layStoryText = (blocks: readonly Block[], width: Pt, { context, notes }: SheetSetting): LaidBlock =>
  stackBlocks([
    ...blocks.map((block) =>
      block.kind === 'heading' ? laySubHead(block, width, context) : context.lay(block, width, context),
    ),
    ...layNotes(blocks, notes, width, context),
  ]);

export const layStoryFigure = (figure: Figure, width: Pt, { context }: SheetSetting): LaidBlock =>
  context.lay(figure, width, {
    ...context,
    figureHeight:
      figure.kind === 'picture'
        ? width * Math.min(mostPictureShape, figure.picture.height / figure.picture.width)
        : null,
  });
