/** The two kinds of lists of a package, changed in place: what a part leads to, and what each part is. */
import { parseXml, type XmlElement } from '../../../powerpoint/xml/parse-xml.js';
import { element } from '../../xml/element.js';
import { defaultTypes, presentationType } from '../package/content-types.js';
import type { Relationship } from '../package/relationships.js';
import { relationshipElement } from '../package/relationships.js';
import { splice, type Splice } from '../../../powerpoint/edited/edit-xml.js';

/** Some relationships out and others in; those that stay keep their words and their ids. */
export function editRelations(
  xml: string | null,
  isOut: (id: string) => boolean,
  added: readonly Relationship[],
): string {
  const text = xml ?? emptyRelations;
  const root = parseXml(text);
  if (root === null) throw new Error('relationships of a template that were read cannot be read again');
  const out = root.children.filter(({ attributes }) => isOut(attributes['Id'] ?? '')).map(removal);
  return splice(text, [...out, ...atEnd(text, root, added.map(relationshipElement).join(''))]);
}

const emptyRelations =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

const removal = ({ start, end }: XmlElement): Splice => ({ start, end, text: '' });

/** A list that closes itself is opened. */
function atEnd(text: string, root: XmlElement, added: string): readonly Splice[] {
  if (added === '') return [];
  const closing = text.lastIndexOf('</', root.end);
  if (closing > root.start) return [{ start: closing, end: closing, text: added }];
  const name = /^<([^\s/>]+)/.exec(text.slice(root.start))![1]!;
  const slash = text.lastIndexOf('/>', root.end);
  return [{ start: slash, end: root.end, text: `>${added}</${name}>` }];
}

export interface TypedPart {
  /** Without a leading slash. */
  readonly path: string;
  readonly type: string;
}

/**
 * @param main the presentation, where it becomes a plain one: not a template any more, nor a show. Null leaves it
 * what it is
 * @param parts all that the package holds. Extensions are compared without case: a second one of another case makes a
 * file unreadable.
 */
export function editContentTypes(
  xml: string,
  {
    main,
    added,
    parts,
  }: {
    readonly main: string | null;
    readonly added: readonly TypedPart[];
    readonly parts: ReadonlySet<string>;
  },
): string {
  const root = parseXml(xml);
  if (root === null) throw new Error('the content types of a template that was read cannot be read again');
  const known = new Set(
    root.children.flatMap(({ name, attributes }) =>
      name === ':Default' ? [(attributes['Extension'] ?? '').toLowerCase()] : [],
    ),
  );
  const overrides = root.children.filter(({ name }) => name === ':Override');
  const pathOf = ({ attributes }: XmlElement): string => (attributes['PartName'] ?? '').replace(/^\//, '');
  const changes = overrides.flatMap((override): readonly Splice[] => {
    const path = pathOf(override);
    if (main !== null && path === main) {
      const type = element('Override', { PartName: `/${main}`, ContentType: presentationType });
      return [{ start: override.start, end: override.end, text: type }];
    }
    return parts.has(path) && !added.some((part) => part.path === path) ? [] : [removal(override)];
  });
  const missing = Object.entries(defaultTypes).filter(
    ([extension]) => !known.has(extension) && [...parts].some((path) => path.toLowerCase().endsWith(`.${extension}`)),
  );
  const put =
    missing.map(([extension, type]) => element('Default', { Extension: extension, ContentType: type })).join('') +
    added.map(({ path, type }) => element('Override', { PartName: `/${path}`, ContentType: type })).join('');
  return splice(xml, [...changes, ...atEnd(xml, root, put)]);
}
