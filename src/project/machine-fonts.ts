/**
 * The fonts of this machine by the names that programs list them under. Folders are read when a font is first asked
 * for, once a process; of each file only its tables of names.
 */
import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fitOf, foldedName, readFontNames, type FontFacts, type ReadRange } from './font-names.js';
import { isSystemError } from './system-error.js';

/** Where systems keep fonts, and PowerPoint on a Mac its own. */
export const machineFolders = (): readonly string[] => [
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
  join(homedir(), 'Library/Fonts'),
  join(homedir(), 'AppData/Local/Microsoft/Windows/Fonts'),
  '/usr/local/share/fonts',
  '/usr/share/fonts',
  '/Library/Fonts',
  '/System/Library/Fonts',
  '/Applications/Microsoft PowerPoint.app/Contents/Resources/DFonts',
  'C:/Windows/Fonts',
];

/** A font in a file; a file of several fonts holds it at `member`, from 0. */
export interface FoundFont {
  readonly file: string;
  readonly member: number;
}

export interface NamedFont extends FoundFont {
  readonly facts: FontFacts;
}

/** The one that fits best; of equals the first. Null where none has that name. */
export function findNamed(fonts: readonly NamedFont[], name: string, weight: string): FoundFont | null {
  const folded = foldedName(name);
  let best: FoundFont | null = null;
  let bestFit = Infinity;
  for (const { facts, file, member } of fonts) {
    const fit = fitOf(facts, folded, weight);
    if (fit === null || fit >= bestFit) continue;
    best = { file, member };
    bestFit = fit;
  }
  return best;
}

const fontFile = /\.(?:ttf|otf|ttc|otc)$/i;
export const isFontFile = (name: string): boolean => fontFile.test(name);

let machine: readonly NamedFont[] | null = null;

/** In the order of the folders, and by path in each. */
export const machineFonts = (): readonly NamedFont[] => (machine ??= machineFolders().flatMap(fontsBelow));

function fontsBelow(folder: string): readonly NamedFont[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder, { recursive: true }).map(String);
  } catch (cause) {
    if (isSystemError(cause)) return [];
    throw cause;
  }
  return names
    .filter(isFontFile)
    .sort()
    .flatMap((name) => fontsIn(join(folder, name)));
}

/** Enough for most files' lists of tables and the tables behind it: one read of the disk. */
const firstBytes = 4096;

function fontsIn(file: string): readonly NamedFont[] {
  let opened: number;
  try {
    opened = openSync(file, 'r');
  } catch (cause) {
    if (isSystemError(cause)) return [];
    throw cause;
  }
  try {
    const { size } = fstatSync(opened);
    const start = Buffer.alloc(Math.min(size, firstBytes));
    readSync(opened, start, 0, start.length, 0);
    const read: ReadRange = (offset, length) => {
      const within = Math.max(0, Math.min(length, size - offset));
      if (offset + within <= start.length) return start.subarray(offset, offset + within);
      const bytes = Buffer.alloc(within);
      return bytes.subarray(0, readSync(opened, bytes, 0, within, offset));
    };
    return readFontNames(read).map((facts) => ({ file, member: facts.member, facts }));
  } catch (cause) {
    if (isSystemError(cause)) return [];
    throw cause;
  } finally {
    closeSync(opened);
  }
}
