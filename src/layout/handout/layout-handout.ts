/** A deck's pages to a handout: slides drawn small on paper, with lines or the speaker's notes beside them. */
import { partName } from '../../locale/part-words.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { notesDoNotFit } from '../../diagnostics/messages.js';
import type { Box } from '../../model/length.js';
import type { Page, PageItem, PageSet, StructureNode } from '../../model/page.js';
import type { HandoutOptions } from '../../model/report.js';
import type { Fonts } from '../../text/fonts.js';
import { layFurniture } from '../briefing/page-furniture.js';
import { barePage } from '../galley/bare-page.js';
import { createStructure, type StructureBuilder } from '../galley/structure-builder.js';
import { handoutCells, type HandoutCell } from './handout-grid.js';
import { fittedNotes, flowedNotes, ruledLines } from './slide-words.js';

export const layoutHandout = (deck: PageSet, options: HandoutOptions, fonts: Fonts, tell: Tell): PageSet => {
  const { page, margin } = deck.theme.paper;
  const area: Box = {
    x: margin.left,
    y: margin.top,
    width: page.width - margin.left - margin.right,
    height: page.height - margin.top - margin.bottom,
  };
  const structure = createStructure(deck.structure);
  const wordsOf = (slide: Page, cell: HandoutCell): readonly (readonly PageItem[])[] =>
    wordsBeside({ slide, cell, area, deck, options, fonts, structure, tell });
  const { pages, placeOf } = placeSlides(deck, area, options, wordsOf);
  return {
    ...deck,
    kind: 'briefing',
    structure: structure.freeze(),
    outline: deck.outline.map((entry) => ({
      ...entry,
      page: placeOf[entry.page]!,
      y: boxOn(pages, entry.page, placeOf),
    })),
    pages: pages.map((items, index) => paperPage(deck, index, items, fonts)),
  };
};

interface SlideOnPaper {
  readonly slide: Page;
  readonly cell: HandoutCell;
  /** Within the paper's margins, in pt. */
  readonly area: Box;
  readonly deck: PageSet;
  readonly options: HandoutOptions;
  readonly fonts: Fonts;
  readonly structure: StructureBuilder;
  readonly tell: Tell;
}

/** What stands beside a slide on its page; a list more for each further page that its notes fill. */
const wordsBeside = (given: SlideOnPaper): readonly (readonly PageItem[])[] => {
  const { slide, cell, area, deck, options, fonts, structure, tell } = given;
  if (options.beside === 'nothing') return [[]];
  if (options.beside === 'lines') return [ruledLines(cell.words, deck.meta.language)];
  const setting = { medium: deck.theme.paper, fonts, language: deck.meta.language };
  // A node for each paragraph of notes, read after its slide.
  const parent = partOf(slide, deck.structure);
  const tags = slide.notes.map(() => structure.add('P', parent));
  if (options.slides === 1) return flowedNotes(slide.notes, tags, cell.words, area, setting);
  const notes = fittedNotes(slide.notes, tags, cell.words, setting);
  if (notes === null) tell(notesDoNotFit(slide.title ?? slide.label, options.slides, slide.span));
  return [notes ?? []];
};

interface PlacedSlides {
  /** The items of each page of paper. */
  readonly pages: readonly (readonly PageItem[])[];
  /** Slide → the page that it stands on, both from 0. */
  readonly placeOf: readonly number[];
}

const placeSlides = (
  deck: PageSet,
  area: Box,
  options: HandoutOptions,
  wordsOf: (slide: Page, cell: HandoutCell) => readonly (readonly PageItem[])[],
): PlacedSlides => {
  const pages: PageItem[][] = [];
  const placeOf: number[] = [];
  deck.pages.forEach((slide, number) => {
    const cell = handoutCells(area, slide.size, options)[number % options.slides]!;
    if (number % options.slides === 0) pages.push([]);
    placeOf.push(pages.length - 1);
    const [beside = [], ...further] = wordsOf(slide, cell);
    const name = partName('slide', deck.meta.language, slide.label);
    pages
      .at(-1)!
      .push(
        { kind: 'page', page: slide, number, box: cell.slide, clip: cell.slide, name, tag: 'artifact' },
        frame(cell.slide, deck.meta.language),
        ...beside,
      );
    pages.push(...further.map((items) => [...items]));
  });
  return { pages, placeOf };
};

const paperPage = (deck: PageSet, index: number, items: readonly PageItem[], fonts: Fonts): Page => ({
  size: deck.theme.paper.page,
  label: String(index + 1),
  ...barePage,
  background: deck.theme.paper.ground ?? barePage.background,
  items: [...furniture(deck, index, items, fonts), ...items],
});

const boxOn = (pages: readonly (readonly PageItem[])[], number: number, placeOf: readonly number[]): number =>
  pages[placeOf[number]!]!.find((item) => item.kind === 'page' && item.number === number)!.box.y;

/** A slide is as white as the page: a hairline tells them apart. */
const frame = (box: Box, language: string): PageItem => ({
  kind: 'shape',
  shape: 'rect',
  name: partName('frame', language),
  tag: 'artifact',
  fill: null,
  stroke: { slot: 'accent6', lighten: 0.4 },
  strokeWidth: 0.5,
  dash: false,
  box,
});

const furniture = (
  { meta, theme, pages }: PageSet,
  index: number,
  items: readonly PageItem[],
  fonts: Fonts,
): readonly PageItem[] => {
  const first = items.find((item) => item.kind === 'page');
  return layFurniture(
    {
      number: index + 1,
      label: String(index + 1),
      chapter: first?.kind === 'page' ? pages[first.number]!.chapter : null,
      reportTitle: meta.title,
      footer: meta.footer,
      language: meta.language,
      opening: false,
    },
    theme.paper,
    fonts,
  );
};

/** The part of the document that a slide is: the node below the root that its content hangs under. */
const partOf = (slide: Page, structure: readonly StructureNode[]): number => {
  let node = slide.items.map(({ tag }) => tag).find((tag) => tag !== 'artifact') as number | undefined;
  while (node !== undefined && structure[node]!.parent !== null && structure[structure[node]!.parent!]!.parent !== null)
    node = structure[node]!.parent!;
  return node ?? 0;
};
