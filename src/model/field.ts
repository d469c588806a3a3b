/** Fields that a bundle declares for the reports that it takes, and what a report says in them. */
import type { Span } from './span.js';
import type { Words } from './words.js';

/**
 * Each with what a template sees: a text as it is, words with figures in them, ids of things of the report, or groups
 * of fields.
 */
export const fieldTypes = [
  'text',
  'number',
  'flag',
  'words',
  'id',
  'narrative',
  'figure',
  'figures',
  'chart',
  'charts',
  'table',
  'tables',
  'picture',
  'pictures',
  'reference',
  'group',
  'list',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Fields that name things of the report by their ids, one or several, and the kind of thing that each names. */
export const thingOfField = {
  figure: 'figure',
  figures: 'figure',
  chart: 'chart',
  charts: 'chart',
  table: 'table',
  tables: 'table',
  picture: 'picture',
  pictures: 'picture',
} as const satisfies Partial<Record<FieldType, string>>;

export interface FieldDeclaration {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
  /** Another key that means the same: `chart` for `charts`. */
  readonly also: string | null;
  /** What a text, a number or a flag is where it is left out. */
  readonly otherwise: string | number | boolean | null;
  /** What it is for, in both languages. */
  readonly about: { readonly zh: string; readonly en: string } | null;
  /** The fields of a group, or of each item of a list. */
  readonly fields: readonly FieldDeclaration[];
  /** What an item of a list is called in messages, and in the ids of those that have none. */
  readonly item: string;
  /** The field that an item is where it is a text alone: `title`. */
  readonly short: string | null;
  /** The list whose ids a reference names. */
  readonly to: string | null;
}

export type FieldValue =
  | string
  | number
  | boolean
  | null
  | Words
  | readonly string[]
  | FieldGroup
  | readonly FieldGroup[];

/** Items of a list have a `number`, from 1. */
export interface FieldGroup {
  readonly span: Span;
  readonly [name: string]: FieldValue | Span;
}

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Every group and every item of the values, outer ones first. */
export function* groupsOf(values: FieldValues | FieldGroup): Generator<FieldGroup> {
  for (const value of Object.values(values)) {
    const groups = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    for (const group of groups)
      if (typeof group === 'object' && group !== null && 'span' in group && !('source' in group)) {
        yield group as FieldGroup;
        yield* groupsOf(group as FieldGroup);
      }
  }
}
