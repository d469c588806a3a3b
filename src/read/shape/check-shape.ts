/** A data file against the shape that it must have: every departure is told at its place. */
import type * as z from 'zod/mini';
import { missingKey, notOneOf, unknownKey, wrongType } from '../../diagnostics/messages.js';
import type { Diagnostic, Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { DataDocument, DataPath } from '../data/data-document.js';

type Issue = z.core.$ZodIssue;

/** True where the file has the shape; what does not fit is reported. */
export function checkShape(document: DataDocument, schema: z.ZodMiniType, whole: string, tell: Tell): boolean {
  const result = schema.safeParse(document.value);
  if (result.success) return true;
  for (const issue of result.error.issues) describe(issue, document, whole).forEach(tell);
  return false;
}

/** The file without what does not have the shape, which is reported: there, whoever reads on finds nothing. */
export function soundParts(document: DataDocument, schema: z.ZodMiniType, whole: string, tell: Tell): DataDocument {
  const result = schema.safeParse(document.value);
  if (result.success) return document;
  const { issues } = result.error;
  for (const issue of issues) describe(issue, document, whole).forEach(tell);
  const wrong = issues.flatMap((issue): DataPath[] => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  });
  return { ...document, wrong, value: without(document.value, wrong) };
}

/** The value with nothing at these paths; the order of lists stays, and so do their places. */
export function without(value: unknown, paths: readonly DataPath[]): unknown {
  if (paths.some(({ length }) => length === 0)) return undefined;
  if (paths.length === 0 || typeof value !== 'object' || value === null) return value;
  const below = (key: string | number): readonly DataPath[] =>
    paths.filter(([first]) => String(first) === String(key)).map((path) => path.slice(1));
  if (Array.isArray(value)) return value.map((item, index) => without(item, below(index)) ?? null);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, without(item, below(key))]));
}

function describe(issue: Issue, document: DataDocument, whole: string): Diagnostic[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const field = sayPath(path);
  const value = valueAt(document.value, path);
  if (issue.code === 'unrecognized_keys') {
    const known = issue.message.split(' ');
    return issue.keys.map((key) =>
      unknownKey(
        key,
        path.length === 0 ? whole : field,
        document.keySpanAt([...path, key]),
        nearestName(key, known),
        known,
      ),
    );
  }
  if (value === undefined) {
    const parent = path.slice(0, -1);
    return [
      missingKey(
        String(path[path.length - 1] ?? ''),
        parent.length === 0 ? whole : sayPath(parent),
        document.spanAt(parent),
      ),
    ];
  }
  const span = document.spanAt(path);
  switch (issue.code) {
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      return [notOneOf(field, String(value), allowed, span, nearestName(String(value), allowed))];
    }
    case 'invalid_type':
      return [wrongType(field, sayType(issue.expected), sayValue(value), span)];
    case 'too_big':
      return [
        wrongType(
          field,
          `${issue.inclusive === false ? 'less than' : 'at most'} ${String(issue.maximum)}`,
          sayValue(value),
          span,
        ),
      ];
    case 'too_small':
      return [
        wrongType(
          field,
          `${issue.inclusive === false ? 'more than' : 'at least'} ${String(issue.minimum)}`,
          sayValue(value),
          span,
        ),
      ];
    // Unions have said in their message what they expect.
    case 'invalid_union':
      return deepestOf(issue, document, whole) ?? [wrongType(field, issue.message, sayValue(value), span)];
    default:
      return [wrongType(field, issue.message, sayValue(value), span)];
  }
}

/** A map that is not quite one branch of a union is told by what is wrong inside it. */
function deepestOf(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  document: DataDocument,
  whole: string,
): Diagnostic[] | null {
  const inside = issue.errors
    .map((issues) => issues.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })))
    .find((issues) =>
      issues.every(({ path, code }) => path.length > issue.path.length || code === 'unrecognized_keys'),
    );
  return inside === undefined ? null : inside.flatMap((inner) => describe(inner, document, whole));
}

function valueAt(value: unknown, path: DataPath): unknown {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

const sayPath = (path: DataPath): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : `${index === 0 ? '' : '.'}${step}`)).join('');

function sayType(expected: string): string {
  switch (expected) {
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
    case 'tuple':
      return 'a list';
    case 'object':
    case 'record':
      return 'a map of keys';
    default:
      return expected;
  }
}

function sayValue(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map of keys';
  return typeof value === 'string'
    ? `the text "${value.slice(0, 40)}"`
    : `${typeof value === 'number' ? 'the number ' : ''}${String(value)}`;
}
