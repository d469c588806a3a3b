/**
 * What a report has by name, for an editor: figures, charts, tables, pictures, narratives, with where each was written.
 */
import type { Survey } from '../compile.js';
import { thingOfField, type FieldDeclaration, type FieldType } from '../model/field.js';
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
  /** Which things the fields of the bundle take by name, by their keys: `findings` have a `chart`. */
  readonly keys: ReadonlyMap<string, ThingKind>;
}

export const emptyIndex: ReportIndex = { things: [], record: null, keys: new Map() };

const kindOfField: Readonly<Partial<Record<FieldType, ThingKind>>> = {
  ...thingOfField,
  narrative: 'narrative',
};

/** Fields within fields too: keys of one name take the same wherever they stand. */
const keysOf = (fields: readonly FieldDeclaration[]): readonly (readonly [string, ThingKind])[] =>
  fields.flatMap(({ name, also, type, fields: within }) => {
    const kind = kindOfField[type];
    const own = kind === undefined ? [] : [name, ...(also === null ? [] : [also])].map((key) => [key, kind] as const);
    return [...own, ...keysOf(within)];
  });

/** Null where report.yaml could not be read: what was known before is better than nothing. */
export function indexReport({ data, documents }: Survey, fields: readonly FieldDeclaration[]): ReportIndex | null {
  if (data === null) return null;
  const record = recordBuild(data, documents);
  const named = (
    kind: ThingKind,
    entries: Iterable<readonly [string, { readonly span: Span }]>,
    detailOf: (id: string) => string,
  ): readonly Thing[] => [...entries].map(([id, { span }]) => ({ kind, id, detail: detailOf(id), span, record: null }));
  return {
    record,
    keys: new Map(keysOf(fields)),
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
      ...[...data.narratives.keys()].map(
        (id): Thing => ({
          kind: 'narrative',
          id,
          detail: '',
          span: { file: `${data.folder}/${id}`, line: 1, column: 1 },
          record: null,
        }),
      ),
      ...named('picture', data.pictures, (id) => data.pictures.get(id)?.picture?.alt ?? ''),
    ],
  };
}

/** A figure and a chart may share a name: all of them. */
export const thingsNamed = ({ things }: ReportIndex, id: string): readonly Thing[] =>
  things.filter((thing) => thing.id === id);
