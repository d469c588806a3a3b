/**
 * A theme made of a template for the deck: its colours by their roles, and every text style of the bundle's own theme
 * at the size that the template's text asks for. What stands in placeholders has styles of its own; these are for
 * cards, tables, captions and charts beside them.
 */
import { slideUnit, type Size } from '../../model/length.js';
import type { ColorSlot, Color, TextStyle, Theme } from '../../model/theme.js';
import { colorSlots } from '../../model/theme.js';
import { shaded } from '../look/color.js';
import type { Palette } from './palette.js';
import type { Template, TemplatePlaceholder } from './template.js';
import { sizeOf, styleOfLevel } from './text-style.js';

export interface ThemeMaking {
  readonly template: Template;
  readonly palette: Palette;
  /** Null where the template has no body: plain text serves. */
  readonly body: TemplatePlaceholder | null;
  /** Styles of placeholders by their names. */
  readonly styles: ReadonlyMap<string, TextStyle>;
  readonly language: string;
  readonly tone: number;
  /** Where content stands on most of its slides. */
  readonly room: Size;
}

/** The size for which bundles are drawn. */
const drawnFor = { width: 960, height: 540 } as const;
/** What bundles have there for content. */
const roomDrawnFor = 872 * 340;
/** A little room is none for text as large as it would be in much. */
const leastShare = 0.62;
const shareOf = ({ width, height }: Size, natural: number): number =>
  Math.max(leastShare, Math.min(1, ((width * height) / (roomDrawnFor * natural * natural)) ** 0.75));
/** No text of a slide is smaller than this, in pt of a slide 540 pt high. */
const smallestText = 10;

export function templateTheme(base: Theme, making: ThemeMaking): Theme {
  const { template, palette, body, tone } = making;
  const { width, height } = template.size;
  const natural = Math.sqrt((width / drawnFor.width) * (height / drawnFor.height));
  const unit = natural * tone;
  const least = smallestText * slideUnit(template.size);
  const scaled = Object.fromEntries(
    Object.entries(base.deck.styles).map(([name, style]) => [name, scaleStyle(name, style, unit, least)]),
  );
  const plain = styleOfLevel(body?.levels[0] ?? template.plainText[0] ?? {}, {
    font: 'body',
    language: making.language,
    ink: palette.dk1.hex,
  });
  const bodyStyle = { ...plain, size: sizeOf(body?.levels[0]), color: { slot: 'dk1' } as const };
  // The template has its own, where it wants one.
  const { logo: _, ...rest } = base;
  return {
    ...rest,
    name: template.masters[0]!.theme.name || base.name,
    colors: Object.fromEntries(colorSlots.map((slot) => [slot, palette[slot].hex])) as Record<ColorSlot, string>,
    deck: {
      unit: unit * shareOf(making.room, natural),
      page: template.size,
      margin: {
        top: 44 * (height / drawnFor.height),
        right: width * 0.05,
        bottom: 36 * (height / drawnFor.height),
        left: width * 0.05,
      },
      styles: { ...scaled, '~body': bodyStyle, ...Object.fromEntries(making.styles) },
    },
    paper: printed(base),
    series: seriesOf(palette),
    // The accent as words have it is as far from the page as the words on it are that have the page's colour.
    ground: { slot: 'hlink' },
    muted: { slot: 'accent3', lighten: 0.3 },
    good: { slot: 'hlink' },
    accentText: { slot: 'hlink' },
    bad: { slot: 'accent2' },
  };
}

/** A handout is printed on white paper, in the theme's colours for that, whatever the slides' are. */
function printed({ paper, colors }: Theme): Theme['paper'] {
  const literal = ({ slot, lighten }: Color): Color => ({
    slot,
    literal: lighten === undefined ? colors[slot] : shaded(colors[slot], 1 - lighten, lighten),
  });
  return {
    ...paper,
    ground: literal({ slot: 'lt1' }),
    styles: Object.fromEntries(
      Object.entries(paper.styles).map(([name, style]) => [name, { ...style, color: literal(style.color) }]),
    ),
  };
}

const seriesOf = (palette: Palette): readonly Color[] => {
  const slots: readonly ColorSlot[] = ['accent1', 'accent4', 'accent5', 'folHlink', 'accent3', 'accent6'];
  return slots
    .filter((slot, index) => slots.findIndex((other) => palette[other].hex === palette[slot].hex) === index)
    .map((slot) => ({ slot }));
};

/** Styles for a dark cover are for text on the template's page here; the accent as a text is one that can be read. */
function scaleStyle(name: string, style: TextStyle, unit: number, least: number): TextStyle {
  const size = Math.max(least, Math.round(style.size * unit * 2) / 2);
  const grown = size / style.size;
  return {
    ...style,
    size,
    lineHeight: style.lineHeight * grown,
    spaceBefore: style.spaceBefore * unit,
    spaceAfter: style.spaceAfter * unit,
    // Words of covers colour the cards that stand on the deep ground.
    color: onDeepGround.test(name) ? { slot: 'lt1' } : textRole(style.color),
  };
}

const onDeepGround = /^(?:cover|masthead)-/;

function textRole(color: Color): Color {
  if (color.slot === 'lt1') return { slot: 'dk1' };
  if (color.slot === 'accent1') return { slot: 'hlink' };
  if (color.slot === 'accent3' || color.slot === 'accent4' || color.slot === 'accent5') return { slot: 'accent6' };
  return color.lighten === undefined ? color : { slot: 'accent6' };
}
