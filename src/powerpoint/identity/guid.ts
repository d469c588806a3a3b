/** GUIDs that are made of what they stand for: the same input gives the same file. */
import { hexDigest } from '../../memo/content-mark.js';

/** A GUID of version 5's form, upper case, the same for the same seed. */
export function guidOf(seed: string): string {
  const hex = hexDigest('sha1', seed).toUpperCase();
  // Joined, V8 keeps it as one text; put together of pieces it would keep the pieces, ten times as much.
  return [
    `{${hex.slice(0, 8)}`,
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `A${hex.slice(17, 20)}`,
    `${hex.slice(20, 32)}}`,
  ].join('-');
}
