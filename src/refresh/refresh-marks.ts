/**
 * What a chart argues with beside its bars: a difference, a rate of growth. Such a mark is a shape of its own, named
 * for what it says, and the chart's alternative text says it too: by that the new words are found.
 */
import type { EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import { attributeSpan, escapeAttribute } from '../powerpoint/edited/edit-xml.js';
import { spliceParagraph } from '../powerpoint/edited/paragraphs.js';
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
  const name = shape.name.replace(/ \d+$/, '');
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

/** A sentence of the old alternative text that ends with `text`, as the new one ends it; null where neither has it. */
function saidNow(text: string, before: string, now: string): string | null {
  const at = before.indexOf(text);
  if (at < 0) return null;
  const end = before.slice(at + text.length, at + text.length + 1);
  const subject = /[^。.;；，,]*(?:[.,](?=\d)[^。.;；，,]*)*$/.exec(before.slice(0, at))?.[0] ?? '';
  const from = now.indexOf(subject);
  if (subject.trim() === '' || from < 0) return null;
  const rest = now.slice(from + subject.length);
  for (let stop = rest.indexOf(end); end !== '' && stop >= 0; stop = rest.indexOf(end, stop + 1))
    if (!/\d/.test(rest[stop + 1] ?? '')) return rest.slice(0, stop);
  return rest;
}
