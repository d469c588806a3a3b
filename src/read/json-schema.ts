/** The shapes of files as JSON schemas, for editors: reports of a bundle, bundles, layouts, grids, themes, brands. */
import * as z from 'zod/mini';
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

/** Draft 2020-12. What no schema can say (a language that has words) is left open. */
const toJson = (schema: z.ZodMiniType, title: string): Readonly<Record<string, unknown>> => ({
  title,
  ...z.toJSONSchema(schema, { unrepresentable: 'any', reused: 'inline' }),
});

export const jsonSchemaOfKind = (kind: SchemaKind): Readonly<Record<string, unknown>> =>
  toJson(schemas[kind], `briefkit ${kind}`);

export const jsonSchemaOfReports = (
  bundle: string,
  declared: readonly FieldDeclaration[],
): Readonly<Record<string, unknown>> => toJson(reportSchema(declared), `briefkit report of the bundle ${bundle}`);
