/** The record of a build: pages and data in, what build.json holds out. */
import { formatFigure, hasPart } from '../locale/format-figure.js';
import { shapeCreationId, slideCreationId } from '../powerpoint/identity/creation-ids.js';
import { noMemo, type Memo } from '../memo/memo.js';
import type { BuildRecord, FigureRecord, Place, SlideRecord } from '../model/build-record.js';
import { allFigures } from '../model/figure-id.js';
import type { Figure } from '../model/figure.js';
import type { PageSet } from '../model/page.js';
import type { Report } from '../model/report.js';
import { cellPlaces, recordCells, type CellPlaces } from './record-cells.js';
import { markFigures, recordDocument, type RecordedDocument } from './record-document.js';

/** @param documents their pages by their names, in the order in which they are to stand. */
export const recordBuild = (data: Report, documents: ReadonlyMap<string, PageSet>, memo: Memo = noMemo): BuildRecord =>
  joinRecord(
    data,
    [...documents].map(([name, pages]) => recordPages(data.id, name, pages, memo)),
  );

/** What one document's pages say, as plain data: documents may be laid in several threads, and their record is one. */
export interface RecordedPages extends RecordedDocument {
  /** Numbers that charts argue with: they follow from points, and stand in no data file. */
  readonly marks: readonly Figure[];
  readonly cells: CellPlaces;
}

export function recordPages(report: string, name: string, pages: PageSet, memo: Memo = noMemo): RecordedPages {
  const { document, figures } = recordDocument(name, pages, memo);
  return {
    document: document.medium === 'slides' ? { ...document, slides: recordSlides(pages, report) } : document,
    figures,
    marks: figuresOfMarks(pages),
    cells: cellPlaces(name, pages),
  };
}

/** @param recorded in the order in which documents are to stand. */
export function joinRecord(data: Report, recorded: readonly RecordedPages[]): BuildRecord {
  const places = new Map<string, Place[]>();
  for (const { figures } of recorded) {
    for (const { id, place } of figures) {
      const known = places.get(id);
      if (known === undefined) places.set(id, [place]);
      else known.push(place);
    }
  }
  const marks = byId(recorded.flatMap((pages) => pages.marks));
  return {
    format: 1,
    report: { id: data.id, title: data.title, date: data.meta.date },
    figures: [...allFigures(data.figures, data.series), ...marks].map((figure) =>
      recordFigure(figure, places.get(figure.id) ?? [], data.meta.language),
    ),
    cells: recordCells(
      data,
      recorded.map(({ cells }) => cells),
    ),
    documents: recorded.map(({ document }) => document),
  };
}

const figuresOfMarks = ({ pages }: PageSet): readonly Figure[] =>
  byId(
    pages
      .flatMap(({ items }) => items)
      .flatMap((item) => (item.kind === 'chart' ? markFigures(item).map(({ figure }) => figure) : [])),
  );

/** Each once. */
const byId = (figures: readonly Figure[]): readonly Figure[] => [
  ...new Map(figures.map((figure) => [figure.id, figure])).values(),
];

/** As the deck's writer makes them: of the report, the slide and the shape's name. */
const recordSlides = ({ pages }: PageSet, report: string): readonly SlideRecord[] =>
  pages.map(({ key = '', items }) => ({
    key,
    creationId: slideCreationId(report, key),
    shapes: idsByName(items.map(({ name }): [string, string] => [name, shapeCreationId(report, key, name)])),
  }));

/**
 * Keys that are data do without a prototype: each would lead from the empty object to a hidden class of V8's of its
 * own, and after 1,536 of them no object made later shares one with another.
 */
function idsByName(ids: readonly (readonly [name: string, id: string])[]): Readonly<Record<string, string>> {
  const byName = Object.create(null) as Record<string, string>;
  for (const [name, id] of ids) byName[name] = id;
  return byName;
}

function recordFigure(figure: Figure, places: readonly Place[], language: string): FigureRecord {
  const { id, label, quantity, unit, qualifier, period, change, rank, award, source, span, cells, derivations } =
    figure;
  const full = formatFigure(figure, 'full', { language });
  const beside = (part: 'change' | 'rank'): string | null => {
    const text = hasPart(figure, part) ? formatFigure(figure, part, { language }) : full;
    return text === full ? null : text;
  };
  return {
    id,
    label,
    printed: { full, change: beside('change'), rank: beside('rank') },
    value: quantity?.value ?? null,
    unit,
    qualifier,
    period,
    change: change === null ? null : { value: change.quantity.value, unit: change.unit, basis: change.basis },
    rank,
    award,
    source,
    ...(derivations === undefined ? {} : { derivations }),
    read: span,
    cells: Object.fromEntries(Object.entries(cells)),
    places,
  };
}
