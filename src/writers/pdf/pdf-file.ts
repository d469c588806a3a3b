/** The PDF as a file of objects: pdfkit's document, asked only for objects, pages and images, with its bytes kept small and repeatable. */
import { createHash } from 'node:crypto';
import type { Size } from '../../model/length.js';
import { writeCrossReferences } from './cross-references.js';
import { ObjectStreams } from './object-streams.js';

/** An indirect object of pdfkit. `data` is its dictionary (or array); a name is a string, a text string is made by `textString`. */
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

export interface PdfImage { readonly label: string; readonly obj: PdfReference; embed(document: PdfDocument): void }

/** The parts of pdfkit's document that are used: its types name few of them. */
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

export interface FileOptions {
  readonly title: string;
  readonly language: string;
  readonly info: Readonly<Record<string, unknown>>;
  /** The whole XMP packet. */
  readonly xmp: string;
}

/** PDF/A-2a carries the sRGB output intent, which pdfkit adds. PDF/UA-1 is claimed by the XMP packet. */
export async function openPdf(options: FileOptions): Promise<PdfFile> {
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    pdfVersion: '1.7', subset: 'PDF/A-2a', tagged: true, lang: options.language, displayTitle: true,
    autoFirstPage: false, font: null as unknown as string, info: { Title: options.title },
  }) as unknown as PdfDocument;
  replaceInfo(document, options.info);
  const output = collectOutput(document);
  const streams = new ObjectStreams(document);

  document.endMetadata = () => {
    const metadata = document.ref({ Type: 'Metadata', Subtype: 'XML' });
    (metadata as unknown as { compress: boolean }).compress = false;
    metadata.end(Buffer.from(options.xmp, 'utf8'));
    document._root.data['Metadata'] = metadata;
  };
  let finished = false;
  document._finalize = () => {
    streams.flush();
    writeCrossReferences(document, streams, output.digest());
    finished = true;
  };
  return {
    document,
    ref: (data) => document.ref(data),
    addPage: (size) => {
      document.addPage({ size: [size.width, size.height], margin: 0 });
      return document.page;
    },
    finish: () => {
      document.end();
      if (!finished) throw new Error(`${document._waiting} PDF objects were never ended`);
      return output.bytes();
    },
  };
}

/** pdfkit fills in the present time and its own name: only what the report says may go into a file. */
function replaceInfo(document: PdfDocument, info: Readonly<Record<string, unknown>>): void {
  for (const key of Object.keys(document.info)) delete document.info[key];
  Object.assign(document.info, info);
}

/** Takes the bytes as they are written, past Node's streams, and keeps a digest of them for the file's ID. */
function collectOutput(document: PdfDocument): { bytes(): Uint8Array; digest(): Uint8Array } {
  const chunks: Uint8Array[] = [];
  const hash = createHash('sha256');
  const keep = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    hash.update(chunk);
  };
  const header = document.read();
  if (header !== null) keep(header);
  document._write = (data) => {
    const chunk = typeof data === 'string' ? Buffer.from(`${data}\n`, 'latin1') : data;
    keep(chunk);
    document._offset += chunk.length;
  };
  return { bytes: () => new Uint8Array(Buffer.concat(chunks)), digest: () => hash.copy().digest().subarray(0, 16) };
}
