/** The schemas that editors are given take every file of the project, and tell what a build would tell. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { diskFiles } from '../../src/project/files.js';
import { jsonSchemaOfKind, jsonSchemaOfReports, type SchemaKind } from '../../src/read/json-schema.js';
import { readBundleFields } from '../../src/read/read-bundle.js';

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
const parsed = (path: string): unknown => parse(readFileSync(path, 'utf8'));
const bundles = readdirSync('templates').filter((name) => existsSync(`templates/${name}/bundle.yaml`));
const filesOf = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => `${folder}/${name}`)
    : [];
/** What a file that others extend leaves open is theirs to say. */
const isWhole = (path: string): boolean => !/\/_[^/]*$/.test(path);

const kinds: Readonly<Record<SchemaKind, readonly string[]>> = {
  bundle: bundles.map((name) => `templates/${name}/bundle.yaml`),
  layout: bundles.flatMap((name) => filesOf(`templates/${name}/layouts`)).filter(isWhole),
  grid: bundles.flatMap((name) => filesOf(`templates/${name}/grids`)),
  theme: readdirSync('templates/themes').map((name) => `templates/themes/${name}/theme.yaml`),
  brand: ['data/halden-2024/brand.yaml'],
};
const reports = readdirSync('data').filter((name) => existsSync(`data/${name}/report.yaml`));

const faults = (schema: Readonly<Record<string, unknown>>, value: unknown): readonly string[] => {
  const check = ajv.compile(schema);
  return check(value) ? [] : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
const schemaFor = (bundle: string): Readonly<Record<string, unknown>> =>
  jsonSchemaOfReports(
    bundle,
    readBundleFields(bundle, { files: diskFiles('.'), tell: () => undefined }, { roots: ['.'] })!,
  );

describe.each(Object.entries(kinds) as [SchemaKind, readonly string[]][])('the schema of a %s', (kind, paths) => {
  const schema = jsonSchemaOfKind(kind);

  it.each(paths)('takes %s', (path) => {
    expect(faults(schema, parsed(path))).toEqual([]);
  });

  it('tells a key that no such file has', () => {
    expect(paths.length).toBeGreaterThan(0);
    expect(faults(schema, { ...(parsed(paths[0]!) as object), nosuch: 1 })).not.toEqual([]);
  });
});

describe('the schema of reports', () => {
  it.each(reports)('takes data/%s, and tells a key that its bundle does not declare', (name) => {
    const report = parsed(`data/${name}/report.yaml`) as { readonly bundle: string };
    const schema = schemaFor(report.bundle);
    expect(faults(schema, report)).toEqual([]);
    expect(faults(schema, { ...report, nosuch: 1 })).not.toEqual([]);
  });

  it.each(bundles)('of %s has the fields that the bundle declares', (bundle) => {
    const { fields = {} } = parsed(`templates/${bundle}/bundle.yaml`) as { readonly fields?: object };
    expect(schemaFor(bundle)).toMatchObject({
      properties: Object.fromEntries(Object.keys(fields).map((field) => [field, expect.anything()])),
    });
  });
});
