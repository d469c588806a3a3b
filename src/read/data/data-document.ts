/** A data file as plain values, with the place of every key and value: what the readers of YAML, JSON and CSV have in common. */
import type { Span } from '../../model/span.js';
import type { SourceText } from '../source/source-text.js';

export type DataPath = readonly (string | number)[];

export interface DataDocument {
  /** A plain text with what it says of the row that the report is about; left out where there is none. */
  readonly filled?: (source: SourceText) => string;
  /** Maps, lists, texts, numbers, booleans and nulls. */
  readonly value: unknown;
  /** Where `value` is left out because it did not have the shape that it must have: each was reported. Nothing before it was checked. */
  readonly wrong?: readonly DataPath[];
  /** Place of the value at `path`; of the nearest one above where there is none. */
  spanAt(path: DataPath): Span;
  /** Place of the key that the path ends with. */
  keySpanAt(path: DataPath): Span;
  /** The scalar at `path` as it was written (`5.0`, not 5); null where there is none. */
  textAt(path: DataPath): SourceText | null;
}
