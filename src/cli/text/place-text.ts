/** Where a figure stands, in words for a terminal. */
import type { DocumentKind, Place } from '../../model/build-record.js';

export const documentNames = {
  deck: 'deck',
  briefing: 'briefing',
  figures: 'register of figures',
} as const satisfies Record<DocumentKind, string>;
const pageNames = { deck: 'slide', briefing: 'page', figures: 'page' } as const satisfies Record<DocumentKind, string>;

/** `slide 7`, `page 4`. */
export const pageText = ({ document, page }: { readonly document: DocumentKind; readonly page: number }): string =>
  `${pageNames[document]} ${page}`;

/** On its page: `table, row 4, column 2`, `chart "growth", point 1`, `notes, paragraph 1`. */
export function spotText(place: Place): string {
  switch (place.at) {
    case 'text':
      if (place.footnote !== undefined) return `footnote ${place.footnote}`;
      return place.document === 'deck'
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
