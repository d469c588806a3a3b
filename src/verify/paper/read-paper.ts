/**
 * A PDF's pages as texts, and what it says of itself. Its reader is an optional dependency, loaded when it is needed.
 */
import { inflateRawSync } from 'node:zlib';
import { paperNamespace, type PaperRecord } from '../../model/record/paper-record.js';

export interface ReadPaper {
  /** In the order in which each page draws them; lines end with `\n`. */
  readonly pages: readonly string[];
  /** Null for a paper that no build wrote, or whose metadata another program dropped. */
  readonly record: PaperRecord | null;
}

export type PaperFault = 'encrypted' | 'damaged' | 'no-reader';

export async function readPaper(bytes: Uint8Array): Promise<ReadPaper | PaperFault> {
  const reader = await import('pdfjs-dist/legacy/build/pdf.mjs').catch(() => null);
  if (reader === null) return 'no-reader';
  const task = reader.getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(joinPieces(items.flatMap((item) => ('str' in item ? [item] : []))));
    }
    const { metadata } = await document.getMetadata();
    return { pages, record: readRecord(String(metadata?.getRaw() ?? '')) };
  } catch (cause) {
    return cause instanceof Error && cause.name === 'PasswordException' ? 'encrypted' : 'damaged';
  } finally {
    await task.destroy();
  }
}

/** A piece of text as the reader gives it: where its baseline begins, in pt, and how far it reaches. */
interface TextPiece {
  readonly str: string;
  /** a b c d e f: the last two are the place. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** Pieces that touch are one text; between others stands a line end, so that no two numbers become one. */
function joinPieces(pieces: readonly TextPiece[]): string {
  let text = '';
  let end: { readonly x: number; readonly y: number } | null = null;
  for (const { str, transform, width, height } of pieces) {
    const [x, y] = [transform[4] ?? 0, transform[5] ?? 0];
    const touches = end !== null && Math.abs(end.y - y) < 0.5 && Math.abs(end.x - x) < Math.max(0.5, height * 0.2);
    text += (touches || text === '' ? '' : '\n') + str;
    end = { x: x + width, y };
  }
  return text;
}

/** A record that does not unpack is none. */
function readRecord(xmp: string): PaperRecord | null {
  if (!xmp.includes(paperNamespace)) return null;
  const packed = /<[\w-]+:record>([\w+/=\s]+)<\/[\w-]+:record>/.exec(xmp)?.[1];
  if (packed === undefined) return null;
  try {
    const text = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: 64 * 1024 * 1024 }).toString();
    const record = JSON.parse(text) as PaperRecord;
    return record.format === 1 && Array.isArray(record.pages) ? record : null;
  } catch {
    return null;
  }
}
