/** Where on a page something changed since an earlier build: lines of text, rows of tables, cards, charts, pictures. */
import { pictureNote, rewordingNote } from '../../locale/change-words.js';
import type { Box } from '../../model/length.js';
import type { Page, PageItem, PageSet, Run, SetParagraph, TableItem, TextItem } from '../../model/page.js';
import { paragraphTops } from '../../text/stack-paragraphs.js';

/** What is known of a document beside its figures, which carry their own revisions. */
export interface Rewording {
  readonly texts: readonly { readonly before: string | null; readonly after: string | null }[];
  readonly pictures: readonly { readonly id: string; readonly kind: 'changed' | 'new' | 'gone' }[];
}

/** A place on a page, and what is said of it. */
export interface ChangeMark {
  readonly box: Box;
  readonly notes: readonly string[];
}

/** Finds the marks of any page of a document. */
export type FindMarks = (page: Page) => readonly ChangeMark[];

/** `byLine` marks lines alone, where text is not on a card; else its changed paragraphs together. */
export function marksOf(pages: PageSet, rewording: Rewording, byLine: boolean): FindMarks {
  const { language } = pages.meta;
  const reworded = rewordedTags(pages, rewording, language);
  const pictures = new Map(
    rewording.pictures.flatMap(({ id, kind }) => (kind === 'gone' ? [] : [[id, pictureNote(kind, language)] as const])),
  );
  const markItem = (item: PageItem): readonly ChangeMark[] => {
    switch (item.kind) {
      case 'text':
        return markText(item, reworded, byLine);
      case 'table':
        return markTable(item, reworded);
      case 'chart':
        return noted(
          item.box,
          item.chart.series.flatMap(({ points }) => points.flatMap(({ revision }) => revision?.note ?? [])),
        );
      case 'picture':
        return noted(item.box, [pictures.get(item.picture.id) ?? []].flat());
      case 'shape':
      case 'page':
        return [];
    }
  };
  return ({ items }) => items.flatMap(markItem);
}

const noted = (box: Box, notes: readonly string[]): readonly ChangeMark[] =>
  notes.length === 0 ? [] : [{ box, notes: [...new Set(notes)] }];

/** White space is left out: where a line ends depends on the page. */
const bare = (text: string): string => text.replaceAll(/[\s\u00ad]/gu, '');

const lineText = ({ lines, runs }: SetParagraph): string =>
  lines
    .flatMap(({ fragments }) => fragments.map(({ run, text }) => (runs[run]!.struck === undefined ? text : '')))
    .join('');

/** Paragraphs of which the wording is another, by their node, which their parts on several pages share. */
function rewordedTags({ pages }: PageSet, { texts }: Rewording, language: string): ReadonlyMap<number, string> {
  const notes = new Map(
    texts.flatMap(({ before, after }) =>
      after === null ? [] : [[bare(after), rewordingNote(before, language)] as const],
    ),
  );
  const said = new Map<number, readonly string[]>();
  for (const paragraph of pages.flatMap(({ items }) => items.flatMap(paragraphsOf))) {
    if (typeof paragraph.tag === 'number')
      said.set(paragraph.tag, [...(said.get(paragraph.tag) ?? []), bare(lineText(paragraph))]);
  }
  // The number of a chapter is a paragraph of its heading, and no part of its wording.
  return new Map(
    [...said].flatMap(([tag, parts]) => {
      const note = notes.get(parts.join('')) ?? notes.get(parts.slice(1).join(''));
      return note === undefined ? [] : [[tag, note] as const];
    }),
  );
}

const paragraphsOf = (item: PageItem): readonly SetParagraph[] =>
  item.kind === 'text'
    ? item.paragraphs
    : item.kind === 'table'
      ? item.rows.flat().flatMap(({ paragraphs }) => paragraphs)
      : [];

type Reworded = ReadonlyMap<number, string>;

const isRevised = ({ revision, struck }: Run): boolean => revision !== undefined || struck !== undefined;

/**
 * Empty where nothing changed. A struck value may stand on another page than the new one, which has the note: its own
 * is empty.
 */
function notesOf({ tag, lines, runs }: SetParagraph, reworded: Reworded): readonly string[] {
  if (tag === 'artifact') return [];
  const shown = new Set(lines.flatMap(({ fragments }) => fragments.map(({ run }) => run)));
  const revised = runs.flatMap((run, index) => (shown.has(index) && isRevised(run) ? (run.revision?.note ?? '') : []));
  return [...revised, ...(reworded.has(tag) ? [reworded.get(tag)!] : [])];
}

function markText(item: TextItem, reworded: Reworded, byLine: boolean): readonly ChangeMark[] {
  const notes = item.paragraphs.map((paragraph) => notesOf(paragraph, reworded));
  const all = notes.flat().filter((note) => note !== '');
  if (notes.every(({ length }) => length === 0)) return [];
  if (item.fill !== null) return [{ box: item.box, notes: [...new Set(all)] }];
  const tops = paragraphTops(item);
  const left = item.box.x + item.inset.left;
  const boxes = item.paragraphs.flatMap((paragraph, index): Box[] => {
    if (notes[index]!.length === 0) return [];
    const whole = !byLine || (typeof paragraph.tag === 'number' && reworded.has(paragraph.tag));
    let y = tops[index]!;
    return paragraph.lines.flatMap(({ height, width, fragments }): Box[] => {
      const box = { x: left, y, width, height };
      y += height;
      return whole || fragments.some(({ run }) => isRevised(paragraph.runs[run]!)) ? [box] : [];
    });
  });
  return byLine ? boxes.map((box) => ({ box, notes: [...new Set(all)] })) : noted(around(boxes), all);
}

function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

/** A row for each that changed, as high as the cells of it that did. */
function markTable({ box, rows, rowHeights }: TableItem, reworded: Reworded): readonly ChangeMark[] {
  let y = box.y;
  return rows.flatMap((cells, index): readonly ChangeMark[] => {
    const top = y;
    y += rowHeights[index]!;
    const changed = cells
      .map((cell) => ({ down: cell.down, notes: cell.paragraphs.flatMap((paragraph) => notesOf(paragraph, reworded)) }))
      .filter(({ notes }) => notes.length > 0);
    if (changed.length === 0) return [];
    const height = rowHeights
      .slice(index, index + Math.max(...changed.map(({ down }) => down)))
      .reduce((sum, each) => sum + each, 0);
    return [
      {
        box: { x: box.x, y: top, width: box.width, height },
        notes: [...new Set(changed.flatMap(({ notes }) => notes).filter((note) => note !== ''))],
      },
    ];
  });
}
