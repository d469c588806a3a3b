/** Where a figure stands, in words for a terminal. */
import type { DocumentFace, Place } from '../../model/build-record.js';

const mediumOf = (name: string, documents: readonly DocumentFace[]): DocumentFace['medium'] =>
  documents.find(({ kind }) => kind === name)?.medium;

/** `slide 7`, `page 4`. */
export const pageText = (
  { document, page }: { readonly document: string; readonly page: number },
  documents: readonly DocumentFace[],
): string => `${mediumOf(document, documents) === 'slides' ? 'slide' : 'page'} ${page}`;

/** On its page: `table, row 4, column 2`, `chart "growth", point 1`, `notes, paragraph 1`. */
export function spotText(place: Place, documents: readonly DocumentFace[]): string {
  switch (place.at) {
    case 'text':
      if (place.footnote !== undefined) return `footnote ${place.footnote}`;
      return mediumOf(place.document, documents) === 'slides'
        ? `${place.shape}, paragraph ${place.paragraph}`
        : `paragraph ${place.paragraph}`;
    case 'cell':
      return `table, row ${place.row}, column ${place.column}`;
    case 'point':
      return `chart "${place.chart}", ${place.series > 1 ? `series ${place.series}, ` : ''}point ${place.point}`;
    case 'notes':
      return `notes, paragraph ${place.paragraph}`;
  }
}
