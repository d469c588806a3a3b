/** A file's bytes to a deck that can be compared with what a build made; or the reason why it is none. */
import { findIdentity, isSlide } from '../identity/read-identity.js';
import { type SlideIdentity } from '../identity/deck-identity.js';
import { openPackage, type OpenedPackage, type PackageFault } from '../package/open-package.js';
import { relationsOf, targetsOf, type Relation } from '../package/relations.js';
import { childOf, everyElement, findElement, numberOf, parseXml, type XmlElement } from '../xml/parse-xml.js';
import type { EditedDeck, EditedPart, EditedSlide } from './edited-deck.js';
import { paragraphsOf } from './paragraphs.js';
import { readGroups, readShapes } from './read-shapes.js';

/** Its namespace has no usual prefix. */
const slideElement = 'briefkit:slide';

/** `macros`: it carries programs, which are not touched. A slide is numbered from 1, in the order of the show. */
export type DeckFault = PackageFault | 'no-presentation' | 'strict' | 'macros' | `damaged slide ${number}`;

export function readEditedDeck(bytes: Uint8Array): EditedDeck | DeckFault {
  const pack = openPackage(bytes);
  if (typeof pack === 'string') return pack;
  const main = targetsOf(pack, '', 'officeDocument')[0];
  const root = main === undefined ? null : parseXml(pack.text(main) ?? '');
  if (main === undefined || root === null)
    return pack.parts.has('[Content_Types].xml') && main !== undefined ? 'damaged' : 'no-presentation';
  if (root.name.startsWith('strict-p:')) return 'strict';
  if (root.name !== 'p:presentation') return 'no-presentation';
  if (!isListed(pack, main)) return 'damaged';
  if ([...pack.parts.keys()].some((path) => /vbaProject\.bin$/i.test(path))) return 'macros';
  const targets = new Map(relationsOf(pack, main).map(({ id, target }) => [id, target]));
  const slides: EditedSlide[] = [];
  for (const entry of childOf(root, 'p:sldIdLst')?.children ?? []) {
    const path = targets.get(entry.attributes['r:id'] ?? '');
    const slide = path === undefined ? null : readSlide(pack, path, slides.length + 1);
    if (slide === null) return `damaged slide ${slides.length + 1}`;
    slides.push(slide);
  }
  return { pack, main, ...findIdentity(pack), slides };
}

/**
 * Whether the list of what the parts of a package are can be read, without which no program opens it: each part has a
 * type, by its name or by its ending.
 */
function isListed(pack: OpenedPackage, path: string): boolean {
  const root = parseXml(pack.text('[Content_Types].xml') ?? '');
  return (root?.children ?? []).some(
    ({ attributes }) =>
      attributes['PartName'] === `/${path}` ||
      (attributes['Extension'] !== undefined &&
        path.toLowerCase().endsWith(`.${attributes['Extension'].toLowerCase()}`)),
  );
}

function readSlide(pack: OpenedPackage, path: string, number: number): EditedSlide | null {
  const part = readPart(pack, path);
  if (part === null) return null;
  const relations = relationsOf(pack, path);
  const own = findElement(part.root, 'p:cSld', 'p:extLst');
  let said: EditedSlide['own'] | undefined;
  return {
    ...part,
    number,
    creationId: creationIdOf(own),
    // Read when it is asked for: as a rule the deck has said it of all its slides.
    get own() {
      said ??= ownIdentity(own);
      return said;
    },
    shapes: readShapes(findElement(part.root, 'p:cSld', 'p:spTree'), new Map(relations.map((each) => [each.id, each]))),
    groups: readGroups(findElement(part.root, 'p:cSld', 'p:spTree')),
    notes: readNotes(pack, relations),
    comments: readComments(pack, relations),
  };
}

export function readPart(pack: OpenedPackage, path: string): EditedPart | null {
  const xml = pack.text(path);
  const root = xml === null ? null : parseXml(xml);
  return xml === null || root === null ? null : { path, xml, root };
}

function creationIdOf(extensions: XmlElement | null): number | null {
  if (extensions === null) return null;
  const found = [...everyElement(extensions)].find(({ name }) => name === 'p14:creationId');
  return numberOf(found, 'val');
}

function ownIdentity(extensions: XmlElement | null): EditedSlide['own'] {
  const found = extensions?.children.flatMap(({ children }) => children).find(({ name }) => name === slideElement);
  if (found === undefined) return null;
  try {
    const slide = JSON.parse(found.text) as SlideIdentity;
    return isSlide(slide) ? { report: found.attributes['report'] ?? '', slide } : null;
  } catch {
    return null;
  }
}

function readNotes(pack: OpenedPackage, relations: readonly Relation[]): EditedSlide['notes'] {
  const relation = relations.find(({ type }) => type === 'notesSlide');
  const part = relation === undefined ? null : readPart(pack, relation.target);
  if (part === null) return null;
  const bodies = [...everyElement(part.root)].filter(({ name }) => name === 'p:sp').filter(isNotesBody);
  return { ...part, paragraphs: bodies.flatMap((shape) => paragraphsOf(childOf(shape, 'p:txBody'))) };
}

/** What the speaker says stands in the placeholder of the body. */
function isNotesBody(shape: XmlElement): boolean {
  const placeholder = findElement(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph');
  return placeholder !== null && ['body', undefined].includes(placeholder.attributes['type']);
}

const readComments = (pack: OpenedPackage, relations: readonly Relation[]): EditedSlide['comments'] =>
  relations
    .filter(({ type }) => type === 'comments')
    .flatMap(({ target }) => {
      const part = readPart(pack, target);
      return part === null
        ? []
        : [{ ...part, texts: [...everyElement(part.root)].filter(({ name }) => name === 'p:text' || name === 'a:t') }];
    });
