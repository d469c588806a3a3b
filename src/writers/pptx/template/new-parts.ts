/** Parts of a deck as they go into somebody else's file: called beside its own, in the terms of its look. */
import { relationsOf, relativeTarget } from '../../../powerpoint/package/relations.js';
import type { DeckTemplate } from '../../../powerpoint/template/landing.js';
import { extendedFiles } from '../extended-chart/extended-chart-parts.js';
import type { PackedParts } from '../package/pack.js';
import { relationshipsPath, type Relationship } from '../package/relationships.js';
import { commentAuthorsPart, commentsPart, hasComments } from '../parts/comment-parts.js';
import { identityPropertiesPart } from '../parts/identity-parts.js';
import { notesLinks, notesMasterPart, notesPart } from '../parts/notes-part.js';
import { themePart } from '../parts/theme-part.js';
import { watermarkShape } from '../parts/watermark-shape.js';
import type { DeckPlan } from '../plan/deck-plan.js';
import type { DeckSaid, SlideHome } from '../slides/write-slides.js';
import { expressLook, isSameMap, withColorMap } from './express-look.js';
import type { NamePart } from './part-names.js';

type Layouts = DeckPlan['layouts'];

/**
 * @param frame the deck before its slides.
 * @param slides how many it has.
 */
export function templateHome(
  frame: DeckPlan,
  template: DeckTemplate,
  slides: number,
  { name, notesMaster }: { readonly name: NamePart; readonly notesMaster: NotesMaster },
): SlideHome {
  const { layouts, watermark, meta } = frame;
  return {
    // Names count on from the template's own parts, those of slides among them.
    madeOf: [template, slides, layouts, watermark],
    addSlide(parts, { xml, relationships }, number, slide) {
      const path = name('slide', number);
      const { part } = layouts[slide.layout]!;
      const layout = template.template.layouts.find((one) => one.path === part);
      const own = layout?.colorMap ?? template.colorMap;
      const map = isSameMap(own, template.colorMap) ? template.colorMap : own;
      const stamped = watermark === null ? xml : withWatermark(xml, frame);
      parts.add(
        path,
        withColorMap(expressLook(stamped, template, map), map, template.colorMap),
        relationships.map((relationship) => renamed(relationship, path, layouts, name)),
      );
    },
    addNotes(parts, slide, number) {
      const path = name('notesSlide', number);
      parts.add(path, notesPart(slide, meta.language, { number, isOurs: notesMaster.isNew }), [
        { id: 'rId1', type: 'notesMaster', target: relativeTarget(path, notesMaster.path) },
        { id: 'rId2', type: 'slide', target: relativeTarget(path, name('slide', number)) },
        ...notesLinks(slide),
      ]);
    },
    addChart(parts, { xml, workbook }, number, id) {
      const [path, book] = [name('chart', number), name('workbook', number)];
      const relation = id === null ? [] : [{ id, type: 'package', target: relativeTarget(path, book) }];
      parts.add(path, expressLook(xml, template), relation);
      if (id !== null) parts.set(book, workbook);
    },
  };
}

/** A relationship of a slide as it was planned, for a deck of its own, to the parts as they are called here. */
function renamed({ target, ...rest }: Relationship, from: string, layouts: Layouts, name: NamePart): Relationship {
  if (rest.external === true) return { ...rest, target };
  const to = newTarget(target, layouts, name);
  return { ...rest, target: relativeTarget(from, to) };
}

function newTarget(target: string, layouts: Layouts, name: NamePart): string {
  const [, kind = '', number = '0', extension = ''] = /([A-Za-z_]+)(\d+)\.(\w+)$/.exec(target) ?? [];
  const nth = Number(number);
  switch (kind) {
    case 'slideLayout':
      return layouts[nth - 1]!.part!;
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

/** A draft's word stands on each slide here: the template's masters are not touched. */
function withWatermark(xml: string, plan: DeckPlan): string {
  const used = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => Number(id));
  const shape = watermarkShape(plan.watermark!, Math.max(1, ...used) + 1, plan);
  return xml.replace('</p:grpSpPr>', () => `</p:grpSpPr>${shape}`);
}

export interface NotesMaster {
  readonly path: string;
  /** Whether the template has none. */
  readonly isNew: boolean;
}

/** The template's own notes master serves where there is one. */
export function notesMasterOf({ template: { package: pack, main } }: DeckTemplate, name: NamePart): NotesMaster {
  const own = relationsOf(pack, main).find(({ type }) => type === 'notesMaster')?.target;
  return own === undefined ? { path: name('notesMaster', 1), isNew: true } : { path: own, isNew: false };
}

export function addNotesMaster(parts: PackedParts, { path }: NotesMaster, plan: DeckPlan, name: NamePart): void {
  const theme = name('theme', 1);
  parts.add(path, notesMasterPart(plan), [{ id: 'rId1', type: 'theme', target: relativeTarget(path, theme) }]);
  parts.set(theme, themePart(plan.theme));
}

export function addComments(parts: PackedParts, plan: DeckPlan, name: NamePart): void {
  if (!hasComments(plan)) return;
  parts.set(authorsPath, commentAuthorsPart(plan));
  let next = 1;
  plan.slides.forEach(({ comments }, index) => {
    if (comments.length > 0) parts.set(name('comment', index + 1), commentsPart(comments, next, plan));
    next += comments.length;
  });
}
/** In the place of the template's own: sample slides that stay lose their comments' names, not their words. */
export const authorsPath = 'ppt/commentAuthors.xml';

export function addExtendedCharts(parts: PackedParts, plan: DeckPlan, template: DeckTemplate, name: NamePart): void {
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

export function addIdentity(parts: PackedParts, { part }: DeckSaid, name: NamePart): void {
  const [path, properties] = [name('customXml', 1), name('customXmlProps', 1)];
  parts.add(path, part, [{ id: 'rId1', type: 'customXmlProps', target: relativeTarget(path, properties) }]);
  parts.set(properties, identityPropertiesPart());
}
