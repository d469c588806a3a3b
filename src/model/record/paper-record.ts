/** What a PDF says of itself: every text on its pages, with the figures that stand in it. */

export interface PaperText {
  readonly text: string;
  /** In its order; `start` in UTF-16 units of the text. */
  readonly figures: readonly { readonly figure: string; readonly text: string; readonly start: number }[];
}

export interface PaperRecord {
  readonly format: 1;
  /** The report's id: its folder's name. */
  readonly report: string;
  /** BCP 47. */
  readonly language: string;
  /** A mark of all that follows: two files that say the same have the same. */
  readonly build: string;
  /** In the order in which they are drawn. */
  readonly pages: readonly { readonly label: string; readonly texts: readonly PaperText[] }[];
}

/** The namespace of the properties `record` (deflated, in base 64) and `build` in the file's XMP. */
export const paperNamespace = 'urn:briefkit:paper';
