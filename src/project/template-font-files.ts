/**
 * Fonts that a template's text is set in, beside those of packages and of the machine: a folder's, in place of the
 * machine's, and those that travel in the template itself.
 */
import { markOf } from '../memo/content-mark.js';
import type { Files } from './files.js';
import { machinePrefix, nameAndWeight, withFirst, type FontFiles } from './font-files.js';
import { readFontNames } from './font-names.js';
import { findNamed, isFontFile, type NamedFont } from './machine-fonts.js';

/** A font in the template's own file: `embedded:Brand Sans:400`. */
export const embeddedPrefix = 'embedded:';

/**
 * `machine:` fonts come out of this folder alone, so that a build is the same on every machine. Null: there is none.
 */
export function fontsOfFolder(fonts: FontFiles, files: Files, folder: string | null): FontFiles {
  let named: readonly NamedFont[] | null = null;
  const find = (path: string): Uint8Array | null => {
    named ??= folder === null ? [] : namedFonts(files, folder);
    const found = findNamed(named, ...nameAndWeight(path, machinePrefix));
    const bytes = found === null ? null : files.read(found.file);
    return found === null || bytes === null ? null : withFirst(bytes, found.member);
  };
  return answering(fonts, machinePrefix, find);
}

/** @param embedded bytes by name and weight: `Brand Sans:700`. */
export const withEmbedded = (fonts: FontFiles, embedded: ReadonlyMap<string, Uint8Array>): FontFiles =>
  answering(fonts, embeddedPrefix, (path) => embedded.get(path.slice(embeddedPrefix.length)) ?? null);

/** What `find` knows of paths with this prefix, and `fonts` of all others. */
function answering(fonts: FontFiles, prefix: string, find: (path: string) => Uint8Array | null): FontFiles {
  return {
    has: (path) => (path.startsWith(prefix) ? find(path) !== null : fonts.has(path)),
    read(path) {
      if (!path.startsWith(prefix)) return fonts.read(path);
      const bytes = find(path);
      if (bytes === null) throw new Error(`font file ${path} is not there`);
      return bytes;
    },
    open: (path) => (path.startsWith(prefix) ? null : (fonts.open?.(path) ?? null)),
    stamp(path) {
      if (!path.startsWith(prefix)) return fonts.stamp?.(path) ?? '';
      const bytes = find(path);
      return bytes === null ? '' : markOf(bytes);
    },
  };
}

function namedFonts(files: Files, folder: string): readonly NamedFont[] {
  return [...(files.list(folder) ?? [])]
    .filter(isFontFile)
    .sort()
    .flatMap((name): readonly NamedFont[] => {
      const file = `${folder}/${name}`;
      const bytes = files.read(file);
      if (bytes === null) return [];
      return readFontNames((offset, length) => bytes.subarray(offset, offset + length)).map((facts) => ({
        file,
        member: facts.member,
        facts,
      }));
    });
}
