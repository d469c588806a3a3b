/** The rules of an SVG's `style` elements: selectors by element, class and id, alone or in lists. */
import type { SvgElement } from './svg-element.js';

export type Declarations = ReadonlyMap<string, string>;

export interface StyleRules {
  /** What the rules say of an element, the stronger over the weaker. */
  of(element: SvgElement): Declarations | null;
  /** Selectors of any other kind. */
  readonly unread: readonly string[];
}

interface Rule { readonly selector: string; readonly strength: 0 | 1 | 2; readonly declarations: Declarations }

const strengths: Readonly<Record<string, Rule['strength']>> = { '.': 1, '#': 2 };

export function readDeclarations(text: string): Declarations {
  const declarations = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0) declarations.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).replace('!important', '').trim());
  }
  return declarations;
}

export function readStyleRules(styles: readonly SvgElement[]): StyleRules {
  const rules: Rule[] = [];
  const unread: string[] = [];
  for (const { text } of styles) {
    for (const rule of withoutComments(text).split('}')) {
      const brace = rule.lastIndexOf('{');
      if (brace === -1) continue;
      const declarations = readDeclarations(rule.slice(brace + 1));
      for (const selector of rule.slice(0, brace).split(',').map((part) => part.trim())) {
        if (/^[.#]?[\w-]+$|^\*$/.test(selector)) rules.push({ selector, strength: strengths[selector[0]!] ?? 0, declarations });
        else unread.push(selector);
      }
    }
  }
  // A stable sort: of two as strong, the later one wins.
  rules.sort((one, other) => one.strength - other.strength);
  return { unread, of: (element) => rules.length === 0 ? null : declarationsOf(element, rules) };
}

/** Searched for one by one: a pattern would look for each end through the whole text. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  for (let at = 0; at < text.length;) {
    const start = text.indexOf('/*', at);
    kept.push(text.slice(at, start === -1 ? text.length : start));
    const end = start === -1 ? -1 : text.indexOf('*/', start + 2);
    at = end === -1 ? text.length : end + 2;
  }
  return kept.join('');
}

function declarationsOf({ name, attributes }: SvgElement, rules: readonly Rule[]): Declarations | null {
  const classes = (attributes['class'] ?? '').split(/\s+/);
  const found = rules.filter(({ selector }) => selector === '*' || selector === name || selector === `#${attributes['id']}`
    || (selector[0] === '.' && classes.includes(selector.slice(1))));
  return found.length === 0 ? null : new Map(found.flatMap(({ declarations }) => [...declarations]));
}
