/** GUIDs that are made of what they stand for: the same input gives the same file. */
import { createHash } from 'node:crypto';

/** A GUID of version 5's form, upper case, the same for the same seed. */
export function guidOf(seed: string): string {
  const hex = createHash('sha1').update(seed).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}
