/** Files that are read piece by piece, as they are looked at. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { PartlyRead } from '../model/partly-read.js';

/** In bytes, of one piece: two pages of memory, some twenty glyphs. */
const pieceLength = 8192;

/** Files are closed when nobody can look at them any more. */
const toClose = new FinalizationRegistry<number>((file) => closeSync(file));

/**
 * The file stays open: what replaces it under its name meanwhile is another file.
 *
 * @throws what the system says, where it cannot be opened or read.
 */
export function readInPart(path: string): PartlyRead {
  const file = openSync(path, 'r');
  const bytes = new Uint8Array(fstatSync(file).size);
  const isThere = new Uint8Array(Math.ceil(bytes.length / pieceLength));
  const partly: PartlyRead = {
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
