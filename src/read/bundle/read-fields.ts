/** The fields that a bundle declares under `fields` of its `bundle.yaml`. */
import { notOneOf, unknownName } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { fieldTypes, type FieldDeclaration } from '../../model/field.js';
import type { DataCursor } from '../shape/data-cursor.js';

/** `lead: words`, or a map that says more of it. */
export function readFields(cursor: DataCursor, tell: Tell): readonly FieldDeclaration[] {
  const fields = cursor.entries().flatMap(([name, entry]) => readField(name, entry, tell));
  const lists = fields.filter(({ type }) => type === 'list').map(({ name }) => name);
  for (const [, entry] of cursor.entries()) checkReferences(entry, lists, tell);
  return fields;
}

function readField(name: string, entry: DataCursor, tell: Tell): FieldDeclaration[] {
  const typed = entry.isMap ? entry.at('type') : entry;
  const type = fieldTypes.find((known) => known === typed.text());
  if (type === undefined) {
    const written = typed.text() ?? '';
    tell(notOneOf(`the type of "${name}"`, written, fieldTypes, typed.span, nearestName(written, fieldTypes)));
    return [];
  }
  const about = entry.at('about');
  const otherwise = entry.at('default').value;
  const isPlain = typeof otherwise === 'string' || typeof otherwise === 'number' || typeof otherwise === 'boolean';
  return [
    {
      name,
      type,
      required: entry.at('required').value === true,
      also: entry.at('also').text(),
      otherwise: isPlain ? otherwise : null,
      about: about.exists ? { zh: about.at('zh').text() ?? '', en: about.at('en').text() ?? '' } : null,
      fields: entry
        .at('fields')
        .entries()
        .flatMap(([inner, cursor]) => readField(inner, cursor, tell)),
      item: entry.at('item').text() ?? name,
      short: entry.at('short').text(),
      to: entry.at('to').text(),
    },
  ];
}

/** A reference leads to a list of the report's own fields. */
function checkReferences(entry: DataCursor, lists: readonly string[], tell: Tell): void {
  const to = entry.at('to');
  const name = to.text();
  if (entry.at('type').text() === 'reference' && (name === null || !lists.includes(name))) {
    const nearest = nearestName(name ?? '', lists);
    tell(unknownName('list', name ?? '', to.span, nearest === null ? null : { name: nearest }, lists));
  }
  for (const [, inner] of entry.at('fields').entries()) checkReferences(inner, lists, tell);
}
