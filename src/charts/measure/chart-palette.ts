/** Which colour stands where: the same theme colours in every drawing of a chart. */
import type { Chart } from '../../model/chart.js';
import type { Color, Theme } from '../../model/theme.js';

export const textColor: Color = { slot: 'dk1' };
export const paperColor: Color = { slot: 'lt1' };
/** How thick the white line is between two bars or areas that meet, in pt. */
export const seamWidth = 1;
/** Hairlines: the axis and its grid. */
export const axisColor: Color = { slot: 'dk1', lighten: 0.6 };
export const gridColor: Color = { slot: 'dk1', lighten: 0.85 };
/** Spokes and rings, which have no axis beside them. */
export const webColor: Color = { slot: 'dk1', lighten: 0.75 };
/** The colour of the line that marks a target. */
export const targetColor: Color = { slot: 'accent2' };
/** The unfilled part of a gauge or a progress bar. */
export const trackColor: Color = { slot: 'dk1', lighten: 0.9 };

/** A strong colour that is made paler glares: in a second round none keeps more saturation than this. */
const mostSaturation = 0.35;

/** A second round of the colours is paler and calmer, and a third paler still. */
export function seriesColor(theme: Theme, index: number): Color {
  const color = theme.series[index % theme.series.length] ?? { slot: 'accent1' };
  const round = Math.floor(index / Math.max(1, theme.series.length));
  if (round === 0) return color;
  const { saturation } = hslOf(theme.colors[color.slot]);
  const mute = saturation > mostSaturation ? Number((1 - mostSaturation / saturation).toFixed(3)) : 0;
  return { ...color, lighten: Math.min(0.8, (color.lighten ?? 0) + 0.5 * round), ...(mute === 0 ? {} : { mute }) };
}

export const hasEmphasis = (chart: Chart): boolean =>
  chart.series.some((series) => series.points.some((point) => point.emphasised));

/**
 * With one series, an emphasised point takes the accent and the others step back; several series keep a colour each.
 */
export function pointColor(chart: Chart, theme: Theme, series: number, point: number): Color {
  if (chart.series.length > 1 || !hasEmphasis(chart)) return seriesColor(theme, series);
  return chart.series[series]?.points[point]?.emphasised === true ? seriesColor(theme, 0) : theme.muted;
}

/** Slices are told apart by colour: an emphasised one takes the accent, the others the colours that follow it. */
export function sliceColor(chart: Chart, theme: Theme, point: number): Color {
  const points = chart.series[0]?.points ?? [];
  const accent = points.findIndex((each) => each.emphasised);
  if (accent < 0) return seriesColor(theme, point);
  if (point === accent) return seriesColor(theme, 0);
  const rest = point < accent ? point : point - 1;
  return rest === 0 ? theme.muted : seriesColor(theme, rest);
}

interface Hsl {
  readonly parts: readonly number[];
  readonly light: number;
  readonly chroma: number;
  readonly saturation: number;
}

function hslOf(hex: string): Hsl {
  const parts = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [high, low] = [Math.max(...parts), Math.min(...parts)];
  const [light, chroma] = [(high + low) / 2, high - low];
  return { parts, light, chroma, saturation: chroma === 0 ? 0 : chroma / (1 - Math.abs(2 * light - 1)) };
}

/** Pages of less lightness are deep: paler would be louder there. */
const deepPage = 0.4;

/** On a deep page what is to be paler comes nearer to the page, as it does on a white one. */
export function onPage(theme: Theme, color: Color): Color {
  const page = hslOf(theme.colors.lt1).light;
  if (page > deepPage || color.lighten === undefined || color.literal !== undefined || color.slot === 'lt1')
    return color;
  const { light } = hslOf(theme.colors[color.slot]);
  const left = ((1 - color.lighten) * (light - page)) / (1 - page);
  return { slot: 'lt1', lighten: Number(Math.max(0, Math.min(1, left)).toFixed(3)) };
}

/**
 * Whatever a drawing or a page holds in plain objects, its colours as they are on the theme's page. What holds none
 * that changes stays the same object, by which others know it.
 */
export function settleColors<Value>(value: Value, theme: Theme): Value {
  if (hslOf(theme.colors.lt1).light > deepPage) return value;
  const settle = (part: unknown): unknown => {
    if (Array.isArray(part)) return keptOr(part, part.map(settle));
    if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part;
    if ('slot' in part) return onPage(theme, part as Color);
    const entries = Object.entries(part);
    const inner = entries.map(([, each]) => settle(each));
    if (entries.every(([, each], at) => each === inner[at])) return part;
    return Object.fromEntries(entries.map(([key], at) => [key, inner[at]]));
  };
  return settle(value) as Value;
}

const keptOr = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] =>
  before.every((each, at) => each === after[at]) ? before : after;

/**
 * `#rrggbb`. Lightened and muted in HSL, as PowerPoint reads `lumMod`, `lumOff` and `satMod` (ISO 29500-1, 20.1.2.3).
 */
export function colorHex(theme: Theme, color: Color): string {
  const { slot, lighten = 0, mute = 0, literal } = onPage(theme, color);
  if (literal !== undefined) return `#${literal.toLowerCase()}`;
  const hex = theme.colors[slot];
  if (lighten === 0 && mute === 0) return `#${hex.toLowerCase()}`;
  const { parts, light, chroma, saturation } = hslOf(hex);
  const lighter = light * (1 - lighten) + lighten;
  const newChroma = (1 - Math.abs(2 * lighter - 1)) * saturation * (1 - mute);
  // Hue stays: every part keeps its place between the lowest and the highest.
  const part = (value: number): string =>
    Math.round(255 * (lighter + (chroma === 0 ? 0 : ((value - light) / chroma) * newChroma)))
      .toString(16)
      .padStart(2, '0');
  return `#${parts.map(part).join('')}`;
}

/** `#rrggbbaa`. */
export const withAlpha = (hex: string, alpha: number): string =>
  hex +
  Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0');

/** Of the few colours of a report, which are asked for with each run of text. */
const luminances = new Map<string, number>();
const mostLuminances = 1000;

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  let known = luminances.get(hex);
  if (known === undefined) {
    if (luminances.size >= mostLuminances) luminances.clear();
    luminances.set(hex, (known = luminanceOf(hex)));
  }
  return known;
}

function luminanceOf(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours (WCAG 2.2): 1 to 21. */
export function contrast(first: string, second: string): number {
  const [one, other] = [luminance(first), luminance(second)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** White or dark, whichever reads better on that ground. */
export const colorOn = (theme: Theme, ground: Color): Color =>
  contrast(colorHex(theme, ground), colorHex(theme, paperColor)) >=
  contrast(colorHex(theme, ground), colorHex(theme, textColor))
    ? paperColor
    : textColor;

/** Paler where they are a forecast. */
export function forecastColors(chart: Chart, theme: Theme, series: number): ReadonlyMap<number, Color> {
  if (chart.forecast === undefined) return new Map();
  const color = chart.series.length === 1 ? theme.muted : seriesColor(theme, series);
  const paler = { ...color, lighten: Math.min(0.85, (color.lighten ?? 0) + (chart.series.length === 1 ? 0.3 : 0.6)) };
  return new Map(chart.categories.flatMap((_, index) => (index >= chart.forecast! ? [[index, paler] as const] : [])));
}
