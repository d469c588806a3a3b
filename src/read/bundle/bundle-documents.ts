/**
 * The documents and outputs of a bundle, as its `bundle.yaml` states them.
 *
 * The last of its layers that has the key states all of them; a bundle that has none makes those of the common bundle,
 * and of each template of its own beside: of slides where `{{#slide}}` stands in it or in what it includes, in every
 * format that takes it.
 */
import { notAnOutput, notTaken, unknownName } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { arrangements, documentMedia, outputEndings, plainDocument } from '../../model/document-spec.js';
import type {
  DocumentLook,
  DocumentMedium,
  DocumentSpec,
  OutputEnding,
  OutputSpec,
} from '../../model/document-spec.js';
import { fontRoles } from '../../model/theme.js';
import type { DataCursor } from '../shape/data-cursor.js';
import type { Template } from '../template/parse-template.js';
import type { BundleLayer } from './bundle-layers.js';
import { readLength } from './read-length.js';
import { readFont, readStyle } from './read-style.js';

export interface BundleDocuments {
  readonly documents: readonly DocumentSpec[];
  readonly outputs: readonly OutputSpec[];
}

/** The key of the last layer that has it. */
export const lastOf = (layers: readonly BundleLayer[], key: string): DataCursor | null =>
  layers.flatMap(({ own }) => own?.at(key) ?? []).findLast((cursor) => cursor.exists) ?? null;

export function bundleDocuments(
  layers: readonly BundleLayer[],
  common: readonly BundleLayer[],
  templates: { readonly own: ReadonlyMap<string, Template>; readonly partials: ReadonlyMap<string, Template> },
  tell: Tell,
): BundleDocuments {
  const stated = lastOf(layers, 'documents');
  const written = stated ?? lastOf(common, 'documents');
  const named = (written?.entries() ?? []).map(([name, cursor]) => readDocument(name, cursor, tell));
  const unnamed = (stated === null ? [...templates.own.keys()] : [])
    .filter((name) => !name.includes('/') && !named.some((document) => document.name === name))
    .map((name) => plainDocument(name, mediumOf(name, templates)));
  const documents = [...named, ...unnamed];
  const outputs = (lastOf(layers, 'outputs') ?? (stated === null ? lastOf(common, 'outputs') : null))?.entries() ?? [];
  const read = outputs.flatMap(([name, cursor]) => readOutput(name, cursor, documents, tell) ?? []);
  const without = documents.filter((document) => !read.some((output) => output.document === document));
  return { documents, outputs: [...read, ...without.flatMap(plainOutputs)] };
}

function readDocument(name: string, cursor: DataCursor, tell: Tell): DocumentSpec {
  return {
    name,
    medium: cursor.at('medium').choice(documentMedia) ?? 'paper',
    called: Object.fromEntries(
      cursor
        .at('called')
        .entries()
        .map(([language, word]) => [language, word.text() ?? '']),
    ),
    otherwise: cursor.at('otherwise').text(),
    look: readLook(cursor, tell),
    grid: cursor.at('grid').text(),
  };
}

function readLook(cursor: DataCursor, tell: Tell): DocumentLook {
  const [page, margin] = [cursor.at('page'), cursor.at('margin')];
  const [width = 0, height = 0] = page.items().map(readLength);
  const [top = 0, right = 0, bottom = 0, left = 0] = margin.items().map(readLength);
  const styles = cursor.at('styles').entries();
  const fonts = cursor.at('fonts');
  return {
    page: page.exists ? { width, height } : null,
    margin: margin.exists ? { top, right, bottom, left } : null,
    styles: Object.fromEntries(styles.map(([name, style]) => [name, readStyle(style, tell)])),
    fonts: Object.fromEntries(
      fontRoles.flatMap((role) => (fonts.at(role).exists ? [[role, fonts.at(role).items().map(readFont)]] : [])),
    ),
  };
}

const endingOf = (name: string): OutputEnding | null => {
  const ending = /^[A-Za-z0-9][\w-]*(?:\.[\w-]+)*\.([a-z]+)$/.exec(name)?.[1];
  return outputEndings.find((known) => known === ending) ?? null;
};

/** Null, and told, where its name is no file's of a known format, or where it shows what is not there. */
function readOutput(
  name: string,
  cursor: DataCursor,
  documents: readonly DocumentSpec[],
  tell: Tell,
): OutputSpec | null {
  const ending = endingOf(name);
  const asked = cursor.at('document');
  const document = documents.find((known) => known.name === asked.text());
  const names = documents.map((known) => known.name);
  if (ending === null) tell(notAnOutput(name, outputEndings, cursor.keySpan));
  if (document === undefined) {
    const nearest = nearestName(asked.text() ?? '', names);
    tell(unknownName('document', asked.text() ?? '', asked.span, nearest === null ? null : { name: nearest }, names));
  }
  if (ending === null || document === undefined) return null;
  const arrangement = cursor.at('arrange').choice(arrangements);
  const needed = arrangement === 'print' ? 'paper' : arrangement === 'handout' || ending === 'pptx' ? 'slides' : null;
  if (needed !== null && document.medium !== needed) {
    tell(notTaken(name, document.name, needed, cursor.keySpan));
    return null;
  }
  return {
    name,
    ending,
    document,
    arrangement,
    attaches: cursor.at('attachments').value === true,
    usual: cursor.at('usual').value === true,
    resolution: cursor.at('resolution').number(),
  };
}

/** A document that no output shows comes in every format that takes it. */
const plainOutputs = (document: DocumentSpec): readonly OutputSpec[] =>
  outputEndings
    .filter((ending) => ending !== 'pptx' || document.medium === 'slides')
    .map((ending, index) => ({
      name: `${document.name}.${ending}`,
      ending,
      document,
      arrangement: null,
      attaches: ending === 'pdf' && document.medium === 'paper',
      usual: index === 0,
      resolution: null,
    }));

/** Slides, where a template or a partial that it includes makes one. */
function mediumOf(
  name: string,
  { own, partials }: { readonly own: ReadonlyMap<string, Template>; readonly partials: ReadonlyMap<string, Template> },
): DocumentMedium {
  const seen = new Set<string>();
  const makesSlides = (template: Template | undefined): boolean => {
    const text = template?.source.text ?? '';
    if (/\{\{~?#\s*slide\b/.test(text)) return true;
    const included = [...text.matchAll(/\{\{~?#?>\s*["']?([\w/-]+)/g)].map(([, partial]) => partial!);
    return included.some((partial) => !seen.has(partial) && (seen.add(partial), makesSlides(partials.get(partial))));
  };
  return makesSlides(own.get(name)) ? 'slides' : 'paper';
}
