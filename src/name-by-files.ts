/**
 * A theme whose faces are called as its font files call themselves: for a deck in which these files travel. A theme
 * names faces that viewers have, and measures with files of its own; what travels has to bear its own name.
 */
import type { Theme, ThemeFont } from './model/theme.js';
import { fontRoles } from './model/theme.js';
import type { FontFiles } from './project/font-files.js';
import { readNaming } from './text/stand-in/font-naming.js';
import { openTrueType } from './text/true-type.js';
import { unwrapWoff } from './text/unwrap-woff.js';

/** Files that may not travel change no name. */
export function nameByFiles(theme: Theme, fonts: FontFiles): Theme {
  const opened = new Map<string, OpenedFile | null>();
  const open = (path: string): OpenedFile | null => {
    const known = opened.get(path);
    if (known !== undefined) return known;
    const file = openFile(unwrapWoff(fonts.read(path)));
    opened.set(path, file);
    return file;
  };
  const named = (font: ThemeFont): ThemeFont => {
    const files = font.regular.flatMap((path) => open(path) ?? []);
    return {
      ...font,
      latin: files.find(({ has }) => has(latinLetter))?.family ?? font.latin,
      eastAsian: files.find(({ has }) => has(hanCharacter))?.family ?? font.eastAsian,
    };
  };
  const faces = fontRoles.map((role) => [role, named(theme.fonts[role])] as const);
  return { ...theme, fonts: Object.fromEntries(faces) as Theme['fonts'] };
}

interface OpenedFile {
  readonly family: string;
  has(codePoint: number): boolean;
}

const latinLetter = 0x61;
/** One, 4E00: no font of Chinese, Japanese or Korean is without. */
const hanCharacter = 0x4e00;

function openFile(bytes: Uint8Array): OpenedFile | null {
  const naming = readNaming(bytes);
  const font = naming?.isOpen === true ? openTrueType(bytes) : null;
  return naming === null || font === null
    ? null
    : { family: naming.family, has: (codePoint) => font.glyphFor(codePoint) !== 0 };
}
