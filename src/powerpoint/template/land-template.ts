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
import { groundUnder, homeLook } from './home-look.js';
import { readable, type Palette } from './palette.js';
import { contrastOf, type ColorContext } from '../look/color.js';
import { measureLayout } from './measure-layout.js';
import { readTableLook } from './read-table-style.js';
import { rankLayouts, type LayoutNeed, type ScoredLayout } from './score-layouts.js';
import { templateTheme } from './template-theme.js';
import type { Template, TemplateLayout, TemplatePlaceholder } from './template.js';
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
    choose: (need, asked) => chooseLayout(template, need, home, asked),
    style: (owner, placeholder, room) => {
      const style = styleOfPlaceholder(placeholder, options.language, palette.dk1.hex);
      const color = readableColor(style.color, groundsOf(room.layout, placeholder), palette);
      return addStyle(`${owner} ${placeholder.kind} ${placeholder.index}`, { ...style, color });
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
 * What a placeholder's text stands on: its own fill, what lies behind it, the layout's ground; nothing that is known of
 * a picture.
 */
function groundsOf(layout: TemplateLayout, { box, fill }: TemplatePlaceholder): readonly string[] {
  if (fill !== null) return [fill];
  const ground = box === null ? layout.ground : groundUnder(layout, box);
  return ground.kind === 'colors' ? ground.colors : [];
}

/**
 * The template's own colour where it can be read, which a deck then leaves unsaid; else the ink or the paper of its
 * palette.
 */
function readableColor(own: Color, grounds: readonly string[], palette: Palette): Color {
  const reads = (hex: string): boolean => grounds.every((ground) => contrastOf(hex, ground) >= readable);
  if (own.literal === undefined || reads(own.literal)) return own;
  if (reads(palette.dk1.hex)) return { slot: 'dk1' };
  if (reads(palette.lt1.hex)) return { slot: 'lt1' };
  return { slot: 'dk1', literal: ['FFFFFF', '000000'].find(reads) ?? own.literal };
}

function chooseLayout(
  template: Template,
  need: LayoutNeed,
  home: number,
  asked: LayoutMapping | undefined,
): ScoredLayout & { readonly asked: boolean } {
  if (asked?.layout !== undefined) {
    const layout = template.layouts[asked.layout]!;
    return { room: measureLayout(layout, template.size), score: 0, asked: true };
  }
  return { ...rankLayouts(template, need, home)[0]!, asked: false };
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
