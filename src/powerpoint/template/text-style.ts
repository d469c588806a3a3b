/** A placeholder's text as layout sets it: its first level's size, colour and spacing in pt. */
import type { Pt } from '../../model/length.js';
import type { TextStyle } from '../../model/theme.js';
import type { LevelLook, Spacing } from '../look/level-look.js';
import { isTitleKind } from './read-placeholders.js';
import type { TemplatePlaceholder } from './template.js';

/**
 * Height of a line in em of its text, as fonts on viewers' machines have it: Microsoft YaHei 1.32, Latin faces about
 * 1.2.
 */
const fontHeight = { chinese: 1.32, latin: 1.22 } as const;
/** Where nothing says a size (ISO 29500-1, 21.1.2.3.9). */
const plainSize = 18;

export const sizeOf = (look: LevelLook | undefined): Pt => look?.size ?? plainSize;

/** Size of a title whose master says none, in pt: programs differ there, so that the slide has to say it. */
const plainTitleSize = 30;
export const sizeOfPlaceholder = ({ levels, kind }: Pick<TemplatePlaceholder, 'levels' | 'kind'>): Pt =>
  levels[0]?.size ?? (isTitleKind(kind) ? plainTitleSize : plainSize);

export function styleOfPlaceholder(placeholder: TemplatePlaceholder, language: string, ink: string): TextStyle {
  return styleOfLevel(
    { ...placeholder.levels[0], size: sizeOfPlaceholder(placeholder) },
    {
      font: isTitleKind(placeholder.kind) ? 'heading' : 'body',
      language,
      ink,
    },
  );
}

export function styleOfLevel(
  look: LevelLook,
  { font, language, ink }: { readonly font: TextStyle['font']; readonly language: string; readonly ink: string },
): TextStyle {
  const size = sizeOf(look);
  const natural = size * (/^(?:zh|ja|ko)/.test(language) ? fontHeight.chinese : fontHeight.latin);
  return {
    font,
    size,
    lineHeight: spacing(look.line, natural, natural),
    bold: look.bold ?? false,
    color: { slot: 'dk1', literal: look.fancyFill === true ? ink : (look.color ?? ink) },
    align: look.align ?? 'start',
    spaceBefore: spacing(look.before, natural, 0),
    spaceAfter: spacing(look.after, natural, 0),
    firstIndent: 0,
  };
}

const spacing = (spacing: Spacing | undefined, natural: Pt, otherwise: Pt): Pt =>
  spacing === undefined ? otherwise : spacing.kind === 'points' ? spacing.points : spacing.share * natural;
