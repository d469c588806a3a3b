/** Pages at the end of a deck that list what comments say of its slides: for outputs that cannot carry comments. */
import { captionGap } from '../../locale/part-words.js';
import { changeWords, pagesOf } from '../../locale/change-words.js';
import type { Pt } from '../../model/length.js';
import type { Link, Page, PageItem, PageSet, StructureRole } from '../../model/page.js';
import type { Medium } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';
import { moveItem, runStyle, styleOf, type LaidBlock } from '../galley/block.js';
import { plainRun } from '../galley/inline-runs.js';
import { paragraphBlock, setRuns, textItem } from '../galley/text-block.js';
import { barePage } from '../galley/bare-page.js';
import { breakingOf } from '../galley/breaking-of.js';
import { fillPage } from '../briefing/fill-page.js';
import { flowPages } from '../briefing/flow-pages.js';
import { createStructure, evenHeadings } from '../galley/structure-builder.js';

/** Columns on a page, between them, and below the title, in pt. */
const columns = 2;
const gutter = 36;
const belowTitle = 18;

type SetLine = (text: string, name: string, role: StructureRole, within: Pt, link?: Link | null) => LaidBlock;

export const listComments = (pages: PageSet, fonts: Fonts): PageSet => {
  if (pages.pages.every(({ comments }) => comments === undefined)) return pages;
  const structure = createStructure(pages.structure);
  const section = structure.add('Sect', 0);
  const medium = pages.theme.deck;
  const setLine: SetLine = (text, name, role, within, link = null) => {
    const style = { ...styleOf({ medium }, name), firstIndent: 0 };
    const set = setRuns(
      [plainRun(text, runStyle(style), link)],
      style,
      within,
      { fonts, breaking: breakingOf(pages.meta, 'loose') },
      structure.add(role, section),
    );
    return paragraphBlock(set, within, name);
  };
  const heading = changeWords(pages.meta.language).title;
  const title = setLine(heading, 'title', 'H1', innerWidth(medium));
  const listed = pagesOfColumns(pages, title, heading, fillColumns(commentEntries(pages, setLine), title, medium));
  return {
    ...pages,
    structure: evenHeadings(structure.freeze()),
    pages: [...pages.pages, ...listed],
    outline: [...pages.outline, { title: heading, level: 1, page: pages.pages.length, y: 0 }],
  };
};

/** In pt, as all lengths here. */
const innerWidth = ({ page, margin }: Medium): Pt => page.width - margin.left - margin.right;
const columnWidth = (medium: Medium): Pt => (innerWidth(medium) - gutter * (columns - 1)) / columns;
const columnTop = (title: LaidBlock, { margin }: Medium): Pt => margin.top + title.height + belowTitle;

/** The slides that have comments, each with its number and title as a heading, and below it what they say. */
const commentEntries = ({ pages, meta, theme }: PageSet, setLine: SetLine): readonly LaidBlock[] => {
  const width = columnWidth(theme.deck);
  return pages.flatMap(({ comments = [], title }, page): readonly LaidBlock[] => {
    if (comments.length === 0) return [];
    const slide = `${pagesOf({ kind: '', medium: 'slides' }, [page + 1], meta.language)}${captionGap(meta.language)}${title ?? ''}`;
    const heading = setLine(slide, 'heading-3', 'H2', width, { kind: 'page', page });
    const texts = new Set(comments.flatMap(({ text }) => text.split('\n')));
    return [
      { ...heading, keepWithNext: true, spaceBefore: belowTitle / 2 },
      ...[...texts].map((text) => setLine(text, 'note', 'P', width)),
    ];
  });
};

const fillColumns = (
  entries: readonly LaidBlock[],
  title: LaidBlock,
  medium: Medium,
): readonly (readonly PageItem[])[] => {
  const height = medium.page.height - columnTop(title, medium) - medium.margin.bottom;
  return flowPages(
    entries.map((laid) => ({ laid, barrier: null })),
    height,
  ).pages.map(({ placed }) => fillPage(placed, height, true).items);
};

const pagesOfColumns = (
  { pages, theme }: PageSet,
  title: LaidBlock,
  heading: string,
  filled: readonly (readonly PageItem[])[],
): readonly Page[] => {
  const { page: size, margin } = theme.deck;
  const step = columnWidth(theme.deck) + gutter;
  return Array.from({ length: Math.ceil(filled.length / columns) }, (_, index): Page => {
    const placed = filled
      .slice(index * columns, (index + 1) * columns)
      .flatMap((column, place) =>
        column.map((item) => moveItem(item, margin.left + place * step, columnTop(title, theme.deck))),
      );
    const titled = index === 0 ? title.items : title.items.map(unread);
    const items = [...titled.map((item) => moveItem(item, margin.left, margin.top)), ...placed];
    return {
      ...barePage,
      size,
      label: String(pages.length + index + 1),
      items: items.map((item, place) => ({ ...item, name: `${item.name} ${place + 1}` })),
      title: heading,
      chapter: heading,
    };
  });
};

/** A title that comes again was read before. */
const unread = (item: PageItem): PageItem =>
  item.kind === 'text'
    ? {
        ...textItem(
          item.paragraphs.map((paragraph) => ({ ...paragraph, tag: 'artifact' })),
          item.box.width,
          item.name,
        ),
        tag: 'artifact',
      }
    : item;
