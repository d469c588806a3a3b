/** What text in a place of a layout stands on, as colours that all have to be told from it. */
import type { Box, Size } from '../../model/length.js';
import { contrastOf, luminanceOf, mixedColor } from '../look/color.js';
import type { Ground, GroundPixels, TemplateLayout, TemplatePlaceholder } from './template.js';

type Fill = Pick<TemplatePlaceholder, 'fill' | 'opacity'>;
const noFill: Fill = { fill: null, opacity: 1 };

/**
 * The middle of the colours first, then the darkest and the lightest; none where nothing can be told, as of a picture
 * that cannot be read.
 *
 * @param size of the slide, in pt
 */
export function colorsUnder(
  layout: TemplateLayout,
  box: Box,
  size: Size,
  { fill, opacity }: Fill = noFill,
): readonly string[] {
  if (fill !== null && opacity > 0.97) return [fill];
  const behind = layout.pixels === null ? plainColors(layout, box) : pixelColors(layout.pixels, box, size);
  return fill === null ? behind : behind.map((color) => mixedColor(fill, color, opacity));
}

const plainColors = (layout: TemplateLayout, box: Box): readonly string[] => {
  const ground = measuredGround(layout, box);
  return ground.kind === 'colors' ? ground.colors : [];
};

/** The last filled shape behind the area, else the layout's own ground. */
function measuredGround(layout: TemplateLayout, area: Box): Ground {
  const fill = fillBehind(layout, area);
  return fill === null ? layout.ground : { kind: 'colors', colors: [fill] };
}

function fillBehind(layout: TemplateLayout, area: Box): string | null {
  const behind = layout.obstacles.filter(
    ({ box, fill }) =>
      fill !== null &&
      box.x <= area.x + area.width * 0.1 &&
      box.y <= area.y + area.height * 0.1 &&
      box.x + box.width >= area.x + area.width * 0.9 &&
      box.y + box.height >= area.y + area.height * 0.9,
  );
  return behind.at(-1)?.fill ?? null;
}

/** Lightest and darkest of a ground that is taken for one of one colour, as a contrast between them. */
const calm = 1.7;

/** A picture or a gradient whose colours are near each other counts as those; else as a picture. */
export function seenGround(layout: TemplateLayout, box: Box, size: Size): Ground {
  if (layout.pixels === null) return measuredGround(layout, box);
  const [middle, ...others] = pixelColors(layout.pixels, box, size);
  if (middle === undefined) return layout.ground;
  const [first, second] = [others[0] ?? middle, others[1] ?? middle];
  return contrastOf(first, second) <= calm
    ? { kind: 'colors', colors: [middle, ...others] }
    : { kind: 'picture', picture: null };
}

/** Share of the pixels at either end that count for nothing: a logo's corner, a thin line. */
const rare = 0.03;
/** More of them say no more. */
const mostPixels = 1500;

/** By layout and box: each size that a deck is tried at asks again. */
const known = new WeakMap<GroundPixels, Map<string, readonly string[]>>();

function pixelColors(pixels: GroundPixels, box: Box, size: Size): readonly string[] {
  const places = known.get(pixels) ?? new Map<string, readonly string[]>();
  known.set(pixels, places);
  const key = [box.x, box.y, box.width, box.height].map(Math.round).join();
  const found = places.get(key) ?? pickColors(pixels, box, size);
  places.set(key, found);
  return found;
}

/** The middle one by its light, one of the darkest, one of the lightest. */
function pickColors({ width, height, samples }: GroundPixels, box: Box, size: Size): readonly string[] {
  const [across, down] = [width / size.width, height / size.height];
  const left = Math.max(0, Math.floor(box.x * across));
  const right = Math.min(width, Math.ceil((box.x + box.width) * across));
  const top = Math.max(0, Math.floor(box.y * down));
  const bottom = Math.min(height, Math.ceil((box.y + box.height) * down));
  const step = Math.max(1, Math.ceil(Math.sqrt((Math.max(0, right - left) * Math.max(0, bottom - top)) / mostPixels)));
  const found: { readonly at: number; readonly light: number }[] = [];
  for (let y = top; y < bottom; y += step)
    for (let x = left; x < right; x += step) {
      const at = (y * width + x) * 4;
      found.push({ at, light: luminanceOf(hexAt(samples, at)) });
    }
  if (found.length === 0) return [];
  found.sort((one, other) => one.light - other.light);
  const colorAt = (share: number): string => hexAt(samples, found[Math.round((found.length - 1) * share)]!.at);
  return [...new Set([colorAt(0.5), colorAt(rare), colorAt(1 - rare)])];
}

const hexAt = (samples: GroundPixels['samples'], at: number): string =>
  [0, 1, 2]
    .map((part) => samples[at + part]!.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
