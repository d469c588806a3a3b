/** How a document's text is broken into lines, as its report says. */

/**
 * How strictly marks are kept from line edges (clreq 3.1.2). `basic`: stops, closing marks, interpunct, connectors and
 * % start no line, opening marks and ￥ end none. `gb` also keeps / from both edges and, as the house's own addition, ——
 * and …… from a line's start; that is all that clreq's `strict` adds, so the two are alike here.
 */
export const prohibitions = ['gb', 'basic', 'strict'] as const;
export type Prohibition = (typeof prohibitions)[number];

export interface Typesetting {
  readonly prohibition: Prohibition;
  /** Names and terms that no line parts. */
  readonly keep: readonly string[];
}
