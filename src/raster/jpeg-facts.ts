/**
 * What a JPEG says of itself beside its size (ITU-T T.81; Exif 2.32, 4.6.4): how it is turned, and whether its colours
 * are a press's.
 */

export interface JpegFacts {
  /** 1 is upright; 2 to 8 as Exif counts turns and mirrors. From 5 on width and height change places. */
  readonly orientation: number;
  /** Four components: cyan, magenta, yellow and black, for a press. */
  readonly isCmyk: boolean;
}

/** Upright and RGB where the bytes say nothing, or nothing that can be read. */
export function jpegFacts(bytes: Uint8Array): JpegFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xda) break;
    if (isFrame(marker)) return { orientation, isCmyk: bytes[at + 9] === 4 };
    const hasLength = !(marker >= 0xd0 && marker <= 0xd9) && marker !== 0x01;
    if (marker === 0xe1) orientation = readOrientation(view, at + 4) ?? orientation;
    at += hasLength ? 2 + view.getUint16(at + 2) : 2;
  }
  return { orientation, isCmyk: false };
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

const exif = 0x45786966;
const orientationTag = 0x0112;

/** @param at where the segment's content begins. Null for another segment, and where it points outside. */
function readOrientation(view: DataView, at: number): number | null {
  try {
    if (view.getUint32(at) !== exif) return null;
    const tiff = at + 6;
    const little = view.getUint16(tiff) === 0x4949;
    const directory = tiff + view.getUint32(tiff + 4, little);
    const entries = view.getUint16(directory, little);
    for (let index = 0; index < entries; index++) {
      const entry = directory + 2 + 12 * index;
      if (view.getUint16(entry, little) !== orientationTag) continue;
      const value = view.getUint16(entry + 8, little);
      return value >= 1 && value <= 8 ? value : null;
    }
    return null;
  } catch (problem) {
    if (problem instanceof RangeError) return null;
    throw problem;
  }
}
