/**
 * One slide to one page or, where a list or a table goes on, to several: every region filled, nothing cut in silence.
 */
import { partName, type PartName } from '../../locale/part-words.js';
import { blockDoesNotFit, noRegion, textDoesNotFit, unknownRegion } from '../../diagnostics/messages.js';
import { continuedWord } from '../../locale/table-words.js';
import type { DocumentMeta, Inline, Slide } from '../../model/document.js';
import type { NoteLabel, PageItem, TextItem } from '../../model/page.js';
import type { Region, SlideLayout } from '../../model/slide-layout.js';
import { noInsets, styleOf, type BlockContext, type LaidBlock } from '../galley/block.js';
import { labelsOn, type Note } from '../blocks/footnotes.js';
import { inlineText } from '../galley/inline-runs.js';
import { silentStructure } from '../galley/structure-builder.js';
import { fillRegion, type FilledRegion, type Piece } from './fill-region.js';
import { balanceLines } from './balance-lines.js';
import { attempt, fitTextBlocks, regionScales } from './fit-region.js';
import { aboveFoot, layFoot } from './slide-foot.js';

/** What one page of a slide holds, before it has a number. */
export interface SlidePage {
  readonly layout: SlideLayout;
  readonly items: readonly PageItem[];
  readonly title: string;
}

export interface SlideSetting {
  readonly meta: DocumentMeta;
  readonly slide: Slide;
  readonly layout: SlideLayout;
  readonly layouts: ReadonlyMap<string, SlideLayout>;
  /** Of the slide's footnotes. */
  readonly labels: ReadonlyMap<Note, NoteLabel>;
  readonly context: BlockContext;
}

const words = (text: string, setting: SlideSetting): readonly Inline[] =>
  text === '' ? [] : [{ kind: 'value', text, span: setting.slide.span }];

/** The parts of a slide that its own options fill, by what a region accepts. */
const ownInlines = (part: string, page: number, setting: SlideSetting): readonly Inline[] | null => {
  const { slide } = setting;
  switch (part) {
    case 'title':
      return slide.title.length === 0
        ? []
        : [...slide.title, ...words(page === 0 ? '' : continuedWord(page, setting.meta.language), setting)];
    case 'subtitle':
      return slide.subtitle;
    case 'kicker':
      return slide.kicker;
    case 'footer':
      return words(setting.meta.footer, setting);
    case 'date':
      return words(setting.meta.date, setting);
    default:
      return null;
  }
};

const partNames: Readonly<Record<string, PartName>> = {
  title: 'slide-title',
  subtitle: 'slide-subtitle',
  kicker: 'kicker',
  footer: 'footer',
  date: 'date',
};

const ownText = (part: string, region: Region, inlines: readonly Inline[], setting: SlideSetting): TextItem | null => {
  if (inlines.length === 0) return null;
  const { context, slide, layout } = setting;
  const asArtifact = part === 'footer' || part === 'date';
  const own = {
    ...context,
    parent: asArtifact ? context.parent : context.structure.add(part === 'title' ? 'H1' : 'P', context.parent),
  };
  const fitted = fitTextBlocks([{ kind: 'paragraph', role: 'body', inlines, span: slide.span }], region, {
    ...own,
    structure: silentStructure(own.parent),
  });
  if (fitted.rest.length > 0) {
    const smallest = (regionScales(region, context).at(-1) ?? 1) * styleOf(context, region.style).size;
    context.tell(textDoesNotFit(part, inlineText(inlines), layout.name, smallest, slide.span));
    return null;
  }
  const balanced = fitted.paragraphs.map((paragraph) =>
    balanceLines(paragraph, region.box.width, part === 'title', context),
  );
  const paragraphs = balanced.map(({ paragraph }) => paragraph);
  const right = Math.min(...balanced.map((text) => text.right));
  return {
    kind: 'text',
    name: part in partNames ? partName(partNames[part]!, context.language) : part,
    box: region.box,
    inset: { ...noInsets, right },
    valign: region.valign,
    fill: null,
    link: null,
    placeholder: region.placeholder === null ? null : region.name,
    tag: asArtifact ? 'artifact' : own.parent,
    paragraphs: asArtifact ? paragraphs.map((paragraph) => ({ ...paragraph, tag: 'artifact' })) : paragraphs,
  };
};

const ownItems = (page: number, setting: SlideSetting): { before: PageItem[]; after: PageItem[] } => {
  const before: PageItem[] = [];
  const after: PageItem[] = [];
  for (const region of setting.layout.regions) {
    for (const part of region.accepts) {
      const inlines = ownInlines(part, page, setting);
      const item = inlines === null ? null : ownText(part, region, inlines, setting);
      if (item !== null) (part === 'footer' || part === 'date' ? after : before).push(item);
    }
  }
  const title = partName('slide-title', setting.context.language);
  return { before: before.sort((left, right) => order(left, title) - order(right, title)), after };
};

/** Read aloud first the title, then what stands beside it. */
const order = (item: PageItem, title: string): number => (item.name === title ? 0 : 1);

const piecesOf = (setting: SlideSetting): Piece[] => {
  const { slide, layout, context } = setting;
  const named = Object.entries(slide.regions).flatMap(([region, blocks]): Omit<Piece, 'order'>[] => {
    if (!layout.regions.some((known) => known.name === region)) {
      context.tell(
        unknownRegion(
          region,
          layout.name,
          slide.span,
          layout.regions.map((known) => known.name),
        ),
      );
      return [];
    }
    return blocks.map((block) => ({ block, laid: null, region }));
  });
  return [...named, ...slide.blocks.map((block) => ({ block, laid: null, region: null }))].map((piece, order) => ({
    ...piece,
    order,
  }));
};

const accepts = (region: Region, piece: Piece): boolean =>
  piece.region === null ? region.accepts.includes(piece.block.kind) : piece.region === region.name;

const takes = ({ regions }: SlideLayout, piece: Piece): boolean => regions.some((region) => accepts(region, piece));

/** Drops, with a diagnostic, what no region of the layout takes. */
const withHomes = (pieces: readonly Piece[], setting: SlideSetting): Piece[] =>
  pieces.filter((piece) => {
    const { layout, layouts, context } = setting;
    // What the layout itself has no place for may go on where its text goes on.
    const further = layout.continues === null ? undefined : layouts.get(layout.continues);
    if ([layout, further].some((each) => each !== undefined && takes(each, piece))) return true;
    const takers = [...layouts.values()].filter((known) =>
      known.regions.some((region) => region.accepts.includes(piece.block.kind)),
    );
    context.tell(
      noRegion(
        piece.block.kind,
        layout.name,
        piece.block.span,
        takers.map((known) => known.name),
      ),
    );
    return false;
  });

/**
 * Fills the regions in their order; each takes what it accepts and leaves the rest to those behind it, then to a
 * further slide. They are read aloud in the order of their blocks in the source.
 */
const fillRegions = (pieces: readonly Piece[], layout: SlideLayout, context: BlockContext): FilledRegion => {
  const filledRegions: { readonly order: number; readonly items: readonly PageItem[] }[] = [];
  let waiting = pieces;
  for (const region of layout.regions) {
    const taken = waiting.filter((piece) => accepts(region, piece)).slice(0, region.most ?? waiting.length);
    if (taken.length === 0) continue;
    const filled = fillRegion(region, taken, context);
    filledRegions.push({ order: Math.min(...taken.map(({ order }) => order)), items: filled.items });
    waiting = [...filled.rest, ...waiting.filter((piece) => !taken.includes(piece))];
  }
  return {
    items: filledRegions.sort((one, other) => one.order - other.order).flatMap(({ items }) => items),
    rest: waiting,
  };
};

/** A slide whose text alone goes on takes the layout that its own names for that, so that no half of it is empty. */
const furtherLayout = (waiting: readonly Piece[], { layout, layouts }: SlideSetting): SlideLayout => {
  const further = layout.continues === null ? undefined : layouts.get(layout.continues);
  return further !== undefined && waiting.every((piece) => further.regions.some((region) => accepts(region, piece)))
    ? further
    : layout;
};

/** The notes of a slide that stand on none of its pages yet, and what goes on from the page before. */
interface WaitingNotes {
  readonly labels: ReadonlyMap<Note, NoteLabel>;
  readonly rest: LaidBlock | null;
}

interface LaidPage {
  /** Its title and the like. */
  readonly lines: ReturnType<typeof ownItems>;
  readonly filled: FilledRegion;
  readonly foot: readonly PageItem[];
  /** For further pages. */
  readonly notes: WaitingNotes;
}

/**
 * One page with the notes whose marks first stand on it. Which those are is known when it is laid, and what they leave
 * of the regions before that: it is laid again with room for more notes until all that it needs have room.
 */
const layPage = (
  page: number,
  waiting: readonly Piece[],
  { labels, rest }: WaitingNotes,
  layout: SlideLayout,
  setting: SlideSetting,
): LaidPage => {
  const { context } = setting;
  const unseen = { ...context, structure: silentStructure(context.parent), tell: () => undefined };
  const markedOn = (items: readonly PageItem[]): readonly (readonly [Note, NoteLabel])[] => {
    const marked = new Set(labels.size === 0 ? [] : labelsOn(items));
    return [...labels].filter(([, label]) => marked.has(label));
  };
  const room = new Map<Note, NoteLabel>();
  for (;;) {
    const free = aboveFoot(layout, layFoot([...room], rest, layout, unseen));
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

/** Pages of a slide; more than one where a list, a table or cards go on. */
export const laySlide = (setting: SlideSetting): readonly SlidePage[] => {
  const { slide, context } = setting;
  const pages: SlidePage[] = [];
  let waiting: readonly Piece[] = withHomes(piecesOf(setting), setting);
  let notes: WaitingNotes = { labels: setting.labels, rest: null };
  do {
    const layout = pages.length === 0 ? setting.layout : furtherLayout(waiting, setting);
    const { lines, filled, foot, notes: further }: LaidPage = layPage(pages.length, waiting, notes, layout, setting);
    notes = further;
    // On its first page a slide may leave all to the layout that goes on; there something has to find its place.
    const stuck =
      filled.items.length > 0
        ? undefined
        : (filled.rest.find((piece) => takes(layout, piece)) ?? (pages.length === 0 ? undefined : filled.rest[0]));
    if (stuck !== undefined) {
      const region = layout.regions.find((candidate) => accepts(candidate, stuck))?.name ?? '';
      context.tell(blockDoesNotFit(stuck.block.kind, region, layout.name, stuck.block.span));
      waiting = filled.rest.filter((piece) => piece !== stuck);
      if (pages.length > 0) continue;
    } else waiting = filled.rest;
    pages.push({
      layout,
      items: [...lines.before, ...filled.items, ...foot, ...lines.after],
      title: inlineText(slide.title) + (pages.length === 0 ? '' : continuedWord(pages.length, context.language)),
    });
  } while (waiting.length > 0 || notes.rest !== null);
  return pages;
};
