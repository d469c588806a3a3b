/** The fonts of one file: faces to embedded fonts, opened when a character first needs them. */
import { missingGlyph, unreadableFont } from '../../../diagnostics/messages.js';
import type { Tell } from '../../../diagnostics/diagnostic.js';
import type { Page } from '../../../model/page.js';
import type { FontRole } from '../../../model/theme.js';
import type { Face, FontFile, Fonts } from '../../../text/fonts.js';
import type { PdfFile } from '../file/pdf-objects.js';
import { embedFont, type EmbeddedFont, type EmbeddedGlyph } from './embedded-font.js';

export interface BookGlyph extends EmbeddedGlyph {
  readonly font: EmbeddedFont;
}

/** The glyphs of a face that the file has shown so far. */
export class FaceGlyphs {
  /** By code point, of the Basic Multilingual Plane: its place in the list and one; 0 before it is looked up. */
  private readonly places = new Uint16Array(0x10000);
  private readonly known: (BookGlyph | null)[] = [];
  private readonly beyond = new Map<number, BookGlyph | null>();
  private readonly narrows = new Map<number, BookGlyph | null>();
  private soft: BookGlyph | null | undefined;

  constructor(
    private readonly look: (codePoint: number, page: Page) => BookGlyph | null,
    private readonly lookSoftHyphen: () => BookGlyph | null,
    private readonly lookNarrow: (codePoint: number) => BookGlyph | null,
  ) {}

  /** Null for a control character, which draws nothing, and for one that no font has, which is reported once. */
  find(codePoint: number, page: Page): BookGlyph | null {
    if (codePoint > 0xffff) return this.findBeyond(codePoint, page);
    const place = this.places[codePoint]!;
    if (place > 0) return this.known[place - 1]!;
    const glyph = this.look(codePoint, page);
    this.places[codePoint] = this.known.push(glyph);
    return glyph;
  }

  /** See `EmbeddedFont.softHyphen`. */
  softHyphen(): BookGlyph | null {
    return this.soft === undefined ? (this.soft = this.lookSoftHyphen()) : this.soft;
  }

  /** See `EmbeddedFont.narrow`. */
  narrow(codePoint: number): BookGlyph | null {
    let glyph = this.narrows.get(codePoint);
    if (glyph === undefined) this.narrows.set(codePoint, (glyph = this.lookNarrow(codePoint)));
    return glyph;
  }

  private findBeyond(codePoint: number, page: Page): BookGlyph | null {
    let glyph = this.beyond.get(codePoint);
    if (glyph === undefined) this.beyond.set(codePoint, (glyph = this.look(codePoint, page)));
    return glyph;
  }
}

export class FontBook {
  private readonly opened = new Map<string, EmbeddedFont>();
  private readonly byFile = new Map<FontFile, EmbeddedFont>();
  private readonly glyphs = new Map<Face, FaceGlyphs>();
  private readonly reported = new Set<number>();
  private readonly damaged = new Set<string>();
  /** Files that a library embeds. */
  private readonly foreign = new Set<string>();

  constructor(
    private readonly file: PdfFile,
    private readonly fonts: Fonts,
    private readonly tell: Tell,
  ) {}

  face(role: FontRole, bold: boolean): Face {
    return this.fonts.face(role, bold);
  }

  glyphsOf(face: Face): FaceGlyphs {
    let glyphs = this.glyphs.get(face);
    if (glyphs === undefined)
      this.glyphs.set(
        face,
        (glyphs = new FaceGlyphs(
          (codePoint, page) => this.find(face, codePoint, page),
          () => this.findSoftHyphen(face),
          (codePoint) => this.findNarrow(face, codePoint),
        )),
      );
    return glyphs;
  }

  embedAll(): void {
    for (const font of this.opened.values()) font.embed();
  }

  /** The file's bytes; none where a font of it is damaged, which is told: some libraries find out at the end alone. */
  finish(write: () => Uint8Array): Uint8Array {
    if (this.damaged.size > 0) return new Uint8Array();
    if (this.foreign.size === 0) return write();
    try {
      return write();
    } catch {
      for (const path of this.foreign) this.tell(unreadableFont(path));
      return new Uint8Array();
    }
  }

  private find(face: Face, codePoint: number, page: Page): BookGlyph | null {
    if (isInvisible(codePoint)) return null;
    if (face.has(codePoint)) {
      const font = this.open(face, codePoint);
      const glyph = font.glyph(codePoint);
      if (glyph !== null) return { ...glyph, font };
    }
    if (!this.reported.has(codePoint) && this.damaged.size === 0) {
      this.reported.add(codePoint);
      this.tell(missingGlyph(String.fromCodePoint(codePoint), `page ${page.label}`, page.span));
    }
    return null;
  }

  private findSoftHyphen(face: Face): BookGlyph | null {
    const font = this.open(face, hyphen);
    const glyph = font.softHyphen();
    return glyph === null ? null : { ...glyph, font };
  }

  private findNarrow(face: Face, codePoint: number): BookGlyph | null {
    if (!face.has(codePoint)) return null;
    const font = this.open(face, codePoint);
    const glyph = font.narrow(codePoint);
    return glyph === null ? null : { ...glyph, font };
  }

  private open(face: Face, codePoint: number): EmbeddedFont {
    const fontFile = face.fileFor(codePoint);
    let font = this.byFile.get(fontFile);
    if (font !== undefined) return font;
    const key = `${fontFile.path}#${fontFile.postscriptName}`;
    font = this.opened.get(key);
    if (font === undefined) this.opened.set(key, (font = this.embed(fontFile)));
    this.byFile.set(fontFile, font);
    return font;
  }

  /** A library that opens a font tells what is wrong with it by throwing. */
  private embed(fontFile: FontFile): EmbeddedFont {
    const guard = <Result>(run: () => Result, otherwise: Result): Result => {
      try {
        return run();
      } catch {
        if (!this.damaged.has(fontFile.path)) this.tell(unreadableFont(fontFile.path));
        this.damaged.add(fontFile.path);
        return otherwise;
      }
    };
    const font = guard(() => embedFont(this.file, fontFile, this.opened.size + 1), null);
    if (font?.isForeign === true) this.foreign.add(fontFile.path);
    return {
      name: font?.name ?? '',
      reference: font?.reference ?? this.file.ref(),
      glyph: (codePoint) => (font === null ? null : guard(() => font.glyph(codePoint), null)),
      softHyphen: () => (font === null ? null : guard(() => font.softHyphen(), null)),
      narrow: (codePoint) => (font === null ? null : guard(() => font.narrow(codePoint), null)),
      embed: () => guard(() => font?.embed(), undefined),
    };
  }
}

const hyphen = 0x2d;

/** Controls, joiners, direction marks, byte-order marks and variation selectors: they have no ink. */
const isInvisible = (codePoint: number): boolean =>
  codePoint < 0x20 ||
  (codePoint >= 0x7f && codePoint < 0xa0) ||
  codePoint === 0xad ||
  (codePoint >= 0x200b && codePoint <= 0x200f) ||
  (codePoint >= 0x2028 && codePoint <= 0x202e) ||
  (codePoint >= 0x2060 && codePoint <= 0x2064) ||
  codePoint === 0xfeff ||
  (codePoint >= 0xfe00 && codePoint <= 0xfe0f);
