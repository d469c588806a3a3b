/**
 * A deck made inside somebody else's file: masters, layouts, theme, media and all else are copied as they are packed
 * there. What changes is the list of slides, the lists of the package, and what the file says of itself; what nothing
 * leads to any more is left out.
 */
import { noMemo, type Memo } from '../../../memo/memo.js';
import { relationsOf, allRelationsOf, relationsPath, relativeTarget } from '../../../powerpoint/package/relations.js';
import { isLeftBehind } from '../../../powerpoint/template/left-behind.js';
import type { DeckTemplate } from '../../../powerpoint/template/landing.js';
import { childOf, childrenOf, numberOf, parseXml } from '../../../powerpoint/xml/parse-xml.js';
import { extendedFiles } from '../extended-chart/extended-chart-parts.js';
import { partType } from '../package/content-types.js';
import { packPart, type Parts } from '../package/pack.js';
import { relationshipsPart, relationshipsPath, type Relationship } from '../package/relationships.js';
import { writeZip, type ZipEntry } from '../package/zip.js';
import { commentAuthorsPart, commentsPart, hasComments } from '../parts/comment-parts.js';
import {
  buildPropertyElement,
  customPropertiesPart,
  identityPart,
  identityPropertiesPart,
} from '../parts/identity-parts.js';
import { notesLinks, notesMasterPart, notesPart } from '../parts/notes-part.js';
import { hasNotes } from '../parts/presentation-part.js';
import { appPart, corePart } from '../parts/property-parts.js';
import { tableStylesPart } from '../parts/table-styles-part.js';
import { sectionsExtension } from '../parts/sections-extension.js';
import { themePart } from '../parts/theme-part.js';
import { watermarkShape } from '../parts/watermark-shape.js';
import { text } from '../../xml/element.js';
import type { DeckPlan } from '../plan/deck-plan.js';
import type { MendedSlide } from '../slides/mend-slide.js';
import { signSlide } from '../slides/sign-slide.js';
import { eachSlide } from '../slides/slide-parts.js';
import { readIdentity } from '../../../powerpoint/identity/read-identity.js';
import { buildProperty, type DeckIdentity } from '../../../powerpoint/identity/deck-identity.js';
import { splice } from '../../../powerpoint/edited/edit-xml.js';
import { editContentTypes, editRelations, type TypedPart } from './edit-package-lists.js';
import { editPresentation, type ShownSlide } from './edit-presentation.js';
import { expressLook, isSameMap, withColorMap } from './express-look.js';
import { editTableStyles } from './edit-table-styles.js';
import { newPartNames, type NamePart } from './part-names.js';

export async function assembleIntoTemplate(
  given: DeckPlan,
  template: DeckTemplate,
  memo: Memo = noMemo,
): Promise<Uint8Array> {
  // A deck that a build made says what it is; slides that it takes in say so themselves.
  const isOther = template.isHost && readIdentity(template.template.package) !== null;
  const plan = isOther ? { ...given, identity: null } : given;
  const paths = (slides: DeckTemplate['kept']['before']): readonly string[] => slides.map(({ path }) => path);
  const { before, after } = template.kept;
  const name = newPartNames(
    template.template.package,
    { before: paths(before), after: paths(after) },
    plan.slides.length,
  );
  const added: Parts = new Map();
  const notesMaster = addNotesMaster(added, plan, template, name);
  await eachSlide(given, memo, (slide, index) =>
    addSlide(added, signed(slide, index, given), index, plan, template, name),
  );
  addNotes(added, plan, notesMaster, name);
  addComments(added, plan, name);
  addCharts(added, plan, template, name);
  plan.media.forEach(({ extension, bytes }, index) => added.set(name('image', index + 1, extension), bytes));
  addIdentity(added, plan, name);
  const edited = editLists(added, plan, template, { name, notesMaster: notesMaster?.isNew ? notesMaster.path : null });
  return writeZip(packAll(added, edited, template, memo));
}

function signed(slide: MendedSlide, index: number, { identity }: DeckPlan): MendedSlide {
  if (identity === null) return slide;
  const said = text(JSON.stringify(identity.slides[index]!));
  return { ...slide, xml: signSlide(slide.xml, said, identity.report) };
}

// ---- New parts -----------------------------------------------------------------------------------------------------

/** A relationship of a slide as it was planned, for a deck of its own, to the parts as they are called here. */
function renamed({ target, ...rest }: Relationship, from: string, plan: DeckPlan, name: NamePart): Relationship {
  if (rest.external === true) return { ...rest, target };
  const to = newTarget(target, plan, name);
  return { ...rest, target: relativeTarget(from, to) };
}

function newTarget(target: string, plan: DeckPlan, name: NamePart): string {
  const [, kind = '', number = '0', extension = ''] = /([A-Za-z_]+)(\d+)\.(\w+)$/.exec(target) ?? [];
  const nth = Number(number);
  switch (kind) {
    case 'slideLayout':
      return plan.layouts[nth - 1]!.part!;
    case 'slide':
    case 'notesSlide':
    case 'chart':
    case 'chartEx':
    case 'comment':
      return name(kind, nth);
    case 'image':
      return name('image', nth, extension);
    default:
      throw new Error(`a slide leads to ${target}, which has no place in a template`);
  }
}

function addPart(
  parts: Parts,
  path: string,
  xml: string | Uint8Array,
  relationships: readonly Relationship[] = [],
): void {
  parts.set(path, xml);
  if (relationships.length > 0) parts.set(relationshipsPath(path), relationshipsPart(relationships));
}

function addSlide(
  parts: Parts,
  { xml, relationships }: MendedSlide,
  index: number,
  plan: DeckPlan,
  template: DeckTemplate,
  name: NamePart,
): void {
  const path = name('slide', index + 1);
  const part = plan.layouts[plan.slides[index]!.layout]!.part;
  const layout = template.template.layouts.find((one) => one.path === part);
  const own = layout?.colorMap ?? template.colorMap;
  const map = isSameMap(own, template.colorMap) ? template.colorMap : own;
  const stamped = plan.watermark === null ? xml : withWatermark(xml, plan);
  addPart(
    parts,
    path,
    withColorMap(expressLook(stamped, template, map), map, template.colorMap),
    relationships.map((relationship) => renamed(relationship, path, plan, name)),
  );
}

/** A draft's word stands on each slide here: the template's masters are not touched. */
function withWatermark(xml: string, plan: DeckPlan): string {
  const used = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => Number(id));
  const shape = watermarkShape(plan.watermark!, Math.max(1, ...used) + 1, plan);
  return xml.replace('</p:grpSpPr>', () => `</p:grpSpPr>${shape}`);
}

/** The template's own notes master serves where there is one; null where no notes are written. */
function addNotesMaster(
  parts: Parts,
  plan: DeckPlan,
  { template: { package: pack, main } }: DeckTemplate,
  name: NamePart,
): { readonly path: string; readonly isNew: boolean } | null {
  if (!hasNotes(plan)) return null;
  const own = relationsOf(pack, main).find(({ type }) => type === 'notesMaster')?.target;
  if (own !== undefined) return { path: own, isNew: false };
  const [path, theme] = [name('notesMaster', 1), name('theme', 1)];
  addPart(parts, path, notesMasterPart(plan), [{ id: 'rId1', type: 'theme', target: relativeTarget(path, theme) }]);
  parts.set(theme, themePart(plan.theme));
  return { path, isNew: true };
}

function addNotes(parts: Parts, plan: DeckPlan, master: ReturnType<typeof addNotesMaster>, name: NamePart): void {
  plan.slides.forEach((slide, index) => {
    if (slide.notes.length === 0 || master === null) return;
    const path = name('notesSlide', index + 1);
    const page = { number: index + 1, isOurs: master.isNew };
    addPart(parts, path, notesPart(slide, plan.meta.language, page), [
      { id: 'rId1', type: 'notesMaster', target: relativeTarget(path, master.path) },
      { id: 'rId2', type: 'slide', target: relativeTarget(path, name('slide', index + 1)) },
      ...notesLinks(slide),
    ]);
  });
}

function addComments(parts: Parts, plan: DeckPlan, name: NamePart): void {
  if (!hasComments(plan)) return;
  parts.set(authorsPath, commentAuthorsPart(plan));
  let next = 1;
  plan.slides.forEach(({ comments }, index) => {
    if (comments.length > 0) parts.set(name('comment', index + 1), commentsPart(comments, next, plan));
    next += comments.length;
  });
}
/** In the place of the template's own: sample slides that stay lose their comments' names, not their words. */
const authorsPath = 'ppt/commentAuthors.xml';

function addCharts(parts: Parts, plan: DeckPlan, template: DeckTemplate, name: NamePart): void {
  plan.charts.forEach(({ xml, workbook }, index) => {
    const id = /<c:externalData[^>]* r:id="([^"]+)"/.exec(xml)?.[1];
    const [path, book] = [name('chart', index + 1), name('workbook', index + 1)];
    const relation = id === undefined ? [] : [{ id, type: 'package', target: relativeTarget(path, book) }];
    addPart(parts, path, expressLook(xml, template), relation);
    if (id !== undefined) parts.set(book, workbook);
  });
  plan.extended.forEach((extended, index) => {
    const paths = {
      chart: name('chartEx', index + 1),
      workbook: name('workbook', plan.charts.length + index + 1),
      style: name('chartStyle', index + 1),
      colors: name('chartColors', index + 1),
    };
    const place = { relative: relativeTarget, relationshipsPath, express: (xml: string) => expressLook(xml, template) };
    for (const [path, content] of extendedFiles(extended, paths, place)) parts.set(path, content);
  });
}

function addIdentity(parts: Parts, { identity }: DeckPlan, name: NamePart): void {
  if (identity === null) return;
  const [path, properties] = [name('customXml', 1), name('customXmlProps', 1)];
  addPart(parts, path, identityPart(identity), [
    { id: 'rId1', type: 'customXmlProps', target: relativeTarget(path, properties) },
  ]);
  parts.set(properties, identityPropertiesPart());
}

// ---- Lists ---------------------------------------------------------------------------------------------------------

/** presentation.xml, its relationships and the package's, and what the file says of itself. */
function editLists(
  added: Parts,
  plan: DeckPlan,
  landed: DeckTemplate,
  { name, notesMaster }: { readonly name: NamePart; readonly notesMaster: string | null },
): Parts {
  const { template, kept, isHost } = landed;
  const { package: pack, main } = template;
  const edited: Parts = new Map();
  const relations = allRelationsOf(pack, main);
  const used = new Set(relations.map(({ id }) => id));
  const fresh: Relationship[] = [];
  const add = (type: string, path: string): string => {
    let number = used.size + fresh.length + 1;
    while (used.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    used.add(id);
    fresh.push({ id, type, target: relativeTarget(main, path) });
    return id;
  };
  const old = oldSlides(template);
  const stays = new Set([...kept.before, ...kept.after].map(({ path }) => path));
  const keep = (slides: DeckTemplate['kept']['before']): readonly ShownSlide[] =>
    slides.map(({ path }) => old.get(path)!);
  const own = plan.slides.map(
    (_, index): ShownSlide => ({ relation: add('slide', name('slide', index + 1)), id: null }),
  );
  const xml = editPresentation(pack.text(main)!, {
    slides: [...keep(kept.before), ...own, ...keep(kept.after)],
    notesMaster: notesMaster === null ? null : add('notesMaster', notesMaster),
    isHost,
    sections: (ids) => (plan.sections.length === 0 ? null : deckSections(plan, kept.before.length, ids)),
  });
  const hasAuthors = relations.some(({ type, target }) => type === 'commentAuthors' && target === authorsPath);
  if (added.has(authorsPath) && !hasAuthors) add('commentAuthors', authorsPath);
  if (plan.identity !== null) add('customXml', name('customXml', 1));
  // Without a part that lists them, some programs know no table style at all.
  const styles = relations.find(({ type, target }) => type === 'tableStyles' && pack.parts.has(target))?.target;
  if (styles === undefined) {
    add('tableStyles', tableStylesPath);
    edited.set(tableStylesPath, expressLook(tableStylesPart(plan.tableLook), landed));
  } else if (plan.tableLook !== null) edited.set(styles, editTableStyles(pack.text(styles), plan.tableLook, landed));
  edited.set(main, xml);
  const isOut = (id: string): boolean => {
    const relation = relations.find((each) => each.id === id)!;
    if (isLeftBehind(relation) || (!relation.external && !pack.parts.has(relation.target))) return true;
    return relation.type === 'slide' && !stays.has(relation.target);
  };
  edited.set(relationsPath(main), editRelations(pack.text(relationsPath(main)), isOut, fresh));
  editProperties(edited, plan, template, isHost);
  openInNormalView(edited, template);
  return edited;
}

const tableStylesPath = 'ppt/tableStyles.xml';

/** Slides that stay outside the report's sections join the nearest of them. */
function deckSections(plan: DeckPlan, before: number, ids: readonly number[]): ReturnType<typeof sectionsExtension> {
  const after = ids.length - before - plan.slides.length;
  const sections = plan.sections.map(({ name, first, count }, index) => {
    const isFirst = index === 0;
    const isLast = index === plan.sections.length - 1;
    return {
      name,
      first: isFirst ? 0 : first + before,
      count: count + (isFirst ? before : 0) + (isLast ? after : 0),
    };
  });
  return sectionsExtension(sections, (slide) => ids[slide]!);
}

/** Each with the id and the relationship that the template's own list gives it. */
function oldSlides({ package: pack, main }: DeckTemplate['template']): ReadonlyMap<string, ShownSlide> {
  const relations = relationsOf(pack, main);
  const list = childOf(parseXml(pack.text(main) ?? ''), 'p:sldIdLst');
  return new Map(
    childrenOf(list, 'p:sldId').flatMap((slide): readonly (readonly [string, ShownSlide])[] => {
      const relation = slide.attributes['r:id'] ?? '';
      const path = relations.find(({ id }) => id === relation)?.target;
      return path === undefined ? [] : [[path, { relation, id: numberOf(slide, 'id') }]];
    }),
  );
}

/**
 * Core and extended properties are the report's, but of a finished deck that takes slides in; all others, a label of
 * secrecy among them, stay.
 */
function editProperties(
  edited: Parts,
  plan: DeckPlan,
  { package: pack }: DeckTemplate['template'],
  isHost: boolean,
): void {
  const relations = allRelationsOf(pack, '');
  const fresh: Relationship[] = [];
  const place = (type: string, path: string): string => {
    const own = relations.find((relation) => relation.type === type && pack.parts.has(relation.target))?.target;
    if (own === undefined) fresh.push({ id: `rIdBriefkit${fresh.length + 1}`, type, target: path });
    return own ?? path;
  };
  if (!isHost) {
    edited.set(place('core-properties', 'docProps/core.xml'), corePart(plan));
    edited.set(place('extended-properties', 'docProps/app.xml'), appPart(plan));
  }
  if (plan.identity !== null) {
    const custom = place('custom-properties', 'docProps/custom.xml');
    edited.set(custom, withBuildProperty(pack.text(custom), plan.identity));
  }
  const isOut = (id: string): boolean => {
    const relation = relations.find((each) => each.id === id)!;
    return isLeftBehind(relation) || (!relation.external && !pack.parts.has(relation.target));
  };
  edited.set(relationsPath(''), editRelations(pack.text(relationsPath('')), isOut, fresh));
}

/** A template may bring properties of its own: ours counts on behind them. */
function withBuildProperty(xml: string | null, identity: DeckIdentity): string {
  const root = xml === null ? null : parseXml(xml);
  if (xml === null || root === null) return customPropertiesPart(identity);
  const pid = Math.max(1, ...root.children.map((property) => numberOf(property, 'pid') ?? 1)) + 1;
  const old = root.children.filter(({ attributes }) => attributes['name'] === buildProperty);
  const kept = splice(
    xml,
    old.map(({ start, end }) => ({ start, end, text: '' })),
  );
  const closing = kept.lastIndexOf('</');
  if (closing <= root.start) return customPropertiesPart(identity);
  const put = buildPropertyElement(identity, pid).replace('<property ', `<property xmlns="${customProperties}" `);
  return splice(kept, [{ start: closing, end: closing, text: put }]);
}
const customProperties = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';

/** A template that was last seen in its master view would open there; any other keeps its view settings as they are. */
function openInNormalView(edited: Parts, { package: pack, main }: DeckTemplate['template']): void {
  const path = relationsOf(pack, main).find(({ type }) => type === 'viewProps')?.target;
  const xml = path === undefined ? null : pack.text(path);
  if (path === undefined || xml === null || !/\blastView="sldMasterView"/.test(xml)) return;
  edited.set(path, xml.replace(/\blastView="sldMasterView"/, 'lastView="sldView"'));
}

// ---- The zip -------------------------------------------------------------------------------------------------------

const contentTypes = '[Content_Types].xml';

/** In the template's order, with what is new behind. */
function packAll(added: Parts, edited: Parts, { template }: DeckTemplate, memo: Memo): readonly ZipEntry[] {
  const { package: pack, main } = template;
  const written: Parts = new Map([...edited, ...added]);
  const reached = reachable(written, pack);
  const stays = [...pack.parts.values()].filter(
    ({ path }) => path === contentTypes || (reached.has(path) && !written.has(path)),
  );
  const inPlace = new Set([...pack.parts.keys()].filter((path) => written.has(path)));
  const paths = new Set([...stays.map(({ path }) => path), ...written.keys()]);
  const typed = [...written.keys()].flatMap((path): readonly TypedPart[] => {
    const type = partType(path);
    return type === null || path === main || (inPlace.has(path) && !added.has(path)) ? [] : [{ path, type }];
  });
  const types = editContentTypes(pack.text(contentTypes)!, {
    main,
    added: typed,
    parts: paths,
  });
  const entry = (path: string, content: string | Uint8Array): ZipEntry => ({ path, ...packPart(path, content, memo) });
  const old = [...pack.parts.values()].flatMap((part): readonly ZipEntry[] => {
    if (part.path === contentTypes) return [entry(part.path, types)];
    if (written.has(part.path)) return [entry(part.path, written.get(part.path)!)];
    return paths.has(part.path) ? [part] : [];
  });
  const fresh = [...written].filter(([path]) => !inPlace.has(path)).map(([path, content]) => entry(path, content));
  return [...old, ...fresh];
}

/** All parts that relationships lead to from the package's own, in the new state of both. */
function reachable(written: Parts, pack: DeckTemplate['template']['package']): ReadonlySet<string> {
  const read = (path: string): string | null => {
    const content = written.get(path);
    return content === undefined ? pack.text(path) : typeof content === 'string' ? content : null;
  };
  const now = {
    ...pack,
    parts: new Map([...pack.parts, ...[...written.keys()].map((path) => [path, pack.parts.get(path)!] as const)]),
    text: read,
  };
  const seen = new Set<string>();
  const waiting = [''];
  while (waiting.length > 0) {
    const part = waiting.pop()!;
    const list = relationsPath(part);
    if (!now.parts.has(list)) continue;
    seen.add(list);
    for (const { external, target } of relationsOf(now, part)) {
      if (external || seen.has(target)) continue;
      seen.add(target);
      waiting.push(target);
    }
  }
  return seen;
}
