/** What stands on a layout or master beside its placeholders: logos, bars, panels, words. */
import type { Box } from '../../model/length.js';
import { colorElement, opacityOf, resolveColor, type ColorContext } from '../look/color.js';
import { emuToPt } from '../look/level-look.js';
import type { ThemeLook } from '../look/theme-part.js';
import type { Relation } from '../package/relations.js';
import { childOf, findElement, numberOf, textOf, type XmlElement } from '../xml/parse-xml.js';
import type { Obstacle } from './template.js';

interface Surroundings {
  readonly colors: ColorContext;
  readonly theme: ThemeLook;
  readonly relations: readonly Relation[];
}

const shapeNames: ReadonlySet<string> = new Set(['p:sp', 'p:pic', 'p:cxnSp', 'p:graphicFrame', 'p:grpSp']);

/** Shapes of a tree, with what stands for those that only newer programs know. */
export const shapesOf = (tree: XmlElement | null): readonly XmlElement[] =>
  (tree?.children ?? []).flatMap((element): readonly XmlElement[] => {
    if (shapeNames.has(element.name)) return [element];
    if (element.name !== 'mc:AlternateContent') return [];
    return shapesOf(childOf(element, 'mc:Fallback') ?? childOf(element, 'mc:Choice'));
  });

export const placeholderOf = (shape: XmlElement): XmlElement | null =>
  shape.children.map((child) => findElement(child, 'p:nvPr', 'p:ph')).find((found) => found !== null) ?? null;

export const isHidden = (shape: XmlElement): boolean =>
  shape.children.some((child) => ['1', 'true'].includes(childOf(child, 'p:cNvPr')?.attributes['hidden'] ?? ''));

export function boxOf(transform: XmlElement | null): Box | null {
  const [offset, extent] = [childOf(transform, 'a:off'), childOf(transform, 'a:ext')];
  const [x, y, width, height] = [
    numberOf(offset, 'x'),
    numberOf(offset, 'y'),
    numberOf(extent, 'cx'),
    numberOf(extent, 'cy'),
  ];
  if (x === null || y === null || width === null || height === null) return null;
  return { x: emuToPt(x), y: emuToPt(y), width: emuToPt(width), height: emuToPt(height) };
}

/** From inside a group to the slide. */
export type Placement = (box: Box) => Box;

export const readObstacles = (
  tree: XmlElement | null,
  given: Surroundings,
  place: Placement = (box) => box,
): Obstacle[] =>
  shapesOf(tree).flatMap((shape): Obstacle[] => {
    if (placeholderOf(shape) !== null || isHidden(shape)) return [];
    if (shape.name === 'p:grpSp') return readObstacles(shape, given, placeInGroup(shape, place));
    const transform =
      shape.name === 'p:graphicFrame' ? childOf(shape, 'p:xfrm') : findElement(shape, 'p:spPr', 'a:xfrm');
    const box = boxOf(transform);
    return box === null ? [] : [{ ...obstacleOf(shape, given), box: place(turned(box, transform)) }];
  });

/** A box turned by a quarter takes the place of one as wide as it is high. */
function turned(box: Box, transform: XmlElement | null): Box {
  const quarter = Math.round((numberOf(transform, 'rot') ?? 0) / 5_400_000) % 2 !== 0;
  if (!quarter) return box;
  const [x, y] = [box.x + (box.width - box.height) / 2, box.y + (box.height - box.width) / 2];
  return { x, y, width: box.height, height: box.width };
}

export function placeInGroup(group: XmlElement, place: Placement): Placement {
  const transform = findElement(group, 'p:grpSpPr', 'a:xfrm');
  const outer = boxOf(transform);
  const [offset, extent] = [childOf(transform, 'a:chOff'), childOf(transform, 'a:chExt')];
  const inner = {
    x: emuToPt(numberOf(offset, 'x') ?? 0),
    y: emuToPt(numberOf(offset, 'y') ?? 0),
    width: emuToPt(numberOf(extent, 'cx') ?? 0),
    height: emuToPt(numberOf(extent, 'cy') ?? 0),
  };
  if (outer === null || inner.width === 0 || inner.height === 0) return place;
  const [across, down] = [outer.width / inner.width, outer.height / inner.height];
  return ({ x, y, width, height }) =>
    place({
      x: outer.x + (x - inner.x) * across,
      y: outer.y + (y - inner.y) * down,
      width: width * across,
      height: height * down,
    });
}

function obstacleOf(shape: XmlElement, given: Surroundings): Omit<Obstacle, 'box'> {
  const properties = childOf(shape, 'p:spPr');
  const picture = pictureOf(shape, properties, given.relations);
  const fill = shape.name === 'p:sp' ? fillOf(shape, properties, given) : null;
  const text = childOf(shape, 'p:txBody');
  const hasText = text !== null && textOf(text).trim() !== '';
  const kind =
    shape.name === 'p:pic' || picture !== null
      ? 'picture'
      : shape.name === 'p:cxnSp'
        ? 'line'
        : hasText && fill === null
          ? 'text'
          : 'shape';
  const rounded = /round|ellipse|circle/i.test(findElement(properties, 'a:prstGeom')?.attributes['prst'] ?? '');
  return { kind, fill, picture, outline: outlineOf(properties, given), rounded };
}

function pictureOf(shape: XmlElement, properties: XmlElement | null, relations: readonly Relation[]): string | null {
  const blip = findElement(shape, 'p:blipFill', 'a:blip') ?? findElement(properties, 'a:blipFill', 'a:blip');
  const id = blip?.attributes['r:embed'];
  return relations.find((relation) => relation.id === id)?.target ?? null;
}

function fillOf(shape: XmlElement, properties: XmlElement | null, { colors, theme }: Surroundings): string | null {
  if (childOf(properties, 'a:noFill') !== null) return null;
  const own = colorElement(childOf(properties, 'a:solidFill')) ?? firstStop(childOf(properties, 'a:gradFill'));
  if (own !== null) return opacityOf(own) < 0.9 ? null : resolveColor(own, colors);
  const reference = findElement(shape, 'p:style', 'a:fillRef');
  const index = numberOf(reference, 'idx') ?? 0;
  if (reference === null || index === 0) return null;
  const color = resolveColor(colorElement(reference), colors);
  const styled = theme.fills[(index - 1) % 1000] ?? null;
  const inner = colorElement(styled) ?? firstStop(styled);
  return color === null ? null : (resolveColor(inner, { ...colors, placeholder: color }) ?? color);
}

const firstStop = (gradient: XmlElement | null): XmlElement | null =>
  colorElement(findElement(gradient, 'a:gsLst', 'a:gs'));

function outlineOf(properties: XmlElement | null, { colors }: Surroundings): Obstacle['outline'] {
  const line = childOf(properties, 'a:ln');
  const color = resolveColor(colorElement(childOf(line, 'a:solidFill')), colors);
  return color === null ? null : { color, width: emuToPt(numberOf(line, 'w') ?? 9525) };
}
