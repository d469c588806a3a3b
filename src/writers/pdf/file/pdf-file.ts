/**
 * The PDF as a file of objects: pdfkit's document, asked only for objects, pages and images, with its bytes kept small
 * and repeatable.
 */
import { createHash } from 'node:crypto';
import { noMemo, type Memo } from '../../../memo/memo.js';
import { writeCrossReferences } from './cross-references.js';
import { ObjectStreams } from './object-streams.js';
import type { PdfDocument, PdfFile } from './pdf-objects.js';

export interface FileOptions {
  readonly title: string;
  readonly language: string;
  readonly info: Readonly<Record<string, unknown>>;
  /** The whole XMP packet: what claims PDF/A and PDF/UA. Asked for when all pages are drawn. */
  readonly xmp: () => string;
}

/** pdfkit's `subset` adds the sRGB output intent that PDF/A asks for; its part is for the XMP packet to say. */
export async function openPdf(options: FileOptions, memo: Memo = noMemo): Promise<PdfFile> {
  const { default: PDFDocument } = await import('pdfkit');
  const document = new PDFDocument({
    pdfVersion: '1.7',
    subset: 'PDF/A-2a',
    tagged: true,
    lang: options.language,
    displayTitle: true,
    autoFirstPage: false,
    font: null as unknown as string,
    info: { Title: options.title },
  }) as unknown as PdfDocument;
  replaceInfo(document, options.info);
  const output = collectOutput(document);
  const streams = new ObjectStreams(document, memo);

  document.endMetadata = () => {
    const metadata = document.ref({ Type: 'Metadata', Subtype: 'XML' });
    (metadata as unknown as { compress: boolean }).compress = false;
    metadata.end(Buffer.from(options.xmp(), 'utf8'));
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
