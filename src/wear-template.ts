/**
 * A theme as somebody else's template wears it: its text in the faces that the template names, found on the machine, in
 * a package, in the template's own file, or stood in for; its colours on paper, and its logo.
 */
import type { Tell } from './diagnostics/diagnostic.js';
import { missingFontFolder, standInFonts, unreadEmbeddedFont } from './diagnostics/template-messages.js';
import type { TemplateSpec } from './model/report.js';
import type { Theme, ThemeFont } from './model/theme.js';
import { readEmbeddedFonts } from './powerpoint/fonts/read-embedded-fonts.js';
import { findLogo } from './powerpoint/template/find-logo.js';
import { homeLook, paperPalette } from './powerpoint/template/home-look.js';
import { namedFaces } from './powerpoint/template/named-faces.js';
import type { Template } from './powerpoint/template/template.js';
import type { OpenedTemplate } from './powerpoint/template/open-template.js';
import { machinePrefix, packagedPrefix, type FontFiles } from './project/font-files.js';
import type { Files } from './project/files.js';
import { embeddedPrefix, fontsOfFolder, withEmbedded } from './project/template-font-files.js';
import { isDeep } from './read/brand/oklch.js';
import { paperColors } from './read/brand/paper-colors.js';
import { pictureOf } from './template-picture.js';
import { findFace, withFaces, type FontPlaces, type FoundFace } from './text/stand-in/find-face.js';

export interface WornTemplate {
  readonly theme: Theme;
  /** With the fonts that the theme names now. */
  readonly fonts: FontFiles;
  /** Each face once: headings' first, Latin before East Asian. */
  readonly faces: readonly FoundFace[];
}

export interface Wearing {
  readonly theme: Theme;
  readonly fonts: FontFiles;
  readonly files: Files;
  /** BCP 47, of the report. */
  readonly language: string;
}

export function wearTemplate(
  opened: OpenedTemplate,
  { theme, fonts, files, language }: Wearing,
  tell: Tell,
): WornTemplate {
  const { spec, template } = opened;
  const embedded = template.embeddedFonts.length === 0 ? null : readEmbeddedFonts(template.package, template.main);
  if (spec.fonts !== undefined && spec.fonts !== noFonts && files.list(spec.fonts) === null)
    tell(missingFontFolder(spec.fonts, spec.span));
  const own = machineOrFolder(fonts, files, spec);
  const world = embedded === null ? own : withEmbedded(own, embedded.fonts);
  const places: FontPlaces = {
    has: (path) => world.has(path),
    places: [
      { place: 'machine', prefix: machinePrefix },
      { place: 'package', prefix: packagedPrefix },
      ...(embedded === null ? [] : [{ place: 'template', prefix: embeddedPrefix } as const]),
    ],
  };
  const known = new Map<string, FoundFace>();
  const find = (face: string): FoundFace | null => {
    if (face === '') return null;
    const found = known.get(face) ?? findFace(face, places);
    known.set(face, found);
    return found;
  };
  const { heading, body } = namedFaces(template, language);
  const worn = (base: ThemeFont, { latin, eastAsian }: typeof body): ThemeFont =>
    withFaces(base, find(latin), find(eastAsian));
  const bodyFont = worn(theme.fonts.body, body);
  const worded: Theme = {
    ...onPaper(theme, template),
    fonts: { heading: worn(theme.fonts.heading, heading), body: bodyFont, prose: bodyFont, quote: bodyFont },
  };
  const faces = [...known.values()];
  for (const { face, place } of faces) {
    const fault = embedded?.unread.get(face);
    if (fault !== undefined && place !== 'machine') tell(unreadEmbeddedFont(face, fault, spec.span));
  }
  tellStandIns(faces, [heading.eastAsian, body.eastAsian], { theme, language, spec }, tell);
  return { theme: worded, fonts: world, faces };
}

/** Colours and logo for paper, which stays white; what a deck on the template looks like is said by its layouts. */
function onPaper(theme: Theme, template: Template): Theme {
  const { dk1, dk2, lt2, accent1, accent2, accent3, accent4, accent5, accent6, folHlink } = paperPalette(template);
  const isDeepBase = isDeep(theme.colors.lt1);
  const logo = theme.logo ?? logoOf(template);
  const { accentText: _, ...rest } = theme;
  return {
    ...rest,
    colors: paperColors({
      ink: dk1.hex,
      title: dk2.hex,
      panel: lt2.hex,
      quiet: accent6.hex,
      neutral: accent3.hex,
      bad: accent2.hex,
      accents: [accent1.hex, accent4.hex, accent5.hex, folHlink.hex],
    }),
    paper: isDeepBase ? { ...theme.paper, styles: onWhite(theme.paper.styles) } : theme.paper,
    series: (['accent1', 'accent4', 'accent5', 'folHlink', 'accent3', 'accent6'] as const).map((slot) => ({ slot })),
    muted: { slot: 'accent3', lighten: 0.4 },
    good: { slot: 'accent1' },
    bad: { slot: 'accent2' },
    ...(logo !== null && { logo }),
  };
}

/** Styles of a dark theme: its light text is ink here, but on a masthead's deep ground. */
const onWhite = (styles: Theme['paper']['styles']): Theme['paper']['styles'] =>
  Object.fromEntries(
    Object.entries(styles).map(([name, style]) => [
      name,
      style.color.slot === 'lt1' && !name.startsWith('masthead')
        ? { ...style, color: { slot: 'dk1' } as const }
        : style,
    ]),
  );

/** On a dark template it is made for a deep ground, as a masthead's is. */
function logoOf(template: Template): NonNullable<Theme['logo']> | null {
  const path = findLogo(template);
  const bytes = path === null ? null : template.package.bytes(path);
  const picture = path === null || bytes === null ? null : pictureOf(bytes, path);
  if (picture === null) return null;
  const { ground } = homeLook(template).body.layout;
  const isDark = ground.kind === 'colors' && isDeep(ground.colors[0]);
  return { onLight: picture, onDark: isDark ? picture : null };
}

/** A folder that is named takes the machine's place; `none` is no folder. */
const machineOrFolder = (fonts: FontFiles, files: Files, { fonts: named }: TemplateSpec): FontFiles =>
  named === undefined ? fonts : fontsOfFolder(fonts, files, named === noFonts ? null : named);

export const noFonts = 'none';

/** Faces of Chinese count where the report may show any: an English one names them and hardly sets them. */
function tellStandIns(
  faces: readonly FoundFace[],
  eastAsian: readonly string[],
  { theme, language, spec }: { readonly theme: Theme; readonly language: string; readonly spec: TemplateSpec },
  tell: Tell,
): void {
  const isShown = ({ face }: FoundFace): boolean => /^(?:zh|ja|ko)/i.test(language) || !eastAsian.includes(face);
  const stoodIn = faces.filter((found) => found.measured !== found.face && isShown(found));
  if (stoodIn.length === 0) return;
  tell(
    standInFonts(
      stoodIn.map((found) => ({
        face: found.face,
        measured: found.measured ?? standInName(theme),
        fit:
          found.measured !== null
            ? 'as wide'
            : eastAsian.includes(found.face)
              ? 'em'
              : found.isKnown
                ? 'stretched'
                : 'guessed',
      })),
      spec.span,
    ),
  );
}

/** What text is measured with, as a message names it: the name of the first font file. */
export const standInName = ({ fonts }: Pick<Theme, 'fonts'>): string =>
  (fonts.body.regular[0] ?? '')
    .split('/')
    .at(-1)!
    .replace(/(?:_\d+)?(?:_?Regular)?\.\w+$/i, '');
