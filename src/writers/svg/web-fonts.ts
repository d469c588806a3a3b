/**
 * The fonts that pages in a browser are shown in: of each font file the characters that stand on them, under a short
 * family name.
 */
import { createHash } from 'node:crypto';
import type { FontFile } from '../../text/fonts.js';
import { cutWebFont } from './web-font-file.js';

/** One font as a style sheet names it. */
export interface WebFont {
  /** `f0`: the family, and the class of text that is set in it. */
  readonly family: string;
  /** Marks the characters in it and the file that it was cut from: another subset has another name. */
  readonly mark: string;
  /** A TrueType font; of a file that is no TrueType, the file itself. */
  readonly bytes: () => Uint8Array;
}

interface Shelved {
  readonly file: FontFile;
  readonly family: string;
  readonly used: Set<number>;
  cut: { readonly count: number; readonly font: WebFont } | null;
}

/**
 * Collects characters while pages are drawn. It only grows, so that a page that was drawn earlier still finds its
 * letters.
 */
export class WebFonts {
  private readonly shelf = new Map<string, Shelved>();

  /** The family in which this character of this file is shown. */
  take(file: FontFile, codePoint: number): string {
    let known = this.shelf.get(file.path);
    if (known === undefined)
      this.shelf.set(
        file.path,
        (known = { file, family: `f${this.shelf.size}`, used: new Set(alwaysThere), cut: null }),
      );
    known.used.add(codePoint);
    return known.family;
  }

  all(): readonly WebFont[] {
    return [...this.shelf.values()].map((shelved) => {
      if (shelved.cut?.count !== shelved.used.size)
        shelved.cut = { count: shelved.used.size, font: webFontOf(shelved) };
      return shelved.cut.font;
    });
  }
}

/** Digits and marks of numbers, so that a changed figure seldom asks for a new font. */
const alwaysThere: readonly number[] = Array.from('0123456789.,%+-−', (character) => character.codePointAt(0)!);

function webFontOf({ file, family, used }: Shelved): WebFont {
  const codePoints = [...used].sort((one, other) => one - other);
  let bytes: Uint8Array | null = null;
  return {
    family,
    mark: createHash('sha256').update(file.path).update(codePoints.join(' ')).digest('hex').slice(0, 16),
    bytes: () => (bytes ??= cutWebFont(file.bytes, codePoints)),
  };
}
