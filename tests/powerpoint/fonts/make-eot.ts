/** A font wrapped as it travels in a presentation, byte by byte: no code of the project's. */

/** @param xor each byte of the font XORed with 0x50, as PowerPoint stores it. */
export function makeEot(font: Uint8Array, { flags = 0, xor = false } = {}): Uint8Array {
  const name = (text: string): number[] => {
    const bytes = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
    return [bytes.length & 255, bytes.length >> 8, ...bytes, 0, 0];
  };
  const names = [...name('Brand'), ...name('Regular'), ...name('1'), ...name('Brand Regular'), 0, 0];
  const bytes = new Uint8Array(82 + names.length + font.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, bytes.length, true);
  view.setUint32(4, font.length, true);
  view.setUint32(8, 0x00020001, true);
  view.setUint32(12, flags | (xor ? 0x10000000 : 0), true);
  view.setUint16(34, 0x504c, true);
  bytes.set(names, 82);
  bytes.set(xor ? font.map((byte) => byte ^ 0x50) : font, 82 + names.length);
  return bytes;
}
