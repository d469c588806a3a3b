/** What a template's file says of its whole: its slides, its relationships, its properties, with the new deck in it. */
import { allRelationsOf, relationsOf, relationsPath, relativeTarget } from '../../../powerpoint/package/relations.js';
import { splice } from '../../../powerpoint/edited/edit-xml.js';
import { buildProperty } from '../../../powerpoint/identity/deck-identity.js';
import type { DeckTemplate } from '../../../powerpoint/template/landing.js';
import { isLeftBehind } from '../../../powerpoint/template/left-behind.js';
import { childOf, childrenOf, numberOf, parseXml } from '../../../powerpoint/xml/parse-xml.js';
import type { Parts } from '../package/pack.js';
import type { Relationship } from '../package/relationships.js';
import { hasComments } from '../parts/comment-parts.js';
import { buildPropertyElement, customPropertiesPart } from '../parts/identity-parts.js';
import { appPart, corePart } from '../parts/property-parts.js';
import { sectionsExtension } from '../parts/sections-extension.js';
import { tableStylesPart } from '../parts/table-styles-part.js';
import type { DeckPlan } from '../plan/deck-plan.js';
import type { DeckSaid } from '../slides/write-slides.js';
import { editRelations } from './edit-package-lists.js';
import { editPresentation, type ShownSlide } from './edit-presentation.js';
import { editTableStyles } from './edit-table-styles.js';
import { expressLook } from './express-look.js';
import { authorsPath } from './new-parts.js';
import type { NamePart } from './part-names.js';

/** What the document leads to beside its slides. */
export interface DocumentParts {
  readonly name: NamePart;
  /** Null where the template's own serves, or none is needed. */
  readonly notesMaster: string | null;
  readonly identity: DeckSaid | null;
}

/** presentation.xml, its relationships and the package's, and what the file says of itself. */
export function editDocument(
  plan: DeckPlan,
  landed: DeckTemplate,
  { name, notesMaster, identity }: DocumentParts,
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
  if (hasComments(plan) && !hasAuthors) add('commentAuthors', authorsPath);
  if (identity !== null) add('customXml', name('customXml', 1));
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
  editProperties(edited, plan, landed, identity);
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
  { template: { package: pack }, isHost }: DeckTemplate,
  identity: DeckSaid | null,
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
  if (identity !== null) {
    const custom = place('custom-properties', 'docProps/custom.xml');
    edited.set(custom, withBuildProperty(pack.text(custom), identity));
  }
  const isOut = (id: string): boolean => {
    const relation = relations.find((each) => each.id === id)!;
    return isLeftBehind(relation) || (!relation.external && !pack.parts.has(relation.target));
  };
  edited.set(relationsPath(''), editRelations(pack.text(relationsPath('')), isOut, fresh));
}

/** A template may bring properties of its own: ours counts on behind them. */
function withBuildProperty(xml: string | null, identity: DeckSaid): string {
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
