/**
 * A bundle's slide layouts landed on a template: where each part of a slide stands there, and which placeholder it
 * fills.
 */
import type { SlideLayout } from '../../model/slide-layout.js';
import type { TableLook } from '../../model/theme.js';
import type { Color, TextStyle, Theme } from '../../model/theme.js';
import type { ColorMap } from '../look/color.js';
import type { LayoutMapping, Mapping } from './mapping.js';
import type { Palette } from './palette.js';
import type { LayoutRoom } from './measure-layout.js';
import type { LayoutNeed, ScoredLayout } from './score-layouts.js';
import type { SampleSlide, Template, TemplateLayout, TemplatePlaceholder } from './template.js';

export interface LandedLayout {
  /** As the bundle calls it. */
  readonly bundleLayout: string;
  readonly target: TemplateLayout;
  /** Index of `target` among the template's layouts. */
  readonly targetIndex: number;
  readonly need: LayoutNeed;
  /** Null where a mapping chose it. */
  readonly score: number | null;
  /** What stands there as layout sees it, in pt. */
  readonly slideLayout: SlideLayout;
  /** By the name of a region. */
  readonly placeholders: ReadonlyMap<string, TemplatePlaceholder>;
  /** Parts of a slide that have no place on it: what they are, and whether that loses words. */
  readonly left: readonly ('kicker' | 'picture' | 'figures' | 'subtitle')[];
  /** Subtitle and kicker are set as paragraphs of this region; null where each has its own. */
  readonly gathered: string | null;
}

export interface LandedTemplate {
  readonly template: Template;
  readonly theme: Theme;
  readonly palette: Palette;
  /** What the palette's scheme colours stand for: that of the master or layout it was made for. */
  readonly colorMap: ColorMap;
  /** By the name that layout knows: the bundle's own, with ` +subtitle` where a slide has one. */
  readonly landed: ReadonlyMap<string, LandedLayout>;
  readonly layouts: ReadonlyMap<string, SlideLayout>;
  /** The style of its tables with what it says; null where a deck brings its own. */
  readonly tables: { readonly id: string; readonly said: TableLook } | null;
  /** Faces of text outside placeholders as a deck writes them; null where the theme's own serve. */
  readonly faces: { readonly latin: string | null; readonly eastAsian: string | null };
}

/** What the deck writer is given: the file, where layouts landed in it, and which of its slides stay. */
export interface DeckTemplate extends LandedTemplate {
  /** Whether it is a finished deck, which stays what it is. */
  readonly isHost: boolean;
  readonly kept: { readonly before: readonly SampleSlide[]; readonly after: readonly SampleSlide[] };
}

export interface LandingOptions {
  readonly theme: Theme;
  readonly layouts: ReadonlyMap<string, SlideLayout>;
  /** BCP 47, of the report. */
  readonly language: string;
  readonly mapping: Mapping;
  /**
   * What the sizes outside placeholders, and those at which text begins, are multiplied with: 1, or less where it did
   * not fit so.
   */
  readonly tone: number;
  /** Content takes all the room below a title, its placeholders unfilled: where it found none in them. */
  readonly roomy: boolean;
}

export interface PlaceholderStyle {
  /** Its name. */
  readonly style: string;
  /** What the text stands on, the colour nearest to its own; null where that cannot be told. */
  readonly ground: Color | null;
  /** What the template shows there is so uneven that text has to stand on a plate of the page's colour. */
  readonly isPlated: boolean;
}

/** What landing one layout needs to know of all. */
export interface Landing extends LandingOptions {
  readonly template: Template;
  readonly palette: Palette;
  readonly home: number;
  choose(need: LayoutNeed, asked: LayoutMapping | undefined): ScoredLayout & { readonly asked: boolean };
  /** Adds the style of a placeholder's text, in a colour that can be read there. */
  style(owner: string, placeholder: TemplatePlaceholder, room: LayoutRoom): PlaceholderStyle;
  addStyle(name: string, style: TextStyle): string;
  /** The style of body text that stands in no placeholder: as the template's body has it. */
  bodyStyle(): string;
}

export const withSubtitle = (name: string): string => `${name} +subtitle`;
