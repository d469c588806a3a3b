/** Reads what a canvas takes as text: colours and fonts. */
import { color as parseColor } from 'chart.js/helpers';

export interface Rgba {
  readonly hex: string;
  /** 0 to 1. */
  readonly alpha: number;
}

/** A CSS colour as `#rrggbb` and alpha; null where it is not a colour. */
export function readColor(text: string): Rgba | null {
  const parsed = parseColor(text);
  if (!parsed.valid) return null;
  const { r, g, b, a } = parsed.rgb;
  const two = (part: number): string => Math.round(part).toString(16).padStart(2, '0');
  return { hex: `#${two(r)}${two(g)}${two(b)}`, alpha: a };
}

export interface CanvasFont {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** `normal bold 9px body` as a size in px and a weight; null where there is no size. */
export function readFont(text: string): CanvasFont | null {
  const size = /(\d+(?:\.\d+)?)px/.exec(text);
  if (size === null) return null;
  const before = text.slice(0, size.index);
  return {
    size: Number(size[1]),
    bold: /\b(bold|bolder|[6-9]00)\b/.test(before),
    italic: /\b(italic|oblique)\b/.test(before),
  };
}
