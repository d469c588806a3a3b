/** Reads LibreOffice's flat ODP of a deck: what a program that is not PowerPoint understood of it. */

export interface OdpSlide {
  readonly title: string;
  /** Of outline text: a paragraph each. */
  readonly outline: readonly string[];
  readonly notes: readonly string[];
  /** Rows of cells' texts. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Kind and numbers of each chart that is an object, not a picture. */
  readonly charts: readonly { readonly kind: string; readonly values: readonly number[] }[];
  /** Of charts, pictures and tables, in their order; an empty text where one has none. */
  readonly descriptions: readonly string[];
  /** Targets of links, as slides' names or addresses. */
  readonly links: readonly string[];
}

export function readFlatOdp(xml: string): readonly OdpSlide[] {
  const light = xml.replace(/<office:binary-data>[^<]*<\/office:binary-data>/g, '');
  return elements(light, 'draw:page').map(readSlide);
}

function readSlide(page: string): OdpSlide {
  const notesPart = elements(page, 'presentation:notes').join('');
  const content = page.replace(notesPart, '');
  const objects = elements(content, 'draw:object');
  const plain = objects.reduce((rest, object) => rest.replace(object, () => '<draw:object/>'), content);
  const frames = elements(plain, 'draw:frame');
  const ofClass = (source: readonly string[], name: string): readonly string[] =>
    source.filter((frame) => opening(frame).includes(`presentation:class="${name}"`));
  return {
    title: ofClass(frames, 'title').flatMap(paragraphs).join(''),
    outline: ofClass(frames, 'outline').flatMap(paragraphs),
    notes: ofClass(elements(notesPart, 'draw:frame'), 'notes').flatMap(paragraphs),
    tables: elements(plain, 'table:table').map((table) => elements(table, 'table:table-row').map(cellsOf)),
    charts: objects.map((object) => ({
      kind: /chart:class="chart:([a-z-]+)"/.exec(object)?.[1] ?? '',
      values: [...object.matchAll(/office:value-type="float" office:value="([^"]*)"/g)].map(([, value]) =>
        Number(value),
      ),
    })),
    descriptions: frames
      .filter((frame) => /<draw:object|<draw:image|<table:table/.test(frame))
      .map((frame) => textOf(/<svg:desc>([\s\S]*?)<\/svg:desc>/.exec(frame)?.[1] ?? '')),
    links: [...content.matchAll(/xlink:href="([^"]+)"/g)].map(([, target]) => textOf(target!)),
  };
}

/** Those under a merged cell among them. */
const cellsOf = (row: string): readonly string[] =>
  [...row.matchAll(/<table:(covered-)?table-cell(?: [^>]*)?(?:\/>|(?<!\/)>([\s\S]*?)<\/table:\1?table-cell>)/g)].map(
    ([, , content]) => paragraphs(content ?? '').join(''),
  );

const elements = (xml: string, name: string): readonly string[] =>
  xml.match(new RegExp(`<${name}(?: [^>]*)?>[\\s\\S]*?</${name}>`, 'g')) ?? [];

const opening = (element: string): string => /^<[^>]*>/.exec(element)?.[0] ?? '';

const paragraphs = (xml: string): readonly string[] =>
  [...xml.matchAll(/<text:p(?: [^>]*)?>([\s\S]*?)<\/text:p>/g)]
    .map(([, content]) => textOf(content!))
    .filter((text) => text !== '');

const textOf = (xml: string): string =>
  xml
    .replace(/<text:s\/>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
