/** A large file of which a few pieces are looked at: a font of 10 MB that draws some hundred characters. */
export interface PartlyRead {
  /** As long as the file; holds what was needed so far, and zeros elsewhere, which take no memory. */
  readonly bytes: Uint8Array;
  /** Reads these bytes, where they are not there yet. What lies past the end of the file is none. */
  need(offset: number, length: number): void;
  /** All of it. */
  whole(): Uint8Array;
}

/** Bytes that are there. */
export const readWhole = (bytes: Uint8Array): PartlyRead => ({ bytes, need: () => undefined, whole: () => bytes });
