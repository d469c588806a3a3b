/** The shape of what a report may say in the fields that its bundle declares. */
import * as z from 'zod/mini';
import { assertNever } from '../../model/assert-never.js';
import type { FieldDeclaration } from '../../model/field.js';
import { expecting, fields, optionalText, text, texts } from './shapes.js';

type Shape = Record<string, z.ZodMiniType>;

/** Keys of a map of these fields, each with its schema. */
export const fieldShapes = (declared: readonly FieldDeclaration[]): Shape =>
  Object.fromEntries(
    declared.flatMap((field): [string, z.ZodMiniType][] => {
      const schema = described(field);
      return [[field.name, schema], ...(field.also === null ? [] : [[field.also, schema] as [string, z.ZodMiniType]])];
    }),
  );

const described = (field: FieldDeclaration): z.ZodMiniType => {
  const schema = shapeOf(field);
  return field.about === null ? schema : schema.check(z.describe(`${field.about.en} / ${field.about.zh}`));
};

function shapeOf(field: FieldDeclaration): z.ZodMiniType {
  const wanted = <Schema extends z.ZodMiniType>(schema: Schema): z.ZodMiniType =>
    field.required ? schema : z.nullish(schema);
  switch (field.type) {
    case 'text':
    case 'words':
    case 'id':
      return wanted(text);
    case 'narrative':
    case 'reference':
    case 'figure':
    case 'chart':
    case 'table':
    case 'picture':
      return field.required ? text : optionalText;
    case 'number':
      return wanted(z.number());
    case 'flag':
      return wanted(z.boolean());
    case 'figures':
    case 'charts':
    case 'tables':
    case 'pictures':
      return texts;
    case 'group':
      return wanted(fields(fieldShapes(field.fields)));
    case 'list':
      return wanted(z.array(itemShape(field), expecting(`a list of ${field.name}`)));
    default:
      return assertNever(field.type);
  }
}

const itemShape = (field: FieldDeclaration): z.ZodMiniType => {
  const map = fields(fieldShapes(field.fields));
  const names = field.fields.map(({ name }) => `"${name}"`).join(' and ');
  return field.short === null ? map : z.union([text, map], expecting(`a text, or a map of ${names}`));
};
