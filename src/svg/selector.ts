/**
 * Selectors of CSS as drawings use them (Selectors 4): element, class, id, attribute, one inside or directly inside
 * another, in any mixture.
 */
import type { SvgElement } from './svg-element.js';

interface Simple {
  /** Lower or upper case as it stands; null for any. */
  readonly name: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly is: string; readonly value: string }[];
  /** `:root`. */
  readonly isRoot: boolean;
}

/** One part of a selector; `direct` where it stands directly inside the part before it. */
interface Step {
  readonly simple: Simple;
  readonly direct: boolean;
}

export interface Selector {
  /** By which rules are found: `#id`, `.class`, a name, `*`. */
  readonly key: string;
  /** Ids, then classes and attributes, then names (Selectors 4, 17). */
  readonly strength: number;
  matches(element: SvgElement, parentOf: ParentOf): boolean;
}

export type ParentOf = (element: SvgElement) => SvgElement | null;

/** What happens only while somebody points at it never happens on paper: such a rule says nothing. */
const neverTrue = /:(?:hover|focus|focus-within|focus-visible|active|visited|target|link|checked|disabled)\b|::/;

/** What stands between spaces that are in no brackets. */
const compound = /(?:\[(?:"[^"]*"|'[^']*'|[^\]"'])*\]?|[^\s[])+/g;

/** `never` for one that no still picture meets; null for one of a kind that is not read. */
export function readSelector(written: string): Selector | 'never' | null {
  if (neverTrue.test(written)) return 'never';
  const parts = written
    .trim()
    .replaceAll(/(?<!\s)\s*>\s*/g, ' > ')
    .match(compound) ?? [''];
  const steps: Step[] = [];
  let direct = false;
  for (const part of parts) {
    if (part === '>') {
      if (direct || steps.length === 0) return null;
      direct = true;
      continue;
    }
    const simple = readSimple(part);
    if (simple === null) return null;
    steps.push({ simple, direct });
    direct = false;
  }
  const last = steps.at(-1)?.simple;
  if (last === undefined || direct) return null;
  const count = (of: (simple: Simple) => number): number => steps.reduce((sum, { simple }) => sum + of(simple), 0);
  return {
    key: last.id !== null ? `#${last.id}` : last.classes.length > 0 ? `.${last.classes[0]}` : (last.name ?? '*'),
    strength:
      count(({ id }) => (id === null ? 0 : 1)) * 1e6 +
      count(({ classes, attributes, isRoot }) => classes.length + attributes.length + (isRoot ? 1 : 0)) * 1e3 +
      count(({ name }) => (name === null ? 0 : 1)),
    matches: (element, parentOf) => matchesFrom(steps, steps.length - 1, element, parentOf),
  };
}

const piece =
  /^(?:(\*|[\w-]+)|#([\w-]+)|\.([\w-]+)|\[\s*([\w:-]+)\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*)?\]|(:root))/;

function readSimple(written: string): Simple | null {
  let rest = written;
  let name: string | null = null;
  let id: string | null = null;
  let isRoot = false;
  const classes: string[] = [];
  const attributes: Simple['attributes'][number][] = [];
  while (rest !== '') {
    const found = piece.exec(rest);
    if (found === null) return null;
    const [all, element, byId, byClass, attribute, is, ...values] = found;
    if (element !== undefined) {
      if (rest !== written) return null;
      name = element === '*' ? null : element;
    } else if (byId !== undefined) id = byId;
    else if (byClass !== undefined) classes.push(byClass);
    else if (attribute !== undefined)
      attributes.push({
        name: attribute,
        is: is ?? '',
        value: values.slice(0, 3).find((value) => value !== undefined) ?? '',
      });
    else isRoot = true;
    rest = rest.slice(all.length);
  }
  return { name, id, classes, attributes, isRoot };
}

function matchesFrom(steps: readonly Step[], at: number, element: SvgElement, parentOf: ParentOf): boolean {
  const { simple, direct } = steps[at]!;
  if (!isSimple(element, simple, parentOf)) return false;
  if (at === 0) return true;
  for (let above = parentOf(element); above !== null; above = parentOf(above)) {
    if (matchesFrom(steps, at - 1, above, parentOf)) return true;
    if (direct) return false;
  }
  return false;
}

function isSimple(element: SvgElement, { name, id, classes, attributes, isRoot }: Simple, parentOf: ParentOf): boolean {
  if (name !== null && element.name !== name) return false;
  if (id !== null && element.attributes['id'] !== id) return false;
  const own = (element.attributes['class'] ?? '').split(/\s+/);
  if (!classes.every((known) => own.includes(known))) return false;
  if (isRoot && parentOf(element) !== null) return false;
  return attributes.every((asked) => {
    const value = element.attributes[asked.name];
    if (value === undefined) return false;
    switch (asked.is) {
      case '':
        return true;
      case '=':
        return value === asked.value;
      case '~=':
        return value.split(/\s+/).includes(asked.value);
      case '^=':
        return asked.value !== '' && value.startsWith(asked.value);
      case '$=':
        return asked.value !== '' && value.endsWith(asked.value);
      case '|=':
        return value === asked.value || value.startsWith(`${asked.value}-`);
      default:
        return asked.value !== '' && value.includes(asked.value);
    }
  });
}
