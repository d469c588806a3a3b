import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packEntry, writeZip } from '../../../../src/writers/pptx/package/zip.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a written zip', () => {
  const entries = [
    { path: '[Content_Types].xml', bytes: bytes('<Types/>'.repeat(100)), packed: true },
    { path: 'ppt/media/图.png', bytes: Uint8Array.from({ length: 300 }, (_none, index) => index & 255), packed: false },
    { path: 'empty.xml', bytes: bytes(''), packed: true },
  ];

  const zipped = writeZip(entries.map(({ path, bytes: content, packed }) => ({ path, ...packEntry(content, packed) })));

  it('is read back by another reader, in its order', () => {
    const read = unzipSync(zipped);
    expect(Object.keys(read)).toEqual(entries.map(({ path }) => path));
    for (const { path, bytes: content } of entries) expect(Buffer.from(read[path]!)).toEqual(Buffer.from(content));
  });

  it('holds the date of 1 January 1980 and no other', () => {
    const zip = Buffer.from(zipped);
    expect(zip.readUInt32LE(10)).toBe(0x0021_0000);
  });
});
