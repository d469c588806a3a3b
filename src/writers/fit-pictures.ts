/** The pixels that each picture of some pages needs: the file that fits its largest place, with fewer pixels where it has far more than are seen. */
import type { Picture, PixelFile } from '../model/document.js';
import type { Pt } from '../model/length.js';
import type { PageItem, PageSet } from '../model/page.js';
import type { Resolution } from '../model/report.js';

export type FittedPictures = ReadonlyMap<Picture, Pick<PixelFile, 'format' | 'bytes'>>;

/** A file is left as it is up to this many times the pixels a side that are needed: below, its own pixels are worth more than the bytes. */
const tolerance = 1.5;
/** And a file with hardly fewer pixels than are needed will do. */
const enough = 0.99;
/** Of a drawing in pixels, across: a screen has no more, and the drawing itself stands beside them. */
const mostAcross = 1920;

/** @param vectors whether a picture that is drawn needs no pixels. */
export async function fitPictures(pages: PageSet, resolution: Resolution, vectors: boolean): Promise<FittedPictures> {
  const fitted = new Map<Picture, Pick<PixelFile, 'format' | 'bytes'>>();
  for (const [picture, width] of widthsOf(pages)) {
    if (vectors && picture.drawing !== undefined) continue;
    fitted.set(picture, await fit(picture, width, resolution));
  }
  return fitted;
}

/** Of each picture as a whole, cut parts included, where it stands largest. */
function widthsOf({ pages }: PageSet): ReadonlyMap<Picture, Pt> {
  const widths = new Map<Picture, Pt>();
  const look = (items: readonly PageItem[], scale: number): void => {
    for (const item of items) {
      if (item.kind === 'page') look(item.page.items, scale * item.box.width / item.page.size.width);
      if (item.kind !== 'picture') continue;
      const whole = Math.max(item.box.width / item.crop.width, item.box.height / item.crop.height * item.picture.width / item.picture.height);
      widths.set(item.picture, Math.max(widths.get(item.picture) ?? 0, whole * scale));
    }
  };
  for (const { items } of pages) look(items, 1);
  return widths;
}

async function fit(picture: Picture, width: Pt, resolution: Resolution): Promise<Pick<PixelFile, 'format' | 'bytes'>> {
  const needed = resolution === 'original' ? Infinity : width / 72 * resolution;
  const files = filesOf(picture).sort((one, other) => one.width - other.width);
  const file = files.find((candidate) => candidate.width >= needed * enough) ?? files.at(-1);
  if (file === undefined) {
    const { paintDrawing } = await import('../raster/paint-drawing.js');
    const across = Math.ceil(Math.min(needed, mostAcross));
    return { format: 'png', bytes: paintDrawing(picture.drawing!, across, Math.max(1, Math.round(across * picture.height / picture.width))) };
  }
  if (file.width <= needed * tolerance) return file;
  const { resamplePicture } = await import('../raster/resample-picture.js');
  const across = Math.ceil(needed);
  return await resamplePicture(file, across, Math.max(1, Math.round(across * file.height / file.width))) ?? file;
}

const filesOf = ({ format, bytes, width, height, also = [] }: Picture): PixelFile[] =>
  [...(format === 'svg' ? [] : [{ format, bytes, width, height }]), ...also];
