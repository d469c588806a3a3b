/** The fonts of one file: faces to embedded fonts, opened when a character first needs them. */
import { missingGlyph } from '../../../diagnostics/messages.js';
import type { Reporter } from '../../../diagnostics/diagnostic.js';
import type { Page } from '../../../model/page.js';
import type { FontRole } from '../../../model/theme.js';
import type { Face, Fonts } from '../../../text/fonts.js';
import type { PdfFile } from '../pdf-objects.js';
import { embedFont, type EmbeddedFont, type EmbeddedGlyph } from './embedded-font.js';

export interface BookGlyph extends EmbeddedGlyph { readonly font: EmbeddedFont }

export class FontBook {
  private readonly opened = new Map<string, EmbeddedFont>();
  private readonly glyphs = new Map<Face, Map<number, BookGlyph | null>>();
  private readonly reported = new Set<number>();

  constructor(private readonly file: PdfFile, private readonly fonts: Fonts, private readonly report: Reporter) {}

  face(role: FontRole, bold: boolean): Face {
    return this.fonts.face(role, bold);
  }

  /** Null for a control character, which draws nothing, and for one that no font has, which is reported once. */
  glyph(face: Face, codePoint: number, page: Page): BookGlyph | null {
    let known = this.glyphs.get(face);
    if (known === undefined) this.glyphs.set(face, known = new Map());
    let glyph = known.get(codePoint);
    if (glyph === undefined) known.set(codePoint, glyph = isInvisible(codePoint) ? null : this.find(face, codePoint, page));
    return glyph;
  }

  embedAll(): void {
    for (const font of this.opened.values()) font.embed();
  }

  private find(face: Face, codePoint: number, page: Page): BookGlyph | null {
    if (face.has(codePoint)) {
      const font = this.open(face, codePoint);
      const glyph = font.code(codePoint);
      if (glyph !== null) return { ...glyph, font };
    }
    if (!this.reported.has(codePoint)) {
      this.reported.add(codePoint);
      this.report(missingGlyph(String.fromCodePoint(codePoint), `page ${page.label}`, page.span));
    }
    return null;
  }

  private open(face: Face, codePoint: number): EmbeddedFont {
    const fontFile = face.fileFor(codePoint);
    const key = `${fontFile.path}#${fontFile.postscriptName}`;
    let font = this.opened.get(key);
    if (font === undefined) this.opened.set(key, font = embedFont(this.file, fontFile, this.opened.size + 1));
    return font;
  }
}

/** Controls, joiners, direction marks, byte-order marks and variation selectors: they have no ink. */
const isInvisible = (codePoint: number): boolean =>
  codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0) || codePoint === 0xad
  || (codePoint >= 0x200b && codePoint <= 0x200f) || (codePoint >= 0x2028 && codePoint <= 0x202e)
  || (codePoint >= 0x2060 && codePoint <= 0x2064) || codePoint === 0xfeff || (codePoint >= 0xfe00 && codePoint <= 0xfe0f);
