/**
 * What a chart argues with beside its bars: a difference, a rate of growth. Such a mark is a shape of its own, named
 * for what it says, and the chart's alternative text says it too: by that the new words are found.
 */
import type { EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import { attributeSpan, escapeAttribute } from '../powerpoint/edited/edit-xml.js';
import { spliceParagraph, type EditedParagraph } from '../powerpoint/edited/paragraphs.js';
import type { ShapeIdentity, TextIdentity } from '../powerpoint/identity/deck-identity.js';
import { mergeText, type MergeRules } from './merge/merge-text.js';
import type { SlidePair } from './match/pair-slides.js';
import { place, type Collected } from './slide-context.js';
import { applyEdits, difference } from './text/difference.js';
import { findVerbatim } from './text/find-verbatim.js';
import { plainText } from './text/tokens.js';

/**
 * The paragraph that is such a mark, brought up to date whatever words are around it; null in a shape that is none.
 *
 * @param followed charts whose lines stand where the report has them
 */
export function refreshMark(
  slide: EditedSlide,
  shape: EditedShape,
  pair: SlidePair | null,
  collected: Collected,
  { rules, followed }: { readonly rules: MergeRules; readonly followed: ReadonlySet<ShapeIdentity> },
): EditedParagraph | null {
  if (shape.kind !== 'text' || pair === null) return null;
  const name = builtWords(
    shape,
    pair.shapes.flatMap(([base]) => (base.kind === 'chart' ? [base.alt] : [])),
  );
  const paragraph = paragraphOfMark(shape.paragraphs, name);
  if (paragraph === undefined) return null;
  for (const [base, next] of pair.shapes) {
    if (base.kind !== 'chart') continue;
    const now = saidNow(name, base.alt, next.alt);
    if (now === null) continue;
    const merged = mergeText(unbound(name), unbound(now), paragraph.text, rules);
    const told = merged.outcomes.filter(({ kind }) => kind !== 'kept');
    const splices = spliceParagraph(slide.xml, paragraph, merged.edits);
    const isUpdated = merged.edits.length > 0 && splices !== null;
    const span = isUpdated ? attributeSpan(slide.xml, shape.properties.start, 'name') : null;
    collected.splices.push(
      ...(splices ?? []),
      ...(span === null ? [] : [{ ...span, text: escapeAttribute(shape.name.replace(name, () => now)) }]),
    );
    const at = { figure: null, context: base.chart };
    // Its lines stand where the bars ended, if they could not follow.
    const lines = { ...at, kind: 'stale', before: base.chart, after: '', reason: 'drawn' } as const;
    collected.changes.push(
      ...told.map((outcome) => {
        const isLocked = splices === null && outcome.kind === 'updated';
        const own = isLocked ? ({ ...outcome, kind: 'stale', reason: 'locked' } as const) : outcome;
        return place({ ...own, context: base.chart }, slide, 'text', shape.name);
      }),
      ...(isUpdated && !followed.has(base) ? [place(lines, slide, 'chart', shape.name)] : []),
    );
    return paragraph;
  }
  return null;
}

const unbound = (text: string): TextIdentity => ({ text, figures: [] });

/** The one that says what the mark was named for, or says it among other words; else the only one. */
function paragraphOfMark(paragraphs: readonly EditedParagraph[], name: string): EditedParagraph | undefined {
  const own = plainText(name);
  if (!/\d/.test(own)) return undefined;
  const filled = paragraphs.filter(({ text }) => text.trim() !== '');
  return (
    filled.find(({ text }) => plainText(text) === own) ??
    filled.find(({ text }) => plainText(text).includes(own)) ??
    (filled.length === 1 ? filled[0] : undefined)
  );
}

/**
 * What a mark said when it was built: it is named for it, and a number may tell it from others of its slide.
 * @param alts alternative texts of charts, which say what their marks say
 */
function builtWords({ name }: EditedShape, alts: readonly string[]): string {
  const isSaid = (words: string): boolean => alts.some((alt) => findVerbatim(words, alt).length > 0);
  return isSaid(name) ? name : name.replace(/ \d+$/, '');
}

/** What a mark said when it was built, and what it says now; null for a shape that is none. */
export function markWords(
  shape: EditedShape,
  shapes: readonly ShapeIdentity[],
  pair: SlidePair | null,
): { readonly base: string; readonly next: string | null } | null {
  const charts = shapes.filter(({ kind }) => kind === 'chart');
  const base = builtWords(
    shape,
    charts.map(({ alt }) => alt),
  );
  const chart = charts.find(({ alt }) => alt.includes(base));
  if (shape.kind !== 'text' || base === '' || !/\d/.test(base) || chart === undefined) return null;
  const next = pair?.shapes.find(([one]) => one === chart)?.[1];
  return { base, next: next ? saidNow(base, chart.alt, next.alt) : null };
}

/**
 * What the old alternative text says with `text`, as the new one says it: where it stands, else by the sentence that it
 * ends. Null where it cannot be told from others, or says something of another form.
 */
function saidNow(text: string, before: string, now: string): string | null {
  const at = before.indexOf(text);
  if (at < 0) return null;
  if (before === now) return text;
  const said = [inPlace(text, before, now), sentenceNow(text, at, before, now)];
  return said.find((own) => own !== null && formOf(own) === formOf(text)) ?? null;
}

/** Null where it stands in several places that say several things now, or words around it changed with it. */
function inPlace(text: string, before: string, now: string): string | null {
  const edits = difference(before, now);
  const said = findVerbatim(text, before).map(({ start, end }): string | null => {
    const inside = edits.filter((edit) => edit.start < end && start < edit.end);
    if (inside.some((edit) => edit.start < start || edit.end > end)) return null;
    const own = inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return applyEdits(before.slice(start, end), own);
  });
  return new Set(said).size === 1 ? (said[0] ?? null) : null;
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
