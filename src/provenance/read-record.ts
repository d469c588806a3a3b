/**
 * A build.json back to the record of a build. It may have been edited, or be of another program: its shape is checked
 * before anything reads it.
 */
import type {
  BuildRecord,
  CellRecord,
  DocumentRecord,
  FigureRecord,
  PictureRecord,
  SlideRecord,
  Place,
  TextRecord,
  MeasuredFont,
} from '../model/build-record.js';
import { documentMedia } from '../model/document-spec.js';
import type { Derivation } from '../model/figure.js';
import type { Span } from '../model/span.js';

/** Null where the bytes are no such record, or one of another version. */
export function readRecord(bytes: Uint8Array): BuildRecord | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(value) ? (value as BuildRecord) : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => typeof value === 'number';
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
/** Checks what earlier builds do not have: there or not. */
const orAbsent =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The compiler demands each field of the type. */
const fields =
  <Type>(checks: Readonly<Record<keyof Type & string, Check>>): Check =>
  (value) =>
    isObject(value) && Object.entries<Check>(checks).every(([name, check]) => check(value[name]));

const span = fields<Pick<Span, 'file' | 'line' | 'column'>>({ file: text, line: number, column: number });
/** What is read of every kind of place; what a kind has beside it is only printed. */
const place = fields<Pick<Place, 'document' | 'page' | 'at' | 'printed' | 'context'>>({
  document: text,
  page: number,
  at: oneOf('text', 'cell', 'point', 'notes'),
  printed: text,
  context: text,
});

const figure = fields<FigureRecord>({
  id: text,
  label: text,
  value: orNull(number),
  unit: orNull(text),
  qualifier: orNull(text),
  period: orNull(text),
  award: orNull(text),
  source: orNull(text),
  printed: fields<FigureRecord['printed']>({ full: text, change: orNull(text), rank: orNull(text) }),
  change: orNull(fields<NonNullable<FigureRecord['change']>>({ value: number, unit: text, basis: orNull(text) })),
  derivations: orAbsent(
    list(
      fields<Derivation>({
        part: oneOf('value', 'change', 'rank'),
        formula: text,
        inputs: list(fields<Derivation['inputs'][number]>({ id: text, printed: text })),
      }),
    ),
  ),
  rank: orNull(fields<NonNullable<FigureRecord['rank']>>({ place: number, scope: text })),
  read: span,
  cells: (value) => isObject(value) && Object.values(value).every(span),
  places: list(place),
});

const isRecord = fields<BuildRecord>({
  format: oneOf(1),
  report: fields<BuildRecord['report']>({ id: text, title: text, date: text }),
  figures: list(figure),
  fonts: orAbsent(
    list(
      fields<MeasuredFont>({
        face: text,
        measured: orNull(text),
        from: (value) => value === null || oneOf('machine', 'package', 'template')(value),
      }),
    ),
  ),
  cells: orAbsent(
    list(
      fields<CellRecord>({
        table: text,
        row: text,
        column: text,
        value: number,
        unit: orNull(text),
        printed: text,
        read: span,
        places: list(place),
      }),
    ),
  ),
  documents: list(
    fields<DocumentRecord>({
      kind: text,
      medium: orAbsent(oneOf(...documentMedia)),
      called: orAbsent(text),
      pages: list(text),
      texts: list(fields<TextRecord>({ page: number, text, wording: text })),
      pictures: list(fields<PictureRecord>({ page: number, id: text, sha256: text })),
      slides: orAbsent(
        list(
          fields<SlideRecord>({
            key: text,
            creationId: number,
            shapes: (value) => isObject(value) && Object.values(value).every(text),
          }),
        ),
      ),
    }),
  ),
});
