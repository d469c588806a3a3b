/** A result as bytes and back (V8's structured clone): for a disk. Marked bytes are written as their mark alone. */
import { DefaultDeserializer, DefaultSerializer } from 'node:v8';

/** What an object of the host is: marked bytes, or a typed array as V8 writes it. */
const otherBytes = 0;
const markedBytes = 1;

/**
 * Methods of V8's serializer that Node's types leave out: they take and give what V8 cannot write by itself, which is
 * every typed array.
 */
interface HostObjects {
  _writeHostObject(view: object): void;
  _readHostObject(): object;
}
const plain = {
  write: (DefaultSerializer.prototype as unknown as HostObjects)._writeHostObject,
  read: (DefaultDeserializer.prototype as unknown as HostObjects)._readHostObject,
};

/** `markOf` knows the marked bytes. */
export function packResult(value: unknown, markOf: (bytes: object) => string | undefined): Uint8Array {
  const serializer = new DefaultSerializer();
  (serializer as unknown as HostObjects)._writeHostObject = (view) => {
    const mark = markOf(view);
    serializer.writeUint32(mark === undefined ? otherBytes : markedBytes);
    if (mark === undefined) plain.write.call(serializer, view);
    else serializer.writeValue(mark);
  };
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

/** Null where the bytes are no packed result, or have marked bytes that `bytesOf` does not know. */
export function unpackResult(
  packed: Uint8Array,
  bytesOf: (mark: string) => Uint8Array | undefined,
): { readonly value: unknown } | null {
  const deserializer = new DefaultDeserializer(packed);
  (deserializer as unknown as HostObjects)._readHostObject = () => {
    if (deserializer.readUint32() === otherBytes) return plain.read.call(deserializer);
    const found = bytesOf(String(deserializer.readValue()));
    if (found === undefined) throw new Error('bytes that were not read');
    return found;
  };
  try {
    deserializer.readHeader();
    return { value: deserializer.readValue() as unknown };
  } catch {
    // Whatever is wrong with it, the work is done anew.
    return null;
  }
}
