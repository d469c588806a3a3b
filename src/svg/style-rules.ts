/** The rules of an SVG's `style` elements: selectors by element, class and id, alone or in lists. */
import type { SvgElement } from './svg-element.js';

export type Declarations = ReadonlyMap<string, string>;

export interface StyleRules {
  /** What the rules say of an element's properties, the stronger over the weaker. */
  of(element: SvgElement): Pick<Declarations, 'get'> | null;
  /** Selectors of any other kind. */
  readonly unread: readonly string[];
}

/** `order`: of its declaration among all. */
interface Ruled {
  readonly value: string;
  readonly strength: 0 | 1 | 2;
  readonly order: number;
}

const strengths: Readonly<Record<string, Ruled['strength']>> = { '.': 1, '#': 2 };

export function readDeclarations(text: string): Declarations {
  const declarations = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0)
      declarations.set(
        part.slice(0, colon).trim().toLowerCase(),
        part
          .slice(colon + 1)
          .replace('!important', '')
          .trim(),
      );
  }
  return declarations;
}

export function readStyleRules(styles: readonly SvgElement[]): StyleRules {
  const rules = new Map<string, Map<string, Ruled>>();
  const unread: string[] = [];
  let order = 0;
  for (const { text } of styles) {
    for (const rule of withoutComments(text).split('}')) {
      const brace = rule.lastIndexOf('{');
      if (brace === -1) continue;
      const declarations = readDeclarations(rule.slice(brace + 1));
      for (const selector of rule
        .slice(0, brace)
        .split(',')
        .map((part) => part.trim())) {
        if (!/^[.#]?[\w-]+$|^\*$/.test(selector)) {
          unread.push(selector);
          continue;
        }
        const ruled = rules.get(selector) ?? new Map<string, Ruled>();
        rules.set(selector, ruled);
        for (const [property, value] of declarations)
          ruled.set(property, { value, strength: strengths[selector[0]!] ?? 0, order: order++ });
      }
    }
  }
  return { unread, of: (element) => (rules.size === 0 ? null : declarationsOf(element, rules)) };
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

function declarationsOf(
  { name, attributes }: SvgElement,
  rules: ReadonlyMap<string, ReadonlyMap<string, Ruled>>,
): Pick<Declarations, 'get'> | null {
  const classes = (attributes['class'] ?? '').split(/\s+/).map((known) => `.${known}`);
  const found = ['*', name, `#${attributes['id']}`, ...classes].flatMap((selector) => rules.get(selector) ?? []);
  if (found.length === 0) return null;
  return {
    get(property) {
      let strongest: Ruled | undefined;
      for (const ruled of found) {
        const one = ruled.get(property);
        if (one !== undefined && (strongest === undefined || isStronger(one, strongest))) strongest = one;
      }
      return strongest?.value;
    },
  };
}

/** Whether one rule wins over the other: where both are as strong, the later one does. */
const isStronger = (one: Ruled, other: Ruled): boolean =>
  one.strength === other.strength ? one.order > other.order : one.strength > other.strength;
