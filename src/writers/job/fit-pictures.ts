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
import type { ShrunkPng } from '../../model/pictures/shrink-png.js';
import type { FittedPictures, FittingPictures } from './fitted-pictures.js';
import type { WriteContext } from './write-context.js';

type Pixels = Pick<PixelFile, 'format' | 'bytes'>;

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

/** What is found of pictures before any is made. */
type FitContext = Pick<WriteContext, 'resolution' | 'memo' | 'thread'>;

/** At most so many are asked of the thread at once: of photographs all pixels come back. */
const mostAhead = 4;
/** Fewer pixels are sooner averaged than sent to a thread. */
const leastForThread = 1 << 18;

/**
 * @param vectors whether a picture that is drawn needs no pixels: where pages are drawn whole, with what a template
 * shows on them.
 */
export const fitPictures = (pages: PageSet, context: FitContext, vectors: boolean): Promise<FittedPictures> =>
  beginPictures(pages, context, vectors).all();

/** The same without waiting for them. A picture that cannot be read rejects when it is waited for. */
export function beginPictures(pages: PageSet, context: FitContext, vectors: boolean): FittingPictures {
  const { memo = noMemo, thread } = context;
  const fits = [...widestPlaces(vectors ? pages : { ...pages, grounds: {} })].flatMap(([key, { picture, width }]) =>
    vectors && picture.vector !== undefined ? [] : [{ key, fit: fitOf(picture, width, context.resolution) }],
  );
  const forThread = fits.flatMap(({ fit }) => (thread && isForThread(fit) && !memo.holds(...memoOf(fit)) ? [fit] : []));
  const asked = new Map<Fit, Promise<ShrunkPng | null>>();
  const ask = (): void => {
    const next = forThread.shift();
    if (next !== undefined) asked.set(next, thread!.shrink({ ...next, bytes: next.file.bytes }));
  };
  for (let count = 0; count < mostAhead; count++) ask();
  const fitted = new Map<string, Pixels>();
  const made = new Map<string, Promise<void>>();
  let before: Promise<void> = Promise.resolve();
  for (const { key, fit } of fits) {
    before = before.then(async () => {
      fitted.set(key, await make(fit, memo, asked.get(fit)));
      if (asked.delete(fit)) ask();
    });
    // Whoever waits for it hears of it.
    before.catch(() => undefined);
    made.set(key, before);
  }
  const pixelsOf = (picture: Picture): Pixels => {
    const pixels = fitted.get(keyOf(picture));
    if (pixels === undefined) throw new Error(`picture "${picture.id}" was placed before its pixels were there`);
    return pixels;
  };
  return {
    all: () => before.then(() => pixelsOf),
    async of(items) {
      for (const picture of picturesAmong(items)) await made.get(keyOf(picture));
      return pixelsOf;
    },
  };
}

function picturesAmong(items: readonly PageItem[]): readonly Picture[] {
  return items.flatMap((item) =>
    item.kind === 'picture' ? [item.picture] : item.kind === 'page' ? picturesAmong(item.page.items) : [],
  );
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

/** What becomes of a picture: a file as it is, one in other pixels, or a drawing painted. Sizes in pixels. */
type Fit =
  | { readonly kind: 'as it is'; readonly file: PixelFile }
  | { readonly kind: 'resampled'; readonly file: PixelFile; readonly width: number; readonly height: number }
  | { readonly kind: 'painted'; readonly vector: Uint8Array; readonly width: number; readonly height: number };

function fitOf(picture: Picture, place: Pt, resolution: Resolution = 'original'): Fit {
  const needed = resolution === 'original' ? Infinity : (place / 72) * resolution;
  const files = filesOf(picture).sort((one, other) => one.width - other.width);
  const file = files.find((candidate) => candidate.width >= needed * enough) ?? files.at(-1);
  const shape = picture.height / picture.width;
  const across = Math.ceil(file === undefined ? Math.min(needed, mostAcross, mostDown / shape) : needed);
  const down = Math.min(mostDown, Math.max(1, Math.round(across * shape)));
  if (file === undefined) return { kind: 'painted', vector: picture.vector!, width: across, height: down };
  const isFine = file.width <= needed * (files.length > 1 ? toleranceOfSeveral : tolerance);
  const strange = file.format === 'jpeg' ? jpegFacts(file.bytes) : null;
  if (isFine && (strange === null || (strange.orientation === 1 && !strange.isCmyk))) return { kind: 'as it is', file };
  const [width, height] = isFine ? [file.width, file.height] : [across, down];
  return { kind: 'resampled', file, width, height };
}

type Resampled = Extract<Fit, { readonly kind: 'resampled' }>;

const isForThread = (fit: Fit): fit is Resampled =>
  fit.kind === 'resampled' && fit.file.format === 'png' && fit.file.width * fit.file.height >= leastForThread;

const memoOf = ({ file, width, height }: Resampled): ['fitted picture', readonly unknown[]] => [
  'fitted picture',
  [file.format, file.bytes, width, height],
];

async function make(fit: Fit, memo: Memo, shrunk?: Promise<ShrunkPng | null>): Promise<Pixels> {
  if (fit.kind === 'as it is') return fit.file;
  const { width, height } = fit;
  if (fit.kind === 'painted')
    return memo.recallLater('fitted picture', [fit.vector, width, height], () => paint(fit.vector, width, height));
  const resampled = await memo.recallLater(...memoOf(fit), async () => {
    const { resamplePicture } = await import('../../raster/resample-picture.js');
    return resamplePicture(fit.file, width, height, shrunk && (() => shrunk));
  });
  return resampled ?? fit.file;
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
