/** Pages at the end of a deck that list what comments say of its slides: for outputs that cannot carry comments. */
import { captionGap } from '../../locale/part-words.js';
import { changeWords, pagesOf } from '../../locale/change-words.js';
import type { Pt } from '../../model/length.js';
import type { Link, Page, PageItem, PageSet, StructureRole } from '../../model/page.js';
import type { Fonts } from '../../text/fonts.js';
import { moveItem, runStyle, styleOf, type LaidBlock } from '../galley/block.js';
import { plainRun } from '../galley/inline-runs.js';
import { paragraphBlock, setRuns, textItem } from '../galley/text-block.js';
import { breakingOf } from '../galley/breaking-of.js';
import { fillPage } from '../briefing/fill-page.js';
import { flowPages } from '../briefing/flow-pages.js';
import { createStructure, evenHeadings } from '../galley/structure-builder.js';

/** Columns on a page, between them, and below the title, in pt. */
const columns = 2;
const gutter = 36;
const belowTitle = 18;

export const listComments = (pages: PageSet, fonts: Fonts): PageSet => {
  if (pages.pages.every(({ comments }) => comments === undefined)) return pages;
  const structure = createStructure(pages.structure);
  const section = structure.add('Sect', 0);
  const medium = pages.theme.deck;
  const { page: size, margin } = medium;
  const inner = size.width - margin.left - margin.right;
  const width = (inner - gutter * (columns - 1)) / columns;
  const line = (text: string, name: string, role: StructureRole, within: Pt, link: Link | null = null): LaidBlock => {
    const style = { ...styleOf({ medium }, name), firstIndent: 0 };
    return paragraphBlock(
      setRuns(
        [plainRun(text, runStyle(style), link)],
        style,
        within,
        { fonts, breaking: breakingOf(pages.meta, 'loose') },
        structure.add(role, section),
      ),
      within,
      name,
    );
  };

  const heading = changeWords(pages.meta.language).title;
  const title = line(heading, 'title', 'H1', inner);
  const entries = pages.pages.flatMap(({ comments = [], title: slide }, page): LaidBlock[] =>
    comments.length === 0
      ? []
      : [
          {
            ...line(
              `${pagesOf('deck', [page + 1], pages.meta.language)}${captionGap(pages.meta.language)}${slide ?? ''}`,
              'heading-3',
              'H2',
              width,
              { kind: 'page', page },
            ),
            keepWithNext: true,
            spaceBefore: belowTitle / 2,
          },
          ...[...new Set(comments.flatMap(({ text }) => text.split('\n')))].map((text) =>
            line(text, 'note', 'P', width),
          ),
        ],
  );
  const top = margin.top + title.height + belowTitle;
  const height = size.height - top - margin.bottom;
  const filled = flowPages(
    entries.map((laid) => ({ laid, barrier: null })),
    height,
  ).pages.map(({ placed }) => fillPage(placed, height, true).items);
  const count = Math.ceil(filled.length / columns);
  const listed = Array.from({ length: count }, (_, index): Page => {
    const items = [
      ...(index === 0 ? title.items : title.items.map(unread)).map((item) => moveItem(item, margin.left, margin.top)),
      ...filled
        .slice(index * columns, (index + 1) * columns)
        .flatMap((column, place) => column.map((item) => moveItem(item, margin.left + place * (width + gutter), top))),
    ];
    return {
      size,
      label: String(pages.pages.length + index + 1),
      items: items.map((item, place) => ({ ...item, name: `${item.name} ${place + 1}` })),
      background: { slot: 'lt1' },
      layout: null,
      title: heading,
      notes: [],
      chapter: heading,
      span: null,
    };
  });
  return {
    ...pages,
    structure: evenHeadings(structure.freeze()),
    pages: [...pages.pages, ...listed],
    outline: [...pages.outline, { title: heading, level: 1, page: pages.pages.length, y: 0 }],
  };
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
