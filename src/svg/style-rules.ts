/** The rules of an SVG's `style` elements, and which of them says what of an element (CSS Cascade 4, 6). */
import { readSelector, type ParentOf, type Selector } from './selector.js';
import type { SvgElement } from './svg-element.js';

export type Declarations = ReadonlyMap<string, string>;

export interface StyleRules {
  /** What the rules say of an element's properties, the stronger over the weaker; its custom properties too. */
  of(element: SvgElement): Ruling | null;
  /** Selectors and at-rules of any other kind. */
  readonly unread: readonly string[];
}

export interface Ruling {
  get(property: string): string | undefined;
  /** Names of properties that begin with `--`. */
  readonly custom: readonly string[];
}

/** What a rule says of one property; `order` is the place of its declaration among all. */
interface Ruled {
  readonly selector: Selector;
  readonly value: string;
  readonly isImportant: boolean;
  readonly order: number;
}

/** What a `style` attribute says; names of properties in lower case, but for custom ones. */
export const readDeclarations = (text: string): Declarations =>
  new Map(writtenDeclarations(text).map(([property, value]) => [property, value]));

function writtenDeclarations(text: string): (readonly [property: string, value: string, isImportant: boolean])[] {
  return text.split(';').flatMap((part) => {
    const colon = part.indexOf(':');
    if (colon <= 0) return [];
    const name = part.slice(0, colon).trim();
    const value = part.slice(colon + 1);
    return [
      [
        name.startsWith('--') ? name : name.toLowerCase(),
        value.replace(/!\s*important/i, '').trim(),
        /!\s*important/i.test(value),
      ] as const,
    ];
  });
}

/** A selector with what its declarations say, by property. */
interface Rule {
  readonly selector: Selector;
  readonly said: ReadonlyMap<string, Ruled>;
}

export function readStyleRules(styles: readonly SvgElement[], root: SvgElement): StyleRules {
  const rules = new Map<string, Rule[]>();
  const unread: string[] = [];
  let order = 0;
  for (const { text } of styles) {
    for (const rule of withoutStill(withoutComments(text)).split('}')) {
      const brace = rule.lastIndexOf('{');
      const head = (brace === -1 ? rule : rule.slice(0, rule.indexOf('{'))).trim();
      if (head.startsWith('@')) unread.push(head);
      if (brace === -1 || head.startsWith('@')) continue;
      const declarations = writtenDeclarations(rule.slice(brace + 1));
      for (const written of rule.slice(0, brace).split(',')) {
        const selector = readSelector(written);
        if (selector === null) unread.push(written.trim());
        if (selector === null || selector === 'never') continue;
        const said = new Map(
          declarations.map(([property, value, isImportant]): [string, Ruled] => [
            property,
            { selector, value, isImportant, order: order++ },
          ]),
        );
        const known = rules.get(selector.key);
        if (known === undefined) rules.set(selector.key, [{ selector, said }]);
        else known.push({ selector, said });
      }
    }
  }
  const parentOf = parentsIn(root);
  return { unread, of: (element) => (rules.size === 0 ? null : rulingOf(element, rules, parentOf)) };
}

/**
 * Fonts and movements say nothing of a still drawing without letters. None of their heads holds another @: a file of
 * nothing but beginnings would be searched to its end from each.
 */
const withoutStill = (text: string): string =>
  text
    .replaceAll(/@(?:font-face|page)[^{}@]*\{[^{}]*\}/g, '')
    .replaceAll(/@(?:-webkit-)?keyframes[^{}@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replaceAll(/@(?:charset|namespace)[^;{}@]*;/g, '');

function parentsIn(root: SvgElement): ParentOf {
  let parents: Map<SvgElement, SvgElement> | null = null;
  const find = (): Map<SvgElement, SvgElement> => {
    const found = new Map<SvgElement, SvgElement>();
    const open = [root];
    for (let element = open.pop(); element !== undefined; element = open.pop())
      for (const child of element.children) {
        found.set(child, element);
        open.push(child);
      }
    return found;
  };
  return (element) => (parents ??= find()).get(element) ?? null;
}

/** Searched for one by one: a pattern would look for each end through the whole text. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  for (let at = 0; at < text.length; ) {
    const start = text.indexOf('/*', at);
    kept.push(text.slice(at, start === -1 ? text.length : start));
    const end = start === -1 ? -1 : text.indexOf('*/', start + 2);
    at = end === -1 ? text.length : end + 2;
  }
  return kept.join('');
}

function rulingOf(element: SvgElement, rules: ReadonlyMap<string, readonly Rule[]>, parentOf: ParentOf): Ruling | null {
  const { name, attributes } = element;
  const classes = (attributes['class'] ?? '').split(/\s+/).map((known) => `.${known}`);
  const found = [...new Set(['*', name, `#${attributes['id']}`, ...classes])]
    .flatMap((key) => rules.get(key) ?? [])
    .filter(({ selector }) => selector.matches(element, parentOf))
    .map(({ said }) => said);
  if (found.length === 0) return null;
  return {
    custom: found.flatMap((said) => [...said.keys()].filter((property) => property.startsWith('--'))),
    get(property) {
      let strongest: Ruled | undefined;
      for (const said of found) {
        const one = said.get(property);
        if (one !== undefined && (strongest === undefined || isStronger(one, strongest))) strongest = one;
      }
      return strongest?.value;
    },
  };
}

/** Whether one rule wins over the other: where both are as strong, the later one does. */
function isStronger(one: Ruled, other: Ruled): boolean {
  if (one.isImportant !== other.isImportant) return one.isImportant;
  const difference = one.selector.strength - other.selector.strength;
  return difference === 0 ? one.order > other.order : difference > 0;
}
