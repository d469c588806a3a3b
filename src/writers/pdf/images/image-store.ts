/** The pictures of one file: each is embedded once, however often it is shown and under how many names. */
import { markOf } from '../../../memo/content-mark.js';
import type { PdfFile, PdfReference } from '../pdf-objects.js';
import { flattenPng } from './flatten-png.js';
import { readPng, type Png } from './read-png.js';

export interface StoredImage { readonly name: string; readonly reference: PdfReference }

export class ImageStore {
  private readonly stored = new Map<string, StoredImage>();
  private count = 0;

  constructor(private readonly file: PdfFile) {}

  /** @param background shows through a transparent PNG: red, green, blue from 0 to 255. */
  add(bytes: Uint8Array, background: readonly number[]): StoredImage {
    const key = `${markOf(bytes)} ${isPng(bytes) ? background.join(' ') : ''}`;
    let image = this.stored.get(key);
    if (image === undefined) this.stored.set(key, image = this.embed(bytes, background));
    return image;
  }

  private embed(bytes: Uint8Array, background: readonly number[]): StoredImage {
    const name = `Im${++this.count}`;
    if (isPng(bytes)) return { name, reference: embedPng(this.file, readPng(bytes), background) };
    const image = this.file.document.openImage(bytes);
    image.embed(this.file.document);
    return { name, reference: image.obj };
  }
}

const isPng = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x50;

/** PNG's compression is PDF's own (ISO 32000-1, 7.4.4.4), so the data of an opaque picture goes in as it is. */
function embedPng(file: PdfFile, source: Png, background: readonly number[]): PdfReference {
  const png = source.alpha || source.interlaced || source.bits === 16 ? flattenPng(source, background) : source;
  const image = file.ref({
    Type: 'XObject', Subtype: 'Image', Width: png.width, Height: png.height, BitsPerComponent: png.bits,
    ColorSpace: colorSpaceOf(png), Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: png.channels, BitsPerComponent: png.bits, Columns: png.width },
  });
  image.end(png.data);
  return image;
}

function colorSpaceOf({ palette, channels }: Png): unknown {
  if (palette !== null) return ['Indexed', 'DeviceRGB', palette.length / 3 - 1, palette];
  return channels === 1 ? 'DeviceGray' : 'DeviceRGB';
}
