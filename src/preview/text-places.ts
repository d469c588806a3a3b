/**
 * Where each text of a document was written: what a reader clicks leads to the line of report.yaml, a template or
 * Markdown.
 */
import type { Document, Inline } from '../model/document.js';
import type { Span } from '../model/span.js';

const inlineKinds: Readonly<Record<Inline['kind'], true>> = {
  text: true,
  value: true,
  figure: true,
  strong: true,
  emphasis: true,
  strike: true,
  superscript: true,
  subscript: true,
  link: true,
  break: true,
  footnote: true,
};

/** Text of a paragraph, a title, a cell → where it begins, in the order of the documents. */
export type TextPlaces = ReadonlyMap<string, readonly Span[]>;

/** Documents are plain data, so every list of inlines in them is found, whatever block holds it. */
export function textPlaces(documents: Iterable<Document>): TextPlaces {
  const places = new Map<string, Span[]>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || value instanceof Map) return;
    if (!Array.isArray(value)) return Object.values(value).forEach(visit);
    if (!value.every(isInline)) return value.forEach(visit);
    const text = plainText(value);
    const span = value.map(spanOf).find((found) => found !== null);
    if (text === '' || !span) return;
    const known = places.get(text);
    if (known === undefined) places.set(text, [span]);
    else if (!known.some(({ file, line }) => file === span.file && line === span.line)) known.push(span);
  };
  for (const document of documents) visit(document);
  return places;
}

const isInline = (value: unknown): value is Inline =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  String(value.kind) in inlineKinds &&
  !('blocks' in value);

const plainText = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if ('children' in inline) return plainText(inline.children);
      return 'text' in inline ? inline.text : '';
    })
    .join('');

const spanOf = (inline: Inline): Span | null =>
  'span' in inline ? inline.span : 'children' in inline ? (inline.children.map(spanOf).find(Boolean) ?? null) : null;

/**
 * The places of a text as it was set; where a page shows a part of it or sets a number before it, those of the longest
 * text in it.
 */
export function findText(places: TextPlaces, text: string): readonly Span[] {
  const exact = places.get(text);
  if (exact !== undefined) return exact;
  let best = '';
  for (const candidate of places.keys()) {
    const shares = text.includes(candidate) || (text.length >= shortest && candidate.includes(text));
    if (shares && candidate.length > best.length && candidate.length >= Math.min(shortest, text.length / 2))
      best = candidate;
  }
  return places.get(best) ?? [];
}

/** A shorter text is part of too many others. */
const shortest = 4;
