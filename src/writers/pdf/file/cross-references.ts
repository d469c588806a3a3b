/**
 * The cross-reference stream that ends a file (ISO 32000-1, 7.5.8), in place of pdfkit's table, which cannot name
 * packed objects.
 */
import type { ObjectStreams } from './object-streams.js';
import type { PdfDocument } from './pdf-objects.js';

/** Bytes of the three fields of an entry: type, offset or stream, generation or index. */
const widths = [1, 4, 2] as const;
const entrySize = 7;

/** @param id of the file: a digest of all that was written before, so that it depends on the content alone. */
export function writeCrossReferences(document: PdfDocument, streams: ObjectStreams, id: Uint8Array): void {
  const own = document._offset;
  const table = document.ref({
    Type: 'XRef',
    W: [...widths],
    Root: document._root,
    Info: document._info,
    ID: [id, id],
  });
  const size = table.id + 1;
  table.data['Size'] = size;
  const entries = Buffer.alloc(size * entrySize);
  entries.writeUInt16BE(0xffff, 5); // object 0 heads the list of free ones
  for (let number = 1; number < size; number++) {
    const packed = streams.places.get(number);
    const at = number * entrySize;
    entries[at] = packed ? 2 : 1;
    entries.writeUInt32BE(packed ? packed.stream : number === table.id ? own : document._offsets[number - 1]!, at + 1);
    entries.writeUInt16BE(packed ? packed.index : 0, at + 5);
  }
  table.end(entries);
  document._write('startxref');
  document._write(String(own));
  document._write('%%EOF');
}
