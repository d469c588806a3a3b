/**
 * What a report has by name, for an editor: figures, charts, tables, pictures, narratives, with where each was written.
 */
import type { Survey } from '../compile.js';
import type { BuildRecord, FigureRecord } from '../model/build-record.js';
import type { Span } from '../model/span.js';
import { recordBuild } from '../provenance/record-build.js';

export type ThingKind = 'figure' | 'chart' | 'table' | 'picture' | 'narrative';

export interface Thing {
  readonly kind: ThingKind;
  readonly id: string;
  /** What a list of names shows beside it: 规上工业增加值 546.6亿元. */
  readonly detail: string;
  /** Where it is defined. */
  readonly span: Span;
  /** What the last build says of a figure; null for what is none. */
  readonly record: FigureRecord | null;
}

export interface ReportIndex {
  readonly things: readonly Thing[];
  /** The record of the last state of the report that could be laid; null before there was one. */
  readonly record: BuildRecord | null;
}

export const emptyIndex: ReportIndex = { things: [], record: null };

/** Null where report.yaml could not be read: what was known before is better than nothing. */
export function indexReport({ data, documents }: Survey): ReportIndex | null {
  if (data === null) return null;
  const record = recordBuild(data, documents);
  const named = (
    kind: ThingKind,
    entries: Iterable<readonly [string, { readonly span: Span }]>,
    detailOf: (id: string) => string,
  ): readonly Thing[] => [...entries].map(([id, { span }]) => ({ kind, id, detail: detailOf(id), span, record: null }));
  return {
    record,
    things: [
      ...record.figures.map(
        (figure): Thing => ({
          kind: 'figure',
          id: figure.id,
          detail: `${figure.label} ${figure.printed.full}`,
          span: figure.cells['id'] ?? figure.read,
          record: figure,
        }),
      ),
      ...named('chart', data.charts, (id) => data.charts.get(id)?.title ?? ''),
      ...named('table', data.tables, (id) => data.tables.get(id)?.caption?.source ?? ''),
      ...named('picture', data.pictures, (id) => data.pictures.get(id)?.picture?.alt ?? ''),
    ],
  };
}

/** A figure and a chart may share a name: all of them. */
export const thingsNamed = ({ things }: ReportIndex, id: string): readonly Thing[] =>
  things.filter((thing) => thing.id === id);
