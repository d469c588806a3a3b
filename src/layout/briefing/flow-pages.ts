/**
 * Flows laid blocks into pages of one height.
 *
 * Notes stand at the foot of the page on which their marks stand: what they need, the text leaves them.
 * Text breaks where its blocks allow it, a heading keeps with what follows, and a figure that does not fit waits for
 * the top of the next page while text goes on. Figures keep their order, and stay in their chapter.
 */
import type { Pt } from '../../model/length.js';
import type { NoteLabel } from '../../model/page.js';
import { spaceBetween } from '../../text/stack-paragraphs.js';
import type { LaidBlock, SplitBlock } from '../galley/block.js';
import { figureGive, type Placed } from './fill-page.js';
import { PageNotes } from './page-notes.js';

export interface FlowBlock {
  readonly laid: LaidBlock;
  /** `page` ends the page before the block; `figures` lets no waiting figure pass it: a chapter's heading. */
  readonly barrier: 'page' | 'figures' | null;
}

export interface FlowResult {
  readonly pages: readonly FlowPage[];
  /** Blocks, by index, of which a part is taller than a page. */
  readonly tooTall: readonly number[];
}
export interface FlowPage {
  readonly placed: readonly Placed[];
  /** Ended by a page break or by the document's end, so that it may stay short. */
  readonly ended: boolean;
  /** At its foot. */
  readonly notes: readonly LaidBlock[];
}

/** Share of a page that may stay empty rather than divide a note. */
const fairBlank = 0.1;
/** A page as full as this may end, so that a figure stands right behind its own text and under its own heading. */
const fairlyFull = 0.6;
/** Lengths closer than this are equal. */
const tolerance = 0.01;

class Flow {
  readonly pages: FlowPage[] = [];
  readonly tooTall = new Set<number>();
  private placed: Placed[] = [];
  private used: Pt = 0;
  /** Whether a heading already stands before the figures that wait. */
  private hasPassed = false;
  private waiting: { readonly laid: LaidBlock; readonly index: number }[] = [];

  private readonly notes: PageNotes;

  constructor(
    private readonly height: Pt,
    notes: ReadonlyMap<NoteLabel, LaidBlock>,
  ) {
    this.notes = new PageNotes(notes, height);
  }

  /** As much room as there ever is: no text, and no note that goes on from the page before. */
  private get isFresh(): boolean {
    return this.placed.length === 0 && this.notes.height === 0;
  }
  /** What the figures of the page could give up. */
  private get give(): Pt {
    return this.placed.reduce((sum, { block, firm }) => (firm === true ? sum : sum + figureGive(block)), 0);
  }
  private gapFor(block: LaidBlock): Pt {
    return spaceBetween(this.placed.at(-1)?.block, block);
  }
  private roomFor(block: LaidBlock): Pt {
    return this.height - this.notes.height - this.used - this.gapFor(block) + tolerance;
  }

  private put(block: LaidBlock, firm = false): void {
    const gap = this.gapFor(block);
    this.placed.push({ block, gap, firm });
    this.used += gap + block.height;
    this.notes.take(block, () => this.height - this.used + this.give + tolerance);
  }

  /**
   * Whether a block of this height stands in the room with its notes; the last of them is divided only where much would
   * stay empty.
   */
  private holds(block: LaidBlock, height: Pt, room: Pt): boolean {
    const { whole, begun } = this.notes.need([block]);
    return height + whole <= room || (room > this.height * fairBlank && height + begun <= room);
  }

  /** The same, and a block that cannot be split may take some room from the page's figures. */
  private stands(block: LaidBlock, room: Pt): boolean {
    return (
      this.holds(block, block.height, room) ||
      (block.split === undefined && this.holds(block, block.height, room + this.give))
    );
  }

  /** The largest beginning of the block that stands in the room with its notes. */
  private splitTo(block: LaidBlock, room: Pt): SplitBlock | null {
    let divided: SplitBlock | null = null;
    // Each beginning is shorter than the one before; one of no height begins nothing.
    let most = Math.min(room, block.height - tolerance);
    for (;;) {
      const parts = most > 0 ? (block.split?.(most) ?? null) : null;
      if (parts === null || parts.head.height <= 0 || parts.head.height > most + tolerance) return divided;
      const { height } = parts.head;
      most = height - tolerance;
      const { whole, begun } = this.notes.need([parts.head]);
      if (height + whole <= room)
        return divided !== null && room - height - whole > this.height * fairBlank ? divided : parts;
      if (height + begun <= room) divided = parts;
    }
  }

  /**
   * Whether the block, or the beginning of it, stands in this room; one that cannot break may take some from the page's
   * figures.
   */
  private begins(block: LaidBlock, room: Pt): boolean {
    const [part] = block.parts ?? [];
    if (part !== undefined) return this.begins(part, room);
    if (block.floats === true)
      return this.waiting.length === 0 && this.holds(block, block.height - figureGive(block), room);
    if (this.stands(block, room)) return true;
    const plain = block.otherwise?.[0];
    if (plain !== undefined) return this.begins(plain, room);
    return this.splitTo(block, room) !== null;
  }

  /** Sets the figure at its size, or a little smaller; false where it does not fit here. */
  private tryFigure(figure: LaidBlock): boolean {
    const { whole, begun } = this.notes.need([figure]);
    const room = this.roomFor(figure) - (this.isFresh ? begun : whole);
    if (figure.height <= room) {
      this.put(figure);
      return true;
    }
    if (figure.stretch === undefined || figure.height - figureGive(figure) > room) return false;
    const smaller = figure.stretch.to(room - tolerance);
    if (smaller.height > room) return false;
    this.put(smaller, true);
    return true;
  }

  /** Ends the page; waiting figures open the next one. */
  turnPage(ended = false): void {
    this.pages.push({ placed: this.placed, ended, notes: this.notes.turn() });
    this.placed = [];
    this.used = 0;
    while (this.waiting.length > 0) {
      if (!this.tryFigure(this.waiting[0]!.laid)) {
        if (!this.isFresh) return;
        this.tooTall.add(this.waiting[0]!.index);
        this.put(this.waiting[0]!.laid);
      }
      this.waiting.shift();
    }
  }

  /** All waiting figures are set before anything more. */
  releaseFigures(): void {
    while (this.waiting.length > 0) this.turnPage();
  }

  breakPage(): void {
    this.releaseFigures();
    if (this.placed.length > 0) this.turnPage(true);
  }

  putFigure(figure: LaidBlock, index: number): void {
    if (this.waiting.length === 0 && this.tryFigure(figure)) return;
    if (!this.isFresh) {
      this.waiting.push({ laid: figure, index });
      return;
    }
    // An empty page is as much room as there is.
    this.tooTall.add(index);
    this.put(figure);
  }

  putText(block: LaidBlock, index: number): void {
    if (block.parts !== undefined) {
      this.putPlain(block.parts, index);
      return;
    }
    let rest = block;
    for (;;) {
      const room = this.roomFor(rest);
      if (rest.otherwise !== undefined && !this.holds(rest, rest.height, room) && this.placed.length > 0) {
        this.putPlain(rest.otherwise, index);
        return;
      }
      if (this.stands(rest, room)) {
        this.put(rest);
        return;
      }
      const parts = this.splitTo(rest, room);
      if (parts !== null) {
        this.put(parts.head);
        this.turnPage();
        rest = parts.rest;
        continue;
      }
      if (this.isFresh) {
        this.tooTall.add(index);
        this.put(rest);
        return;
      }
      this.turnPage();
    }
  }

  private putPlain(blocks: readonly LaidBlock[], index: number): void {
    for (const block of blocks) {
      if (block.floats === true) this.putFigure(block, index);
      else this.putText(block, index);
    }
  }

  /**
   * Headings, with at least the beginning of what follows them. A figure of the text before them comes first, unless
   * much of the page would stay empty: then one heading may pass it, no second one.
   */
  putHeadings(headings: readonly LaidBlock[], next: LaidBlock | null): void {
    if (this.waiting.length > 0) {
      if (this.hasPassed || this.used >= this.height * fairlyFull) this.releaseFigures();
      this.hasPassed = this.waiting.length > 0;
    }
    const fits = (): boolean => {
      let { used } = this;
      let above = this.placed.at(-1)?.block;
      for (const heading of headings) {
        used += spaceBetween(above, heading) + heading.height;
        above = heading;
      }
      const room = this.height - this.notes.height - this.notes.need(headings).whole - used + tolerance;
      return next === null ? room >= 0 : this.begins(next, room - spaceBetween(above, next));
    };
    while (!fits() && !this.isFresh) this.turnPage();
    for (const heading of headings) this.put(heading);
  }

  finish(): FlowResult {
    this.releaseFigures();
    while (!this.isFresh || this.pages.length === 0) this.turnPage(true);
    return { pages: this.pages, tooTall: [...this.tooTall] };
  }
}

/**
 * The first block after a heading that stands where it is named: a figure may float away from under it, unless it is
 * all that there is.
 */
const followerOf = (blocks: readonly FlowBlock[], from: number): LaidBlock | null => {
  let next = from;
  while (next < blocks.length && blocks[next]!.barrier === null && blocks[next]!.laid.floats === true) next += 1;
  const follower = blocks[next];
  return follower !== undefined && follower.barrier === null && !follower.laid.keepWithNext
    ? follower.laid
    : (blocks[from]?.laid ?? null);
};

const isOneLine = (block: LaidBlock): boolean =>
  block.items.length === 1 &&
  block.items[0]!.kind === 'text' &&
  block.items[0]!.paragraphs.reduce((sum, each) => sum + each.lines.length, 0) === 1;

/** Headings in a row, and a single line below them: it alone does not hold them at the foot of a page. */
const endOfHeadings = (blocks: readonly FlowBlock[], from: number): number => {
  let end = from + 1;
  while (end < blocks.length && blocks[end]!.laid.keepWithNext && blocks[end]!.barrier !== 'page') end += 1;
  const line = blocks[end];
  const after = blocks[end + 1];
  const holds =
    line !== undefined &&
    after !== undefined &&
    line.barrier === null &&
    after.barrier === null &&
    !after.laid.keepWithNext;
  return holds && isOneLine(line.laid) ? end + 1 : end;
};

/** @param notes each as it is laid, by what the marks of the blocks hold. */
export const flowPages = (
  blocks: readonly FlowBlock[],
  height: Pt,
  notes: ReadonlyMap<NoteLabel, LaidBlock> = new Map(),
): FlowResult => {
  const flow = new Flow(height, notes);
  for (let index = 0; index < blocks.length; index += 1) {
    const { laid, barrier } = blocks[index]!;
    if (barrier === 'page') {
      flow.breakPage();
      continue;
    }
    if (barrier === 'figures') flow.releaseFigures();
    if (laid.floats === true) {
      flow.putFigure(laid, index);
      continue;
    }
    if (!laid.keepWithNext) {
      flow.putText(laid, index);
      continue;
    }
    const end = endOfHeadings(blocks, index);
    if (blocks.slice(index, end).some((block) => block.barrier === 'figures')) flow.releaseFigures();
    flow.putHeadings(
      blocks.slice(index, end).map((block) => block.laid),
      followerOf(blocks, end),
    );
    index = end - 1;
  }
  return flow.finish();
};
