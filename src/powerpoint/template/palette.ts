/**
 * The roles of a theme's twelve colours in somebody else's template. A bundle knows what a colour is for (text, page,
 * panel, accent, quiet words), a template only what it looks like: each role takes the template's own colour that
 * serves it and can be read, and is written as the template names it.
 */
import type { ColorSlot } from '../../model/theme.js';
import { contrastOf, luminanceOf, shaded, type ColorMap, type ColorScheme } from '../look/color.js';
import type { Ground } from './template.js';

export interface RoleColor {
  /** Six digits, as it is seen. */
  readonly hex: string;
  /** How a deck names it: a colour of the template's scheme or six digits, with its changes. */
  readonly element: 'schemeClr' | 'srgbClr';
  readonly value: string;
  /** `a:lumMod` and `a:lumOff` in thousandths of a percent; null leaves it as it is. */
  readonly modulate: number | null;
  readonly offset: number | null;
}

export type Palette = Readonly<Record<ColorSlot, RoleColor>>;

export interface PaletteSource {
  readonly scheme: ColorScheme;
  readonly map: ColorMap;
  readonly ground: Ground;
  /** Six digits of plain text in the template's body; null where it cannot be told. */
  readonly ink: string | null;
  /** The colour of its titles. */
  readonly title: string | null;
}

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what is drawn. */
export const readable = 4.5;
const visible = 3;

const schemeNames = [
  'tx1',
  'bg1',
  'tx2',
  'bg2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
] as const;
const accentNames = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const;

export function buildPalette(source: PaletteSource): Palette {
  const grounds = groundColors(source);
  const named = (name: string): RoleColor => ({
    hex: source.scheme[source.map[name] ?? name] ?? '808080',
    element: 'schemeClr',
    value: name,
    modulate: null,
    offset: null,
  });
  const page = nameOf(grounds[0]!, named);
  const isLight = luminanceOf(page.hex) > 0.4;
  const ink = inkOf(source, grounds, named);
  const panel = panelOf(page, ink, isLight);
  const under = [...grounds, panel.hex];
  const accents = accentsOf(named, grounds);
  const emphasis = accents[0] ?? ink;
  // Shades that a colour of the page leaves apart may be lost on a picture.
  const isPicture = source.ground.kind === 'picture';
  const accentText = isPicture ? ink : (readableFrom(emphasis, under, isLight) ?? ink);
  const title = source.title === null ? ink : nameOf(source.title, named);
  const others = accents.slice(1);
  const series = (index: number): RoleColor => others[index] ?? changed(emphasis, isLight, 0.3 * (index + 1));
  return {
    dk1: ink,
    lt1: page,
    dk2: reads(title.hex, under) ? title : ink,
    lt2: panel,
    accent1: emphasis,
    accent2: readableFrom(warmest(accents) ?? emphasis, under, isLight) ?? ink,
    accent3: neutralOf(page, isLight),
    accent4: series(0),
    accent5: series(1),
    accent6: isPicture ? ink : quietOf(ink, under, isLight),
    hlink: accentText,
    folHlink: series(2),
  };
}

/** What text stands on; of a picture the page's own colour, for want of better. */
const groundColors = ({ ground, scheme, map }: PaletteSource): readonly [string, ...string[]] =>
  ground.kind === 'colors' ? ground.colors : [scheme[map['bg1'] ?? 'lt1'] ?? 'FFFFFF'];

/** As the scheme names it, where one of its colours looks so. */
function nameOf(hex: string, named: (name: string) => RoleColor): RoleColor {
  const known = schemeNames.map(named).find((color) => color.hex === hex);
  return known ?? { hex, element: 'srgbClr', value: hex, modulate: null, offset: null };
}

const reads = (hex: string, grounds: readonly string[], least = readable): boolean =>
  grounds.every((ground) => contrastOf(hex, ground) >= least);

/** The body's own colour, else the first of the scheme's texts that can be read, else black or white. */
function inkOf({ ink }: PaletteSource, grounds: readonly string[], named: (name: string) => RoleColor): RoleColor {
  const own = ink === null ? [] : [nameOf(ink, named)];
  const candidates = [...own, ...(['tx1', 'tx2', 'bg1'] as const).map(named), literal('000000'), literal('FFFFFF')];
  const best = [...candidates].sort((one, other) => worst(other.hex, grounds) - worst(one.hex, grounds))[0]!;
  return candidates.find(({ hex }) => reads(hex, grounds)) ?? best;
}

const worst = (hex: string, grounds: readonly string[]): number =>
  Math.min(...grounds.map((ground) => contrastOf(hex, ground)));

const literal = (hex: string): RoleColor => ({ hex, element: 'srgbClr', value: hex, modulate: null, offset: null });

/** Darkened by `modulate`, or with an offset lightened, both from 0 to 1. */
const withChange = (color: RoleColor, modulate: number, offset: number): RoleColor => ({
  ...color,
  hex: shaded(color.hex, modulate, offset),
  modulate: Math.round(modulate * 100_000),
  offset: offset === 0 ? null : Math.round(offset * 100_000),
});

/**
 * A little darker than a light page, a little lighter than a dark one; the page itself where text on it could not be
 * read.
 */
function panelOf(page: RoleColor, ink: RoleColor, isLight: boolean): RoleColor {
  const panel = isLight ? withChange(page, 0.95, 0) : withChange(page, 0.88, 0.12);
  return contrastOf(ink.hex, panel.hex) >= readable + 0.5 ? panel : page;
}

const neutralOf = (page: RoleColor, isLight: boolean): RoleColor =>
  isLight ? withChange(page, 0.65, 0) : withChange(page, 0.6, 0.3);

/** Nearer to the page than ink, as far as it can still be read. */
function quietOf(ink: RoleColor, under: readonly string[], isLight: boolean): RoleColor {
  const steps = isLight
    ? ([
        [0.65, 0.35],
        [0.75, 0.25],
        [0.85, 0.15],
      ] as const)
    : ([
        [0.75, 0],
        [0.85, 0],
        [0.92, 0],
      ] as const);
  return (
    steps.map(([modulate, offset]) => withChange(ink, modulate, offset)).find(({ hex }) => reads(hex, under)) ?? ink
  );
}

/** In the theme's order, without those that do not stand out from the page and without twins. */
function accentsOf(named: (name: string) => RoleColor, grounds: readonly string[]): readonly RoleColor[] {
  const all = accentNames
    .map(named)
    .filter((color, index, list) => list.findIndex(({ hex }) => hex === color.hex) === index);
  const strong = all.filter(({ hex }) => reads(hex, grounds, visible));
  const faint = all.filter(({ hex }) => !reads(hex, grounds, visible) && reads(hex, grounds, 1.5));
  return [...strong, ...faint];
}

/** Darker on a light page and lighter on a dark one, until it can be read. */
function readableFrom(color: RoleColor, under: readonly string[], isLight: boolean): RoleColor | null {
  if (reads(color.hex, under)) return color;
  const steps = [0.85, 0.75, 0.65, 0.55, 0.5, 0.4];
  return (
    steps
      .map((step) => (isLight ? withChange(color, step, 0) : withChange(color, step, 1 - step)))
      .find(({ hex }) => reads(hex, under)) ?? null
  );
}

const changed = (color: RoleColor, isLight: boolean, share: number): RoleColor =>
  isLight
    ? withChange(color, 1 - Math.min(0.8, share), Math.min(0.8, share))
    : withChange(color, Math.max(0.3, 1 - share), 0);

/** What tells of bad news: the reddest that there is. */
function warmest(accents: readonly RoleColor[]): RoleColor | null {
  const redness = ({ hex }: RoleColor): number => {
    const [red, green, blue] = [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
      number,
      number,
      number,
    ];
    return red - Math.max(green, blue);
  };
  const [first] = [...accents].sort((one, other) => redness(other) - redness(one));
  return first !== undefined && redness(first) > 40 ? first : (accents[1] ?? null);
}

/** `a:schemeClr` or `a:srgbClr` with these changes after its own. */
export function roleColorXml({ element, value, modulate, offset }: RoleColor, changes = ''): string {
  const own =
    (modulate === null ? '' : `<a:lumMod val="${modulate}"/>`) + (offset === null ? '' : `<a:lumOff val="${offset}"/>`);
  return own + changes === ''
    ? `<a:${element} val="${value}"/>`
    : `<a:${element} val="${value}">${own}${changes}</a:${element}>`;
}
