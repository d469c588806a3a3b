/** Files that are read piece by piece, as they are looked at. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What `text/` takes a font's tables and outlines from. */
export interface FileInParts {
  /** As long as the file; holds what was needed so far, and zeros elsewhere, which take no memory. */
  readonly bytes: Uint8Array;
  /** Reads these bytes, where they are not there yet. What lies past the end of the file is none. */
  need(offset: number, length: number): void;
  /** All of it. */
  whole(): Uint8Array;
}

/** In bytes, of one piece: two pages of memory, some twenty glyphs. */
const pieceLength = 8192;

/** Files are closed when nobody can look at them any more. */
const toClose = new FinalizationRegistry<number>((file) => closeSync(file));

/**
 * The file stays open: what replaces it under its name meanwhile is another file.
 *
 * @throws what the system says, where it cannot be opened or read.
 */
export function readInPart(path: string): FileInParts {
  const file = openSync(path, 'r');
  const bytes = new Uint8Array(fstatSync(file).size);
  const isThere = new Uint8Array(Math.ceil(bytes.length / pieceLength));
  const partly: FileInParts = {
    bytes,
    need(offset, length) {
      const last = Math.min(isThere.length, Math.ceil((offset + length) / pieceLength));
      for (let piece = Math.floor(offset / pieceLength); piece < last; piece++) {
        if (isThere[piece] === 1) continue;
        let behind = piece;
        while (behind < last && isThere[behind] === 0) isThere[behind++] = 1;
        fill(file, bytes, piece * pieceLength, Math.min(bytes.length, behind * pieceLength));
      }
    },
    whole() {
      partly.need(0, bytes.length);
      return bytes;
    },
  };
  toClose.register(partly, file);
  return partly;
}

function fill(file: number, bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to; ) {
    const count = readSync(file, bytes, at, to - at, at);
    if (count === 0) return;
    at += count;
  }
}
