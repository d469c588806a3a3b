/**
 * What a deck must hold beyond the schema: checks of a whole package, for tests. Each finding is a sentence; none
 * means sound.
 */
import { strFromU8, unzipSync } from 'fflate';
import { checkDeckFaults } from './check-deck-faults.js';
import { readRelationships, relationshipsPath } from '../../src/writers/pptx/package/relationships.js';

export const checkPackage = (bytes: Uint8Array): readonly string[] => [
  ...checkStructure(bytes),
  ...[...textsOf(partsOf(bytes))].flatMap(([path, xml]) => [...checkWords(path, xml), ...checkReading(path, xml)]),
];

/** Those of its parts, whatever is written in them: values of a test may well look like faults. */
export function checkStructure(bytes: Uint8Array): readonly string[] {
  const parts = partsOf(bytes);
  const texts = textsOf(parts);
  return [
    ...checkContentTypes(texts.get('[Content_Types].xml') ?? '', parts),
    ...checkRelationships(texts, parts),
    ...checkDeckFaults(bytes),
    ...[...texts].flatMap(([path, xml]) => [...checkShapeIds(path, xml), ...checkParagraphs(path, xml)]),
  ];
}

const partsOf = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => new Map(Object.entries(unzipSync(bytes)));
const textsOf = (parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> =>
  new Map(
    [...parts].filter(([path]) => /\.(?:xml|rels)$/.test(path)).map(([path, content]) => [path, strFromU8(content)]),
  );

function checkContentTypes(xml: string, parts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const overrides = [...xml.matchAll(/<Override [^>]*PartName="\/([^"]+)"/g)].map(([, path]) => path!);
  const extensions = new Set(
    [...xml.matchAll(/<Default [^>]*Extension="([^"]+)"/g)].map(([, extension]) => extension!),
  );
  const untyped = [...parts.keys()].filter(
    (path) =>
      path !== '[Content_Types].xml' &&
      !overrides.includes(path) &&
      !extensions.has(path.slice(path.lastIndexOf('.') + 1)),
  );
  return [
    ...overrides.filter((path) => !parts.has(path)).map((path) => `content type for a part that is not there: ${path}`),
    ...untyped.map((path) => `part without a content type: ${path}`),
  ];
}

function checkRelationships(
  texts: ReadonlyMap<string, string>,
  parts: ReadonlyMap<string, Uint8Array>,
): readonly string[] {
  const findings: string[] = [];
  const reached = new Set(['[Content_Types].xml', '_rels/.rels']);
  for (const [path, xml] of texts) {
    if (!path.endsWith('.rels')) continue;
    const owner = path.replace('_rels/', '').replace(/\.rels$/, '');
    if (owner !== '' && !parts.has(owner)) findings.push(`relationships of a part that is not there: ${path}`);
    reached.add(path);
    for (const relationship of readRelationships(xml)) {
      if (relationship.external) continue;
      if (relationship.target.startsWith('/')) findings.push(`absolute target in ${path}: ${relationship.target}`);
      const target = resolve(owner, relationship.target);
      if (!parts.has(target)) findings.push(`relationship to nothing in ${path}: ${relationship.target}`);
      reached.add(target);
    }
  }
  for (const [path, xml] of texts)
    findings.push(...checkReferences(path, xml, texts.get(relationshipsPath(path)) ?? ''));
  return [
    ...findings,
    ...[...parts.keys()].filter((path) => !reached.has(path)).map((path) => `part that nothing leads to: ${path}`),
  ];
}

function checkReferences(path: string, xml: string, relationshipsXml: string): readonly string[] {
  if (path.endsWith('.rels')) return [];
  const ids = readRelationships(relationshipsXml).map(({ id }) => id);
  const doubled = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => `relationship id twice for ${path}: ${id}`);
  const used = [...xml.matchAll(/ r:(?:id|embed|link)="([^"]*)"/g)].map(([, id]) => id!);
  return [
    ...doubled,
    ...used.filter((id) => !ids.includes(id)).map((id) => `relationship id without a relationship in ${path}: ${id}`),
  ];
}

function resolve(owner: string, target: string): string {
  const segments = owner.split('/').slice(0, -1);
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/');
}

function checkShapeIds(path: string, xml: string): readonly string[] {
  const ids = [...xml.matchAll(/<p:cNvPr id="([^"]*)"/g)].map(([, id]) => id!);
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `shape id twice in ${path}: ${id}`);
}

function checkParagraphs(path: string, xml: string): readonly string[] {
  return [...xml.matchAll(/<a:p>([\s\S]*?)<\/a:p>/g)]
    .map(([, content]) => content!)
    .filter((content) => content.lastIndexOf('<a:pPr') > 0)
    .map((content) => `a:pPr that is not first in its paragraph in ${path}: ${content.slice(0, 60)}`);
}

/** What a slide read aloud needs: one title, a language on each run, words for what is not text. */
function checkReading(path: string, xml: string): readonly string[] {
  if (!/^ppt\/slides\/[^/]+$/.test(path)) return [];
  const titles = xml.match(/<p:ph type="(?:title|ctrTitle)"/g) ?? [];
  const runs = xml.match(/<a:(?:rPr|endParaRPr)\b[^>]*>/g) ?? [];
  const seen = xml.match(/<p:(pic|graphicFrame)>[\s\S]*?<\/p:\1>/g) ?? [];
  return [
    ...(titles.length > 1 ? [`more than one title on ${path}`] : []),
    ...runs.filter((run) => !run.includes(' lang="')).map((run) => `text without a language in ${path}: ${run}`),
    ...seen
      .filter((shape) => !/<p:cNvPr [^>]* descr="[^"]/.test(shape) && !shape.includes('decorative'))
      .map((shape) => `no alternative text in ${path}: ${/<p:cNvPr [^>]*>/.exec(shape)?.[0] ?? ''}`),
  ];
}

/** The text of a slide may well speak of `undefined`: only attribute values are searched for it. */
function checkWords(path: string, xml: string): readonly string[] {
  const suspects: readonly (readonly [RegExp, string])[] = [
    [/="[^"]*\b(?:undefined|NaN)\b[^"]*"/, 'an undefined value'],
    [/>(?:undefined|NaN|\[object Object\])</, 'an undefined value'],
    [/\{\{/, 'a template expression'],
    [/="(?:\/(?:home|root|tmp|Users|usr|var|work)\/|[A-Za-z]:\\)[^"]*"/, 'a path of a machine'],
    [/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/, 'a control character'],
    [/val="F0[0-9A-F]{4}"|\+briefkit-/, 'a theme reference on its way'],
  ];
  return suspects.flatMap(([pattern, what]) => {
    const found = pattern.exec(xml)?.[0];
    return found === undefined ? [] : [`${what} in ${path}: ${found.slice(0, 60)}`];
  });
}
