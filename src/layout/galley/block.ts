/**
 * The shape of a laid block, and what laying one needs. Slides and briefing lay the same blocks, with their own medium
 * of the theme.
 */
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import type { Block, Footnote, Inline } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { Link, NoteLabel, PageItem, RunStyle, StructureNode } from '../../model/page.js';
import type { Span } from '../../model/span.js';
import type { Color, Medium, TextStyle, Theme } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';
import type { Breaking } from '../../text/set-paragraph.js';
import { silentStructure, type StructureBuilder } from './structure-builder.js';

/** A line of the contents: a heading and where it stands. */
export interface ContentsEntry {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  /** 一, 01: as the heading has it. */
  readonly number: string | null;
  readonly title: string;
  /** The label of its page or slide; empty while that is not known yet. */
  readonly page: string;
  readonly link: Link | null;
}

export interface BlockContext {
  readonly theme: Theme;
  readonly medium: Medium;
  readonly fonts: Fonts;
  /**
   * For a deck: fonts as wide as those of a viewer's machine may be. Lines that must hold there are judged by them.
   * Left out: `fonts`.
   */
  readonly widestFonts?: Fonts;
  readonly tell: Tell;
  /** BCP 47, of the words that layout adds itself. */
  readonly language: string;
  readonly structure: StructureBuilder;
  /** `loose` spacing for a deck: PowerPoint sets its text again, without squeezing marks. */
  readonly breaking: Breaking;
  /** Structure node that the block's own nodes hang under. */
  readonly parent: number;
  /** For `https:`, `mailto:` and `#id`; null where the target is not known (yet). */
  resolveLink(href: string, span?: Span): Link | null;
  /** `图1`, `表2` for a chart, picture or table that is numbered; null where captions have no numbers, as on slides. */
  numberOf(block: Block): string | null;
  /**
   * What a link without words says of its target (`见[](#growth)`): 图3, or a heading's words. Null for an unknown id.
   */
  nameOf(id: string): string | null;
  /** `[1]` for a footnote; null where its mark is not printed. */
  noteLabel(note: Footnote<Inline>): NoteLabel | null;
  /** On paper: what a figure was stands struck beside what it is. Left out in a deck, where comments say it. */
  readonly showsStruck?: boolean;
  /** What stands behind text on a slide; left out on paper. */
  readonly ground?: Color;
  /** What a contents block lists. */
  readonly entries: readonly ContentsEntry[];
  /**
   * Height of the drawn part of a chart or picture, without caption, set by a row of figures so that captions align;
   * null: its own.
   */
  readonly figureHeight: Pt | null;
  /**
   * Height in pt of the region of a slide that the block is laid for, which it fills as well as it can; left out on
   * paper.
   */
  readonly room?: Pt;
  /** What was laid in silence for the same slide, by the block; left out where nothing is tried. */
  readonly trials?: WeakMap<Block, Map<string, SilentTrial>>;
  /** Texts that were set in silence for the same slide, by their first part. */
  readonly texts?: WeakMap<object, Map<string, unknown>>;
  /** What was measured of a table for the same slide, or the same trial, by how its text is set. */
  readonly measured?: WeakMap<Block, unknown>;
  /** Cells of tables stand close: for one that has too many columns for its place. */
  readonly tightTables?: boolean;
  /** Lays any block: what a list, a quote, a callout or columns call for their children. */
  readonly lay: LayBlock<Block>;
}

/** The same for a trial: nothing is told, no node is made. */
export const silently = (context: BlockContext): BlockContext => ({
  ...context,
  structure: silentStructure(context.parent),
  tell: () => undefined,
});

/** A block laid in silence. */
export interface SilentTrial {
  readonly laid: LaidBlock;
  /** Those that its tags name, under a root of their own. */
  readonly nodes: readonly StructureNode[];
  /** What laying it told. */
  readonly told: readonly Diagnostic[];
  /** Who is told of what it finds when it is stretched or split later: whoever asked last. */
  readonly listener: { tell: Tell };
}

/** A place in a laid block that links, contents and bookmarks point at. */
export interface Mark {
  readonly id: string;
  /** From the block's top. */
  readonly y: Pt;
  /** What a heading says of itself; null for a chart or a table. */
  readonly heading: { readonly level: 1 | 2 | 3; readonly number: string | null; readonly title: string } | null;
}

/** A block set to a width. Boxes of its items are relative to its own top left. */
export interface LaidBlock {
  readonly height: Pt;
  readonly items: readonly PageItem[];
  /** Never the last thing on a page: a heading. */
  readonly keepWithNext: boolean;
  /** Space wanted above and below; the larger of two neighbours counts, and none at a page's edge. */
  readonly spaceBefore: Pt;
  readonly spaceAfter: Pt;
  readonly marks?: readonly Mark[];
  /** May wait for the top of the next page while text goes on: a chart, a picture, a row of them. */
  readonly floats?: boolean;
  /**
   * The largest head that is no taller than `available`, and what remains; null where no fair break is that high up.
   */
  split?(available: Pt): SplitBlock | null;
  /** Blocks that stand in its place in the flow of a page, each by itself: what could not stand side by side. */
  readonly parts?: readonly LaidBlock[];
  /**
   * What stands in its place where it finds no room and cannot be split: the same content laid plainly, one below the
   * other.
   */
  readonly otherwise?: readonly LaidBlock[];
  /** The same block at another height between `least` and `most`, to fill a page: a chart or a picture. */
  readonly stretch?: { readonly least: Pt; readonly most: Pt; to(height: Pt): LaidBlock };
}
export interface SplitBlock {
  readonly head: LaidBlock;
  readonly rest: LaidBlock;
}

export type LayBlock<B> = (block: B, width: Pt, context: BlockContext) => LaidBlock;

const plainStyle: TextStyle = {
  font: 'body',
  size: 10,
  lineHeight: 15,
  bold: false,
  color: { slot: 'dk1' },
  align: 'start',
  spaceBefore: 0,
  spaceAfter: 0,
  firstIndent: 0,
};

/**
 * The first of these styles that the medium has. A theme without any of them is set plainly: the theme's reader asks
 * for the needed ones.
 */
export const styleOf = (context: Pick<BlockContext, 'medium'>, ...names: readonly string[]): TextStyle => {
  for (const name of names) {
    const style = context.medium.styles[name];
    if (style !== undefined) return style;
  }
  return context.medium.styles.body ?? plainStyle;
};

export const runStyle = (style: TextStyle): RunStyle => ({
  font: style.font,
  size: style.size,
  bold: style.bold,
  italic: false,
  color: style.color,
});

export const noInsets = { top: 0, right: 0, bottom: 0, left: 0 } as const;

/** The item at another place. */
export const moveItem = <Item extends PageItem>(item: Item, dx: Pt, dy: Pt): Item =>
  dx === 0 && dy === 0 ? item : { ...item, box: { ...item.box, x: item.box.x + dx, y: item.box.y + dy } };

/** The block set in by `dx` from the left. */
export const moveBlock = (block: LaidBlock, dx: Pt): LaidBlock => {
  const { split, stretch } = block;
  return {
    ...block,
    items: block.items.map((item) => moveItem(item, dx, 0)),
    ...(split && {
      split: (available: Pt) => {
        const parts = split(available);
        return parts && { head: moveBlock(parts.head, dx), rest: moveBlock(parts.rest, dx) };
      },
    }),
    ...(stretch && { stretch: { ...stretch, to: (height: Pt) => moveBlock(stretch.to(height), dx) } }),
  };
};
