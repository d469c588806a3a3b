/** One page of a slide: its own words, its regions filled, the notes whose marks stand on it. */
import type { NoteLabel, PageItem } from '../../model/page.js';
import type { Region, SlideLayout } from '../../model/slide-layout.js';
import { labelsOn, type Note } from '../blocks/footnotes.js';
import { silently, type BlockContext, type LaidBlock } from '../galley/block.js';
import { evenColumns } from './even-columns.js';
import { fillRegion, type FilledRegion, type Piece } from './fill-region.js';
import { attempt } from './fit-region.js';
import { ownHeight, ownItems } from './own-items.js';
import { settleRegions } from './settle-regions.js';
import { aboveFoot, layFoot } from './slide-foot.js';
import { accepts } from './slide-pieces.js';
import type { PageSetting } from './slide-setting.js';

export interface FilledPage extends Pick<FilledRegion, 'items' | 'rest' | 'sizes'> {
  /** The regions that took something, as they were settled, with what stands in them. */
  readonly regions: readonly { readonly region: Region; readonly items: readonly PageItem[] }[];
}

const takenBy = (region: Region, waiting: readonly Piece[]): readonly Piece[] =>
  waiting.filter((piece) => accepts(region, piece)).slice(0, region.most ?? waiting.length);

export interface SharedPieces {
  /** By the names of the regions, in their order. */
  readonly taken: ReadonlyMap<string, readonly Piece[]>;
  /** What no region takes. What does not fit into its region comes to it. */
  readonly left: readonly Piece[];
}

/** What each region would take of the pieces, if all of it had room there. */
export const shareOut = (pieces: readonly Piece[], layout: SlideLayout): SharedPieces => {
  let left = pieces;
  const taken = new Map<string, readonly Piece[]>();
  for (const region of layout.regions) {
    const own = takenBy(region, left);
    taken.set(region.name, own);
    if (own.length > 0) left = left.filter((piece) => !own.includes(piece));
  }
  return { taken, left };
};

/** The layout with its regions as high as what stands in them lets them be, and columns of text of one size. */
const settle = (layout: SlideLayout, page: number, pieces: readonly Piece[], setting: PageSetting): SlideLayout => {
  const { taken } = shareOut(pieces, layout);
  const settled = settleRegions(layout, (region) => {
    const own = ownHeight(region, page, { ...setting, layout });
    if (own !== null) return own;
    const waiting = taken.get(region.name) ?? [];
    return waiting.length === 0 ? 0 : fillRegion({ ...region, valign: 'top' }, waiting, setting.context).needed;
  });
  return evenColumns(settled, taken, setting.context);
};

/** How many regions of a layout, each as large as the other, take the parts of a block that goes on. */
const placesLike = ({ box }: Region, piece: Piece, layout: SlideLayout): number =>
  layout.regions.filter(
    (other) => accepts(other, piece) && other.box.width === box.width && other.box.height === box.height,
  ).length;

/**
 * Fills the regions in their order; each takes what it accepts and leaves the rest to those behind it, then to a
 * further slide. They are read aloud in the order of their blocks in the source.
 */
const fillRegions = (pieces: readonly Piece[], layout: SlideLayout, context: BlockContext): FilledPage => {
  const filledRegions: { readonly order: number; readonly region: Region; readonly filled: FilledRegion }[] = [];
  let waiting = pieces;
  for (const region of layout.regions) {
    const taken = takenBy(region, waiting);
    if (taken.length === 0) continue;
    const filled = fillRegion(region, taken, context, placesLike(region, taken[0]!, layout));
    filledRegions.push({ order: Math.min(...taken.map(({ order }) => order)), region, filled });
    waiting = [...filled.rest, ...waiting.filter((piece) => !taken.includes(piece))];
  }
  const read = filledRegions.sort((one, other) => one.order - other.order);
  return {
    items: read.flatMap(({ filled }) => filled.items),
    sizes: read.flatMap(({ filled }) => filled.sizes),
    regions: read.map(({ region, filled }) => ({ region, items: filled.items })),
    rest: waiting,
  };
};

/** The notes of a slide that stand on none of its pages yet, and what goes on from the page before. */
export interface WaitingNotes {
  readonly labels: ReadonlyMap<Note, NoteLabel>;
  readonly rest: LaidBlock | null;
}

export interface LaidPage {
  /** Its title and the like. */
  readonly lines: ReturnType<typeof ownItems>;
  readonly filled: FilledPage;
  readonly foot: readonly PageItem[];
  /** For further pages. */
  readonly notes: WaitingNotes;
}

/**
 * One page with the notes whose marks first stand on it. Which those are is known when it is laid, and what they leave
 * of the regions before that: it is laid again with room for more notes until all that it needs have room.
 */
export const layPage = (
  page: number,
  waiting: readonly Piece[],
  { labels, rest }: WaitingNotes,
  setting: PageSetting,
): LaidPage => {
  const { layout } = setting;
  const context = { ...setting.context, ground: layout.background };
  const unseen = silently(context);
  const markedOn = (items: readonly PageItem[]): readonly (readonly [Note, NoteLabel])[] => {
    const marked = new Set(labels.size === 0 ? [] : labelsOn(items));
    return [...labels].filter(([, label]) => marked.has(label));
  };
  const room = new Map<Note, NoteLabel>();
  for (;;) {
    const above = aboveFoot(layout, layFoot([...room], rest, layout, unseen));
    const free = settle(above, page, waiting, { ...setting, context: unseen });
    let needed: readonly (readonly [Note, NoteLabel])[] = [];
    const laid = attempt(
      context,
      (trial) => {
        const lines = ownItems(page, { ...setting, layout: free, context: trial });
        return { lines, filled: fillRegions(waiting, free, trial) };
      },
      ({ lines, filled }) => {
        needed = markedOn([...lines.before, ...filled.items, ...lines.after]);
        return needed.every(([note]) => room.has(note));
      },
    );
    if (laid !== null) {
      const foot = layFoot(needed, rest, layout, context);
      const further = new Map(labels);
      for (const [note] of needed) further.delete(note);
      return { ...laid, foot: foot?.items ?? [], notes: { labels: further, rest: foot?.rest ?? null } };
    }
    for (const [note, label] of needed) room.set(note, label);
  }
};
