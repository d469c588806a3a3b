/**
 * Fonts put into a finished deck: parts, their relationships, and the list that names them (ISO 29500-1, 19.2.1.9). A
 * small font travels whole; of a large one go the characters that the deck shows, and those of Western languages.
 */
import { writeEot } from '../../../powerpoint/fonts/write-eot.js';
import { openPackage, type OpenedPackage } from '../../../powerpoint/package/open-package.js';
import { allRelationsOf, relationsPath, targetsOf } from '../../../powerpoint/package/relations.js';
import { splice, type Splice } from '../../../powerpoint/edited/edit-xml.js';
import { childOf, parseXml } from '../../../powerpoint/xml/parse-xml.js';
import { noMemo } from '../../../memo/memo.js';
import { cutWebFont } from '../../svg/web-font-file.js';
import { element } from '../../xml/element.js';
import { namespaces } from '../../xml/presentation-ml.js';
import { packPart } from '../package/pack.js';
import { writeZip } from '../package/zip.js';
import { editContentTypes, editRelations } from '../template/edit-package-lists.js';
import type { TravellingFont } from './choose-fonts.js';

/** In bytes: a font that is no larger than this is not cut. */
const wholeUpTo = 200_000;

/** @returns the same deck where there is none to put in. */
export function embedFonts(deck: Uint8Array, fonts: readonly TravellingFont[]): Uint8Array {
  const pack = fonts.length === 0 ? 'damaged' : openPackage(deck);
  if (typeof pack === 'string') return deck;
  const main = targetsOf(pack, '', 'officeDocument')[0]!;
  const shown = charactersOf(pack);
  const taken = new Set(allRelationsOf(pack, main).map(({ id }) => id));
  const placed = fonts.map((font, index) => ({
    font,
    path: `ppt/fonts/${freeName(pack, index)}`,
    id: freeId(taken, index),
    bytes: fileOf(font, shown),
  }));
  const changed = new Map<string, string | Uint8Array>([
    ...placed.map(({ path, bytes }): [string, Uint8Array] => [path, bytes]),
    [main, listed(pack.text(main)!, placed)],
    [
      relationsPath(main),
      editRelations(
        pack.text(relationsPath(main)),
        () => false,
        placed.map(({ id, path }) => ({ id, type: 'font', target: path.replace('ppt/', '') })),
      ),
    ],
  ]);
  const all = new Set([...pack.parts.keys(), ...changed.keys()]);
  const types = editContentTypes(pack.text('[Content_Types].xml')!, { main: null, added: [], parts: all });
  changed.set('[Content_Types].xml', types);
  return writeZip([
    ...[...pack.parts.values()].map((part) => {
      const own = changed.get(part.path);
      return own === undefined ? part : { path: part.path, ...packPart(part.path, own, noMemo) };
    }),
    ...placed.map(({ path, bytes }) => ({ path, ...packPart(path, bytes, noMemo) })),
  ]);
}

interface PlacedFont {
  readonly font: TravellingFont;
  readonly id: string;
}

const freeName = ({ parts }: OpenedPackage, index: number): string => {
  const others = [...parts.keys()].filter((path) => path.startsWith('ppt/fonts/')).length;
  return `font${others + index + 1}.fntdata`;
};

function freeId(taken: ReadonlySet<string>, index: number): string {
  let id = `rIdFont${index + 1}`;
  while (taken.has(id)) id += 'x';
  return id;
}

function fileOf({ bytes, naming }: TravellingFont, shown: ReadonlySet<number>): Uint8Array {
  const isCut = bytes.length > wholeUpTo;
  return writeEot(
    isCut
      ? cutWebFont(
          bytes,
          [...shown].sort((one, other) => one - other),
          'own',
        )
      : bytes,
    naming,
    isCut,
  );
}

/** All that slides, notes and charts say, with Latin-1 and the marks of prose, for whoever edits a word. */
function charactersOf({ parts, text }: OpenedPackage): ReadonlySet<number> {
  const found = new Set<number>();
  const span = (from: number, to: number): void => {
    for (let code = from; code <= to; code++) found.add(code);
  };
  span(0x20, 0x7e);
  span(0xa0, 0xff);
  span(0x2010, 0x2027);
  span(0x3000, 0x3011);
  span(0xff00, 0xff1f);
  for (const path of parts.keys()) {
    if (!/^ppt\/(?:slides|notesSlides|charts)\/[^/]+\.xml$/.test(path)) continue;
    for (const [, words = ''] of text(path)!.matchAll(/<(?:a:t|c:v)>([^<]*)</g))
      for (const letter of words) found.add(letter.codePointAt(0)!);
  }
  return found;
}

/** Behind the sizes and smart tags, in the list that is there or in one of its own. */
function listed(xml: string, placed: readonly PlacedFont[]): string {
  const root = parseXml(xml);
  if (root === null) throw new Error('a presentation that was written cannot be read');
  const { 'xmlns:p': presentation, 'xmlns:r': relationships } = namespaces;
  const spaces = { 'xmlns:p': presentation, 'xmlns:r': relationships };
  const faces = [...new Set(placed.map(({ font }) => font.face))];
  const entries = faces.map((face) => {
    const styleOf = (bold: boolean): PlacedFont | undefined =>
      placed.find(({ font }) => font.face === face && font.bold === bold);
    return element(
      'p:embeddedFont',
      spaces,
      element('p:font', { typeface: face }),
      ...(
        [
          ['p:regular', styleOf(false)],
          ['p:bold', styleOf(true)],
        ] as const
      ).flatMap(([name, one]) => (one === undefined ? [] : [element(name, { 'r:id': one.id })])),
    );
  });
  const list = childOf(root, 'p:embeddedFontLst');
  const put: Splice =
    list === null
      ? at(
          Math.max(...['p:notesSz', 'p:smartTags'].map((name) => childOf(root, name)?.end ?? 0)),
          element('p:embeddedFontLst', { 'xmlns:p': presentation }, entries),
        )
      : at(list.contentStart, entries.join(''));
  const opening = root.start + /^<[^\s/>]+/.exec(xml.slice(root.start))![0].length;
  const said = ['embedTrueTypeFonts', 'saveSubsetFonts']
    .filter((name) => root.attributes[name] === undefined)
    .map((name) => ` ${name}="1"`)
    .join('');
  return splice(xml, [at(opening, said), put]);
}

const at = (place: number, text: string): Splice => ({ start: place, end: place, text });
