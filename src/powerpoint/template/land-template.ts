/**
 * A bundle's layouts on somebody else's template. The template says where things stand and how large text is; the
 * bundle says what stands together. Nothing is scaled: slides are laid anew in the template's boxes, at its sizes.
 */
import type { SlideLayout } from '../../model/slide-layout.js';
import type { Color, TextStyle, Theme } from '../../model/theme.js';
import { isContentRegion, landContent, needOfContent } from './land-content.js';
import { landCover } from './land-cover.js';
import { withSubtitle, type LandedLayout, type LandedTemplate, type Landing, type LandingOptions } from './landing.js';
import type { LayoutMapping } from './mapping.js';
import { colorsUnder, seenGround } from './colors-under.js';
import { homeLook } from './home-look.js';
import { readable, type Palette } from './palette.js';
import { contrastOf, type ColorContext } from '../look/color.js';
import { measureLayout } from './measure-layout.js';
import { readTableLook } from './read-table-style.js';
import { doubtful, rankLayouts, type LayoutNeed, type ScoredLayout } from './score-layouts.js';
import { templateTheme } from './template-theme.js';
import type { Template, TemplatePlaceholder } from './template.js';
import { isFurnitureKind } from './read-placeholders.js';
import { layoutNamed } from '../../locale/layout-names.js';
import { styleOfPlaceholder } from './text-style.js';

export function landTemplate(template: Template, options: LandingOptions): LandedTemplate {
  const { home, body, bodyPlaceholder, palette } = homeLook(template);
  const master = template.masters[body.layout.master]!;
  const styles = new Map<string, TextStyle>();
  const addStyle = (name: string, style: TextStyle): string => {
    styles.set(name, style);
    return name;
  };
  const landing: Landing = {
    ...options,
    template,
    palette,
    home,
    addStyle,
    bodyStyle: () => '~body',
    choose: (need, asked) => chooseLayout({ template, home, palette }, need, asked),
    style: (owner, placeholder, room) => {
      const style = styleOfPlaceholder(placeholder, options.language, palette.dk1.hex);
      const grounds =
        placeholder.box === null ? [] : colorsUnder(room.layout, placeholder.box, template.size, placeholder);
      const { color, ground, isPlated } = readableColor(
        style.color,
        grounds,
        palette,
        isFurnitureKind(placeholder.kind),
      );
      const name = addStyle(`${owner} ${placeholder.kind} ${placeholder.index}`, { ...style, color });
      return { style: name, ground, isPlated };
    },
  };
  const landed = new Map<string, LandedLayout>();
  for (const layout of options.layouts.values())
    for (const one of landLayout(layout, landing)) landed.set(one.slideLayout.name, one);
  const plain = templateTheme(options.theme, {
    template,
    palette,
    body: bodyPlaceholder,
    styles,
    language: options.language,
    tone: options.tone,
    room: bodyPlaceholder?.box ?? body.free,
  });
  return {
    template,
    ...withTables(plain, template, { scheme: master.theme.colors, map: body.layout.colorMap }, palette),
    palette,
    colorMap: body.layout.colorMap,
    landed,
    layouts: new Map([...landed].map(([name, { slideLayout }]) => [name, slideLayout])),
    faces: facesOf(
      bodyPlaceholder,
      master.theme.minor.eastAsian === '' && master.theme.minor.scripts['Hans'] === undefined,
      options,
    ),
  };
}

/** The theme with tables as the template has them; its own style of tables with what it says. */
function withTables(
  theme: Theme,
  { tableStyle }: Template,
  colors: ColorContext,
  palette: Palette,
): Pick<LandedTemplate, 'theme' | 'tables'> {
  if (tableStyle === null) return { theme, tables: null };
  const { said, look } = readTableLook(tableStyle, colors, palette);
  return { theme: { ...theme, tables: look }, tables: { id: tableStyle.id, said } };
}

/**
 * The template's own colour where it can be read, which a deck then leaves unsaid; else the ink or the paper of its
 * palette, black or white; where none can be read everywhere, one that can on a plate of the page's colour. Footers and
 * numbers have no plate: they take what is read best.
 */
function readableColor(
  own: Color,
  grounds: readonly string[],
  palette: Palette,
  isFurniture: boolean,
): { readonly color: Color; readonly ground: Color | null; readonly isPlated: boolean } {
  const colors: readonly Color[] = [
    own,
    { slot: 'dk1' },
    { slot: 'lt1' },
    { slot: 'dk1', literal: 'FFFFFF' },
    { slot: 'dk1', literal: '000000' },
  ];
  const hexOf = ({ slot, literal }: Color): string => literal ?? palette[slot].hex;
  const worst = (color: Color): string =>
    [...grounds].sort((one, other) => contrastOf(hexOf(color), one) - contrastOf(hexOf(color), other))[0]!;
  const reads = (color: Color, on: readonly string[]): boolean =>
    on.every((ground) => contrastOf(hexOf(color), ground) >= readable);
  const least = (one: Color): number => Math.min(...grounds.map((ground) => contrastOf(hexOf(one), ground)));
  const color =
    own.literal === undefined
      ? own
      : (colors.find((one) => reads(one, grounds)) ??
        (isFurniture ? [...colors].sort((one, other) => least(other) - least(one))[0] : undefined));
  if (grounds.length === 0) return { color: own, ground: null, isPlated: false };
  if (color !== undefined) return { color, ground: { slot: 'lt1', literal: worst(color) }, isPlated: false };
  const page = [palette.lt1.hex];
  return { color: colors.find((one) => reads(one, page)) ?? own, ground: { slot: 'lt1' }, isPlated: true };
}

/** A slide of content rather stands where the colours of the others can be read, too. */
function chooseLayout(
  { template, home, palette }: Pick<Landing, 'template' | 'home' | 'palette'>,
  need: LayoutNeed,
  asked: LayoutMapping | undefined,
): ScoredLayout & { readonly asked: boolean } {
  if (asked?.layout !== undefined) {
    const layout = template.layouts[asked.layout]!;
    return { room: measureLayout(layout, template.size), score: 0, asked: true };
  }
  const ranked = rankLayouts(template, need, home);
  const isContent = need === 'single' || need === 'pair' || need === 'free';
  const inTune = ({ room, score }: ScoredLayout): boolean => {
    const ground = seenGround(room.layout, room.free, template.size);
    const reads =
      ground.kind === 'picture' || ground.colors.every((one) => contrastOf(palette.dk1.hex, one) >= readable);
    return score >= doubtful[need] && reads;
  };
  return { ...((isContent ? ranked.find(inTune) : undefined) ?? ranked[0]!), asked: false };
}

function landLayout(layout: SlideLayout, landing: Landing): readonly LandedLayout[] {
  const need = needOf(layout);
  if (need === 'cover' || need === 'closing' || need === 'divider') return [landCover(layout, need, landing)];
  const plain = landContent(layout, need, false, landing);
  const hasSubtitle = layout.regions.some(({ accepts }) => accepts.includes('subtitle'));
  if (!hasSubtitle) return [plain];
  const titled = landContent(layout, need, true, landing);
  return [plain, { ...titled, slideLayout: { ...titled.slideLayout, name: withSubtitle(layout.name) } }];
}

/**
 * By the placeholders that the bundle gives its layout: a centred title is a cover's, a title with a subtitle a
 * divider's.
 */
function needOf(layout: SlideLayout): LayoutNeed {
  const kinds = layout.regions.map(({ placeholder }) => placeholder);
  const contents = layout.regions.filter(isContentRegion);
  if (kinds.includes('ctrTitle')) {
    // A close of several columns is a slide of content under a title.
    if (!layoutNamed(layout.name, 'closing')) return 'cover';
    return contents.length > 2 ? needOfContent(contents) : 'closing';
  }
  if (kinds.includes('subTitle')) return 'divider';
  return needOfContent(contents);
}

const facesOf = (
  body: TemplatePlaceholder | null,
  lacksChinese: boolean,
  { theme, language }: LandingOptions,
): LandedTemplate['faces'] => {
  const look = body?.levels[0];
  const own = (face: string | undefined): string | null =>
    face === undefined || face === '' || face.startsWith('+m') ? null : face;
  return {
    latin: own(look?.latin),
    eastAsian: own(look?.eastAsian) ?? (lacksChinese && language.startsWith('zh') ? theme.fonts.body.eastAsian : null),
  };
};
