/**
 * A deck's bytes as text that people can read: for each slide its layout, texts, tables, charts, pictures and notes.
 */
import { strFromU8, unzipSync } from 'fflate';

export function deckOutline(bytes: Uint8Array): string {
  const parts = new Map(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [
      path,
      path.endsWith('.xml') || path.endsWith('.rels') ? strFromU8(part) : '',
    ]),
  );
  const slides = [...parts.keys()]
    .filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))
    .sort((left, right) => numberIn(left) - numberIn(right));
  return slides.map((path, index) => slideOutline(path, index + 1, parts)).join('\n');
}

function slideOutline(path: string, number: number, parts: ReadonlyMap<string, string>): string {
  const related = relations(path, parts);
  const layout = related.find(({ type }) => type === 'slideLayout')?.target;
  const label = /<p:cSld name="([^"]*)"/.exec(parts.get(layout ?? '') ?? '')?.[1] ?? '';
  const shapes = [...(parts.get(path) ?? '').matchAll(/<p:(sp|pic|graphicFrame)>.*?<\/p:\1>/gs)].flatMap(
    ([xml, kind]) => shapeLines(xml, kind!, related, parts),
  );
  const notes = related
    .filter(({ type }) => type === 'notesSlide')
    .flatMap(({ target }) =>
      paragraphs(/<p:sp>(?:(?!<\/p:sp>).)*type="body".*?<\/p:sp>/s.exec(parts.get(target) ?? '')?.[0] ?? ''),
    );
  return [`== ${number} [${unescapeXml(label)}]`, ...shapes, ...notes.map((text) => `  note: ${text}`), ''].join('\n');
}

function shapeLines(
  xml: string,
  kind: string,
  related: readonly Relation[],
  parts: ReadonlyMap<string, string>,
): readonly string[] {
  const description = unescapeXml(/<p:cNvPr [^>]*descr="([^"]*)"/.exec(xml)?.[1] ?? '');
  if (kind === 'pic') return [`  picture: ${description}`];
  if (kind === 'sp') {
    const role = /<p:ph [^>]*type="([^"]*)"/.exec(xml)?.[1] ?? (xml.includes('<p:ph ') ? 'body' : 'text');
    return paragraphs(xml).map((text) => `  ${role}: ${text}`);
  }
  const rows = [...xml.matchAll(/<a:tr .*?<\/a:tr>/gs)].map(
    ([row]) =>
      `  row: ${[...row.matchAll(/<a:tc[ >].*?<\/a:tc>/gs)].map(([cell]) => paragraphs(cell).join(' / ')).join(' | ')}`,
  );
  const chart =
    parts.get(related.find(({ type, id }) => type === 'chart' && xml.includes(`r:id="${id}"`))?.target ?? '') ?? '';
  return rows.length > 0 ? rows : [`  chart: ${description}`, ...chartLines(chart)];
}

/** Kind of each plot, then categories and values of each series, as the cache has them. */
function chartLines(xml: string): readonly string[] {
  const kinds = [...xml.matchAll(/<c:(\w+Chart)>/g)].map(([, kind]) => kind).join(' + ');
  const cached = (source: string, name: string): string =>
    [...(new RegExp(`<c:${name}>.*?</c:${name}>`, 's').exec(source)?.[0] ?? '').matchAll(/<c:v>(.*?)<\/c:v>/gs)]
      .map(([, text]) => unescapeXml(text!))
      .join(', ');
  return [
    `    ${kinds}`,
    ...[...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(
      ([series]) => `    ${cached(series, 'tx')}: ${cached(series, 'cat')} = ${cached(series, 'val')}`,
    ),
  ];
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

function relations(path: string, parts: ReadonlyMap<string, string>): readonly Relation[] {
  const xml = parts.get(path.replace(/([^/]+)$/, '_rels/$1.rels')) ?? '';
  return [...xml.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => {
    const value = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    return {
      id: value('Id'),
      type: value('Type').split('/').at(-1)!,
      target: new URL(value('Target'), `zip://package/${path}`).pathname.slice(1),
    };
  });
}

const paragraphs = (xml: string): readonly string[] =>
  [...xml.matchAll(/<a:p>.*?<\/a:p>/gs)]
    .map(([paragraph]) =>
      [...paragraph.matchAll(/<a:t>(.*?)<\/a:t>|<a:br\s*\/?>/gs)]
        .map(([, text]) => (text === undefined ? '⏎' : unescapeXml(text)))
        .join(''),
    )
    .filter((text) => text !== '');

const unescapeXml = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replaceAll('\n', '⏎');

const numberIn = (path: string): number => Number(/\d+/.exec(path)?.[0]);
