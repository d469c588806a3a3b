/** What a report says in the fields that its bundle declares: as templates see it. */
import { assertNever } from '../../model/assert-never.js';
import { duplicateId, unknownName } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import {
  thingOfField,
  type FieldDeclaration,
  type FieldGroup,
  type FieldValue,
  type FieldValues,
} from '../../model/field.js';
import type { Span } from '../../model/span.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { passage } from '../source/source-text.js';
import type { NamedThing } from '../template/helper.js';
import type { NameCheck } from './names.js';
import type { SpokenLines } from './spoken-lines.js';
import type { WordsBook } from './words-book.js';

interface Reading {
  readonly words: WordsBook;
  readonly lines: SpokenLines;
  readonly has: NameCheck;
  readonly tell: Tell;
}

/** The ids of the items of each list at the top, by the list's name. */
type KnownIds = ReadonlyMap<string, readonly string[]>;

export function readFieldValues(
  declared: readonly FieldDeclaration[],
  root: DataCursor,
  reading: Reading,
): FieldValues {
  const ids = new Map(
    declared
      .filter(({ type }) => type === 'list')
      .map((field) => [
        field.name,
        root
          .at(field.name)
          .items()
          .map((item, index) => item.at('id').text() ?? `${field.item}-${index + 1}`),
      ]),
  );
  return new FieldReader(reading, ids).values(declared, root);
}

/** Every file of prose that the fields name. */
export const narrativeNames = (declared: readonly FieldDeclaration[], cursor: DataCursor): readonly DataCursor[] =>
  declared.flatMap((field): readonly DataCursor[] => {
    const value = cursor.at(field.name);
    if (field.type === 'narrative') return value.exists ? [value] : [];
    return field.type === 'group' || field.type === 'list'
      ? value.items().flatMap((item) => narrativeNames(field.fields, item))
      : [];
  });

class FieldReader {
  private readonly taken = new Map<string, Span>();

  constructor(
    private readonly reading: Reading,
    private readonly ids: KnownIds,
  ) {}

  values(declared: readonly FieldDeclaration[], cursor: DataCursor): FieldValues {
    return Object.fromEntries(declared.map((field) => [field.name, this.value(field, cursor)]));
  }

  private value(field: FieldDeclaration, cursor: DataCursor): FieldValue {
    const at = cursor.at(field.name);
    const { words } = this.reading;
    switch (field.type) {
      case 'text':
        return this.reading.lines.line(at) ?? (field.otherwise === null ? '' : String(field.otherwise));
      case 'id':
        return at.text() ?? (field.otherwise === null ? '' : String(field.otherwise));
      case 'number':
        return at.number() ?? (typeof field.otherwise === 'number' ? field.otherwise : null);
      case 'flag':
        return typeof at.value === 'boolean' ? at.value : field.otherwise === true;
      case 'words':
        return field.required ? words.readText(at.source() ?? passage('', cursor.span)) : words.read(at.source());
      case 'narrative':
        return this.narrative(at);
      case 'reference':
        return this.reference(field, at);
      case 'figure':
      case 'chart':
      case 'table':
      case 'picture':
        return this.names(field, cursor, thingOfField[field.type])[0] ?? null;
      case 'figures':
      case 'charts':
      case 'tables':
      case 'pictures':
        return this.names(field, cursor, thingOfField[field.type]);
      case 'group':
        return at.isMap ? { ...this.values(field.fields, at), span: at.keySpan } : null;
      case 'list':
        return at.items().map((item, index) => this.item(field, item, index));
      default:
        return assertNever(field.type);
    }
  }

  private item(field: FieldDeclaration, item: DataCursor, index: number): FieldGroup {
    const values =
      field.short !== null && !item.isMap
        ? { ...this.values(field.fields, item), [field.short]: item.text() ?? '' }
        : this.values(field.fields, item);
    const hasId = field.fields.some(({ type }) => type === 'id');
    return {
      ...values,
      ...(hasId ? { id: this.takeId(field, item, index) } : {}),
      number: index + 1,
      span: item.span,
    };
  }

  /** One of its own, or one made of its place; ids of one kind are told apart through the whole report. */
  private takeId(field: FieldDeclaration, item: DataCursor, index: number): string {
    const cursor = item.at(field.fields.find(({ type }) => type === 'id')!.name);
    const id = cursor.text() ?? `${field.item}-${index + 1}-${item.span.line}`;
    const key = `${field.item} ${id}`;
    const first = this.taken.get(key);
    if (first === undefined) this.taken.set(key, cursor.span);
    else this.reading.tell(duplicateId(field.item, id, cursor.span, first));
    return id;
  }

  private narrative(at: DataCursor): string | null {
    const path = at.text();
    return path !== null && this.reading.has('narrative', path, at.span) ? path : null;
  }

  private reference(field: FieldDeclaration, at: DataCursor): string | null {
    const id = at.text();
    const known = this.ids.get(field.to ?? '') ?? [];
    if (id === null || known.includes(id)) return id;
    const nearest = nearestName(id, known);
    this.reading.tell(unknownName(field.name, id, at.span, nearest === null ? null : { name: nearest }, known));
    return null;
  }

  /** Names under the field's keys; those that the report does not have are told and left out. */
  private names(field: FieldDeclaration, cursor: DataCursor, what: NamedThing): readonly string[] {
    return [field.name, ...(field.also === null ? [] : [field.also])]
      .flatMap((key) => cursor.at(key).names())
      .filter(({ id, span }) => this.reading.has(what, id, span))
      .map(({ id }) => id);
  }
}
