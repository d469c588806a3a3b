/** The shapes of what a PDF is made of, as pdfkit has them inside; its published types name few of them. */
import type { Size } from '../../../model/length.js';

/**
 * An indirect object of pdfkit. `data` is its dictionary (or array); a name is a string, a text string is made by
 * `textString`.
 */
export interface PdfReference {
  readonly id: number;
  data: Record<string, unknown>;
  write(chunk: Uint8Array): void;
  end(chunk?: Uint8Array): void;
}

export interface PdfPage {
  readonly dictionary: PdfReference;
  readonly content: PdfReference;
  readonly fonts: Record<string, PdfReference>;
  readonly xobjects: Record<string, PdfReference>;
  readonly ext_gstates: Record<string, PdfReference>;
  readonly resources: PdfReference;
  readonly annotations: PdfReference[];
}

/** What a font file is opened into by pdfkit: the way for outlines that are not TrueType. */
export interface PdfkitFont {
  readonly widths: readonly number[];
  encode(text: string): [string[], unknown];
  ref(): PdfReference;
}

export interface PdfImage {
  readonly label: string;
  readonly obj: PdfReference;
  embed(document: PdfDocument): void;
}

/** The parts of pdfkit's document that are used. */
export interface PdfDocument {
  page: PdfPage;
  readonly _root: PdfReference;
  readonly info: Record<string, unknown>;
  readonly _info: PdfReference;
  _id: Uint8Array;
  _font: PdfkitFont;
  _offset: number;
  readonly _offsets: (number | null)[];
  _waiting: number;
  ref(data?: unknown): PdfReference;
  _refEnd(reference: PdfReference): void;
  addPage(options: { size: [number, number]; margin: number }): PdfDocument;
  /** Takes a font that fontkit has opened. */
  font(font: unknown): PdfDocument;
  openImage(bytes: Uint8Array): PdfImage;
  getStructTreeRoot(): PdfReference;
  endMetadata(): void;
  _write(data: string | Uint8Array): void;
  _finalize(): void;
  read(): Uint8Array | null;
  end(): void;
}

export interface PdfFile {
  readonly document: PdfDocument;
  ref(data?: unknown): PdfReference;
  addPage(size: Size): PdfPage;
  /** Ends the file; every object must have been ended before. */
  finish(): Uint8Array;
}
