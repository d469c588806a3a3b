/** Small objects packed into compressed object streams (ISO 32000-1, 7.5.7): a structure tree shrinks to a tenth. */
import { deflateSync } from 'node:zlib';
import type { Memo } from '../../../memo/memo.js';
import type { PdfDocument, PdfReference } from './pdf-objects.js';
import { serialize } from './serialize.js';

/** Objects in one stream: enough for compression, few enough for a viewer that needs only one of them. */
const objectsPerStream = 200;

interface Internal extends PdfReference {
  buffer: readonly Uint8Array[];
  compress: boolean;
  finalize(): void;
}

export class ObjectStreams {
  /** By object number: the stream that holds it and its index there. */
  readonly places = new Map<number, { readonly stream: number; readonly index: number }>();
  private waiting: { readonly id: number; readonly text: string }[] = [];
  private readonly makeReference: (data?: unknown) => PdfReference;

  /**
   * From here on, each object of the document that ends without a stream of its own is packed; a stream that was packed
   * before is taken over.
   */
  constructor(
    private readonly document: PdfDocument,
    memo: Memo,
  ) {
    this.makeReference = document.ref.bind(document);
    const pack = (reference: PdfReference): void => this.pack(reference);
    document.ref = (data) => {
      const reference = this.makeReference(data) as Internal;
      const finalizeStream = reference.finalize;
      reference.finalize = function finalize(this: Internal) {
        if (this.buffer.length === 0) pack(this);
        else {
          packStream(this, memo);
          finalizeStream.call(this);
        }
      };
      return reference;
    };
  }

  private pack(reference: PdfReference): void {
    this.waiting.push({ id: reference.id, text: serialize(reference.data) });
    if (this.waiting.length === objectsPerStream) this.flush();
    this.document._refEnd(reference);
  }

  /** Writes what waits. */
  flush(): void {
    const objects = this.waiting;
    if (objects.length === 0) return;
    this.waiting = [];
    let offset = 0;
    const index: string[] = [];
    for (const { id, text } of objects) {
      index.push(`${id} ${offset}`);
      offset += text.length + 1;
    }
    const head = `${index.join(' ')}\n`;
    const body = Buffer.from(head + objects.map(({ text }) => text).join('\n'), 'latin1');
    const stream = this.makeReference({ Type: 'ObjStm', N: objects.length, First: head.length });
    stream.end(body);
    objects.forEach(({ id }, position) => this.places.set(id, { stream: stream.id, index: position }));
  }
}

/** pdfkit would pack it in the same way, each time anew. */
function packStream(stream: Internal, memo: Memo): void {
  if (!stream.compress) return;
  const content = Buffer.concat(stream.buffer);
  // Copied, for zlib's own bytes stand in a buffer of 16 kB, however few they are.
  stream.buffer = [memo.recall('packed stream', [content], () => new Uint8Array(deflateSync(content)))];
  stream.compress = false;
}
