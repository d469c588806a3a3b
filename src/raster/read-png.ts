/** Reads the chunks of a PNG (ISO 15948) without decoding its pixels. */

export interface Png {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  readonly bits: number;
  /** Samples of a pixel, alpha among them; 1 with a palette. */
  readonly channels: number;
  /** Three bytes a colour. */
  readonly palette: Uint8Array | null;
  /** An alpha channel, or a tRNS chunk. */
  readonly alpha: boolean;
  /** Alpha of each palette entry, or the one transparent colour as 16-bit samples. */
  readonly transparency: Uint8Array | null;
  readonly interlaced: boolean;
  /** A profile, a gamma or primaries say what the samples mean: they may be no colours of a screen. */
  readonly ownColors: boolean;
  /** The compressed rows, filter bytes included. */
  readonly data: Uint8Array;
}

const channelsByColorType: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** The picture was opened before it came here, so a broken one is our own bug. */
export function readPng(bytes: Uint8Array): Png {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Buffer[] = [];
  let palette: Uint8Array | null = null;
  let transparency: Uint8Array | null = null;
  let ownColors = false;
  for (let position = 8; position + 8 <= file.length; ) {
    const length = file.readUInt32BE(position);
    const body = file.subarray(position + 8, position + 8 + length);
    const type = file.toString('latin1', position + 4, position + 8);
    if (type === 'PLTE') palette = body;
    else if (type === 'tRNS') transparency = body;
    else if (type === 'IDAT') data.push(body);
    else if (/^(?:iCCP|gAMA|cHRM|cICP)$/.test(type)) ownColors = true;
    else if (type === 'IEND') break;
    position += length + 12;
  }
  const colorType = file[25]!;
  const channels = channelsByColorType[colorType];
  if (channels === undefined || data.length === 0) throw new Error('a PNG without header or data');
  return {
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
    bits: file[24]!,
    channels,
    palette: colorType === 3 ? palette : null,
    transparency,
    alpha: colorType >= 4 || transparency !== null,
    interlaced: file[28] === 1,
    ownColors,
    data: Buffer.concat(data),
  };
}
