/** Opens a PowerPoint file as a template. What makes it none is said in words of the file's own kind, not thrown. */
import type { Size } from '../../model/length.js';
import { colorElement, mixedColor, opacityOf, resolveColor, type ColorContext, type ColorMap } from '../look/color.js';
import { emuToPt, readLevels } from '../look/level-look.js';
import { readTheme, type ThemeLook } from '../look/theme-part.js';
import { openPackage, type OpenedPackage, type PackageFault } from '../package/open-package.js';
import { relationsOf, relationsPath, targetsOf, type Relation } from '../package/relations.js';
import {
  childOf,
  childrenOf,
  everyElement,
  findElement,
  numberOf,
  parseXml,
  textOf,
  type XmlElement,
} from '../xml/parse-xml.js';
import { chooseTableStyle, type TemplateTableStyle } from '../table-styles/choose-table-style.js';
import { isTitleKind, readPlaceholders, type Lender } from './read-placeholders.js';
import { placeholderOf, readObstacles, shapesOf } from './read-obstacles.js';
import type { Ground, Obstacle, SampleSlide, Template, TemplateLayout, TemplateMaster } from './template.js';

/** Why a file cannot be a template. */
export type TemplateFault = PackageFault | 'no-presentation' | 'strict' | 'no-layouts';

export function readTemplate(bytes: Uint8Array): Template | TemplateFault {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') return pack;
  const main = targetsOf(pack, '', 'officeDocument')[0];
  const presentation = main === undefined ? null : parseXml(pack.text(main) ?? '');
  if (main === undefined || presentation === null) return 'no-presentation';
  if (presentation.name === 'strict-p:presentation') return 'strict';
  if (presentation.name !== 'p:presentation') return 'no-presentation';
  if (!canBeEdited(pack, main)) return 'damaged';
  const slides = readSlides(pack, main, presentation);
  const opened = readMasters(pack, main, presentation);
  const layouts = numbered(opened.flatMap((master, index) => readLayouts(pack, master, index, slides)));
  if (layouts.length === 0) return 'no-layouts';
  return {
    package: pack,
    main,
    size: sizeOf(presentation),
    masters: opened.map(({ master }) => master),
    layouts,
    slides,
    damaged: damagedParts(
      pack,
      main,
      new Set([...opened.map(({ master }) => master.path), ...layouts.map(({ path }) => path)]),
    ),
    tableStyle: tableStyleOf(pack, main, slides),
    plainText: opened[0]!.lender.plainText,
    embeddedFonts: childrenOf(childOf(presentation, 'p:embeddedFontLst'), 'p:embeddedFont').flatMap((font) => {
      const face = childOf(font, 'p:font')?.attributes['typeface'];
      return face === undefined ? [] : [face];
    }),
  };
}

/**
 * Masters, their themes and their layouts that cannot be read: nothing lands on those.
 *
 * @param read paths of those that were
 */
function damagedParts(pack: OpenedPackage, main: string, read: ReadonlySet<string>): readonly string[] {
  return targetsOf(pack, main, 'slideMaster')
    .flatMap((path) => [path, ...targetsOf(pack, path, 'theme'), ...targetsOf(pack, path, 'slideLayout')])
    .filter((path) => !read.has(path) && parseXml(pack.text(path) ?? '') === null);
}

/** The lists of a package that a deck inside it goes on with: each is there, or rightly missing, and can be read. */
const canBeEdited = (pack: OpenedPackage, main: string): boolean =>
  ['[Content_Types].xml', '_rels/.rels', relationsPath(main)].every((path) => {
    const text = pack.text(path);
    return text === null ? !pack.parts.has(path) && path !== '[Content_Types].xml' : parseXml(text) !== null;
  });

const sizeOf = (presentation: XmlElement): Size => {
  const size = childOf(presentation, 'p:sldSz');
  return { width: emuToPt(numberOf(size, 'cx') ?? 9_144_000), height: emuToPt(numberOf(size, 'cy') ?? 6_858_000) };
};

function tableStyleOf(pack: OpenedPackage, main: string, slides: readonly SampleSlide[]): TemplateTableStyle | null {
  const path = targetsOf(pack, main, 'tableStyles')[0];
  const list = path === undefined ? null : parseXml(pack.text(path) ?? '');
  const uses = new Map<string, number>();
  if (childrenOf(list, 'a:tblStyle').length > 1)
    for (const slide of slides)
      for (const [, id = ''] of (pack.text(slide.path) ?? '').matchAll(/<a:tableStyleId>([^<]*)</g))
        uses.set(id, (uses.get(id) ?? 0) + 1);
  return chooseTableStyle(list, uses);
}

/** The slides of a deck in their order. */
export function readSlides(pack: OpenedPackage, main: string, presentation: XmlElement): readonly SampleSlide[] {
  const relations = relationsOf(pack, main);
  return childrenOf(childOf(presentation, 'p:sldIdLst'), 'p:sldId').flatMap(
    ({ attributes }): readonly SampleSlide[] => {
      const path = relations.find(({ id }) => id === attributes['r:id'])?.target;
      if (path === undefined) return [];
      const root = parseXml(pack.text(path) ?? '');
      const shapes = shapesOf(findElement(root, 'p:cSld', 'p:spTree'));
      const title = shapes.find((shape) => isTitleKind(placeholderOf(shape)?.attributes['type'] ?? ''));
      return [
        {
          path,
          title: title === undefined ? '' : textOf(title).replace(/\s+/g, ' ').trim(),
          layout: targetsOf(pack, path, 'slideLayout')[0] ?? null,
          hidden: root?.attributes['show'] === '0',
        },
      ];
    },
  );
}

interface OpenedMaster {
  readonly master: TemplateMaster;
  readonly root: XmlElement;
  readonly lender: Lender;
  readonly relations: readonly Relation[];
}

function readMasters(pack: OpenedPackage, main: string, presentation: XmlElement): readonly OpenedMaster[] {
  const relations = relationsOf(pack, main);
  return childrenOf(childOf(presentation, 'p:sldMasterIdLst'), 'p:sldMasterId').flatMap(
    ({ attributes }): readonly OpenedMaster[] => {
      const path = relations.find(({ id }) => id === attributes['r:id'])?.target;
      const root = path === undefined ? null : parseXml(pack.text(path) ?? '');
      return path === undefined || root === null ? [] : [readMaster(pack, path, root, presentation)];
    },
  );
}

function readMaster(pack: OpenedPackage, path: string, root: XmlElement, presentation: XmlElement): OpenedMaster {
  const themePath = targetsOf(pack, path, 'theme')[0] ?? '';
  const theme = readTheme(parseXml(pack.text(themePath) ?? ''));
  const colorMap: ColorMap = childOf(root, 'p:clrMap')?.attributes ?? plainMap;
  const colors: ColorContext = { scheme: theme.colors, map: colorMap };
  const styles = childOf(root, 'p:txStyles');
  return {
    master: { path, theme, themePath, colorMap },
    root,
    relations: relationsOf(pack, path),
    lender: {
      tree: findElement(root, 'p:cSld', 'p:spTree'),
      titleStyle: readLevels(childOf(styles, 'p:titleStyle'), colors),
      bodyStyle: readLevels(childOf(styles, 'p:bodyStyle'), colors),
      otherStyle: readLevels(childOf(styles, 'p:otherStyle'), colors),
      plainText: readLevels(childOf(presentation, 'p:defaultTextStyle'), colors),
      colors,
    },
  };
}

const plainMap: ColorMap = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };

type UnnumberedLayout = Omit<TemplateLayout, 'nth'>;

/**
 * In the order of the master's own list; a layout that its master does not list cannot be chosen in PowerPoint either.
 */
function readLayouts(
  pack: OpenedPackage,
  opened: OpenedMaster,
  index: number,
  slides: readonly SampleSlide[],
): readonly UnnumberedLayout[] {
  return childrenOf(childOf(opened.root, 'p:sldLayoutIdLst'), 'p:sldLayoutId').flatMap(
    ({ attributes }): readonly UnnumberedLayout[] => {
      const path = opened.relations.find(({ id }) => id === attributes['r:id'])?.target;
      const root = path === undefined ? null : parseXml(pack.text(path) ?? '');
      return path === undefined || root === null ? [] : [readLayout(pack, path, root, opened, index, slides)];
    },
  );
}

function readLayout(
  pack: OpenedPackage,
  path: string,
  root: XmlElement,
  { master, lender, root: masterRoot, relations: masterRelations }: OpenedMaster,
  index: number,
  slides: readonly SampleSlide[],
): UnnumberedLayout {
  const override = findElement(root, 'p:clrMapOvr', 'a:overrideClrMapping');
  const colorMap = override?.attributes ?? master.colorMap;
  const { theme } = master;
  const colors: ColorContext = { scheme: theme.colors, map: colorMap };
  const relations = relationsOf(pack, path);
  const showsMaster = !['0', 'false'].includes(root.attributes['showMasterSp'] ?? '1');
  const behind = showsMaster
    ? readObstacles(lender.tree, { colors, theme, relations: masterRelations })
    : ([] as readonly Obstacle[]);
  const type = root.attributes['type'] ?? null;
  return {
    path,
    name: (childOf(root, 'p:cSld')?.attributes['name'] ?? '').replace(/\s+/g, ' ').trim(),
    type: type === 'cust' ? null : type,
    master: index,
    colorMap,
    // A layout that maps colours anew sees its master's styles in the new ones.
    placeholders: readPlaceholders(
      findElement(root, 'p:cSld', 'p:spTree'),
      override === null ? lender : remapped(masterRoot, lender, colors),
      colors,
    ),
    obstacles: [...behind, ...readObstacles(findElement(root, 'p:cSld', 'p:spTree'), { colors, theme, relations })],
    ground:
      groundOf(root, theme, colors, relations) ??
      groundOf(masterRoot, theme, colors, masterRelations) ??
      ({ kind: 'colors', colors: [resolveScheme(colors, 'bg1')] } as const),
    pixels: null,
    uses: slides.filter(({ layout }) => layout === path).length,
  };
}

const resolveScheme = ({ scheme, map }: ColorContext, name: string): string => scheme[map[name] ?? name] ?? 'FFFFFF';

function remapped(masterRoot: XmlElement, lender: Lender, colors: ColorContext): Lender {
  const styles = childOf(masterRoot, 'p:txStyles');
  return {
    ...lender,
    colors,
    titleStyle: readLevels(childOf(styles, 'p:titleStyle'), colors),
    bodyStyle: readLevels(childOf(styles, 'p:bodyStyle'), colors),
    otherStyle: readLevels(childOf(styles, 'p:otherStyle'), colors),
  };
}

/** `p:bg`: a fill of its own, or one of the theme's by number from 1001 (ISO 29500-1, 19.3.1.3). */
function groundOf(
  root: XmlElement,
  theme: ThemeLook,
  colors: ColorContext,
  relations: readonly Relation[],
): Ground | null {
  const background = findElement(root, 'p:cSld', 'p:bg');
  if (background === null) return null;
  const own = childOf(background, 'p:bgPr')?.children[0] ?? null;
  if (own !== null) return fillGround(own, colors, relations);
  const reference = childOf(background, 'p:bgRef');
  const index = numberOf(reference, 'idx') ?? 0;
  const color = resolveColor(colorElement(reference), colors) ?? resolveScheme(colors, 'bg1');
  const fill = index > 1000 ? theme.backgrounds[index - 1001] : theme.fills[index - 1];
  return fill === undefined
    ? { kind: 'colors', colors: [color] }
    : fillGround(fill, { ...colors, placeholder: color }, []);
}

function fillGround(fill: XmlElement, colors: ColorContext, relations: readonly Relation[]): Ground | null {
  if (fill.name === 'a:blipFill') {
    const id = childOf(fill, 'a:blip')?.attributes['r:embed'];
    return { kind: 'picture', picture: relations.find((relation) => relation.id === id)?.target ?? null };
  }
  const found = [...everyElement(fill)].flatMap((element) => {
    const color = /Clr$/.test(element.name) ? resolveColor(element, colors) : null;
    // What can be seen through shows the white behind all slides.
    return color === null ? [] : [mixedColor(color, 'FFFFFF', opacityOf(element))];
  });
  const [first, ...rest] = found;
  return first === undefined ? null : { kind: 'colors', colors: [first, ...rest] };
}

/** Names are no keys: a second layout of a name is told apart by its number. */
function numbered(layouts: readonly UnnumberedLayout[]): readonly TemplateLayout[] {
  const seen = new Map<string, number>();
  return layouts.map((layout) => {
    const nth = (seen.get(layout.name) ?? 0) + 1;
    seen.set(layout.name, nth);
    return { ...layout, nth };
  });
}
