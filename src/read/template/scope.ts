/** What names mean at a place of a template: the value that is `this`, those around it, and `@index` and its like. */
import { unknownVariable } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { PathExpression } from './template-nodes.js';

export interface Scope {
  readonly context: unknown;
  /** What `../` leads to. */
  readonly parent: Scope | null;
  /** `@index`, `@key`, `@first`, `@last`. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Names given by `as |item index|`, inner ones first. */
  readonly named: Readonly<Record<string, unknown>>;
  /** The template's own data, known everywhere: `report`. */
  readonly root: Readonly<Record<string, unknown>>;
}

export const rootScope = (root: Readonly<Record<string, unknown>>): Scope => ({
  context: root,
  parent: null,
  data: {},
  named: {},
  root,
});

/** The scope inside `{{#each}}`, `{{#with}}` and a partial that is given something. */
export const innerScope = (
  scope: Scope,
  context: unknown,
  data: Readonly<Record<string, unknown>> = {},
  named: Readonly<Record<string, unknown>> = {},
): Scope => ({
  context,
  parent: scope,
  data: { ...scope.data, ...data },
  named: { ...scope.named, ...named },
  root: scope.root,
});

/** The value of a path; a name that nothing has is reported and gives undefined. A null on the way gives null. */
export function lookUp(scope: Scope, path: PathExpression, tell: Tell): unknown {
  const start = path.data ? startOfData(scope, path) : startOf(scope, path);
  if (start === null) return undefined;
  let { value } = start;
  for (const part of start.rest) {
    if (value === null) return null;
    if (!hasOwn(value, part)) {
      reportUnknown(path, part, namesOf(value), tell);
      return undefined;
    }
    value = value[part];
  }
  return value;

  function startOfData(from: Scope, { parts }: PathExpression): { value: unknown; rest: readonly string[] } | null {
    const [head = '', ...rest] = parts;
    if (head === 'root') return { value: from.root, rest };
    if (Object.hasOwn(from.data, head)) return { value: from.data[head], rest };
    reportUnknown(path, `@${head}`, ['@root', ...Object.keys(from.data).map((name) => `@${name}`)], tell);
    return null;
  }

  function startOf(
    from: Scope,
    { depth, parts, scoped }: PathExpression,
  ): { value: unknown; rest: readonly string[] } | null {
    let at: Scope = from;
    for (let step = 0; step < depth; step++) {
      if (at.parent === null) {
        reportUnknown(path, path.name, [], tell);
        return null;
      }
      at = at.parent;
    }
    const [head, ...rest] = parts;
    if (head === undefined || scoped || depth > 0 || hasOwn(at.context, head)) {
      if (depth === 0 && !scoped && head !== undefined && Object.hasOwn(at.named, head))
        return { value: at.named[head], rest };
      return { value: at.context, rest: parts };
    }
    if (Object.hasOwn(at.named, head)) return { value: at.named[head], rest };
    if (Object.hasOwn(at.root, head)) return { value: at.root[head], rest };
    reportUnknown(path, head, [...namesOf(at.context), ...Object.keys(at.named), ...Object.keys(at.root)], tell);
    return null;
  }
}

function reportUnknown(path: PathExpression, name: string, known: readonly string[], tell: Tell): void {
  tell(unknownVariable(name, path.span, nearestName(name, known), [...new Set(known)]));
}

// Own properties alone: what a value inherits is no name of the report.
const hasOwn = (value: unknown, name: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name);

const namesOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
