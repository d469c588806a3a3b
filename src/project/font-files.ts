/** Font files by the paths that a theme names: files, or `package:` paths into an installed package. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { familyPrefix, findFamily } from './font-family.js';
import { readBytes } from './files.js';
import type { Files } from './files.js';

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
}

const packagePrefix = 'package:';

/** Packages are looked up from briefkit's own place, then from `folders`: who brings a theme may bring its fonts. */
export function fontFiles(files: Files, folders: readonly string[] = []): FontFiles {
  const lookups = [import.meta.url, ...folders.map((folder) => resolve(folder, 'package.json'))].map((place) =>
    createRequire(place),
  );
  const locate = (path: string): string | null => {
    for (const lookup of lookups) {
      try {
        return lookup.resolve(path.slice(packagePrefix.length));
      } catch {
        /* not from here */
      }
    }
    return null;
  };
  const read = (path: string): Uint8Array | null => {
    if (path.startsWith(familyPrefix)) {
      const file = findFamily(path, lookups);
      return file === null ? null : readBytes(file);
    }
    if (!path.startsWith(packagePrefix)) return files.read(path);
    const file = locate(path);
    return file === null ? null : readBytes(file);
  };
  const stamp = (path: string): string => {
    const file = path.startsWith(familyPrefix)
      ? findFamily(path, lookups)
      : path.startsWith(packagePrefix)
        ? locate(path)
        : null;
    const found = file === null ? undefined : statSync(file, { throwIfNoEntry: false });
    return found === undefined ? '' : `${file} ${found.size} ${found.mtimeMs}`;
  };
  return {
    stamp,
    has: (path) => {
      if (path.startsWith(familyPrefix)) return findFamily(path, lookups) !== null;
      return path.startsWith(packagePrefix) ? locate(path) !== null : files.read(path) !== null;
    },
    read(path) {
      const bytes = read(path);
      if (bytes === null) throw new Error(`font file ${path} is not there`);
      return bytes;
    },
  };
}

/**
 * Font files for many builds in one process: those of packages are read once, for they do not change; others are read
 * anew, and so can be watched.
 */
export function keepFonts(folders: readonly string[] = []): (files: Files) => FontFiles {
  const kept = new Map<string, Uint8Array>();
  return (files) => {
    const fonts = fontFiles(files, folders);
    return {
      has: (path) => kept.has(path) || fonts.has(path),
      read(path) {
        const bytes = kept.get(path) ?? fonts.read(path);
        if (path.startsWith(packagePrefix)) kept.set(path, bytes);
        return bytes;
      },
    };
  };
}
