/** The shapes of files as JSON schemas, for editors: reports of a bundle, bundles, layouts, grids, themes, brands. */
import * as z from 'zod/mini';
import { keyMeanings } from '../locale/editor/key-meanings.js';
import type { FieldDeclaration } from '../model/field.js';
import {
  brandSchema,
  brandThemeSchema,
  bundleSchema,
  gridSchema,
  layoutSchema,
  reportSchema,
  themeSchema,
} from './shape/schema.js';

/** What a schema may be asked for beside the reports of a bundle. */
export const schemaKinds = ['bundle', 'layout', 'grid', 'theme', 'brand'] as const;
export type SchemaKind = (typeof schemaKinds)[number];

const schemas = {
  bundle: bundleSchema,
  layout: layoutSchema,
  grid: gridSchema,
  // Whole, or a brand over another.
  theme: z.union([themeSchema, brandThemeSchema]),
  brand: brandSchema,
} as const satisfies Record<SchemaKind, z.ZodMiniType>;

type Json = Readonly<Record<string, unknown>>;
type Meanings = Readonly<Record<string, string>>;

const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Properties of these names say what they mean, at any depth; one that says something already keeps it. */
function withMeanings(schema: unknown, meanings: Meanings): unknown {
  if (Array.isArray(schema)) return schema.map((part) => withMeanings(part, meanings));
  if (!isMap(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword !== 'properties' || !isMap(value)) return [keyword, withMeanings(value, meanings)];
      const properties = Object.entries(value).map(([name, property]): [string, unknown] => [
        name,
        withMeaning(withMeanings(property, meanings), Object.hasOwn(meanings, name) ? meanings[name] : undefined),
      ]);
      return [keyword, Object.fromEntries(properties)];
    }),
  );
}

const withMeaning = (property: unknown, meaning: string | undefined): unknown =>
  isMap(property) && meaning !== undefined ? { description: meaning, ...property } : property;

const { report, chart, table, picture, check, silence, region, theme } = keyMeanings;
const parts = { charts: chart, tables: table, pictures: picture, checks: check, silence };

const meaningsOf: Readonly<Partial<Record<SchemaKind, Meanings>>> = { layout: region, theme };

/** Draft 2020-12. What no schema can say (a language that has words) is left open. */
const toJson = (schema: z.ZodMiniType, title: string): Readonly<Record<string, unknown>> => ({
  title,
  ...z.toJSONSchema(schema, { unrepresentable: 'any', reused: 'inline' }),
});

export const jsonSchemaOfKind = (kind: SchemaKind): Json =>
  withMeanings(toJson(schemas[kind], `briefkit ${kind}`), meaningsOf[kind] ?? {}) as Json;

/** Fields of the bundle say what the bundle says of them. */
export function jsonSchemaOfReports(bundle: string, declared: readonly FieldDeclaration[]): Json {
  const schema = toJson(reportSchema(declared), `briefkit report of the bundle ${bundle}`);
  const properties = isMap(schema['properties']) ? schema['properties'] : {};
  const inside: Readonly<Record<string, Meanings>> = parts;
  const own: Meanings = report;
  const described = Object.entries(properties).map(([name, property]): [string, unknown] => [
    name,
    withMeaning(
      Object.hasOwn(inside, name) ? withMeanings(property, inside[name]!) : property,
      Object.hasOwn(own, name) ? own[name] : undefined,
    ),
  ]);
  return { ...schema, properties: Object.fromEntries(described) };
}
