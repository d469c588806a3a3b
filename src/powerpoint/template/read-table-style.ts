/** What the table style of a template comes to: its fills, its rules, and words that can be read on them. */
import type { TableLook, TableRowLook, TableRule } from '../../model/theme.js';
import type { Color } from '../../model/theme.js';
import { colorElement, contrastOf, opacityOf, resolveColor, type ColorContext } from '../look/color.js';
import { emuToPt } from '../look/level-look.js';
import { childOf, findElement, numberOf, type XmlElement } from '../xml/parse-xml.js';
import type { TemplateTableStyle } from '../table-styles/choose-table-style.js';
import { readable, type Palette } from './palette.js';

export interface ReadTableLook {
  /** As the style says it. */
  readonly said: TableLook;
  /** The same with words that can be read on their fills. */
  readonly look: TableLook;
}

export function readTableLook({ style }: TemplateTableStyle, colors: ColorContext, palette: Palette): ReadTableLook {
  const whole = readPart(style, 'a:wholeTbl', colors);
  const [first, last] = [readPart(style, 'a:firstRow', colors), readPart(style, 'a:lastRow', colors)];
  const band = readPart(style, 'a:band1H', colors).fill;
  const ground = fillIn(childOf(style, 'a:tblBg'), colors);
  const rowOf = (part: PartLook): TableRowLook => ({
    fill: part.fill ?? whole.fill ?? ground,
    color: part.color ?? whole.color,
    bold: part.bold ?? whole.bold,
    rule: part.under ?? whole.between,
  });
  const body = rowOf({ ...whole, under: null });
  // Where the slide calls the theme's light colour its text, programs differ in what a style's own names stand for.
  const isInverted = (colors.map['tx1'] ?? 'dk1') !== 'dk1';
  const unsaid = (row: TableRowLook): TableRowLook => (isInverted ? { ...row, color: null } : row);
  const own: TableLook = {
    top: first.over ?? whole.over,
    head: rowOf(first),
    body,
    band,
    total: rowOf(last),
    bottom: last.under ?? whole.under,
    group: isFilled(body, band) ? (band ?? null) : { slot: 'lt2' },
    strong: isFilled(body, band) ? null : { slot: 'lt2' },
  };
  const read = (row: TableRowLook, fills: readonly (Color | null)[]): TableRowLook => ({
    ...row,
    color: readableOn(row.color, fills, palette),
  });
  return {
    said: { ...own, head: unsaid(own.head), body: unsaid(own.body), total: unsaid(own.total) },
    look: {
      ...own,
      head: read(own.head, [own.head.fill]),
      body: read(own.body, [own.body.fill, band, own.group]),
      total: read(own.total, [own.total.fill]),
    },
  };
}

const isFilled = ({ fill }: TableRowLook, band: Color | null): boolean => fill !== null || band !== null;

interface PartLook {
  readonly fill: Color | null;
  readonly color: Color | null;
  readonly bold: boolean | null;
  readonly over: TableRule | null;
  readonly between: TableRule | null;
  readonly under: TableRule | null;
}

function readPart(style: XmlElement, name: string, colors: ColorContext): PartLook {
  const part = childOf(style, name);
  const words = childOf(part, 'a:tcTxStyle');
  const cell = childOf(part, 'a:tcStyle');
  const ink = resolveColor(colorElement(words) ?? colorElement(childOf(words, 'a:fontRef')), colors);
  const rule = (side: string): TableRule | null => ruleOf(findElement(cell, 'a:tcBdr', side), colors);
  const bold = words?.attributes['b'];
  return {
    fill: fillIn(cell, colors),
    color: ink === null ? null : literal(ink),
    bold: bold === 'on' ? true : bold === 'off' ? false : null,
    over: rule('a:top'),
    between: rule('a:insideH'),
    under: rule('a:bottom'),
  };
}

const literal = (hex: string): Color => ({ slot: 'dk1', literal: hex });

/** `a:fill`, or a reference into the theme's fills, whose colour is what the reference says. */
function fillIn(holder: XmlElement | null, colors: ColorContext): Color | null {
  const fill = childOf(holder, 'a:fill');
  const own =
    colorElement(childOf(fill, 'a:solidFill')) ??
    colorElement(findElement(fill, 'a:gradFill', 'a:gsLst', 'a:gs')) ??
    (numberOf(childOf(holder, 'a:fillRef'), 'idx') === 0 ? null : colorElement(childOf(holder, 'a:fillRef')));
  const hex = own !== null && opacityOf(own) < 0.5 ? null : resolveColor(own, colors);
  return hex === null ? null : literal(hex);
}

function ruleOf(side: XmlElement | null, colors: ColorContext): TableRule | null {
  const line = childOf(side, 'a:ln');
  const reference = childOf(side, 'a:lnRef');
  const hex = resolveColor(colorElement(childOf(line, 'a:solidFill')) ?? colorElement(reference), colors);
  if (hex === null || numberOf(reference, 'idx') === 0) return null;
  return { color: literal(hex), width: emuToPt(numberOf(line, 'w') ?? 9525) };
}

/** The style's own colour where it can be read on all of the fills, else one of the template's that can. */
function readableOn(own: Color | null, fills: readonly (Color | null)[], palette: Palette): Color | null {
  const hexOf = ({ slot, literal: digits }: Color): string => digits ?? palette[slot].hex;
  const grounds = [...new Set(fills.map((fill) => (fill === null ? palette.lt1.hex : hexOf(fill))))];
  const worst = (color: Color): number => Math.min(...grounds.map((ground) => contrastOf(hexOf(color), ground)));
  const choices = [
    ...(own === null ? [] : [own]),
    { slot: 'dk1' } as const,
    { slot: 'lt1' } as const,
    literal('000000'),
    literal('FFFFFF'),
  ];
  return (
    choices.find((color) => worst(color) >= readable) ??
    [...choices].sort((one, other) => worst(other) - worst(one))[0]!
  );
}
