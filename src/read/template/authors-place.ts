/**
 * Where an author asked for what a template makes. A bundle is run over many reports: that a slide is too full is
 * mended in the report, at the item that the slide was made of, not in the template's line.
 */
import type { Span } from '../../model/span.js';
import type { Scope } from './scope.js';
import type { Call, Expression } from './template-nodes.js';

/** Places of the report's own keys: `sections`, `highlights`. */
export type KeyPlaces = ReadonlyMap<string, Span>;

/** Where the innermost item stands that the template is at: a section, a finding; null outside all. */
export function itemPlace(scope: Scope): Span | null {
  for (let at: Scope | null = scope; at !== null; at = at.parent) {
    const { context } = at;
    const span = typeof context === 'object' && context !== null && 'span' in context ? context.span : null;
    if (isSpan(span)) return span;
  }
  return null;
}

/** Where the first key of the report stands that a call names: `{{#if report.highlights}}`, `title=report.title`. */
export function keyPlace({ params, hash }: Call, places: KeyPlaces): Span | null {
  const named = [...params, ...[...hash.values()].map(({ value }) => value)];
  for (const expression of named) {
    const found = expressionPlace(expression, places);
    if (found !== null) return found;
  }
  return null;
}

function expressionPlace(expression: Expression, places: KeyPlaces): Span | null {
  if (expression.kind === 'call') return keyPlace(expression, places);
  if (expression.kind !== 'path' || expression.data || expression.parts[0] !== 'report') return null;
  return places.get(expression.parts[1] ?? '') ?? null;
}

const isSpan = (value: unknown): value is Span =>
  typeof value === 'object' && value !== null && 'file' in value && 'line' in value;
