/** New slides in presentation.xml: in the list of slides, and in the section of the slide that each follows. */
import type { EditedDeck } from '../../powerpoint/edited/edited-deck.js';
import { splice, type Splice } from '../../powerpoint/edited/edit-xml.js';
import { relationsOf, relativeTarget } from '../../powerpoint/package/relations.js';
import {
  childOf,
  childrenOf,
  everyElement,
  numberOf,
  parseXml,
  type XmlElement,
} from '../../powerpoint/xml/parse-xml.js';
import type { Relationship } from '../../writers/pptx/package/relationships.js';

export interface PlacedSlide {
  readonly path: string;
  /** The path of the slide that it follows, be it a new one; null for the first. */
  readonly behind: string | null;
}

export interface InsertedSlides {
  readonly xml: string;
  /** What leads to the new slides, for the presentation's own list. */
  readonly relations: readonly Relationship[];
}

/** Ids of slides lie between these (ISO 29500-1, 19.7.13). */
const leastId = 256;

export function insertSlides({ pack, main }: EditedDeck, placed: readonly PlacedSlide[]): InsertedSlides {
  const xml = pack.text(main)!;
  const root = parseXml(xml)!;
  const list = childOf(root, 'p:sldIdLst');
  const entries = childrenOf(list, 'p:sldId');
  const relations = relationsOf(pack, main);
  const usedRelations = new Set(relations.map(({ id }) => id));
  let id = Math.max(leastId - 1, ...entries.map((entry) => numberOf(entry, 'id') ?? 0));
  let nth = 1;
  const numbered = placed.map((slide) => {
    while (usedRelations.has(`rId${nth}`)) nth += 1;
    const relation = `rId${nth}`;
    usedRelations.add(relation);
    id += 1;
    return { ...slide, id, relation };
  });
  const entryOf = (path: string): XmlElement | undefined =>
    entries.find(({ attributes }) => relations.find((each) => each.id === attributes['r:id'])?.target === path);
  /** Behind the old slide that a row of new ones follows. */
  const homeOf = (slide: PlacedSlide): XmlElement | null => {
    const before = numbered.find(({ path }) => path === slide.behind);
    if (before !== undefined) return homeOf(before);
    return slide.behind === null ? null : (entryOf(slide.behind) ?? entries.at(-1) ?? null);
  };
  const splices = numbered.flatMap((slide): readonly Splice[] => {
    const home = homeOf(slide);
    return [
      listed(xml, slide, home, list, entries),
      ...sectioned(xml, root, slide.id, home ?? entries[0] ?? null, home === null),
    ];
  });
  return {
    xml: splice(xml, splices),
    relations: numbered.map(({ path, relation }) => ({
      id: relation,
      type: 'slide',
      target: relativeTarget(main, path),
    })),
  };
}

function listed(
  xml: string,
  { id, relation }: { readonly id: number; readonly relation: string },
  home: XmlElement | null,
  list: XmlElement | null,
  entries: readonly XmlElement[],
): Splice {
  const sample = home ?? entries[0];
  const at = home?.end ?? entries[0]?.start ?? list?.contentStart ?? 0;
  return { start: at, end: at, text: sample === undefined ? '' : entryLike(xml, sample, { id, 'r:id': relation }) };
}

/** The sample's opening tag with other values, whatever prefixes the file has. */
function entryLike(xml: string, sample: XmlElement, values: Readonly<Record<string, number | string>>): string {
  const tag = xml.slice(sample.start, xml.indexOf('>', sample.start)).replace(/\/$/, '').trimEnd();
  const filled = Object.entries(values).reduce(
    (text, [name, value]) =>
      name === 'id'
        ? text.replace(/(\sid\s*=\s*)["'][^"']*["']/, `$1"${value}"`)
        : text.replace(/(\s[\w-]+:id\s*=\s*)["'][^"']*["']/, `$1"${value}"`),
    tag,
  );
  return `${filled}/>`;
}

function sectioned(
  xml: string,
  root: XmlElement,
  id: number,
  home: XmlElement | null,
  isFirst: boolean,
): readonly Splice[] {
  const homeId = home === null ? null : home.attributes['id'];
  const found = [...everyElement(root)].find(
    ({ name, attributes }) => name === 'p14:sldId' && attributes['id'] === homeId,
  );
  if (found === undefined) return [];
  const at = isFirst ? found.start : found.end;
  return [{ start: at, end: at, text: entryLike(xml, found, { id }) }];
}
