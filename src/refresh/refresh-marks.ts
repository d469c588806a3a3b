/**
 * What a chart argues with beside its bars: a difference, a rate of growth. Such a mark is a shape of its own, named
 * for what it says, and the chart's alternative text says it too: by that the new words are found.
 */
import type { EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import { attributeSpan, escapeAttribute } from '../powerpoint/edited/edit-xml.js';
import { spliceParagraph } from '../powerpoint/edited/paragraphs.js';
import type { ShapeIdentity } from '../powerpoint/identity/deck-identity.js';
import type { SlidePair } from './pair-slides.js';
import { place, type Collected } from './slide-context.js';
import { difference } from './text/difference.js';
import { plainText } from './text/tokens.js';

/** True where the shape is such a mark that nobody has typed over; it is brought up to date then. */
export function refreshMark(
  slide: EditedSlide,
  shape: EditedShape,
  pair: SlidePair | null,
  collected: Collected,
): boolean {
  if (shape.kind !== 'text' || shape.paragraphs.length !== 1 || pair === null) return false;
  const [paragraph] = shape.paragraphs;
  const text = paragraph!.text;
  const name = builtWords(shape);
  if (text === '' || plainText(name) !== plainText(text)) return false;
  for (const [base, next] of pair.shapes) {
    if (base.kind !== 'chart') continue;
    const now = saidNow(text, base.alt, next.alt);
    if (now === null) continue;
    if (now === text) return true;
    const span = attributeSpan(slide.xml, shape.properties.start, 'name');
    collected.splices.push(
      ...(spliceParagraph(slide.xml, paragraph!, difference(text, now)) ?? []),
      ...(span === null ? [] : [{ ...span, text: escapeAttribute(shape.name.replace(name, () => now)) }]),
    );
    const outcome = { figure: null, before: text, after: now, context: base.chart };
    const lines = { ...outcome, before: base.chart, after: '' };
    collected.changes.push(
      place({ ...outcome, kind: 'updated', reason: null }, slide, 'text', shape.name),
      // Its lines stand where the bars ended.
      place({ ...lines, kind: 'stale', reason: 'drawn' }, slide, 'chart', shape.name),
    );
    return true;
  }
  return false;
}

/** What a mark said when it was built: it is named for it, and a number tells it from others of its slide. */
const builtWords = ({ name }: EditedShape): string => name.replace(/ \d+$/, '');

/** What a mark said when it was built, and what it says now; null for a shape that is none. */
export function markWords(
  shape: EditedShape,
  shapes: readonly ShapeIdentity[],
  pair: SlidePair | null,
): { readonly base: string; readonly next: string | null } | null {
  const base = builtWords(shape);
  const chart = shapes.find(({ kind, alt }) => kind === 'chart' && alt.includes(base));
  if (shape.kind !== 'text' || base === '' || !/\d/.test(base) || chart === undefined) return null;
  const next = pair?.shapes.find(([one]) => one === chart)?.[1];
  return { base, next: next ? saidNow(base, chart.alt, next.alt) : null };
}

/**
 * A sentence of the old alternative text that ends with `text`, as the new one ends it. Null where it cannot be told
 * from others, or says something of another form.
 */
function saidNow(text: string, before: string, now: string): string | null {
  const at = before.indexOf(text);
  if (at < 0) return null;
  if (before === now) return text;
  const said = sentenceNow(text, at, before, now);
  return said !== null && formOf(said) === formOf(text) ? said : null;
}

/** Its numbers left aside. */
const formOf = (text: string): string => text.replace(/[+−-]?\d[\d,]*(?:\.\d+)?/g, '0');

const isOnce = (part: string, whole: string): boolean => whole.indexOf(part) === whole.lastIndexOf(part);

function sentenceNow(text: string, at: number, before: string, now: string): string | null {
  const end = before.slice(at + text.length, at + text.length + 1);
  const subject = /[^。.;；，,]*(?:[.,](?=\d)[^。.;；，,]*)*$/.exec(before.slice(0, at))?.[0] ?? '';
  const from = now.indexOf(subject);
  if (subject.trim() === '' || from < 0 || !isOnce(subject, before) || !isOnce(subject, now)) return null;
  const rest = now.slice(from + subject.length);
  for (let stop = rest.indexOf(end); end !== '' && stop >= 0; stop = rest.indexOf(end, stop + 1))
    if (!/\d/.test(rest[stop + 1] ?? '')) return rest.slice(0, stop);
  return rest;
}
