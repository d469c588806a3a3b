/** CRC-32, as PNG chunks end with it (ISO 15948, annex D), and as zips keep it of their files. */
import zlib from 'node:zlib';

/** Node has its own since 20.15: it is twenty times as fast. */
const builtIn = (zlib as Partial<Pick<typeof zlib, 'crc32'>>).crc32;

export const checksum: (bytes: Uint8Array) => number =
  builtIn ??
  ((bytes) => {
    let rest = 0xffffffff;
    for (const byte of bytes) rest = table[(rest ^ byte) & 255]! ^ (rest >>> 8);
    return (rest ^ 0xffffffff) >>> 0;
  });

const table = Uint32Array.from({ length: 256 }, (_none, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit++) rest = (rest & 1) === 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});
