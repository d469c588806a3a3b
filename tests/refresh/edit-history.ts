/**
 * What people do to a deck, at random from a seed. The same seed makes the same edits of two decks that differ in their
 * figures alone: so an edited and refreshed deck has to say what the deck of the new figures says after the same edits.
 */
import {
  findElement,
  childrenOf,
  everyElement,
  parseXml,
  type XmlElement,
} from '../../src/powerpoint/xml/parse-xml.js';
import { splice } from '../../src/powerpoint/edited/edit-xml.js';
import { openPackage } from '../../src/powerpoint/package/open-package.js';
import { readIdentity } from '../../src/powerpoint/identity/read-identity.js';
import type { SlideIdentity, TextIdentity } from '../../src/powerpoint/identity/deck-identity.js';
import { packEntry, writeZip } from '../../src/writers/pptx/package/zip.js';

export interface EditedHistory {
  readonly bytes: Uint8Array;
  readonly edits: readonly string[];
  /** Figures that were typed over, a place each. */
  readonly conflicts: readonly string[];
}

interface Dice {
  readonly below: (count: number) => number;
  readonly of: <Choice>(choices: readonly Choice[]) => Choice | undefined;
}

/** mulberry32. */
function diceFrom(seed: number): Dice {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(random() * count);
  return { below, of: (choices) => choices[below(choices.length)] };
}

type Parts = Map<string, string | Uint8Array>;

class Deck {
  readonly parts: Parts = new Map();
  readonly identity: ReadonlyMap<number, SlideIdentity>;
  readonly touched = new Set<string>();
  readonly conflicts: string[] = [];

  constructor(bytes: Uint8Array) {
    const pack = openPackage(bytes);
    if (typeof pack === 'string') throw new Error(pack);
    for (const path of pack.parts.keys())
      this.parts.set(path, /\.(?:xml|rels)$/.test(path) ? pack.text(path)! : pack.bytes(path)!);
    this.identity = new Map(readIdentity(pack)!.slides.map((slide) => [slide.creationId, slide]));
  }

  text = (path: string): string => this.parts.get(path) as string;
  get presentation(): string {
    return this.text('ppt/presentation.xml');
  }
  /** Paths of slides in their order. */
  get slides(): readonly string[] {
    const relations = new Map(
      [...this.text('ppt/_rels/presentation.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
        /Id="([^"]+)"/.exec(tag)![1]!,
        `ppt/${/Target="([^"]+)"/.exec(tag)![1]!}`,
      ]),
    );
    return [...this.presentation.matchAll(/<p:sldId [^>]*r:id="([^"]+)"/g)].map(([, id]) => relations.get(id!)!);
  }
  bytes(): Uint8Array {
    return writeZip([...this.parts].map(([path, content]) => ({ path, ...packEntry(content, true) })));
  }
}

interface TextPlace {
  readonly path: string;
  readonly shape: XmlElement;
  readonly name: string;
  readonly paragraph: XmlElement;
  readonly index: number;
  readonly base: TextIdentity;
}

const idOf = (shape: XmlElement): string =>
  [...everyElement(shape)].find(({ name }) => name === 'a16:creationId')?.attributes['id'] ?? '';

/** Paragraphs with figures in boxes that nobody has touched. */
function boundParagraphs(deck: Deck, path: string): readonly TextPlace[] {
  const root = parseXml(deck.text(path))!;
  const own = [...everyElement(root)].find(({ name }) => name === 'p14:creationId')?.attributes['val'];
  const identity = deck.identity.get(Number(own));
  return childrenOf(findElement(root, 'p:cSld', 'p:spTree'), 'p:sp').flatMap((shape) => {
    const id = idOf(shape);
    const base = identity?.shapes.find(({ creationId }) => creationId === id);
    if (base?.kind !== 'text' || deck.touched.has(`${path} ${id}`)) return [];
    return childrenOf(findElement(shape, 'p:txBody'), 'a:p').flatMap((paragraph, index): TextPlace[] => {
      const text = base.paragraphs[index];
      return text === undefined || text.figures.length === 0 || text.text.includes('\n')
        ? []
        : [{ path, shape, name: id, paragraph, index, base: text }];
    });
  });
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The paragraph's text in one run of its first run's look. */
function retype(deck: Deck, { path, paragraph, name }: TextPlace, text: string): void {
  const xml = deck.text(path);
  const runs = paragraph.children.filter((child) => child.name === 'a:r');
  const look = runs[0]?.children.find((child) => child.name === 'a:rPr');
  const first = paragraph.children.find((child) => child.name === 'a:pPr');
  const run = `<a:r>${look === undefined ? '' : xml.slice(look.start, look.end)}<a:t>${escaped(text)}</a:t></a:r>`;
  const [start, end] = [first?.end ?? paragraph.contentStart, xml.lastIndexOf('<', paragraph.end - 1)];
  deck.parts.set(path, splice(xml, [{ start, end, text: run }]));
  deck.touched.add(`${path} ${name}`);
}

type Edit = (deck: Deck, dice: Dice) => boolean;

const elements = (deck: Deck, path: string, name: string): readonly XmlElement[] =>
  [...everyElement(parseXml(deck.text(path))!)].filter((element) => element.name === name);

const put = (deck: Deck, path: string, start: number, end: number, text: string): true => {
  deck.parts.set(path, splice(deck.text(path), [{ start, end, text }]));
  return true;
};

const fillers = ['据初步核算', '综合来看', '在各方努力下', '截至目前', '总体平稳'];

const rewriteAround: Edit = (deck, dice) => {
  const place = dice.of(
    dice.of(deck.slides.map((path) => boundParagraphs(deck, path)).filter(({ length }) => length > 0)) ?? [],
  );
  const [before, after] = [dice.of(fillers)!, dice.of(fillers)!];
  if (place === undefined) return false;
  retype(deck, place, `${before}，${place.base.figures.map(({ text }) => text).join('；另有')}，${after}。`);
  return true;
};

const addWords: Edit = (deck, dice) => {
  const place = dice.of(
    dice.of(deck.slides.map((path) => boundParagraphs(deck, path)).filter(({ length }) => length > 0)) ?? [],
  );
  const [before, after] = [dice.of(fillers)!, dice.of(fillers)!];
  if (place === undefined) return false;
  retype(deck, place, `${before}：${place.base.text}（${after}，走访3次）`);
  return true;
};

const reorderSentence: Edit = (deck, dice) => {
  const place = dice.of(
    dice.of(deck.slides.map((path) => boundParagraphs(deck, path)).filter(({ length }) => length > 0)) ?? [],
  );
  if (place === undefined) return false;
  retype(deck, place, place.base.text.split('，').reverse().join('，'));
  return true;
};

const typeOver: Edit = (deck, dice) => {
  const place = dice.of(
    dice.of(deck.slides.map((path) => boundParagraphs(deck, path)).filter(({ length }) => length > 0)) ?? [],
  );
  if (place === undefined) return false;
  const { base } = place;
  const figure = base.figures.find(({ text }) => /\d/.test(text));
  if (figure === undefined || base.figures.filter(({ text }) => text === figure.text).length > 1) return false;
  const typed = figure.text.replace(/\d+(?:\.\d+)?/, '777.7');
  retype(deck, place, base.text.slice(0, figure.start) + typed + base.text.slice(figure.start + figure.text.length));
  deck.conflicts.push(figure.figure);
  return true;
};

const splitRun: Edit = (deck, dice) => {
  const path = dice.of(deck.slides)!;
  const runs = elements(deck, path, 'a:r').filter((run) => (findElement(run, 'a:t')?.text.length ?? 0) > 2);
  const run = dice.of(runs);
  const where = dice.below(100);
  if (run === undefined) return false;
  const xml = deck.text(path);
  const text = findElement(run, 'a:t')!;
  const at = 1 + Math.floor((where / 100) * (text.text.length - 1));
  const head = xml.slice(run.start, text.start);
  const half = (part: string): string => `${head}<a:t>${escaped(part)}</a:t></a:r>`;
  return put(deck, path, run.start, run.end, half(text.text.slice(0, at)) + half(text.text.slice(at)));
};

const restyle: Edit = (deck, dice) => {
  const path = dice.of(deck.slides)!;
  const look = dice.of(elements(deck, path, 'a:rPr').filter(({ attributes }) => attributes['u'] === undefined));
  if (look === undefined) return false;
  return put(deck, path, look.start + 6, look.start + 6, ' u="sng"');
};

const moveShape: Edit = (deck, dice) => {
  const path = dice.of(deck.slides)!;
  const offset = dice.of(elements(deck, path, 'a:off').slice(1));
  const by = dice.below(400_000);
  if (offset === undefined) return false;
  return put(
    deck,
    path,
    offset.start,
    offset.end,
    `<a:off x="${Number(offset.attributes['x']) + by}" y="${offset.attributes['y']}"/>`,
  );
};

const addBullet: Edit = (deck, dice) => {
  const path = dice.of(deck.slides)!;
  const paragraph = dice.of(elements(deck, path, 'a:p'));
  const count = dice.below(80);
  if (paragraph === undefined) return false;
  return put(
    deck,
    path,
    paragraph.end,
    paragraph.end,
    `<a:p><a:r><a:rPr lang="zh-CN"/><a:t>本周走访企业${count + 3}家，座谈${count + 11}次</a:t></a:r></a:p>`,
  );
};

const deleteParagraph: Edit = (deck, dice) => {
  const path = dice.of(deck.slides)!;
  const shape = dice.of(
    elements(deck, path, 'p:sp').filter((each) => childrenOf(findElement(each, 'p:txBody'), 'a:p').length > 1),
  );
  const paragraph = dice.of(shape === undefined ? [] : childrenOf(findElement(shape, 'p:txBody'), 'a:p'));
  if (paragraph === undefined || shape === undefined) return false;
  deck.touched.add(`${path} ${idOf(shape)}`);
  return put(deck, path, paragraph.start, paragraph.end, '');
};

const deleteShape: Edit = (deck, dice) => {
  const path = dice.of(deck.slides)!;
  const shape = dice.of(elements(deck, path, 'p:sp').slice(1));
  return shape === undefined ? false : put(deck, path, shape.start, shape.end, '');
};

const addBox: Edit = (deck, dice) => {
  const path = dice.of(deck.slides)!;
  const tree = elements(deck, path, 'p:spTree')[0]!;
  const at = deck.text(path).lastIndexOf('<', tree.end - 1);
  const id = 9000 + dice.below(900);
  return put(
    deck,
    path,
    at,
    at,
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="TextBox ${id}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="1" y="1"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="zh-CN"/><a:t>内部讨论稿，共${id}份</a:t></a:r></a:p></p:txBody></p:sp>`,
  );
};

const tableRow: Edit = (deck, dice) => {
  const path = dice.of(deck.slides.filter((each) => deck.text(each).includes('<a:tbl>')));
  const rows = path === undefined ? [] : elements(deck, path, 'a:tr').slice(1);
  const [kind, row] = [dice.below(3), dice.of(rows)];
  if (path === undefined || row === undefined || rows.length < 3) return false;
  const xml = deck.text(path);
  if (/gridSpan|rowSpan|[hv]Merge/.test(xml)) return false;
  const own = xml.slice(row.start, row.end);
  if (kind === 0) return put(deck, path, row.start, row.end, '');
  if (kind === 1)
    return put(
      deck,
      path,
      row.end,
      row.end,
      own.replaceAll(/<a:t>[^<]*<\/a:t>/g, '<a:t>补充</a:t>').replaceAll(/<a:extLst>.*?<\/a:extLst>/g, ''),
    );
  const index = rows.indexOf(row);
  const other = rows[index + 1];
  if (other === undefined) return false;
  return put(deck, path, row.start, other.end, xml.slice(other.start, other.end) + own);
};

const rewriteNotes: Edit = (deck, dice) => {
  const path = dice.of([...deck.parts.keys()].filter((each) => /notesSlide\d+\.xml$/.test(each)).sort());
  const words = dice.of(fillers)!;
  const text = path === undefined ? undefined : elements(deck, path, 'a:t').find(({ text: own }) => own.length > 6);
  if (path === undefined || text === undefined) return false;
  return put(deck, path, text.start, text.end, `<a:t>${words}，${escaped(text.text)}以上请${words}。</a:t>`);
};

const recolor: Edit = (deck, dice) => {
  const path = dice.of([...deck.parts.keys()].filter((each) => /charts\/chart\d+\.xml$/.test(each)).sort());
  const fill = path === undefined ? undefined : dice.of(elements(deck, path, 'a:schemeClr').slice(0, 6));
  if (path === undefined || fill === undefined) return false;
  return put(deck, path, fill.start, fill.end, '<a:srgbClr val="C00000"/>');
};

const retheme: Edit = (deck, dice) => {
  const color = dice.of(['C00000', '00B050', '7030A0'])!;
  const path = 'ppt/theme/theme1.xml';
  deck.parts.set(
    path,
    deck.text(path).replace(/<a:accent1>.*?<\/a:accent1>/s, `<a:accent1><a:srgbClr val="${color}"/></a:accent1>`),
  );
  return true;
};

const slideTag = /<p:sldId [^>]*\/>/g;

const moveSlide: Edit = (deck, dice) => {
  const tags = deck.presentation.match(slideTag) ?? [];
  const [from, to] = [dice.below(tags.length), dice.below(tags.length)];
  const order = tags.filter((_, index) => index !== from);
  order.splice(to, 0, tags[from]!);
  let next = 0;
  deck.parts.set(
    'ppt/presentation.xml',
    deck.presentation.replace(slideTag, () => order[next++]!),
  );
  return true;
};

const deleteSlide: Edit = (deck, dice) => {
  const tags = deck.presentation.match(slideTag) ?? [];
  const tag = dice.of(tags);
  if (tag === undefined || tags.length < 6) return false;
  deck.parts.set(
    'ppt/presentation.xml',
    deck.presentation
      .replace(tag, '')
      .replace(/<p14:sectionLst[\s\S]*?<\/p14:sectionLst>/, (list) =>
        list.replaceAll(`<p14:sldId id="${/ id="(\d+)"/.exec(tag)![1]}"/>`, ''),
      ),
  );
  return true;
};

/** As PowerPoint does it: another id for the slide, the same for its shapes; its own word of itself goes along. */
const copySlide: Edit = (deck, dice) => {
  const path = dice.of(deck.slides)!;
  const id = 1000 + dice.below(100_000);
  const number = 900 + deck.parts.size;
  const copy = `ppt/slides/slide${number}.xml`;
  deck.parts.set(copy, deck.text(path).replace(/(<p14:creationId [^>]*val=")\d+/, `$1${id}`));
  for (const key of [...deck.touched]) if (key.startsWith(`${path} `)) deck.touched.add(key.replace(path, copy));
  const relations = path.replace('slides/', 'slides/_rels/').concat('.rels');
  // Charts are parts of one frame each: a copy of a slide with one has to copy the part.
  if (/relationships\/(?:chart|notesSlide)"/.test(deck.text(relations))) {
    deck.parts.delete(copy);
    return false;
  }
  deck.parts.set(relations.replace(path.split('/').at(-1)!, `slide${number}.xml`), deck.text(relations));
  deck.parts.set(
    '[Content_Types].xml',
    deck
      .text('[Content_Types].xml')
      .replace(
        '</Types>',
        `<Override PartName="/${copy}" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml"/></Types>`,
      ),
  );
  const list = 'ppt/_rels/presentation.xml.rels';
  deck.parts.set(
    list,
    deck
      .text(list)
      .replace(
        '</Relationships>',
        `<Relationship Id="rIdCopy${number}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide${number}.xml"/></Relationships>`,
      ),
  );
  deck.parts.set(
    'ppt/presentation.xml',
    deck.presentation.replace(
      '</p:sldIdLst>',
      `<p:sldId id="${90_000 + number}" r:id="rIdCopy${number}"/></p:sldIdLst>`,
    ),
  );
  return true;
};

const boundPlace = (deck: Deck, dice: Dice): TextPlace | undefined =>
  dice.of(dice.of(deck.slides.map((path) => boundParagraphs(deck, path)).filter(({ length }) => length > 0)) ?? []);

/** In somebody's speech, with a number of theirs behind it. */
const quoteSentence: Edit = (deck, dice) => {
  const place = boundPlace(deck, dice);
  if (place === undefined) return false;
  retype(deck, place, `市领导指出：“${place.base.text}”，要再接再厉，力争2030年走在前列。`);
  return true;
};

/** A run a character, as some programs leave them behind. */
const shatter: Edit = (deck, dice) => {
  const place = boundPlace(deck, dice);
  if (place === undefined) return false;
  const { path, paragraph, name, base } = place;
  const runs = [...base.text].map((letter) => `<a:r><a:rPr lang="zh-CN"/><a:t>${escaped(letter)}</a:t></a:r>`);
  deck.touched.add(`${path} ${name}`);
  return put(deck, path, paragraph.start, paragraph.end, `<a:p>${runs.join('')}</a:p>`);
};

/** Two paragraphs of one, at its first comma. */
const splitParagraph: Edit = (deck, dice) => {
  const place = boundPlace(deck, dice);
  const at = place?.base.text.indexOf('，') ?? -1;
  if (place === undefined || at < 0) return false;
  const { path, paragraph, name, base } = place;
  const half = (text: string): string => `<a:p><a:r><a:rPr lang="zh-CN"/><a:t>${escaped(text)}</a:t></a:r></a:p>`;
  deck.touched.add(`${path} ${name}`);
  const halves = half(base.text.slice(0, at)) + half(base.text.slice(at + 1));
  return put(deck, path, paragraph.start, paragraph.end, halves);
};

/** The last row of a slide's tables changes places with another, be that in another table. */
const swapRows: Edit = (deck, dice) => {
  const path = dice.of(deck.slides.filter((each) => deck.text(each).includes('<a:tbl>')));
  const rows = path === undefined ? [] : elements(deck, path, 'a:tr');
  const [one, last] = [rows[1 + dice.below(Math.max(1, rows.length - 2))], rows.at(-1)];
  if (path === undefined || one === undefined || last === undefined || one === last) return false;
  const xml = deck.text(path);
  if (/gridSpan|rowSpan|[hv]Merge/.test(xml)) return false;
  const [own, other] = [xml.slice(one.start, one.end), xml.slice(last.start, last.end)];
  put(deck, path, last.start, last.end, own);
  return put(deck, path, one.start, one.end, other);
};

/** As another program writes the same XML. */
const writeAnew: Edit = (deck, dice) => {
  const path = dice.of(deck.slides)!;
  const expanded = deck
    .text(path)
    .replace(/<\?xml[^>]*\?>/, "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
    .replaceAll(/<([\w:]+)((?: [\w:]+="[^"]*")*)\/>/g, '<$1$2></$1>');
  deck.parts.set(path, expanded);
  return true;
};

const edits: Readonly<Record<string, Edit>> = {
  rewriteAround,
  addWords,
  reorderSentence,
  splitRun,
  restyle,
  moveShape,
  addBullet,
  deleteParagraph,
  deleteShape,
  addBox,
  tableRow,
  rewriteNotes,
  recolor,
  retheme,
  moveSlide,
  deleteSlide,
  copySlide,
  quoteSentence,
  shatter,
  splitParagraph,
  swapRows,
  writeAnew,
};

/** Some twenty edits, and up to three numbers typed over behind them. */
export function editDeck(bytes: Uint8Array, seed: number): EditedHistory {
  const deck = new Deck(bytes);
  const dice = diceFrom(seed);
  const names = Object.keys(edits);
  const done: string[] = [];
  for (let step = 0; step < 20; step += 1) {
    const name = dice.of(names)!;
    if (edits[name]!(deck, dice)) done.push(name);
  }
  for (let count = dice.below(4); count > 0; count -= 1) if (typeOver(deck, dice)) done.push('typeOver');
  return { bytes: deck.bytes(), edits: done, conflicts: deck.conflicts };
}
