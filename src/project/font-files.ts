/**
 * Font files by the paths that a theme names: files, `package:` paths into an installed package, names of fonts of this
 * machine.
 */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { familyPrefix, findFamily, findPackaged } from './font-family.js';
import { readBytes } from './files.js';
import type { Files } from './files.js';
import { readInPart } from './read-in-part.js';
import type { FileInParts } from './read-in-part.js';
import { findNamed, machineFonts } from './machine-fonts.js';

export interface FontFiles {
  /** Whether the file is there, without reading it. */
  has(path: string): boolean;
  /** Its bytes; throws where `has` is false. */
  read(path: string): Uint8Array;
  /**
   * Marks a package's font without reading it: another when the file is another. Empty for a file, which is known
   * by its content.
   */
  stamp?(path: string): string;
  /** The file of a package to take pieces of; null for one that is read whole. Throws where it cannot be read. */
  open?(path: string): FileInParts | null;
}

const packagePrefix = 'package:';
/** A font of this machine by the name that programs list it under: `machine:Calibri:400`. */
export const machinePrefix = 'machine:';
/** A font of an installed npm package by its family: `packaged:Carlito:700`. */
export const packagedPrefix = 'packaged:';

/** Where a font lies on the disk; null for a path that is a file of the report's, or of a theme's. */
interface Place {
  readonly file: string;
  /** In a collection, from 0. */
  readonly member: number;
}

/** Packages are looked up from briefkit's own place, then from `folders`: who brings a theme may bring its fonts. */
export function fontFiles(files: Files, folders: readonly string[] = []): FontFiles {
  const lookups = [import.meta.url, ...folders.map((folder) => resolve(folder, 'package.json'))].map((place) =>
    createRequire(place),
  );
  const locate = placeFinder(lookups);
  const read = (path: string): Uint8Array | null => {
    const place = locate(path);
    if (place === undefined) return files.read(path);
    return place === null ? null : withFirst(readBytes(place.file), place.member);
  };
  return {
    stamp: (path) => {
      const place = locate(path) ?? null;
      const found = place === null ? undefined : statSync(place.file, { throwIfNoEntry: false });
      return place === null || found === undefined
        ? ''
        : `${place.file}${place.member === 0 ? '' : `#${place.member}`} ${found.size} ${found.mtimeMs}`;
    },
    open(path) {
      const place = locate(path) ?? null;
      return path.startsWith(packagePrefix) && place !== null && /\.ttf$/i.test(place.file)
        ? readInPart(place.file)
        : null;
    },
    has: (path) => {
      const place = locate(path);
      return place === undefined ? files.read(path) !== null : place !== null;
    },
    read(path) {
      const bytes = read(path);
      if (bytes === null) throw new Error(`font file ${path} is not there`);
      return bytes;
    },
  };
}

/** Undefined for a path that names a file itself, null where what it names is not here. */
function placeFinder(lookups: readonly NodeJS.Require[]): (path: string) => Place | null | undefined {
  const inFile = (file: string | null): Place | null => (file === null ? null : { file, member: 0 });
  const inPackage = (path: string): string | null => {
    for (const lookup of lookups) {
      try {
        return lookup.resolve(path);
      } catch {
        /* not from here */
      }
    }
    return null;
  };
  return (path) => {
    if (path.startsWith(familyPrefix)) return inFile(findFamily(path, lookups));
    if (path.startsWith(packagePrefix)) return inFile(inPackage(path.slice(packagePrefix.length)));
    if (path.startsWith(machinePrefix)) return findNamed(machineFonts(), ...nameAndWeight(path, machinePrefix));
    if (path.startsWith(packagedPrefix)) return inFile(findPackaged(...nameAndWeight(path, packagedPrefix), lookups));
    return undefined;
  };
}

/** `machine:Segoe UI:700` to its two parts. */
export function nameAndWeight(path: string, prefix: string): [name: string, weight: string] {
  const end = path.lastIndexOf(':');
  return [path.slice(prefix.length, end), path.slice(end + 1)];
}

/**
 * A collection that begins with the font at `member`: readers of one font take the first. Other bytes as they are.
 */
export function withFirst(bytes: Uint8Array, member: number): Uint8Array {
  if (member === 0) return bytes;
  const turned = bytes.slice();
  turned.copyWithin(12, 12 + 4 * member, 16 + 4 * member);
  return turned;
}

/**
 * Font files for many builds in one process: those of packages are read once, for they do not change; others are read
 * anew, and so can be watched.
 */
export function keepFonts(folders: readonly string[] = []): (files: Files) => FontFiles {
  const kept = new Map<string, Uint8Array>();
  const opened = new Map<string, { readonly parts: FileInParts; readonly stamp: string }>();
  return (files) => {
    const fonts = fontFiles(files, folders);
    const open = (path: string): FileInParts | null => {
      const parts = opened.get(path)?.parts ?? fonts.open?.(path) ?? null;
      if (parts !== null && !opened.has(path)) opened.set(path, { parts, stamp: fonts.stamp?.(path) ?? '' });
      return parts;
    };
    return {
      has: (path) => kept.has(path) || opened.has(path) || fonts.has(path),
      open,
      stamp: (path) => (open(path) === null ? '' : opened.get(path)!.stamp),
      read(path) {
        const bytes = kept.get(path) ?? fonts.read(path);
        if (path.startsWith(packagePrefix)) kept.set(path, bytes);
        return bytes;
      },
    };
  };
}
