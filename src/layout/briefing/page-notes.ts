/**
 * The notes at the foot of a page while it fills: what a block would add, what stands there, and what goes on at the
 * next foot.
 */
import { partName } from '../../locale/part-words.js';
import type { Pt } from '../../model/length.js';
import type { NoteLabel, PageItem } from '../../model/page.js';
import { stackHeight } from '../../text/stack-paragraphs.js';
import { moveItem, type LaidBlock } from '../galley/block.js';
import { labelsOn } from '../blocks/footnotes.js';
import { stackBlocks } from '../galley/stack.js';
import { filledShape } from '../galley/filled-shape.js';

/** What the notes of a block add to the height of the area: all of each, or the beginning alone of the last. */
export interface NoteNeed {
  readonly whole: Pt;
  readonly begun: Pt;
}

const nothing: NoteNeed = { whole: 0, begun: 0 };
/** Behind a note that goes on no other may begin. */
const tooMuch: NoteNeed = { whole: Infinity, begun: Infinity };

/** Around the rule over the notes, in pt. */
const aboveRule = 10;
const belowRule = 5;
const ruleThickness = 0.5;
/** The rule above notes as a share of the page's width: short, so that it is not taken for a table's. */
const ruleShare = 0.25;
const areaTop = aboveRule + ruleThickness + belowRule;

/** A note of fewer lines than this is not divided; one that is has at least so many lines on its first page. */
const dividedFrom = 7;
const fewestLines = 3;
/** Share of the page that a note which goes on may take, so that the text goes on too. */
const largestShare = 0.5;

export class PageNotes {
  private readonly begun = new Set<NoteLabel>();
  /** Of each block, which is asked about some times until it has its place. */
  private readonly labels = new WeakMap<LaidBlock, readonly NoteLabel[]>();
  private parts: readonly LaidBlock[] = [];
  private rest: LaidBlock | null = null;

  constructor(
    private readonly notes: ReadonlyMap<NoteLabel, LaidBlock>,
    private readonly pageHeight: Pt,
  ) {}

  /** How high the area is with the notes that it has so far, in pt. */
  get height(): Pt {
    return heightOf(this.parts);
  }

  need(blocks: readonly LaidBlock[]): NoteNeed {
    const added = this.notesOf(blocks);
    const last = added.at(-1);
    if (last === undefined) return nothing;
    if (this.rest !== null) return tooMuch;
    const whole = heightOf([...this.parts, ...added]) - this.height;
    return { whole, begun: whole - last.height + beginningOf(last) };
  }

  /**
   * The block stands on the page: so do its notes, the last of them as far as there is room for the area.
   *
   * @param room in pt; asked for where the block has notes.
   */
  take(block: LaidBlock, room: () => Pt): void {
    const added = this.notesOf([block]);
    const last = added.at(-1);
    if (last === undefined) return;
    for (const label of this.labelsOf(block)) this.begun.add(label);
    const all = [...this.parts, ...added];
    const excess = heightOf(all) - room();
    const divided = excess > 0 ? (last.split?.(last.height - excess) ?? null) : null;
    this.parts = divided === null ? all : [...all.slice(0, -1), divided.head];
    this.rest = divided?.rest ?? null;
  }

  /** Ends the page and gives its notes; what goes on stands at the foot of the next one. */
  turn(): readonly LaidBlock[] {
    const { parts, rest } = this;
    const room = this.pageHeight * largestShare - areaTop;
    const divided = rest !== null && rest.height > room ? (rest.split?.(room) ?? null) : null;
    this.parts = divided !== null ? [divided.head] : rest !== null ? [rest] : [];
    this.rest = divided?.rest ?? null;
    return parts;
  }

  private notesOf(blocks: readonly LaidBlock[]): readonly LaidBlock[] {
    if (this.notes.size === 0) return [];
    const labels = new Set<NoteLabel>();
    for (const block of blocks) for (const label of this.labelsOf(block)) if (!this.begun.has(label)) labels.add(label);
    return labels.size === 0 ? [] : [...labels].flatMap((label) => this.notes.get(label) ?? []);
  }

  private labelsOf(block: LaidBlock): readonly NoteLabel[] {
    const labels = this.labels.get(block) ?? labelsOn(block.items);
    this.labels.set(block, labels);
    return labels;
  }
}

const heightOf = (parts: readonly LaidBlock[]): Pt => (parts.length === 0 ? 0 : areaTop + stackHeight(parts));

const beginningOf = (note: LaidBlock): Pt => {
  const lines = note.items.flatMap((item) =>
    item.kind === 'text' ? item.paragraphs.flatMap((paragraph) => paragraph.lines) : [],
  );
  if (lines.length < dividedFrom) return note.height;
  return (
    note.split?.(lines.slice(0, fewestLines).reduce((sum, line) => sum + line.height, 0) + noteSlack)?.head.height ??
    note.height
  );
};
/** For the space between paragraphs of a note, in pt. */
const noteSlack = 4;

export interface FootOfPage {
  readonly items: readonly PageItem[];
  readonly height: Pt;
}

/** The rule and the notes, at the foot of a text area of this size. */
export const layFoot = (parts: readonly LaidBlock[], width: Pt, pageHeight: Pt, language: string): FootOfPage => {
  const height = heightOf(parts);
  if (parts.length === 0) return { items: [], height };
  const top = pageHeight - height;
  return {
    height,
    items: [
      filledShape(
        partName('footnote-rule', language),
        { slot: 'accent6' },
        { x: 0, y: top + aboveRule, width: width * ruleShare, height: ruleThickness },
      ),
      ...stackBlocks(parts).items.map((item) => moveItem(item, 0, top + areaTop)),
    ],
  };
};
