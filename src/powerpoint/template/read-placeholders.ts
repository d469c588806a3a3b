/** The placeholders of a layout, each with what it inherits from its master (MS-OI29500 2.1.1127: by type). */
import type { Insets } from '../../model/length.js';
import { colorElement, resolveColor, type ColorContext } from '../look/color.js';
import { placeholderFill } from '../look/placeholder-fill.js';
import { emuToPt, inherited, levelCount, readLevels, runLook, type LevelLook } from '../look/level-look.js';
import { childOf, findElement, numberOf, type XmlElement } from '../xml/parse-xml.js';
import { boxOf, placeholderOf, shapesOf } from './read-obstacles.js';
import type { TemplatePlaceholder } from './template.js';

/** What a master lends: its placeholders, and its styles for titles, bodies and all other text. */
export interface Lender {
  readonly tree: XmlElement | null;
  readonly titleStyle: readonly LevelLook[];
  readonly bodyStyle: readonly LevelLook[];
  readonly otherStyle: readonly LevelLook[];
  readonly plainText: readonly LevelLook[];
  readonly colors: ColorContext;
}

export const isTitleKind = (kind: string): boolean => kind === 'title' || kind === 'ctrTitle';
const furniture: ReadonlySet<string> = new Set(['dt', 'ftr', 'sldNum', 'hdr']);
export const isFurnitureKind = (kind: string): boolean => furniture.has(kind);

/** The type of the master's placeholder that one of a layout inherits from. */
const lenderKind = (kind: string): string => (isTitleKind(kind) ? 'title' : furniture.has(kind) ? kind : 'body');

/** An index that PowerPoint gives to what has lost its placeholder: never filled. */
const orphan = 4_294_967_295;

export function readPlaceholders(
  tree: XmlElement | null,
  lender: Lender,
  colors: ColorContext,
): readonly TemplatePlaceholder[] {
  const lent = new Map(
    shapesOf(lender.tree).flatMap((shape): readonly (readonly [string, XmlElement])[] => {
      const reference = placeholderOf(shape);
      return reference === null ? [] : [[lenderKind(reference.attributes['type'] ?? 'obj'), shape]];
    }),
  );
  const found = shapesOf(tree).flatMap((shape): readonly TemplatePlaceholder[] => {
    const reference = placeholderOf(shape);
    if (reference === null || Number(reference.attributes['idx'] ?? 0) === orphan) return [];
    const kind = reference.attributes['type'] ?? 'obj';
    return [onePlaceholder(shape, reference, kind, lent.get(lenderKind(kind)) ?? null, lender, colors)];
  });
  // LibreOffice writes several of a kind without an idx: a slide can fill one of them.
  return found.filter(
    ({ kind, index }, at) => found.findIndex((other) => other.kind === kind && other.index === index) === at,
  );
}

function onePlaceholder(
  shape: XmlElement,
  reference: XmlElement,
  kind: string,
  parent: XmlElement | null,
  lender: Lender,
  colors: ColorContext,
): TemplatePlaceholder {
  const bodies = [shape, parent].map((one) => findElement(one, 'p:txBody', 'a:bodyPr'));
  const attribute = (name: string): string | undefined =>
    bodies.map((body) => body?.attributes[name]).find((value) => value !== undefined);
  const transforms = [shape, parent].map((one) => findElement(one, 'p:spPr', 'a:xfrm'));
  const transform = transforms.find((one) => boxOf(one) !== null) ?? null;
  const vert = attribute('vert') ?? 'horz';
  return {
    kind,
    index: Number(reference.attributes['idx'] ?? 0),
    reference: referenceXml(reference),
    name: nameOf(shape),
    box: boxOf(transform),
    inset: insetsOf(attribute),
    valign: anchors[attribute('anchor') ?? 't'] ?? 'top',
    vertical: vert !== 'horz' || (numberOf(transform, 'rot') ?? 0) !== 0 || reference.attributes['orient'] === 'vert',
    autofit: autofitOf(bodies),
    levels: levelsOf(shape, parent, kind, lender, colors),
    ...placeholderFill([
      { shape, colors },
      { shape: parent, colors: lender.colors },
    ]),
  };
}

const anchors: Readonly<Record<string, TemplatePlaceholder['valign']>> = {
  t: 'top',
  ctr: 'middle',
  b: 'bottom',
  just: 'top',
  dist: 'top',
};

/** The attributes that must agree between a slide and its layout. */
const referenceXml = ({ attributes }: XmlElement): string =>
  `<p:ph${['type', 'orient', 'sz', 'idx']
    .flatMap((name) => (attributes[name] === undefined ? [] : [` ${name}="${attributes[name]}"`]))
    .join('')}/>`;

export const nameOf = (shape: XmlElement): string =>
  shape.children.map((child) => childOf(child, 'p:cNvPr')?.attributes['name']).find((name) => name !== undefined) ?? '';

/** Left out by all, they are a tenth of an inch at the sides and half of that above and below (21.1.2.1.1). */
const insetsOf = (attribute: (name: string) => string | undefined): Insets => {
  const inset = (name: string, otherwise: number): number => emuToPt(Number(attribute(name) ?? otherwise));
  return {
    left: inset('lIns', 91_440),
    top: inset('tIns', 45_720),
    right: inset('rIns', 91_440),
    bottom: inset('bIns', 45_720),
  };
};

function autofitOf(bodies: readonly (XmlElement | null)[]): TemplatePlaceholder['autofit'] {
  for (const body of bodies) {
    if (childOf(body, 'a:normAutofit') !== null) return 'shrink';
    if (childOf(body, 'a:spAutoFit') !== null) return 'grow';
    if (childOf(body, 'a:noAutofit') !== null) return 'none';
  }
  return 'none';
}

function levelsOf(
  shape: XmlElement,
  parent: XmlElement | null,
  kind: string,
  lender: Lender,
  colors: ColorContext,
): readonly LevelLook[] {
  const listStyle = (one: XmlElement | null, context: ColorContext): readonly LevelLook[] =>
    readLevels(findElement(one, 'p:txBody', 'a:lstStyle'), context);
  const style = isTitleKind(kind) ? lender.titleStyle : furniture.has(kind) ? lender.otherStyle : lender.bodyStyle;
  return inherited([
    listStyle(shape, colors),
    listStyle(parent, lender.colors),
    style,
    lender.plainText,
    Array.from({ length: levelCount }, () => shapeColor(shape, colors)),
  ]);
}

/** `p:style` names a colour for text that nothing else colours. */
const shapeColor = (shape: XmlElement, colors: ColorContext): LevelLook => {
  const color = resolveColor(colorElement(findElement(shape, 'p:style', 'a:fontRef')), colors);
  return { ...runLook(null, colors), ...(color !== null && { color }) };
};
