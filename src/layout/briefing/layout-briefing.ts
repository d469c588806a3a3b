/** A briefing to pages: lay its blocks, flow them, and do so again with the page numbers known, until they hold. */
import { barePage } from '../galley/bare-page.js';
import { outlineOf, type PlacedMark } from '../galley/outline-of.js';
import { inlineText } from '../../locale/prose/inline-text.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { tallerThanPage } from '../../diagnostics/messages.js';
import { noMemo, type Memo } from '../../memo/memo.js';
import type { Block, Briefing, Inline } from '../../model/document.js';
import type { Span } from '../../model/span.js';
import { evenHeadings } from '../galley/structure-builder.js';
import type { Size } from '../../model/length.js';
import type { Page, PageSet } from '../../model/page.js';
import type { Theme } from '../../model/theme.js';
import type { Fonts } from '../../text/fonts.js';
import { moveItem, type ContentsEntry } from '../galley/block.js';
import { labelsOn } from '../blocks/footnotes.js';
import { fillPage, type FilledPage } from './fill-page.js';
import { findHeadings } from './find-headings.js';
import { flowPages, type FlowBlock, type FlowResult } from './flow-pages.js';
import { layBlocks, type LaidContent, type PagesKnown } from './lay-blocks.js';
import { layFurniture } from './page-furniture.js';
import { layFoot } from './page-notes.js';
import { withoutRepeats } from './repeated-cards.js';

interface Paged {
  readonly flow: FlowResult;
  readonly pages: readonly FilledPage[];
  readonly marks: readonly PlacedMark[];
}

/** Contents settle in two rounds; more would mean that they chase their own page numbers. */
const mostRounds = 4;

const barrierOf = (block: Block): FlowBlock['barrier'] =>
  block.kind === 'page-break' ? 'page' : block.kind === 'heading' && block.level === 1 ? 'figures' : null;

const makePages = (document: Briefing, { blocks, notes }: LaidContent, { width, height }: Size): Paged => {
  const flow = flowPages(
    blocks.map((laid, index) => ({ laid, barrier: barrierOf(document.blocks[index]!) })),
    height,
    notes,
  );
  const pages = flow.pages.map(({ placed, ended, notes: parts }) => {
    const foot = layFoot(parts, width, height, document.meta.language);
    const { items, marks } = fillPage(placed, height - foot.height, ended);
    return { items: [...items, ...foot.items], marks };
  });
  const marks = pages.flatMap((page, index) => page.marks.map((mark) => ({ ...mark, page: index })));
  return { flow, pages, marks };
};

const labelOf = (page: number): string => String(page + 1);

const knownFrom = (paged: Paged, headings: readonly ContentsEntry[]): PagesKnown => {
  // A table or a chart may have the id of a section: the heading is meant, so it is set last.
  const marks = [...paged.marks].sort((left, right) => Number(left.heading !== null) - Number(right.heading !== null));
  const targets = new Map(marks.map((mark) => [mark.id, mark.page]));
  return {
    targets,
    entries: headings.map((heading) => {
      const page = targets.get(heading.id);
      return page === undefined ? heading : { ...heading, page: labelOf(page), link: { kind: 'page', page } };
    }),
  };
};

const samePages = (before: PagesKnown, after: PagesKnown): boolean =>
  before.targets.size === after.targets.size &&
  [...after.targets].every(([id, page]) => before.targets.get(id) === page);

/** The chapter that a page opens in, or the one that begins at its top. */
const chaptersByPage = (paged: Paged): readonly (string | null)[] => {
  let current: string | null = null;
  return paged.pages.map((page) => {
    const chapters = page.marks.filter((mark) => mark.heading?.level === 1);
    const first = chapters[0];
    const own = first !== undefined && (current === null || first.y === 0) ? first.heading!.title : current;
    current = chapters.at(-1)?.heading?.title ?? current;
    return own;
  });
};

const finishPages = (document: Briefing, theme: Theme, fonts: Fonts, paged: Paged): readonly Page[] => {
  const { meta } = document;
  const medium = theme.paper;
  const chapters = chaptersByPage(paged);
  const opensWithMasthead = document.blocks[0]?.kind === 'masthead';
  return paged.pages.map((page, index) => {
    const furniture = layFurniture(
      {
        number: index + 1,
        label: labelOf(index),
        chapter: chapters[index]!,
        reportTitle: meta.title,
        footer: meta.footer,
        language: meta.language,
        opening: index === 0 && opensWithMasthead,
      },
      medium,
      fonts,
    );
    const items = [...furniture, ...page.items.map((item) => moveItem(item, medium.margin.left, medium.margin.top))];
    return {
      ...barePage,
      size: medium.page,
      label: labelOf(index),
      items: items.map((item, place) => ({ ...item, name: `${item.name} ${place + 1}` })),
      chapter: chapters[index]!,
    };
  });
};

const nameOf = (block: Block): string =>
  block.kind === 'table' && block.id !== null ? `a row of the table "${block.id}"` : `this ${block.kind}`;

/** Where its author made it: of a table whose row is too tall, the longest cell. */
const placeOf = (block: Block): Span | null => {
  if (block.kind !== 'table') return 'span' in block ? block.span : null;
  const cells = block.rows.flatMap((row) => row.cells.map(({ inlines }) => inlines));
  const longest = cells.reduce<readonly Inline[]>(
    (most, inlines) => (inlineText(inlines).length > inlineText(most).length ? inlines : most),
    [],
  );
  const spans = longest.flatMap((inline) => ('span' in inline ? [inline.span] : []));
  return spans[0] ?? block.made ?? block.span;
};

export const layoutBriefing = (
  document: Briefing,
  theme: Theme,
  fonts: Fonts,
  tell: Tell,
  memo: Memo = noMemo,
): PageSet => {
  // Each time by itself: of 700 pages 70 MB are not to stand beside those that take their place.
  let laid = layOnce(document, theme, fonts, tell, memo);
  while ('withoutRepeats' in laid) laid = layOnce(laid.withoutRepeats, theme, fonts, tell, memo);
  return laid;
};

/** Its pages, or the document that is to be laid in its place: that without the cards that stand twice on a page. */
const layOnce = (
  document: Briefing,
  theme: Theme,
  fonts: Fonts,
  tell: Tell,
  memo: Memo,
): PageSet | { readonly withoutRepeats: Briefing } => {
  const { page, margin } = theme.paper;
  const room: Size = {
    width: page.width - margin.left - margin.right,
    height: page.height - margin.top - margin.bottom,
  };
  const headings = findHeadings(document);
  const laid = layBlocks(document, theme, fonts, tell, headings, memo);
  let paged = makePages(document, laid, room);
  let known = knownFrom(paged, headings);
  for (let round = 1; laid.again !== null && round < mostRounds; round += 1) {
    paged = makePages(document, laid.again(known), room);
    const after = knownFrom(paged, headings);
    const settled = samePages(known, after);
    known = after;
    if (settled) break;
  }
  const once = withoutRepeats(document, laid.blocks, paged.pages);
  if (once !== null) return { withoutRepeats: once };
  for (const index of paged.flow.tooTall) {
    const block = document.blocks[index]!;
    const isNoted = labelsOn(laid.blocks[index]!.items).length > 0;
    tell(tallerThanPage(`${nameOf(block)}${isNoted ? ' with its footnotes' : ''}`, placeOf(block)));
  }
  return {
    kind: 'briefing',
    meta: document.meta,
    theme,
    layouts: [],
    pages: finishPages(document, theme, fonts, paged),
    structure: evenHeadings(laid.structure.freeze()),
    outline: outlineOf(paged.marks, margin.top),
  };
};
