/** A deck that came back, for whose sake the report is laid: not to be written, but to be compared with it. */
export interface ReturnedDeck {
  /** The layout of each of its slides, by the slide's key. Where it still holds its content no other is tried. */
  readonly layouts: ReadonlyMap<string, string>;
  /** Whether slides are taken from these pages; else what only drawing needs is left out. */
  readonly isDrawn: boolean;
}
