/** The record of a build: pages and data in, what build.json holds out. */
import { formatFigure, hasPart } from '../locale/format-figure.js';
import { shapeCreationId, slideCreationId } from '../powerpoint/identity/creation-ids.js';
import { noMemo, type Memo } from '../memo/memo.js';
import type { BuildRecord, FigureRecord, Place, SlideRecord } from '../model/build-record.js';
import { allFigures } from '../model/figure-id.js';
import type { Figure } from '../model/figure.js';
import type { PageSet } from '../model/page.js';
import type { Report } from '../model/report.js';
import { recordCells } from './record-cells.js';
import { markFigures, recordDocument } from './record-document.js';

/** @param documents their pages by their names, in the order in which they are to stand. */
export function recordBuild(data: Report, documents: ReadonlyMap<string, PageSet>, memo: Memo = noMemo): BuildRecord {
  const recorded = [...documents].map(([name, pages]) => recordDocument(name, pages, memo));
  const places = new Map<string, Place[]>();
  for (const { figures } of recorded) {
    for (const { id, place } of figures) {
      const known = places.get(id);
      if (known === undefined) places.set(id, [place]);
      else known.push(place);
    }
  }
  return {
    format: 1,
    report: { id: data.id, title: data.title, date: data.meta.date },
    figures: [...allFigures(data.figures, data.series), ...figuresOfMarks(documents)].map((figure) =>
      recordFigure(figure, places.get(figure.id) ?? [], data.meta.language),
    ),
    cells: recordCells(data, documents),
    documents: recorded.map(({ document }) => {
      const pages = documents.get(document.kind);
      return document.medium === 'slides' && pages !== undefined
        ? { ...document, slides: recordSlides(pages, data.id) }
        : document;
    }),
  };
}

/** Numbers that charts argue with, each once: they follow from points, and stand in no data file. */
function figuresOfMarks(documents: ReadonlyMap<string, PageSet>): readonly Figure[] {
  const found = new Map<string, Figure>();
  for (const { pages } of documents.values())
    for (const item of pages.flatMap(({ items }) => items))
      if (item.kind === 'chart') for (const { figure } of markFigures(item)) found.set(figure.id, figure);
  return [...found.values()];
}

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
