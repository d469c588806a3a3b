/** The pictures of one file: each is embedded once, however often it is shown and under how many names. */
import { markOf } from '../../../memo/content-mark.js';
import type { PdfFile, PdfReference } from '../file/pdf-objects.js';
import { flattenPng } from './flatten-png.js';
import { readPng, type Png } from '../../../raster/read-png.js';

export interface StoredImage {
  readonly name: string;
  readonly reference: PdfReference;
}

export class ImageStore {
  private readonly stored = new Map<string, StoredImage>();
  private readonly pngs = new Map<Uint8Array, Png>();
  private count = 0;

  constructor(private readonly file: PdfFile) {}

  /** @param background shows through a transparent PNG: red, green, blue from 0 to 255. */
  add(bytes: Uint8Array, background: readonly number[]): StoredImage {
    const png = this.pngOf(bytes);
    // What nothing shows through is the same on every ground.
    const key = `${markOf(bytes)} ${png?.alpha ? background.join(' ') : ''}`;
    let image = this.stored.get(key);
    if (image === undefined) this.stored.set(key, (image = this.embed(bytes, png, background)));
    return image;
  }

  private pngOf(bytes: Uint8Array): Png | null {
    let png = this.pngs.get(bytes);
    if (png === undefined && isPng(bytes)) this.pngs.set(bytes, (png = readPng(bytes)));
    return png ?? null;
  }

  private embed(bytes: Uint8Array, png: Png | null, background: readonly number[]): StoredImage {
    const name = `Im${++this.count}`;
    if (png !== null) return { name, reference: embedPng(this.file, png, background) };
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
    Type: 'XObject',
    Subtype: 'Image',
    Width: png.width,
    Height: png.height,
    BitsPerComponent: png.bits,
    ColorSpace: colorSpaceOf(png),
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: png.channels, BitsPerComponent: png.bits, Columns: png.width },
  });
  image.end(png.data);
  return image;
}

function colorSpaceOf({ palette, channels }: Png): unknown {
  if (palette !== null) return ['Indexed', 'DeviceRGB', palette.length / 3 - 1, palette];
  return channels === 1 ? 'DeviceGray' : 'DeviceRGB';
}
