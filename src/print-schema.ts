/** JSON schemas for editors, as text. */
import type { Tell } from './diagnostics/diagnostic.js';
import type { Files } from './project/files.js';

interface SchemaWorld {
  readonly files: Files;
  readonly roots: readonly string[];
  readonly tell: Tell;
}

/**
 * The schema of a kind of file (bundle, layout, theme) or of the reports of a bundle; null where there is no such
 * bundle, which is told.
 */
export async function printSchema(name: string, { files, roots, tell }: SchemaWorld): Promise<string | null> {
  const { jsonSchemaOfKind, jsonSchemaOfReports, schemaKinds } = await import('./read/json-schema.js');
  const kind = schemaKinds.find((known) => known === name);
  if (kind !== undefined) return print(jsonSchemaOfKind(kind));
  const { readBundleFields } = await import('./read/read-bundle.js');
  const declared = readBundleFields(name, { files, tell }, { roots });
  return declared === null ? null : print(jsonSchemaOfReports(name, declared));
}

const print = (schema: Readonly<Record<string, unknown>>): string => `${JSON.stringify(schema, null, 2)}\n`;
