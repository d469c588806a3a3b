/**
 * What a report says of its outputs: handout, printer's sheets, pixels of pictures, the word of a draft. What was wrong
 * was told with the shape of the file.
 */
import type { DraftMark, HandoutOptions, PrintOptions, Resolution } from '../../model/report.js';
import type { DataCursor } from '../shape/data-cursor.js';

/** The value where it is one of these. */
const oneOf = <const Value extends string | number>(cursor: DataCursor, values: readonly Value[]): Value | undefined =>
  values.find((value) => value === cursor.value);

export const readHandout = (cursor: DataCursor): HandoutOptions => ({
  slides: oneOf(cursor.at('slides'), [1, 2, 3, 4, 6, 9]) ?? 3,
  beside: oneOf(cursor.at('beside'), ['lines', 'notes', 'nothing']) ?? 'lines',
});

export const readPrint = (cursor: DataCursor): PrintOptions => ({
  bleed: cursor.at('bleed').number() ?? 3,
  marks: cursor.at('marks').value !== false,
  booklet: oneOf(cursor.at('booklet'), ['A3', 'A4']) ?? null,
});

/** `draft: true` takes the usual word, `draft: 征求意见稿` its own. */
export const readDraft = (cursor: DataCursor): DraftMark | null =>
  !cursor.exists || cursor.value === false || cursor.value === null
    ? null
    : { word: cursor.value === true ? null : cursor.text(), span: cursor.span };

/** By output. */
export const readResolutions = (cursor: DataCursor): ReadonlyMap<string, Resolution> =>
  new Map(
    cursor.entries().flatMap(([output, entry]): (readonly [string, Resolution])[] => {
      const resolution = entry.value === 'original' ? 'original' : entry.number();
      return resolution === null ? [] : [[output, resolution]];
    }),
  );
