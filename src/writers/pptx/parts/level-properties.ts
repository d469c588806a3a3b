/** How the levels of a text are set: the paragraph properties that styles of masters, layouts and notes hold. */
import type { TextStyle, Theme } from '../../../model/theme.js';
import { bodyFont, colorXml, emu, fillXml, fontXml, hundredths } from '../../xml/drawing-ml.js';
import { element, fragment, setting, type Attributes, type Xml } from '../../xml/element.js';

const alignments = { start: 'l', center: 'ctr', end: 'r', justify: 'just' } as const;

export const alignment = (align: keyof typeof alignments): string => alignments[align];

/** What stands in the paragraph properties of every level, after its indents. */
const commonAttributes: Attributes = { defTabSz: 914_400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 };

const levelElement = (level: number, attributes: Attributes, ...content: readonly Xml[]): Xml =>
  element(`a:lvl${level + 1}pPr`, { ...attributes, ...commonAttributes }, content);

/** A first and only level without a bullet. */
export const plainLevel = (style: TextStyle, fonts: Theme['fonts']): Xml =>
  levelElement(
    0,
    { marL: 0, indent: 0, algn: alignment(style.align) },
    spacing(style),
    element('a:buNone'),
    runDefaults(style, fonts),
  );

/** `count` levels of a list, each an em and a quarter further in, as layout sets it. */
export function listLevels(style: TextStyle, count: number, fonts: Theme['fonts']): readonly Xml[] {
  const hanging = style.size * 1.25;
  return Array.from({ length: count }, (_none, level) =>
    levelElement(
      level,
      { marL: emu(hanging * (level + 1)), indent: -emu(hanging), algn: alignment(style.align) },
      spacing(style),
      bullet,
      runDefaults(style, fonts),
    ),
  );
}

const spacing = (style: TextStyle): Xml =>
  fragment(
    pointsXml('a:lnSpc', style.lineHeight),
    pointsXml('a:spcBef', style.spaceBefore),
    pointsXml('a:spcAft', style.spaceAfter),
  );

/** A space between lines or paragraphs, in points. */
export const pointsXml = (name: 'a:lnSpc' | 'a:spcBef' | 'a:spcAft', points: number): Xml =>
  element(name, {}, setting('a:spcPts', hundredths(points)));

const bullet = fragment(
  element('a:buClr', {}, colorXml({ slot: 'accent1' })),
  element('a:buFont', { typeface: 'Arial' }),
  element('a:buChar', { char: '•' }),
);

const runDefaults = (style: TextStyle, fonts: Theme['fonts']): Xml =>
  element(
    'a:defRPr',
    { sz: hundredths(style.size), b: style.bold, kern: 1200 },
    fillXml(style.color),
    fontXml(style.font, fonts),
  );

/** PowerPoint's own nine levels for text that no placeholder styles, at a size in points. */
export const defaultLevels = (size: number): readonly Xml[] =>
  Array.from({ length: 9 }, (_none, level) =>
    levelElement(
      level,
      { marL: level * 457_200, algn: 'l' },
      element('a:defRPr', { sz: hundredths(size), kern: 1200 }, fillXml({ slot: 'dk1' }), bodyFont),
    ),
  );

/** The language of text that says none of its own. */
export const defaultLanguage = (lang: string): Xml => element('a:defPPr', {}, element('a:defRPr', { lang }));
