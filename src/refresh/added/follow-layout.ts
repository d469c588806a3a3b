/** A unit of an edited slide put where the report's slide has it: boxes, sizes of type, widths of columns. */
import { attributeSpan, type Splice } from '../../powerpoint/edited/edit-xml.js';
import type { EditedShape } from '../../powerpoint/edited/edited-deck.js';
import type { ShapeIdentity, TableShapeIdentity, TextShapeIdentity } from '../../powerpoint/identity/deck-identity.js';
import { childOf, childrenOf, everyElement, findElement, type XmlElement } from '../../powerpoint/xml/parse-xml.js';
import { lookSplices } from './follow-look.js';
import type { EditedUnit, UnitPair } from './standing-units.js';
import { isSameBox, type Box } from './slide-units.js';

export interface FollowedUnit {
  readonly splices: readonly Splice[];
  /** Rules and the like that the report's unit has more, as elements of its slide; they go behind the last shape. */
  readonly more: readonly XmlElement[];
  /** By the base's shapes. */
  readonly boxes: ReadonlyMap<ShapeIdentity, Box>;
  /** Those whose sizes, widths and heights are the report's now. */
  readonly formed: ReadonlyMap<ShapeIdentity, ShapeIdentity>;
  /** Rules that are gone. */
  readonly gone: ReadonlySet<ShapeIdentity>;
}

/** The report's slide as it stands in its part, and the grounds of its boxes: see `lookSplices`. */
export interface FreshSlide {
  readonly xml: string;
  readonly grounds: ReadonlySet<string>;
}

export function followLayout(xml: string, { unit, pairs, fresh }: EditedUnit, slide: FreshSlide): FollowedUnit {
  const chart = pairs.find(({ base }) => base?.kind === 'chart');
  if (chart?.next && unit.element.name !== 'p:graphicFrame') return followDrawing(xml, unit.element, chart);
  const splices: Splice[] = [];
  const boxes = new Map<ShapeIdentity, Box>();
  const formed = new Map<ShapeIdentity, ShapeIdentity>();
  const leaves = new Map(fresh!.unit.leaves.map((leaf) => [leaf.creationId ?? '', leaf]));
  const move = ({ shape, base }: UnitPair, next: ShapeIdentity): void => {
    if (shape.box !== null) splices.push(...boxSplices(xml, shape.element, next.box));
    else if (base === null || isSameBox(base.box, next.box)) return;
    else splices.push(...ownBox(xml, shape.element, next.box));
    if (base !== null) boxes.set(base, next.box);
  };
  for (const pair of pairs) {
    const { shape, base, next } = pair;
    if (base === null || next === null || isRule(base)) continue;
    const twin = leaves.get(next.creationId.toUpperCase()) ?? null;
    if (shape.box === null && (twin === null || twin.box === null)) continue;
    move(pair, next);
    const form = formSplices(xml, shape, base, next, twin);
    splices.push(...form.splices);
    if (shape.kind === 'text' && twin?.kind === 'text')
      splices.push(...lookSplices(shape.element, { fresh: twin.element, freshXml: slide.xml, grounds: slide.grounds }));
    if (form.isFollowed) formed.set(base, next);
  }
  const rules = pairs.filter(({ base }) => base !== null && isRule(base));
  const others = fresh!.plain.filter(isRule);
  rules.forEach((rule, index) => {
    const next = others[index];
    if (next !== undefined) move(rule, next);
    else if (unit.element.name === 'p:grpSp') splices.push(removal(rule.shape.element));
  });
  if (unit.element.name === 'p:grpSp') splices.push(...groupSplices(xml, unit.element, fresh!.box));
  const more = others.slice(rules.length).flatMap((shape) => leaves.get(shape.creationId.toUpperCase())?.element ?? []);
  const gone = unit.element.name === 'p:grpSp' ? rules.slice(others.length).flatMap(({ base }) => base ?? []) : [];
  return { splices, more, boxes, formed, gone: new Set(gone) };
}

/** A chart with its marks, or of plain shapes, or of two kinds: what it is made of is moved and stretched alike. */
function followDrawing(xml: string, element: XmlElement, { base, next }: UnitPair): FollowedUnit {
  const [from, to] = [base!.box, next!.box];
  const splices = [...everyElement(element)].flatMap((each): readonly Splice[] =>
    each.name === 'a:off' || each.name === 'a:chOff'
      ? [
          ...setAttribute(xml, each, 'x', onAxis(each, 'x', [from.x, from.cx], [to.x, to.cx])),
          ...setAttribute(xml, each, 'y', onAxis(each, 'y', [from.y, from.cy], [to.y, to.cy])),
        ]
      : (each.name === 'a:ext' || each.name === 'a:chExt') && each.attributes['cx'] !== undefined
        ? [
            ...setAttribute(xml, each, 'cx', onAxis(each, 'cx', [0, from.cx], [0, to.cx])),
            ...setAttribute(xml, each, 'cy', onAxis(each, 'cy', [0, from.cy], [0, to.cy])),
          ]
        : [],
  );
  return { splices, more: [], boxes: new Map([[base!, to]]), formed: new Map(), gone: new Set() };
}

type Axis = readonly [start: number, length: number];

const onAxis = ({ attributes }: XmlElement, name: string, [from, length]: Axis, [to, other]: Axis): number =>
  Math.round(to + (Number(attributes[name] ?? 0) - from) * (length === 0 ? 1 : other / length));

const isRule = (shape: ShapeIdentity): boolean => shape.kind === 'plain' && shape.figure === undefined;

const removal = ({ start, end }: XmlElement): Splice => ({ start, end, text: '' });

const addAttribute = (xml: string, element: XmlElement, name: string, value: number): readonly Splice[] => {
  if (element.attributes[name] !== undefined) return setAttribute(xml, element, name, value);
  const at = element.start + /^<[\w:-]+/.exec(xml.slice(element.start, element.end))![0].length;
  return [{ start: at, end: at, text: ` ${name}="${value}"` }];
};

const setAttribute = (xml: string, element: XmlElement | null, name: string, value: number): readonly Splice[] => {
  const span = element === null ? null : attributeSpan(xml, element.start, name);
  return span === null ? [] : [{ ...span, text: String(value) }];
};

function boxSplices(xml: string, element: XmlElement, box: Box): readonly Splice[] {
  const frames = [...everyElement(element)].filter(({ name }) => name === 'a:xfrm' || name === 'p:xfrm');
  const [frame] = frames;
  return frame === undefined ? [] : frameSplices(xml, frame, 'off', 'ext', box);
}

/** One that filled its placeholder stands elsewhere now: `p:spPr` says so before all else. */
function ownBox(xml: string, element: XmlElement, { x, y, cx, cy }: Box): readonly Splice[] {
  const properties = childOf(element, 'p:spPr');
  if (properties === null) return [];
  const declared = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const frame = `<a:xfrm ${declared}><a:off x="${x}" y="${y}"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>`;
  const { start, end, contentStart } = properties;
  const name = /^<([\w:-]+)/.exec(xml.slice(start, end))![1]!;
  return xml.slice(start, contentStart).endsWith('/>')
    ? [{ start, end, text: `<${name}>${frame}</${name}>` }]
    : [{ start: contentStart, end: contentStart, text: frame }];
}

const frameSplices = (
  xml: string,
  frame: XmlElement | null,
  offset: string,
  extent: string,
  { x, y, cx, cy }: Box,
): readonly Splice[] => [
  ...setAttribute(xml, childOf(frame, `a:${offset}`), 'x', x),
  ...setAttribute(xml, childOf(frame, `a:${offset}`), 'y', y),
  ...setAttribute(xml, childOf(frame, `a:${extent}`), 'cx', cx),
  ...setAttribute(xml, childOf(frame, `a:${extent}`), 'cy', cy),
];

/** What is in the group has the slide's measure. */
function groupSplices(xml: string, group: XmlElement, box: Box): readonly Splice[] {
  const frame = findElement(group, 'p:grpSpPr', 'a:xfrm');
  return [...frameSplices(xml, frame, 'off', 'ext', box), ...frameSplices(xml, frame, 'chOff', 'chExt', box)];
}

interface FormSplices {
  readonly splices: readonly Splice[];
  readonly isFollowed: boolean;
}

/** Sizes that somebody has changed stay as they are. */
function formSplices(
  xml: string,
  shape: EditedShape,
  base: ShapeIdentity,
  next: ShapeIdentity,
  fresh: EditedShape | null,
): FormSplices {
  const nothing = { splices: [], isFollowed: false };
  if (shape.kind === 'text' && base.kind === 'text' && next.kind === 'text')
    return textForm(xml, shape.element, base, next, fresh) ?? nothing;
  if (shape.kind === 'table' && base.kind === 'table' && next.kind === 'table')
    return tableForm(xml, shape.table.element, base, next, fresh?.kind === 'table' ? fresh.table.element : null);
  if (shape.kind === 'picture' && fresh?.kind === 'picture')
    return { splices: cropSplices(xml, shape.element, fresh.element), isFollowed: true };
  return nothing;
}

const runsIn = (element: XmlElement): readonly XmlElement[] =>
  [...everyElement(element)].filter(({ name, attributes }) => name === 'a:rPr' && attributes['sz'] !== undefined);

/** Neighbours of one size once; and which of these each run has. */
function sizesOf(runs: readonly XmlElement[]): { readonly sizes: readonly number[]; readonly nth: readonly number[] } {
  const sizes: number[] = [];
  const nth = runs.map(({ attributes }) => {
    const size = Number(attributes['sz']);
    if (sizes.at(-1) !== size) sizes.push(size);
    return sizes.length - 1;
  });
  return { sizes, nth };
}

const same = (one: readonly number[] | undefined, other: readonly number[], within = 0): boolean =>
  one !== undefined && one.length === other.length && one.every((each, at) => Math.abs(each - other[at]!) <= within);

/** Null where the sizes are not those of the build, or none of the report's answers each. */
function runSplices(
  xml: string,
  element: XmlElement,
  base: readonly number[] | undefined,
  next: readonly number[] | undefined,
): readonly Splice[] | null {
  if (base === undefined && next !== undefined) return inheritedRuns(xml, element, next);
  const runs = runsIn(element);
  const { sizes, nth } = sizesOf(runs);
  if (next === undefined || !same(base, sizes)) return null;
  const [only] = new Set(next).size === 1 ? next : [];
  if (next.length !== sizes.length && only === undefined) return null;
  return runs.flatMap((run, index) => setAttribute(xml, run, 'sz', only ?? next[nth[index]!]!));
}

/** Runs that had the size of their placeholder have one of their own now, if the report gives all of them the same. */
function inheritedRuns(xml: string, element: XmlElement, next: readonly number[]): readonly Splice[] | null {
  const [only, ...more] = new Set(next);
  const runs = [...everyElement(element)].filter(({ name }) => name === 'a:r');
  const looks = runs.map((run) => childOf(run, 'a:rPr'));
  if (only === undefined || more.length > 0 || looks.some((look) => look?.attributes['sz'] !== undefined)) return null;
  return looks.flatMap((look) => (look === null ? [] : addAttribute(xml, look, 'sz', only)));
}

function textForm(
  xml: string,
  element: XmlElement,
  base: TextShapeIdentity,
  next: TextShapeIdentity,
  fresh: EditedShape | null,
): FormSplices | null {
  const splices = runSplices(xml, element, base.sizes, next.sizes);
  return splices === null
    ? null
    : {
        splices: [
          ...splices,
          ...spacingSplices(xml, element, fresh?.element ?? null),
          ...insetSplices(xml, element, fresh?.element ?? null),
        ],
        isFollowed: true,
      };
}

/** The room around the text of a box. */
function insetSplices(xml: string, element: XmlElement, fresh: XmlElement | null): readonly Splice[] {
  const [own, other] = [element, fresh].map((each) => findElement(each, 'p:txBody', 'a:bodyPr'));
  return ['lIns', 'tIns', 'rIns', 'bIns'].flatMap((name) =>
    other?.attributes[name] === undefined || !own ? [] : addAttribute(xml, own, name, Number(other.attributes[name])),
  );
}

/** Room between lines and paragraphs, where both have as many kinds of it. */
function spacingSplices(xml: string, element: XmlElement, fresh: XmlElement | null): readonly Splice[] {
  return ['a:lnSpc', 'a:spcBef', 'a:spcAft'].flatMap((parent) => {
    const [lines, freshLines] = [element, fresh].map((each) => (each === null ? [] : paragraphsIn(each)));
    if (lines!.length === freshLines!.length)
      return lines!.flatMap((line, index) =>
        // Programs leave out what is none.
        pointsIn(line, parent).flatMap((each) =>
          setAttribute(xml, each, 'val', pointsIn(freshLines![index]!, parent).map(valueOf)[0] ?? 0),
        ),
      );
    const own = pointsIn(element, parent);
    const others = [...new Set(fresh === null ? [] : pointsIn(fresh, parent).map(valueOf))];
    const values = [...new Set(own.map(valueOf))];
    if (values.length !== others.length) return [];
    return own.flatMap((each) => setAttribute(xml, each, 'val', others[values.indexOf(valueOf(each))]!));
  });
}

const paragraphsIn = (element: XmlElement): readonly XmlElement[] =>
  [...everyElement(element)].filter(({ name }) => name === 'a:p');

const pointsIn = (element: XmlElement, parent: string): readonly XmlElement[] =>
  [...everyElement(element)].filter(({ name }) => name === parent).flatMap((each) => childrenOf(each, 'a:spcPts'));

const valueOf = ({ attributes }: XmlElement): number => Number(attributes['val'] ?? 0);

/** Half a point, in EMU: columns and rows are rounded when a file is saved. */
const nearLine = 6_350;

function tableForm(
  xml: string,
  table: XmlElement,
  base: TableShapeIdentity,
  next: TableShapeIdentity,
  fresh: XmlElement | null,
): FormSplices {
  const columns = childrenOf(childOf(table, 'a:tblGrid'), 'a:gridCol');
  const rows = childrenOf(table, 'a:tr');
  const [widths, heights] = [columns.map(lengthOf('w')), rows.map(lengthOf('h'))];
  const [wide, high] = [next.box.cx / base.box.cx, next.box.cy / base.box.cy];
  const isBuilt = same(base.form?.widths, widths, nearLine) && same(base.form?.heights, heights, nearLine);
  const runs = isBuilt ? runSplices(xml, table, base.form?.sizes, next.form?.sizes) : null;
  const isFollowed =
    runs !== null && next.form?.widths.length === widths.length && next.form.heights.length === heights.length;
  const widthOf = (index: number): number => (isFollowed ? next.form!.widths[index]! : widths[index]! * wide);
  const heightOf = (index: number): number => (isFollowed ? next.form!.heights[index]! : heights[index]! * high);
  return {
    isFollowed,
    splices: [
      ...columns.flatMap((column, index) => setAttribute(xml, column, 'w', Math.round(widthOf(index)))),
      ...rows.flatMap((row, index) => setAttribute(xml, row, 'h', Math.round(heightOf(index)))),
      ...(isFollowed ? [...runs, ...spacingSplices(xml, table, fresh), ...marginSplices(xml, table, fresh)] : []),
    ],
  };
}

const lengthOf =
  (name: string) =>
  ({ attributes }: XmlElement): number =>
    Number(attributes[name] ?? 0);

/** The room around the texts of cells, cell by cell. */
function marginSplices(xml: string, table: XmlElement, fresh: XmlElement | null): readonly Splice[] {
  if (fresh === null) return [];
  const cellsIn = (element: XmlElement): readonly (XmlElement | null)[] =>
    childrenOf(element, 'a:tr').flatMap((row) => childrenOf(row, 'a:tc').map((cell) => childOf(cell, 'a:tcPr')));
  const others = cellsIn(fresh);
  return cellsIn(table).flatMap((cell, index) =>
    ['marL', 'marR', 'marT', 'marB'].flatMap((name) => {
      const value = others[index]?.attributes[name];
      return value === undefined ? [] : setAttribute(xml, cell, name, Number(value));
    }),
  );
}

/** The part of a picture that is shown follows from the form of its box. */
function cropSplices(xml: string, picture: XmlElement, fresh: XmlElement): readonly Splice[] {
  const [own, other] = [picture, fresh].map((each) => findElement(each, 'p:blipFill', 'a:srcRect')) as [
    XmlElement | null,
    XmlElement | null,
  ];
  return ['l', 't', 'r', 'b'].flatMap((side) =>
    other?.attributes[side] === undefined ? [] : setAttribute(xml, own, side, Number(other.attributes[side])),
  );
}
