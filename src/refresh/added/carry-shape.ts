/**
 * A shape of the report's slide as XML for an edited one: with names, ids and relationships that are free there, and
 * the parts that it leads to brought along.
 */
import type { EditedDeck, EditedPart } from '../../powerpoint/edited/edited-deck.js';
import { escapeAttribute } from '../../powerpoint/edited/edit-xml.js';
import { shapeCreationId } from '../../powerpoint/identity/creation-ids.js';
import { allRelationsOf, relationsOf, relativeTarget, type Relation } from '../../powerpoint/package/relations.js';
import type { Relationship } from '../../writers/pptx/package/relationships.js';
import { copyPart, type PartsTarget } from './copy-part.js';
import type { Box } from './slide-units.js';

/** One slide that takes shapes up: what of it is taken already. */
export interface ShapeTarget {
  readonly parts: PartsTarget;
  readonly path: string;
  readonly report: string;
  readonly key: string;
  /** The opening tag of its root. */
  readonly rootTag: string;
  /** The path of another slide of the deck, by its key. */
  readonly slidePath: (key: string) => string | undefined;
  readonly names: Set<string>;
  readonly creationIds: Set<string>;
  readonly relations: Relationship[];
  readonly usedRelations: Set<string>;
  /** The highest id of a shape. */
  lastId: number;
}

/** What a carried shape is called now: its id and its name by the creation id that the report gives it. */
export type NewNames = ReadonlyMap<string, { readonly id: number; readonly name: string; readonly creationId: string }>;

export interface CarriedShape {
  readonly xml: string;
  readonly named: NewNames;
}

export function shapeTarget(
  { path, xml }: Pick<EditedPart, 'path' | 'xml'>,
  own: Pick<ShapeTarget, 'parts' | 'report' | 'key' | 'slidePath'>,
): ShapeTarget {
  const all = (pattern: RegExp): readonly string[] => [...xml.matchAll(pattern)].map(([, found]) => found!);
  return {
    ...own,
    path,
    rootTag: rootTagOf(xml),
    names: new Set(all(/<\w+:cNvPr [^>]*?\bname="([^"]*)"/g)),
    creationIds: new Set(all(/:creationId [^>]*?\bid="(\{[^"]*\})"/g).map((id) => id.toUpperCase())),
    relations: [],
    usedRelations: new Set(allRelationsOf(own.parts.deck.pack, path).map(({ id }) => id)),
    lastId: Math.max(1, ...all(/<\w+:cNvPr [^>]*?\bid="(\d+)"/g).map(Number)),
  };
}

const rootTagOf = (xml: string): string => /<[\w-]+:?sld[\s>][^>]*>/.exec(xml)?.[0] ?? '';

/** @param xml of the element, as it stands in `from` */
export function carryShape(xml: string, from: EditedPart, source: EditedDeck, target: ShapeTarget): CarriedShape {
  const renamed = withFreeNames(xml, target);
  const linked = withRelations(renamed.xml, from, source, target);
  return { xml: withNamespaces(linked, rootTagOf(from.xml), target.rootTag), named: renamed.named };
}

/** Ids, names and creation ids are unique on their slide; one id stands for one shape in both branches of a choice. */
function withFreeNames(xml: string, target: ShapeTarget): CarriedShape {
  const ids = new Map<string, string>();
  const named = new Map<string, { id: number; name: string; creationId: string }>();
  const properties = /<p:cNvPr ([^>]*?)(\/>|>([\s\S]*?)<\/p:cNvPr>)/g;
  const renamed = xml.replace(properties, (_all, attributes: string, rest: string) => {
    const own = /\bid="(\d+)"/.exec(attributes)?.[1] ?? '';
    const id = ids.get(own) ?? String(++target.lastId);
    ids.set(own, id);
    const before = /\bname="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const creationId = /(<a16:creationId [^>]*?\bid=")(\{[^"]*\})"/.exec(rest)?.[2] ?? null;
    const known = creationId === null ? undefined : named.get(creationId.toUpperCase());
    const name = known?.name ?? freeName(before, target);
    const asked = creationId === null ? null : (known?.creationId ?? freeCreationId(creationId, name, target));
    if (creationId !== null && asked !== null)
      named.set(creationId.toUpperCase(), { id: Number(id), name, creationId: asked });
    return (
      `<p:cNvPr ${attributes.replace(/\bid="\d+"/, `id="${id}"`).replace(/\bname="[^"]*"/, () => `name="${name}"`)}` +
      (creationId === null ? rest : rest.replace(creationId, () => asked!))
    );
  });
  const connected = renamed.replace(
    /(<a:(?:st|end)Cxn id=")(\d+)"/g,
    (_all, head: string, id: string) => `${head}${ids.get(id) ?? id}"`,
  );
  return { xml: connected, named };
}

function freeName(name: string, { names }: ShapeTarget): string {
  const stem = name.replace(/ \d+$/, '');
  let free = name;
  for (let number = 2; names.has(free); number += 1) free = `${stem} ${number}`;
  names.add(free);
  return free;
}

function freeCreationId(id: string, name: string, { creationIds, report, key }: ShapeTarget): string {
  let free = id;
  for (let number = 0; creationIds.has(free.toUpperCase()); number += 1)
    free = shapeCreationId(report, key, number === 0 ? name : `${name} ${number}`);
  creationIds.add(free.toUpperCase());
  return free;
}

function withRelations(xml: string, from: EditedPart, source: EditedDeck, target: ShapeTarget): string {
  const known = new Map(relationsOf(source.pack, from.path).map((each) => [each.id, each]));
  const ids = new Map<string, string | null>();
  for (const [, id] of xml.matchAll(/\sr:\w+="([^"]+)"/g)) {
    const relation = known.get(id!);
    if (relation !== undefined && !ids.has(id!)) ids.set(id!, relate(relation, source, target));
  }
  const dropped = [...ids].flatMap(([id, to]) => (to === null ? [id] : []));
  return dropped
    .reduce(withoutLink, xml)
    .replace(/(\sr:\w+=")([^"]+)"/g, (_all, head: string, id: string) => `${head}${ids.get(id) ?? id}"`);
}

/** A relationship of the target to a copy of what one leads to; null for a slide that the deck has not. */
function relate({ type, external, target: to }: Relation, source: EditedDeck, target: ShapeTarget): string | null {
  const { parts, path, relations, usedRelations } = target;
  const linked = source.slides.find((slide) => slide.path === to)?.own;
  const slide = linked ? target.slidePath(linked.slide.key) : undefined;
  if (type === 'slide' && !external && slide === undefined) return null;
  let number = 1;
  while (usedRelations.has(`rId${number}`)) number += 1;
  const id = `rId${number}`;
  usedRelations.add(id);
  relations.push(
    external
      ? { id, type, target: to, external }
      : { id, type, target: relativeTarget(path, slide ?? copyPart(to, source, parts)) },
  );
  return id;
}

/** A link whose target the deck does not have is taken away: its words stay. */
export const withoutLink = (xml: string, id: string): string =>
  xml.replaceAll(new RegExp(`<a:hlinkClick [^>]*r:id="${id}"[^>]*?(?:/>|>[\\s\\S]*?</a:hlinkClick>)`, 'g'), '');

/** What the report's slide declares at its root and the other does not, or otherwise, is declared on the element. */
function withNamespaces(xml: string, from: string, to: string): string {
  const declared = [...from.matchAll(/\sxmlns:([\w-]+)="([^"]*)"/g)].filter(
    ([all, prefix]) => new RegExp(`[<\\s/"]${prefix}[:"]`).test(xml) && !to.includes(all.trim()),
  );
  return declared.length === 0
    ? xml
    : xml.replace(
        /^<[\w:-]+/,
        (tag) => tag + declared.map(([, prefix, uri]) => ` xmlns:${prefix}="${escapeAttribute(uri!)}"`).join(''),
      );
}

/** A shape, or several, of one box put into another: what is in it is moved and made larger or smaller alike. */
export function intoBox(xml: string, from: Box, to: Box): string {
  const [across, down] = [share(to.cx, from.cx), share(to.cy, from.cy)];
  const x = (value: string): number => Math.round(to.x + (Number(value) - from.x) * across);
  const y = (value: string): number => Math.round(to.y + (Number(value) - from.y) * down);
  return xml
    .replace(
      /(<a:(?:off|chOff) x=")(-?\d+)(" y=")(-?\d+)"/g,
      (_all, head: string, left: string, middle: string, top: string) => `${head}${x(left)}${middle}${y(top)}"`,
    )
    .replace(
      /(<a:(?:ext|chExt) cx=")(\d+)(" cy=")(\d+)"/g,
      (_all, head: string, width: string, middle: string, height: string) =>
        `${head}${Math.round(Number(width) * across)}${middle}${Math.round(Number(height) * down)}"`,
    );
}

const share = (to: number, from: number): number => (from === 0 ? 1 : to / from);
