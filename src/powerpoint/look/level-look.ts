/**
 * How a level of a text looks: what list styles say of it, the nearer before the farther (ISO 29500-1, 21.1.2.4).
 * Lengths in pt.
 */
import type { Pt } from '../../model/length.js';
import { childOf, findElement, numberOf, type XmlElement } from '../xml/parse-xml.js';
import { colorElement, resolveColor, type ColorContext } from './color.js';

/** In lines of the font, or in points. */
export type Spacing =
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'points'; readonly points: Pt };

export interface LevelLook {
  readonly size?: Pt;
  readonly bold?: boolean;
  /** Six digits. */
  readonly color?: string;
  /** The text is filled with a gradient or a picture: its colour cannot be told as one. */
  readonly fancyFill?: boolean;
  /** As named: a face, or `+mn-lt` for the theme's. */
  readonly latin?: string;
  readonly eastAsian?: string;
  readonly align?: 'start' | 'center' | 'end' | 'justify';
  readonly line?: Spacing;
  readonly before?: Spacing;
  readonly after?: Spacing;
  readonly marginLeft?: Pt;
  readonly indent?: Pt;
  readonly bullet?: 'none' | 'mark';
  readonly capitals?: boolean;
}

export const levelCount = 9;
export const emuToPt = (length: number): Pt => length / 12_700;

/** Nine looks of a `lstStyle`, `titleStyle`, `bodyStyle` or `defaultTextStyle`; what it leaves out is left out. */
export const readLevels = (style: XmlElement | null, colors: ColorContext): readonly LevelLook[] =>
  Array.from({ length: levelCount }, (_, level) => readLevel(childOf(style, `a:lvl${level + 1}pPr`), colors));

/** The first that says something of it counts. */
export const inherited = (styles: readonly (readonly LevelLook[])[]): readonly LevelLook[] =>
  Array.from({ length: levelCount }, (_, level) =>
    styles.reduceRight<LevelLook>((under, style) => ({ ...under, ...style[level] }), {}),
  );

export function readLevel(properties: XmlElement | null, colors: ColorContext): LevelLook {
  if (properties === null) return {};
  return { ...paragraphLook(properties), ...runLook(childOf(properties, 'a:defRPr'), colors) };
}

const alignments: Readonly<Record<string, LevelLook['align']>> = {
  l: 'start',
  ctr: 'center',
  r: 'end',
  just: 'justify',
  dist: 'justify',
};

function paragraphLook(properties: XmlElement): LevelLook {
  const align = alignments[properties.attributes['algn'] ?? ''];
  const [line, before, after] = ['a:lnSpc', 'a:spcBef', 'a:spcAft'].map((name) =>
    readSpacing(childOf(properties, name)),
  );
  const [marginLeft, indent] = ['marL', 'indent'].map((name) => numberOf(properties, name));
  const hasMark = properties.children.some(({ name }) => ['a:buChar', 'a:buAutoNum', 'a:buBlip'].includes(name));
  return {
    ...(align !== undefined && { align }),
    ...(line && { line }),
    ...(before && { before }),
    ...(after && { after }),
    ...(marginLeft !== null && marginLeft !== undefined && { marginLeft: emuToPt(marginLeft) }),
    ...(indent !== null && indent !== undefined && { indent: emuToPt(indent) }),
    ...(childOf(properties, 'a:buNone') !== null && { bullet: 'none' as const }),
    ...(hasMark && { bullet: 'mark' as const }),
  };
}

function readSpacing(spacing: XmlElement | null): Spacing | null {
  const share = numberOf(childOf(spacing, 'a:spcPct'), 'val');
  if (share !== null) return { kind: 'share', share: share / 100_000 };
  const points = numberOf(childOf(spacing, 'a:spcPts'), 'val');
  return points === null ? null : { kind: 'points', points: points / 100 };
}

export function runLook(run: XmlElement | null, colors: ColorContext): LevelLook {
  if (run === null) return {};
  const size = numberOf(run, 'sz');
  const { b: bold, cap } = run.attributes;
  const color = resolveColor(colorElement(childOf(run, 'a:solidFill')), colors);
  const latin = findElement(run, 'a:latin')?.attributes['typeface'];
  const eastAsian = findElement(run, 'a:ea')?.attributes['typeface'];
  return {
    ...(size !== null && { size: size / 100 }),
    ...(bold !== undefined && { bold: bold === '1' || bold === 'true' }),
    ...(color !== null && { color, fancyFill: false }),
    ...((childOf(run, 'a:gradFill') ?? childOf(run, 'a:blipFill')) !== null && { fancyFill: true }),
    ...(latin !== undefined && { latin }),
    ...(eastAsian !== undefined && { eastAsian }),
    ...(cap !== undefined && { capitals: cap === 'all' }),
  };
}
