/**
 * The pixels that each picture of some pages needs: the file that fits its largest place, with fewer pixels where it
 * has far more than are seen.
 */
import { jpegFacts } from '../../raster/jpeg-facts.js';
import { markOf } from '../../memo/content-mark.js';
import { noMemo, type Memo } from '../../memo/memo.js';
import type { Picture, PixelFile } from '../../model/document.js';
import type { Pt } from '../../model/length.js';
import type { PageItem, PageSet } from '../../model/page.js';
import type { Resolution } from '../../model/report.js';
import type { WriteContext } from './write-context.js';

type Pixels = Pick<PixelFile, 'format' | 'bytes'>;
export type FittedPictures = (picture: Picture) => Pixels;

/**
 * A file is left as it is up to this many times the pixels a side that are needed: below, its own pixels are worth more
 * than the bytes.
 */
const tolerance = 1.25;
/** One of several that the report brings is what its maker wants there: no third is made for the sake of some bytes. */
const toleranceOfSeveral = 1.7;
/** And a file with hardly fewer pixels than are needed will do. */
const enough = 0.99;
/** Most pixels of a drawing's picture: a screen has no more across, and the drawing itself stands beside it. */
const mostAcross = 1920;
const mostDown = 10_000;

/**
 * @param vectors whether a picture that is drawn needs no pixels: where pages are drawn whole, with what a template
 * shows on them.
 */
export async function fitPictures(
  pages: PageSet,
  { resolution = 'original', memo = noMemo }: WriteContext,
  vectors: boolean,
): Promise<FittedPictures> {
  const fitted = new Map<string, Pixels>();
  for (const { picture, width } of widestPlaces(vectors ? pages : { ...pages, grounds: {} }).values()) {
    if (!vectors || picture.vector === undefined)
      fitted.set(keyOf(picture), await fit(picture, width, resolution, memo));
  }
  return (picture) => {
    const pixels = fitted.get(keyOf(picture));
    if (pixels === undefined) throw new Error(`picture "${picture.id}" was placed before its pixels were there`);
    return pixels;
  };
}

/** A picture is the same on pages that come from different builds. */
const keyOf = ({ file, bytes }: Picture): string => `${file} ${markOf(bytes)}`;

/** How wide each picture is as a whole, cut parts included, where it stands largest, in pt. */
function widestPlaces({
  pages,
  logos = {},
  grounds = {},
}: PageSet): ReadonlyMap<string, { readonly picture: Picture; readonly width: Pt }> {
  const widest = new Map<string, { readonly picture: Picture; readonly width: Pt }>();
  const look = (items: readonly PageItem[], scale: number): void => {
    for (const item of items) {
      if (item.kind === 'page') look(item.page.items, (scale * item.box.width) / item.page.size.width);
      if (item.kind !== 'picture') continue;
      const { picture, box, crop } = item;
      const width =
        scale * Math.max(box.width / crop.width, ((box.height / crop.height) * picture.width) / picture.height);
      if (width > (widest.get(keyOf(picture))?.width ?? 0)) widest.set(keyOf(picture), { picture, width });
    }
  };
  for (const { items } of pages) look(items, 1);
  for (const items of [...Object.values(logos), ...Object.values(grounds)]) look(items, 1);
  return widest;
}

async function fit(picture: Picture, place: Pt, resolution: Resolution, memo: Memo): Promise<Pixels> {
  const needed = resolution === 'original' ? Infinity : (place / 72) * resolution;
  const files = filesOf(picture).sort((one, other) => one.width - other.width);
  const file = files.find((candidate) => candidate.width >= needed * enough) ?? files.at(-1);
  const shape = picture.height / picture.width;
  const across = Math.ceil(file === undefined ? Math.min(needed, mostAcross, mostDown / shape) : needed);
  const down = Math.min(mostDown, Math.max(1, Math.round(across * shape)));
  if (file === undefined)
    return memo.recallLater('fitted picture', [picture.vector, across, down], () =>
      paint(picture.vector!, across, down),
    );
  const isFine = file.width <= needed * (files.length > 1 ? toleranceOfSeveral : tolerance);
  const strange = file.format === 'jpeg' ? jpegFacts(file.bytes) : null;
  if (isFine && (strange === null || (strange.orientation === 1 && !strange.isCmyk))) return file;
  const [width, height] = isFine ? [file.width, file.height] : [across, down];
  return (
    (await memo.recallLater('fitted picture', [file.format, file.bytes, width, height], async () => {
      const { resamplePicture } = await import('../../raster/resample-picture.js');
      return resamplePicture(file, width, height);
    })) ?? file
  );
}

async function paint(svg: Uint8Array, across: number, down: number): Promise<Pixels> {
  const { drawingOf } = await import('../../svg/read-svg.js');
  const { paintDrawing } = await import('../../raster/paint-drawing.js');
  return { format: 'png', bytes: paintDrawing(drawingOf(svg), across, down) };
}

const filesOf = ({ format, bytes, width, height, also = [] }: Picture): PixelFile[] => [
  ...(format === 'svg' ? [] : [{ format, bytes, width, height }]),
  ...also,
];
