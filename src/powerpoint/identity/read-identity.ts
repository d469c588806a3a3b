/** The identity that a deck carries, read back from whoever saved it last. */
import { targetsOf } from '../package/relations.js';
import type { OpenedPackage } from '../package/open-package.js';
import { parseXml } from '../xml/parse-xml.js';
import { buildProperty, identityNamespace, type DeckIdentity, type SlideIdentity } from './deck-identity.js';

/** The identity, and the path of the part that holds it. */
export interface FoundIdentity {
  readonly identity: DeckIdentity | null;
  readonly identityPart: string | null;
  /** The deck says that a build made it, and what that said of it cannot be read. */
  readonly isIdentityLost: boolean;
}

/** Null for a deck that carries none, or one of a later format. */
export const readIdentity = (pack: OpenedPackage): DeckIdentity | null => findIdentity(pack).identity;

/** LibreOffice relates the part from the package instead of the presentation. */
export function findIdentity(pack: OpenedPackage): FoundIdentity {
  const main = targetsOf(pack, '', 'officeDocument')[0] ?? '';
  for (const path of [...targetsOf(pack, main, 'customXml'), ...targetsOf(pack, '', 'customXml')]) {
    const xml = pack.text(path);
    if (xml === null || !xml.includes(identityNamespace)) continue;
    const identity = parseIdentity(parseXml(xml)?.text ?? '');
    if (identity !== null) return { identity, identityPart: path, isIdentityLost: false };
  }
  const [properties] = targetsOf(pack, '', 'custom-properties');
  const isIdentityLost = properties !== undefined && (pack.text(properties) ?? '').includes(buildProperty);
  return { identity: null, identityPart: null, isIdentityLost };
}

function parseIdentity(text: string): DeckIdentity | null {
  try {
    const identity = JSON.parse(text) as DeckIdentity;
    return identity.format === 2 && Array.isArray(identity.slides) && identity.slides.every(isSlide) ? identity : null;
  } catch {
    return null;
  }
}

/** Whether it has the form of one: whoever edits a file by hand may leave anything in it. */
export const isSlide = (slide: unknown): slide is SlideIdentity =>
  isObject(slide) &&
  typeof slide['key'] === 'string' &&
  typeof slide['title'] === 'string' &&
  areAll(slide['shapes'], isShape) &&
  areAll(slide['notes'], isText);

const isShape = (shape: unknown): boolean => {
  if (!isObject(shape) || typeof shape['creationId'] !== 'string' || typeof shape['name'] !== 'string') return false;
  if (!isObject(shape['box']) || typeof shape['alt'] !== 'string') return false;
  if (shape['kind'] === 'text') return areAll(shape['paragraphs'], isText);
  if (shape['kind'] === 'table') return Array.isArray(shape['columns']) && areAll(shape['rows'], isRow);
  if (shape['kind'] === 'chart') return Array.isArray(shape['categories']) && areAll(shape['series'], isSeries);
  return shape['kind'] === 'picture' || shape['kind'] === 'plain';
};

const isText = (text: unknown): boolean =>
  isObject(text) &&
  typeof text['text'] === 'string' &&
  areAll(text['figures'], (figure) => isObject(figure) && typeof figure['text'] === 'string');

const isRow = (row: unknown): boolean =>
  isObject(row) && areAll(row['cells'], (cell) => isObject(cell) && areAll(cell['paragraphs'], isText));

const isSeries = (series: unknown): boolean => isObject(series) && areAll(series['points'], isObject);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const areAll = (values: unknown, isOne: (value: unknown) => boolean): boolean =>
  Array.isArray(values) && values.every(isOne);
