/**
 * A document on a page grid: areas above, stories in columns that fill the page, a sidebar beside the last of them, a
 * line at the foot.
 */
import type { Tell } from '../../diagnostics/diagnostic.js';
import { outsideGrid, pageHalfEmpty, storiesTooLong } from '../../diagnostics/grid-messages.js';
import { unknownName } from '../../diagnostics/messages.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { partName } from '../../locale/part-words.js';
import type { Block, Briefing, Inline } from '../../model/document.js';
import type { Pt, Size } from '../../model/length.js';
import type { GridBand, PageGrid } from '../../model/bundle/page-grid.js';
import type { Span } from '../../model/span.js';
import type { Page, PageItem, PageSet } from '../../model/page.js';
import type { Theme } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';
import { labelNotes } from '../blocks/footnotes.js';
import { layBlock } from '../blocks/lay-block.js';
import { moveItem, silently, styleOf, type BlockContext, type LaidBlock, type Mark } from '../galley/block.js';
import { blockTexts } from '../galley/block-texts.js';
import { breakingOf } from '../galley/breaking-of.js';
import { inlineText } from '../../locale/prose/inline-text.js';
import { createStructure, evenHeadings, type StructureBuilder } from '../galley/structure-builder.js';
import { chooseSheets, type SheetPlan, type SheetRoom, type Sidebar } from './choose-sheets.js';
import { flowSheets, type FlowPlan } from './flow-sheets.js';
import { layBand, type AreaContent, type LaidBand } from './lay-band.js';
import { bandHeight } from './plan-sheet.js';
import { setStory } from './set-story.js';
import { notesOfBlocks, type NotesOfBlocks } from './sheet-notes.js';
import { sheetSetting, type SheetSetting } from './sheet-setting.js';
import type { Story } from './story-parts.js';
import { StoryTrial } from './story-trial.js';
import { barePage } from '../galley/bare-page.js';
import { outlineOf, type PlacedMark } from '../galley/outline-of.js';
import { filledShape } from '../galley/filled-shape.js';

/** Sizes of text are tried in steps of this, in pt. */
const sizeStep = 0.25;

interface SheetContent {
  readonly areas: AreaContent;
  readonly stories: readonly Story[];
  readonly notes: NotesOfBlocks;
}

/** Areas by their names and stories in their order; what is neither is told. */
const contentOf = (blocks: readonly Block[], grid: PageGrid, tell: Tell): SheetContent => {
  const known = [
    ...[...grid.opening, ...grid.further, ...grid.closing].flat(),
    ...(grid.beside ? [grid.beside] : []),
  ].map(({ name }) => name);
  const areas = new Map<string, readonly Block[]>();
  const stories: Story[] = [];
  for (const block of blocks) {
    if (block.kind === 'story') stories.push(block);
    else if (block.kind !== 'area') tell(outsideGrid(block.kind, 'span' in block ? block.span : null));
    else if (known.includes(block.name)) areas.set(block.name, [...(areas.get(block.name) ?? []), ...block.blocks]);
    else {
      const nearest = nearestName(block.name, known);
      tell(unknownName('area', block.name, block.span, nearest === null ? null : { name: nearest }, known));
    }
  }
  return { areas, stories, notes: notesOfBlocks(blocks) };
};

/** A source that all charts share is said once, at the foot of the page. */
const withoutSharedSource = (blocks: readonly Block[], sources: ReadonlySet<string>): readonly Block[] =>
  sources.size !== 1
    ? blocks
    : blocks.map((block): Block => {
        if (block.kind === 'chart') return { ...block, source: [] };
        if (block.kind === 'story' || block.kind === 'spare' || block.kind === 'area')
          return { ...block, blocks: withoutSharedSource(block.blocks, sources) };
        return block;
      });

const chartSources = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'chart') return [inlineText(block.source)];
    return block.kind === 'story' || block.kind === 'spare' || block.kind === 'area' ? chartSources(block.blocks) : [];
  });

const contextFor = (
  document: Briefing,
  theme: Theme,
  fonts: Fonts,
  tell: Tell,
  structure: StructureBuilder,
): BlockContext => {
  const labels = labelNotes(document.blocks.flatMap((block) => [...blockTexts(block)]));
  return {
    theme,
    medium: theme.paper,
    fonts,
    tell,
    structure,
    parent: 0,
    language: document.meta.language,
    showsStruck: true,
    entries: [],
    figureHeight: null,
    lay: layBlock,
    breaking: breakingOf(document.meta, 'typeset'),
    numberOf: () => null,
    nameOf: () => null,
    noteLabel: (note) => labels.get(note) ?? null,
    resolveLink: (href) => (href.startsWith('#') ? null : { kind: 'url', url: href }),
  };
};

const sumHeights = (bands: readonly LaidBand[], gap: Pt): Pt =>
  bands.reduce((sum, { height }) => sum + height + gap, 0);

/** What stands around the stories, measured; it is laid where it is built. */
interface SheetFrame {
  readonly opening: readonly LaidBand[];
  readonly further: readonly LaidBand[];
  readonly closing: readonly LaidBand[];
  readonly beside: LaidBand | null;
  /** The sidebar as a band of its own. */
  readonly below: LaidBand | null;
}

const layFrame = (grid: PageGrid, areas: AreaContent, setting: SheetSetting): SheetFrame => {
  const lay = (bands: readonly GridBand[]): readonly LaidBand[] =>
    bands.flatMap((band) => layBand(band, areas, setting) ?? []);
  const { beside } = grid;
  return {
    opening: lay(grid.opening),
    further: lay(grid.further),
    closing: lay(grid.closing),
    beside: beside && layBand([beside], areas, setting),
    below: beside && layBand([{ ...beside, columns: grid.columns }], areas, setting),
  };
};

const giveOf = (bands: readonly LaidBand[]): Pt => bands.reduce((sum, { give }) => sum + give, 0);

/**
 * The room that a frame leaves on each page, with a gap above and below the stories; pictures above them give what they
 * may.
 */
const roomBetween =
  (frame: SheetFrame, { gap }: PageGrid, height: Pt): SheetRoom =>
  (page, isLast, isBeside) => {
    const above = sumHeights(page === 0 ? frame.opening : frame.further, gap);
    const below = isLast ? sumHeights(frame.closing, gap) : 0;
    const sidebar = isLast && !isBeside && frame.below !== null ? frame.below.height + gap : 0;
    return height - above - below - sidebar + (page === 0 ? giveOf(frame.opening) : 0);
  };

const sizesOf = ({ text: { smallest, largest } }: PageGrid): readonly Pt[] => {
  const count = Math.max(0, Math.round((largest - smallest) / sizeStep));
  return Array.from({ length: count + 1 }, (_, at) => largest - at * sizeStep);
};

/** A single page that is emptier than this is told of. */
const mostlyFull = 0.3;

/** More white than this share of a page that is not the last looks unfinished. */
const fairlyFull = 0.12;

/** The most that a page but the last leaves, in pt. */
const mostLeft = ({ pages }: SheetPlan): Pt => Math.max(0, ...pages.slice(0, -1).map(({ left }) => left));

/**
 * On the fewest pages, at the largest size that these take: in bands; where these would leave holes or find no room,
 * one story after the other.
 */
const planSheets = (
  content: SheetContent,
  grid: PageGrid,
  context: BlockContext,
  room: SheetRoom,
  sidebar: Sidebar | null,
  width: Pt,
): FlowPlan => {
  const trials = sizesOf(grid).map(
    (size) => new StoryTrial(sheetSetting(grid, width, size, context, content.notes), content.stories),
  );
  const one = largestPlan(trials, (trial) => chooseSheets(trial, 1, sidebar, room));
  if (one !== null) return { ...one, over: 0 };
  let bands: SheetPlan | null = null;
  for (let pages = 2; bands === null && pages <= grid.pages; pages += 1)
    bands = largestPlan(trials, (trial) => chooseSheets(trial, pages, sidebar, room));
  if (bands !== null && mostLeft(bands) <= fairlyFull * room(1, false, false)) return { ...bands, over: 0 };
  const flowing = (trial: StoryTrial): FlowPlan => flowSheets(trial, grid.pages, room);
  const flow = largestPlan(trials, (trial) => {
    const plan = flowing(trial);
    return plan.pages.length <= grid.pages ? plan : null;
  });
  if (bands !== null && (flow === null || mostLeft(flow) >= mostLeft(bands))) return { ...bands, over: 0 };
  return flow === null ? flowing(trials.at(-1)!) : { ...flow, over: 0 };
};

/**
 * The plan of the first trial that fits, where trials go from the largest size to the smallest: what fits at a size
 * fits at those below, so that halving finds it.
 */
const largestPlan = (
  trials: readonly StoryTrial[],
  planOf: (trial: StoryTrial) => SheetPlan | null,
): SheetPlan | null => {
  let best: SheetPlan | null = null;
  let [low, high] = [0, trials.length];
  while (low < high) {
    const middle = best === null && low === 0 && high === trials.length ? high - 1 : Math.floor((low + high) / 2);
    const plan = planOf(trials[middle]!);
    if (plan === null) {
      if (middle === trials.length - 1) return null;
      low = middle + 1;
    } else {
      best = plan;
      high = middle;
    }
  }
  return best;
};

/** Items and marks of a page as it is put together, from the top down. */
class SheetPage {
  readonly items: PageItem[] = [];
  readonly marks: Mark[] = [];
  y: Pt = 0;

  put(part: { readonly items: readonly PageItem[]; readonly marks: readonly Mark[] }, x: Pt, y: Pt): void {
    this.items.push(...part.items.map((item) => moveItem(item, x, y)));
    this.marks.push(...part.marks.map((mark) => ({ ...mark, y: mark.y + y })));
  }

  band(laid: LaidBand, height: Pt, gap: Pt): void {
    this.put(laid.build(height), 0, this.y);
    this.y += height + gap;
  }
}

/** What each gap between bands takes at most of the room that the pictures of the opening leave, in pt. */
const mostGapGrowth = 8;

const setPages = (plan: SheetPlan, frame: SheetFrame, base: SheetSetting, room: Size): readonly SheetPage[] => {
  const { trial, pages } = plan;
  const { grid } = base;
  const setting: SheetSetting = {
    ...trial.setting,
    context: { ...trial.setting.context, structure: base.context.structure, tell: base.context.tell },
  };
  const carried = new Map<number, LaidBlock>();
  return pages.map(({ bands, left }, number) => {
    const page = new SheetPage();
    const isLast = number === pages.length - 1;
    const opening = number === 0 ? frame.opening : frame.further;
    let spare = left - (number === 0 ? giveOf(opening) : 0);
    for (const band of opening) {
      const more = Math.max(-band.give, Math.min(spare, band.give));
      spare -= more;
      page.band(band, band.height + more, grid.gap);
    }
    const gaps = opening.length + bands.length;
    const wider = Math.max(0, Math.min(mostGapGrowth, spare / Math.max(1, gaps)));
    page.y += wider;
    bands.forEach((band, at) => {
      const height = bandHeight(band, trial.leading);
      if (at > 0) page.put(bandRule(setting, room.width), 0, page.y - (grid.gap + wider) / 2);
      for (const placed of band.stories) {
        const set = setStory(trial, band, placed, setting, carried);
        page.put(set, 0, page.y);
        if (placed.from > 0) page.put(storyRule(setting, placed.from, height), 0, page.y);
      }
      if (band.beside && grid.beside !== null && frame.beside !== null) {
        const x = (grid.columns - grid.beside.columns) * (setting.columnWidth + grid.gutter);
        page.put(frame.beside.build(height), x, page.y);
      }
      page.y += height + grid.gap + wider;
    });
    if (isLast && !plan.isBeside && frame.below !== null) page.band(frame.below, frame.below.height, grid.gap);
    if (isLast) {
      page.y = room.height - sumHeights(frame.closing, grid.gap) + grid.gap;
      for (const band of frame.closing) page.band(band, band.height, grid.gap);
    }
    return page;
  });
};

const ruleOf = ({ grid, context }: SheetSetting, box: { x: Pt; y: Pt; width: Pt; height: Pt }) => ({
  items: grid.rule === null ? [] : [filledShape(partName('rule', context.language), grid.rule.color, box)],
  marks: [],
});

const bandRule = (setting: SheetSetting, width: Pt) =>
  ruleOf(setting, { x: 0, y: 0, width, height: (setting.grid.rule?.width ?? 0) * 1.5 });

/** Between two stories, from their heads to their last lines. */
const storyRule = (setting: SheetSetting, from: number, height: Pt) => {
  const { grid, columnWidth } = setting;
  const width = (grid.rule?.width ?? 0) * 1.5;
  return ruleOf(setting, { x: from * (columnWidth + grid.gutter) - grid.gutter / 2 - width / 2, y: 0, width, height });
};

const textLength = (blocks: readonly Block[]): number =>
  blocks.reduce(
    (sum, block) =>
      sum +
      [...blockTexts(block)].reduce(
        (length, inlines: readonly Inline[]) => length + [...inlineText(inlines)].length,
        0,
      ),
    0,
  );

/** Where the longest story begins to be told. */
const longestPlace = (stories: readonly Story[]): Span | null => {
  const longest = [...stories].sort((one, other) => textLength(other.blocks) - textLength(one.blocks))[0];
  const first = longest?.blocks.find((block) => block.kind === 'paragraph' || block.kind === 'list');
  return first !== undefined && 'span' in first ? first.span : (longest?.span ?? null);
};

export const layoutSheets = (document: Briefing, grid: PageGrid, theme: Theme, fonts: Fonts, tell: Tell): PageSet => {
  const { page: size, margin } = theme.paper;
  const room: Size = {
    width: size.width - margin.left - margin.right,
    height: size.height - margin.top - margin.bottom,
  };
  const structure = createStructure();
  structure.add('Document', null);
  const context = contextFor(document, theme, fonts, tell, structure);
  const feet = grid.closing.flat().map(({ name }) => name);
  const hasFoot = document.blocks.some((block) => block.kind === 'area' && feet.includes(block.name));
  const sources = new Set(chartSources(document.blocks).filter(Boolean));
  const content = contentOf(hasFoot ? withoutSharedSource(document.blocks, sources) : document.blocks, grid, tell);
  const base: SheetSetting = {
    ...sheetSetting(grid, room.width, styleOf(context, 'body').size, context, content.notes),
    context,
  };
  const frame = layFrame(grid, content.areas, base);
  const sidebar = frame.beside && { columns: grid.beside!.columns, height: frame.beside.height };
  const between = roomBetween(frame, grid, room.height);
  const plan = planSheets(content, grid, silently(context), between, sidebar, room.width);
  const length = textLength(content.stories);
  if (plan.over > 0)
    tell(storiesTooLong(grid.pages, length, Math.ceil((length * plan.over) / 10) * 10, longestPlace(content.stories)));
  const empty = (plan.pages[0]?.left ?? 0) / between(0, plan.pages.length === 1, plan.isBeside);
  if (plan.pages.length === 1 && empty > mostlyFull) tell(pageHalfEmpty(empty, longestPlace(content.stories)));
  const pages = setPages(plan, frame, base, room);
  return finishSheets(document, theme, pages, structure);
};

const finishSheets = (
  document: Briefing,
  theme: Theme,
  pages: readonly SheetPage[],
  structure: StructureBuilder,
): PageSet => {
  const { page: size, margin } = theme.paper;
  const marks = pages.flatMap((page, index) => page.marks.map((mark): PlacedMark => ({ ...mark, page: index })));
  return {
    kind: 'briefing',
    meta: document.meta,
    theme,
    layouts: [],
    pages: pages.map(
      (page, index): Page => ({
        ...barePage,
        size,
        label: String(index + 1),
        items: page.items.map((item, place) => ({
          ...moveItem(item, margin.left, margin.top),
          name: `${item.name} ${place + 1}`,
        })),
      }),
    ),
    structure: evenHeadings(structure.freeze()),
    outline: outlineOf(marks, margin.top),
  };
};
