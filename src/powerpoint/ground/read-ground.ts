/**
 * What a slide on a layout shows that is not on the slide: background, the master's shapes and pictures where the
 * layout shows them, its own. Vectors that follow each other are one drawing.
 */
import type { Box, Size } from '../../model/length.js';
import { colorElement, resolveColor, type ColorContext } from '../look/color.js';
import type { LevelLook } from '../look/level-look.js';
import type { ThemeLook } from '../look/theme-part.js';
import { relationsOf, type Relation } from '../package/relations.js';
import { childOf, findElement, numberOf, parseXml, type XmlElement } from '../xml/parse-xml.js';
import { boxOf, isHidden, placeInGroup, placeholderOf, shapesOf, type Placement } from '../template/read-obstacles.js';
import type { Template, TemplateLayout } from '../template/template.js';
import type { GroundDrawing, GroundPiece, Undrawn } from './ground.js';
import { fillElement } from '../look/fill-element.js';
import { fillPainting, linePainting, paint } from './shape-paint.js';
import { cropOf, outlineOf, short } from './shape-outline.js';
import { wordsOf } from './shape-words.js';

/** A part whose shapes are drawn: the master, or the layout. */
interface Part {
  readonly pack: Template['package'];
  readonly relations: readonly Relation[];
  readonly colors: ColorContext;
  readonly theme: ThemeLook;
  readonly plainText: readonly LevelLook[];
}

/** Where a shape stands: what its group makes of its place, and of its drawing. */
interface Nest {
  readonly place: Placement;
  readonly around: (markup: string) => string;
  readonly fill: XmlElement | null;
}

/** Fragments of one drawing, a picture, or words. */
type Fragment =
  | { readonly kind: 'markup'; readonly markup: string }
  | Exclude<GroundPiece, { kind: 'drawing' }>
  | { readonly kind: 'undrawn'; readonly what: Undrawn };

export function readGround(template: Template, layout: TemplateLayout): GroundDrawing {
  const { package: pack, plainText, size } = template;
  const { theme, path: masterPath } = template.masters[layout.master]!;
  const colors: ColorContext = { scheme: theme.colors, map: layout.colorMap };
  const partOf = (path: string): Part => ({ pack, relations: relationsOf(pack, path), colors, theme, plainText });
  const [own, master] = [layout.path, masterPath].map((path) => ({
    root: parseXml(pack.text(path) ?? ''),
    part: partOf(path),
  }));
  const showsMaster = !['0', 'false'].includes(own!.root?.attributes['showMasterSp'] ?? '1');
  const counter = { count: 0 };
  const background = backgroundOf(own!.root, own!.part, size) ?? backgroundOf(master!.root, master!.part, size) ?? [];
  const shapes = [...(showsMaster ? [master!] : []), own!].flatMap(({ root, part }) =>
    fragmentsOf(findElement(root, 'p:cSld', 'p:spTree'), part, outermost, counter),
  );
  const fragments = [...background, ...shapes];
  return {
    pieces: joined(fragments, size),
    undrawn: fragments.flatMap((fragment) => (fragment.kind === 'undrawn' ? [fragment.what] : [])),
  };
}

const outermost: Nest = { place: (box) => box, around: (markup) => markup, fill: null };

function joined(fragments: readonly Fragment[], { width, height }: Size): readonly GroundPiece[] {
  const pieces: GroundPiece[] = [];
  let markup = '';
  const close = (): void => {
    if (markup !== '')
      pieces.push({
        kind: 'drawing',
        svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}">${markup}</svg>`,
      });
    markup = '';
  };
  for (const fragment of fragments) {
    if (fragment.kind === 'markup') markup += fragment.markup;
    if (fragment.kind !== 'picture' && fragment.kind !== 'words') continue;
    close();
    pieces.push(fragment);
  }
  close();
  return pieces;
}

/** One plain colour is the page's own, and nothing to draw. */
function backgroundOf(root: XmlElement | null, part: Part, size: Size): readonly Fragment[] | null {
  const background = findElement(root, 'p:cSld', 'p:bg');
  if (background === null) return null;
  const reference = childOf(background, 'p:bgRef');
  const index = numberOf(reference, 'idx') ?? 0;
  const styled = index > 1000 ? part.theme.backgrounds[index - 1001] : part.theme.fills[index - 1];
  const fill = fillElement(childOf(background, 'p:bgPr')) ?? styled ?? null;
  if (fill?.name === 'a:blipFill' && reference === null) return picture(fill, { x: 0, y: 0, ...size }, part);
  if (fill?.name === 'a:blipFill') return [{ kind: 'undrawn', what: 'picture' }];
  if (fill?.name !== 'a:gradFill') return [];
  const placeholder = resolveColor(colorElement(reference), part.colors);
  const colors = placeholder === null ? part.colors : { ...part.colors, placeholder };
  const { attributes, definitions } = paint(fill, size, colors, 'ground');
  return [
    {
      kind: 'markup',
      markup: `<defs>${definitions}</defs><rect width="${short(size.width)}" height="${short(size.height)}" ${attributes}/>`,
    },
  ];
}

function fragmentsOf(tree: XmlElement | null, part: Part, nest: Nest, counter: { count: number }): readonly Fragment[] {
  return shapesOf(tree).flatMap((shape): readonly Fragment[] => {
    if (placeholderOf(shape) !== null || isHidden(shape)) return [];
    if (shape.name === 'p:grpSp') return fragmentsOf(shape, part, nestIn(shape, nest), counter);
    if (shape.name === 'p:graphicFrame') return [{ kind: 'undrawn', what: 'object' }];
    const properties = childOf(shape, 'p:spPr');
    const transform = childOf(properties, 'a:xfrm');
    const box = boxOf(transform);
    if (box === null) return [];
    const pictured = childOf(shape, 'p:blipFill') ?? childOf(properties, 'a:blipFill');
    if (pictured !== null) return picture(pictured, nest.place(box), part);
    counter.count += 1;
    const words = wordsOf(shape, nest.place(box), part.colors, part.plainText);
    const turned = (numberOf(transform, 'rot') ?? 0) !== 0;
    return [
      ...vector({ shape, properties, transform, box }, part, nest, `paint${counter.count}`),
      ...(words === null
        ? []
        : words === 'turned' || turned
          ? [{ kind: 'undrawn', what: 'turned text' } as const]
          : [words]),
    ];
  });
}

/** Child space to the group's box, for places and for drawings. */
function nestIn(group: XmlElement, nest: Nest): Nest {
  const properties = childOf(group, 'p:grpSpPr');
  const transform = childOf(properties, 'a:xfrm');
  const box = boxOf(transform);
  const inner = boxOf(innerOf(transform));
  const fill = fillElement(properties) ?? nest.fill;
  if (box === null || inner === null || inner.width === 0 || inner.height === 0) return { ...nest, fill };
  const scale = `scale(${short6(box.width / inner.width)} ${short6(box.height / inner.height)})`;
  const moved = `${placing(box, transform)} ${scale} translate(${short(-inner.x)} ${short(-inner.y)})`;
  return {
    place: placeInGroup(group, nest.place),
    around: (markup) => nest.around(`<g transform="${moved}">${markup}</g>`),
    fill,
  };
}

const short6 = (value: number): string => String(Math.round(value * 1_000_000) / 1_000_000);

const innerOf = (transform: XmlElement | null): XmlElement | null => {
  const [offset, extent] = [childOf(transform, 'a:chOff'), childOf(transform, 'a:chExt')];
  if (transform === null || offset === null || extent === null) return null;
  return {
    ...transform,
    children: [
      { ...offset, name: 'a:off' },
      { ...extent, name: 'a:ext' },
    ],
  };
};

/** To a box, turned about its middle and mirrored (20.1.7.6). */
function placing({ x, y, width, height }: Box, transform: XmlElement | null): string {
  const turn = (numberOf(transform, 'rot') ?? 0) / 60_000;
  const mirrored = (name: string): boolean => ['1', 'true'].includes(transform?.attributes[name] ?? '');
  return [
    `translate(${short(x)} ${short(y)})`,
    ...(turn === 0 ? [] : [`rotate(${short(turn)} ${short(width / 2)} ${short(height / 2)})`]),
    ...(mirrored('flipH') ? [`translate(${short(width)} 0) scale(-1 1)`] : []),
    ...(mirrored('flipV') ? [`translate(0 ${short(height)}) scale(1 -1)`] : []),
  ].join(' ');
}

interface PlacedShape {
  readonly shape: XmlElement;
  readonly properties: XmlElement | null;
  readonly transform: XmlElement | null;
  readonly box: Box;
}

function vector(
  { shape, properties, transform, box }: PlacedShape,
  part: Part,
  nest: Nest,
  id: string,
): readonly Fragment[] {
  const context = { colors: part.colors, theme: part.theme, group: nest.fill };
  const outline = outlineOf(properties, box);
  const { attributes, definitions } = fillPainting(shape, properties, box, context, id);
  const stroke = linePainting(shape, properties, context);
  const isSeen = stroke !== '' || !attributes.includes('"none"');
  if (!isSeen) return [];
  if (outline === null) return [{ kind: 'undrawn', what: 'shape' }];
  const fill = outline.open || shape.name === 'p:cxnSp' ? 'fill="none"' : attributes;
  const drawn = `<path d="${outline.data}" ${fill}${stroke} fill-rule="evenodd"/>`;
  const markup = `${definitions === '' ? '' : `<defs>${definitions}</defs>`}<g transform="${placing(box, transform)}">${drawn}</g>`;
  return [{ kind: 'markup', markup: nest.around(markup) }];
}

function picture(fill: XmlElement, box: Box, { pack, relations }: Part): readonly Fragment[] {
  const blip = childOf(fill, 'a:blip');
  const id = blip?.attributes['r:embed'];
  const opacity = (numberOf(childOf(blip, 'a:alphaModFix'), 'amt') ?? 100_000) / 100_000;
  const target = relations.find((relation) => relation.id === id && !relation.external)?.target;
  const bytes = target === undefined ? null : pack.bytes(target);
  if (target === undefined || bytes === null) return [{ kind: 'undrawn', what: 'picture' }];
  return [{ kind: 'picture', path: target, bytes, box, crop: cropOf(childOf(fill, 'a:srcRect')), opacity }];
}
