/** Names of files that data takes part in: never a path, and taken by every file system. */
import { markOf } from '../memo/content-mark.js';

/** In UTF-8 bytes; file systems take 255, and a file is written aside under a longer name first. */
const mostBytes = 200;

const isTooLong = (name: string): boolean => Buffer.byteLength(name) > mostBytes;

/**
 * The name that `fill` makes of what cells say. Where that is too long, cells give way: what is left of one has a mark
 * of the whole behind it, so that two of one beginning stay two.
 */
export function fileName(fill: (shorten: (text: string) => string) => string): string {
  let name = safeName(fill((text) => text));
  for (let most = mostBytes; isTooLong(name) && most >= 12; most -= 12)
    name = safeName(fill((text) => shortened(text, most)));
  return isTooLong(name) ? shortened(name, mostBytes) : name;
}

function shortened(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  const characters = [...text];
  while (Buffer.byteLength(characters.join('')) > most - 9) characters.pop();
  return `${characters.join('')}~${markOf([text]).slice(0, 8)}`;
}

/** Data is never a path: a name of one file that every system takes. */
export function safeName(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*\u202a-\u202e\u2066-\u2069\ufeff]+/gu, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  // Names that Windows keeps for devices, whatever ending stands behind them.
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(clean) ? `_${clean}` : clean;
}
