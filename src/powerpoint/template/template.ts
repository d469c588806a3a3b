/**
 * A PowerPoint file as a template: its masters and layouts, with what their placeholders come to once all is inherited.
 * Lengths in pt.
 */
import type { Box, Insets, Pt, Size } from '../../model/length.js';
import type { ColorMap } from '../look/color.js';
import type { LevelLook } from '../look/level-look.js';
import type { ThemeLook } from '../look/theme-part.js';
import type { TemplateTableStyle } from '../table-styles/choose-table-style.js';
import type { OpenedPackage } from '../package/open-package.js';

/** ST_PlaceholderType, `obj` where a placeholder says none. */
export type PlaceholderKind = string;

export interface TemplatePlaceholder {
  readonly kind: PlaceholderKind;
  /** 0 for a title that says none. */
  readonly index: number;
  /** `p:ph` as a slide must write it to fill this one: the same type, idx, orient and size. */
  readonly reference: string;
  readonly name: string;
  /** Its own, or the master's of its type; null where neither has one: it cannot be filled. */
  readonly box: Box | null;
  readonly inset: Insets;
  readonly valign: 'top' | 'middle' | 'bottom';
  /** Text runs downwards, or the box is turned. */
  readonly vertical: boolean;
  readonly autofit: 'none' | 'shrink' | 'grow';
  /** Nine. */
  readonly levels: readonly LevelLook[];
  /** The colour that it is filled with, its own or its master's; six digits. */
  readonly fill: string | null;
  /** Of the fill: from 0, which shows what lies behind, to 1. */
  readonly opacity: number;
}

/** What stands on a layout or its master beside the placeholders. */
export interface Obstacle {
  readonly kind: 'picture' | 'shape' | 'text' | 'line';
  readonly box: Box;
  /** The colour of a shape that cannot be seen through; null for any other. */
  readonly fill: string | null;
  /** Path of the picture's part. */
  readonly picture: string | null;
  readonly outline: { readonly color: string; readonly width: Pt } | null;
  readonly rounded: boolean;
}

/** What lies behind a slide: one colour, the stops of a gradient, or a picture. */
export type Ground =
  | { readonly kind: 'colors'; readonly colors: readonly [string, ...string[]] }
  | { readonly kind: 'picture'; readonly picture: string | null };

/** A layout as it is seen without its placeholders, a few pixels an inch. */
export interface GroundPixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and alpha of each pixel, row by row, from 0 to 255. */
  readonly samples: Uint8Array | Uint8ClampedArray;
}

export interface TemplateMaster {
  readonly path: string;
  readonly theme: ThemeLook;
  readonly themePath: string;
  readonly colorMap: ColorMap;
}

export interface TemplateLayout {
  readonly path: string;
  readonly name: string;
  /** ST_SlideLayoutType; null where the layout says none, or `cust`. */
  readonly type: string | null;
  /** Among the layouts of the file with this name, from 1. */
  readonly nth: number;
  /** Index among the masters. */
  readonly master: number;
  readonly colorMap: ColorMap;
  readonly placeholders: readonly TemplatePlaceholder[];
  readonly obstacles: readonly Obstacle[];
  readonly ground: Ground;
  /** What it shows by itself, where its colours alone do not say what text stands on; null where they do. */
  readonly pixels: GroundPixels | null;
  /** Sample slides on it. */
  readonly uses: number;
}

export interface SampleSlide {
  readonly path: string;
  /** From its title placeholder; empty without one. */
  readonly title: string;
  readonly layout: string | null;
  readonly hidden: boolean;
}

export interface Template {
  readonly package: OpenedPackage;
  /** Path of the presentation's own part. */
  readonly main: string;
  readonly size: Size;
  readonly masters: readonly TemplateMaster[];
  readonly layouts: readonly TemplateLayout[];
  /** In the order of the deck. */
  readonly slides: readonly SampleSlide[];
  /** Parts of masters, themes and layouts that are cut off or spoilt. */
  readonly damaged: readonly string[];
  /** That of its tables; null where it is neither in the file nor known. */
  readonly tableStyle: TemplateTableStyle | null;
  /** What plain text boxes inherit. */
  readonly plainText: readonly LevelLook[];
  /** Faces that travel in the file. */
  readonly embeddedFonts: readonly string[];
}

/** As a message or a mapping names it: `Title and Content`, `Nur Titel (2)` for a second of that name. */
export const layoutLabel = ({ name, nth }: Pick<TemplateLayout, 'name' | 'nth'>): string =>
  nth === 1 ? name : `${name} (${nth})`;
