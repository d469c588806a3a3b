/** The layout of an edited deck that is called as a slide's own, and has all the placeholders that the slide fills. */
import type { EditedDeck, EditedSlide } from '../../powerpoint/edited/edited-deck.js';
import { readPart } from '../../powerpoint/edited/read-edited-deck.js';
import { targetsOf } from '../../powerpoint/package/relations.js';
import { childOf, everyElement, type XmlElement } from '../../powerpoint/xml/parse-xml.js';

interface FoundLayout {
  readonly path: string;
  readonly name: string;
  readonly placeholders: ReadonlySet<string>;
}

/** Null where the deck has no such layout. */
export function layoutFinder(deck: EditedDeck): (slide: EditedSlide, source: EditedDeck) => string | null {
  const layouts = targetsOf(deck.pack, deck.main, 'slideMaster')
    .flatMap((master) => targetsOf(deck.pack, master, 'slideLayout'))
    .flatMap((path) => readLayout(deck, path) ?? []);
  return (slide, source) => {
    const [own] = targetsOf(source.pack, slide.path, 'slideLayout');
    const theirs = own === undefined ? null : readLayout(source, own);
    const filled = placeholdersOf(slide.root);
    const found = layouts.find(
      ({ name, placeholders }) => name === theirs?.name && filled.every((each) => placeholders.has(each)),
    );
    return found?.path ?? null;
  };
}

function readLayout({ pack }: EditedDeck, path: string): FoundLayout | null {
  const part = readPart(pack, path);
  return part === null
    ? null
    : {
        path,
        name: childOf(part.root, 'p:cSld')?.attributes['name'] ?? '',
        placeholders: new Set(placeholdersOf(part.root)),
      };
}

/** By type and index, as a slide names them (ISO 29500-1, 19.3.1.36). */
const placeholdersOf = (root: XmlElement): readonly string[] =>
  [...everyElement(root)]
    .filter(({ name }) => name === 'p:ph')
    .map(({ attributes }) => `${attributes['type'] ?? 'obj'} ${attributes['idx'] ?? '0'}`);
