/**
 * Colours of DrawingML as the six digits that are seen (ISO 29500-1, 20.1.2.3): scheme colours through a master's map,
 * then their changes in order.
 */
import type { XmlElement } from '../xml/parse-xml.js';
import { numberOf } from '../xml/parse-xml.js';

/** Six upper-case digits by the slot of a theme: dk1, lt1, dk2, lt2, accent1 to accent6, hlink, folHlink. */
export type ColorScheme = Readonly<Record<string, string>>;
/** What bg1, tx1, bg2, tx2 and the accents stand for: `p:clrMap`. */
export type ColorMap = Readonly<Record<string, string>>;

export interface ColorContext {
  readonly scheme: ColorScheme;
  readonly map: ColorMap;
  /** What `phClr` stands for in a theme's own fills. */
  readonly placeholder?: string;
}

const kinds: ReadonlySet<string> = new Set([
  'a:srgbClr',
  'a:schemeClr',
  'a:sysClr',
  'a:prstClr',
  'a:scrgbClr',
  'a:hslClr',
]);

/** The colour element among the children of a fill. */
export const colorElement = (element: XmlElement | null): XmlElement | null =>
  element?.children.find(({ name }) => kinds.has(name)) ?? null;

/** Null for a colour that cannot be told. How far it can be seen through is left out. */
export function resolveColor(element: XmlElement | null, context: ColorContext): string | null {
  if (element === null) return null;
  const base = baseColor(element, context);
  return base === null ? null : element.children.reduce(changed, base);
}

/** From 0 to 1. */
export const opacityOf = (element: XmlElement | null): number => {
  const alpha = element?.children.find(({ name }) => name === 'a:alpha');
  return alpha === undefined ? 1 : (numberOf(alpha, 'val') ?? 100_000) / 100_000;
};

function baseColor(element: XmlElement, { scheme, map, placeholder }: ColorContext): string | null {
  const value = element.attributes['val'] ?? '';
  switch (element.name) {
    case 'a:srgbClr':
      return /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : null;
    case 'a:schemeClr':
      return value === 'phClr' ? (placeholder ?? null) : (scheme[map[value] ?? value] ?? null);
    case 'a:sysClr':
      return (element.attributes['lastClr'] ?? (value === 'windowText' ? '000000' : 'FFFFFF')).toUpperCase();
    case 'a:prstClr':
      return presets[value] ?? null;
    case 'a:scrgbClr':
      return hexOf(['r', 'g', 'b'].map((part) => gamma((numberOf(element, part) ?? 0) / 100_000)));
    case 'a:hslClr':
      return hexOf(
        fromHsl({
          hue: (numberOf(element, 'hue') ?? 0) / 21_600_000,
          saturation: (numberOf(element, 'sat') ?? 0) / 100_000,
          light: (numberOf(element, 'lum') ?? 0) / 100_000,
        }),
      );
    default:
      return null;
  }
}

/** The preset colours that are met in templates (20.1.10.48). */
const presets: Readonly<Record<string, string>> = {
  black: '000000',
  white: 'FFFFFF',
  red: 'FF0000',
  green: '008000',
  blue: '0000FF',
  yellow: 'FFFF00',
  gray: '808080',
  grey: '808080',
  ltGray: 'D3D3D3',
  lightGray: 'D3D3D3',
  dkGray: 'A9A9A9',
  darkGray: 'A9A9A9',
  navy: '000080',
  orange: 'FFA500',
};

function changed(hex: string, change: XmlElement): string {
  const share = (numberOf(change, 'val') ?? 100_000) / 100_000;
  const parts = partsOf(hex);
  switch (change.name) {
    case 'a:lumMod':
      return withHsl(parts, (hsl) => ({ ...hsl, light: hsl.light * share }));
    case 'a:lumOff':
      return withHsl(parts, (hsl) => ({ ...hsl, light: hsl.light + share }));
    case 'a:lum':
      return withHsl(parts, (hsl) => ({ ...hsl, light: share }));
    case 'a:satMod':
      return withHsl(parts, (hsl) => ({ ...hsl, saturation: hsl.saturation * share }));
    case 'a:satOff':
      return withHsl(parts, (hsl) => ({ ...hsl, saturation: hsl.saturation + share }));
    case 'a:tint':
      return hexOf(parts.map((part) => gamma(linear(part) * share + 1 - share)));
    case 'a:shade':
      return hexOf(parts.map((part) => gamma(linear(part) * share)));
    case 'a:inv':
      return hexOf(parts.map((part) => 1 - part));
    case 'a:gray': {
      const [red, green, blue] = parts as [number, number, number];
      const gray = 0.3 * red + 0.59 * green + 0.11 * blue;
      return hexOf([gray, gray, gray]);
    }
    default:
      return hex;
  }
}

const partsOf = (hex: string): number[] => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);

const hexOf = (parts: readonly number[]): string =>
  parts
    .map((part) =>
      Math.round(255 * Math.min(1, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const gamma = (part: number): number => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);

interface Hsl {
  readonly hue: number;
  readonly saturation: number;
  readonly light: number;
}

function withHsl(parts: readonly number[], change: (hsl: Hsl) => Hsl): string {
  return hexOf(fromHsl(change(toHsl(parts))));
}

function toHsl(parts: readonly number[]): Hsl {
  const [red, green, blue] = parts as [number, number, number];
  const [high, low] = [Math.max(...parts), Math.min(...parts)];
  const [light, chroma] = [(high + low) / 2, high - low];
  if (chroma === 0) return { hue: 0, saturation: 0, light };
  const turn =
    high === red
      ? ((green - blue) / chroma + 6) % 6
      : high === green
        ? (blue - red) / chroma + 2
        : (red - green) / chroma + 4;
  return { hue: turn / 6, saturation: chroma / (1 - Math.abs(2 * light - 1)), light };
}

function fromHsl({ hue, saturation, light }: Hsl): number[] {
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  const [l, s] = [clamp(light), clamp(saturation)];
  const chroma = (1 - Math.abs(2 * l - 1)) * s;
  const side = chroma * (1 - Math.abs(((hue * 6) % 2) - 1));
  const rows: readonly (readonly [number, number, number])[] = [
    [chroma, side, 0],
    [side, chroma, 0],
    [0, chroma, side],
    [0, side, chroma],
    [side, 0, chroma],
    [chroma, 0, side],
  ];
  return rows[Math.floor(hue * 6) % 6]!.map((part) => part + l - chroma / 2);
}

/** Contrast of two colours of six digits (WCAG 2.2, 1.4.3): 1 to 21. */
export function contrastOf(first: string, second: string): number {
  const [high, low] = [luminanceOf(first), luminanceOf(second)].sort((one, other) => other - one) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

export function luminanceOf(hex: string): number {
  const [red, green, blue] = partsOf(hex).map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Darker (`lumMod`) or, with `lumOff`, lighter by shares from 0 to 1, as PowerPoint does it. */
export const shaded = (hex: string, modulate: number, offset = 0): string =>
  withHsl(partsOf(hex), (hsl) => ({ ...hsl, light: hsl.light * modulate + offset }));

/** @param share of the first colour, from 0 to 1: what is seen of it over the second. */
export function mixedColor(first: string, second: string, share: number): string {
  const under = partsOf(second);
  return hexOf(partsOf(first).map((part, index) => part * share + under[index]! * (1 - share)));
}
