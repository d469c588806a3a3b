/** Every number of a deck: in boxes, tables, charts and their workbooks, notes and alternative texts. */
import type { Figure } from '../model/figure.js';
import type { EditedDeck, EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import type { DeckIdentity, ShapeIdentity, TextIdentity } from '../powerpoint/identity/deck-identity.js';
import { chartNameMatcher } from '../refresh/match/chart-names.js';
import { chartOfGroup } from '../refresh/match/match-groups.js';
import { matchShapes } from '../refresh/match/match-shapes.js';
import { leastConfidence, matchSlides, shapesById, type SlideMatch } from '../refresh/match/match-slides.js';
import { pairBuilds, pairEdited } from '../refresh/match/pair-texts.js';
import { linesOf } from '../refresh/merge/merge-paragraphs.js';
import { rowHomes, type RowHomes } from '../refresh/match/row-homes.js';
import { tableCells } from '../refresh/merge/merge-table.js';
import { sideOf } from '../refresh/refresh-chart.js';
import { markWords } from '../refresh/refresh-marks.js';
import { outOfReach } from '../refresh/out-of-reach.js';
import type { OldPrints } from '../refresh/quoted-numbers.js';
import { oldPrints } from '../refresh/refresh-deck.js';
import { pairSlides, type SlidePair } from '../refresh/match/pair-slides.js';
import { boundTexts, reprinter, twinTexts } from '../refresh/reprint.js';
import { plainText } from '../refresh/text/tokens.js';
import type { NumberFinding, NumberPlace, TextNumber } from './text/number-finding.js';
import { knownValues } from './text/known-values.js';
import { strangers, verifyText, type VerifyRules } from './text/verify-text.js';
import { verifyChart } from './verify-chart.js';

export interface DeckSides {
  /** What the build wrote; null for a deck of others'. */
  readonly base: DeckIdentity | null;
  /** The report as it is now; null where it was not asked. */
  readonly next: DeckIdentity | null;
  readonly figures: ReadonlyMap<string, Figure>;
  /** BCP 47, of the report. */
  readonly language: string;
}

export function verifyDeck(deck: EditedDeck, { base, next, figures, language }: DeckSides): readonly NumberFinding[] {
  const slides = base?.slides ?? [];
  const matches = base === null ? deck.slides.map(() => null) : matchSlides(deck.slides, slides, base.report);
  const known = [...new Set([...slides, ...matches.flatMap((match) => (match === null ? [] : [match.slide]))])];
  const pairs = next === null ? [] : pairSlides(known, next.slides);
  const values = figures.size === 0 ? null : knownValues(figures.values(), language);
  // Without a report what the build wrote is what it says.
  const rules: VerifyRules = {
    known: values,
    reprint: next === null ? (_figure, printed) => printed : reprinter(twinTexts(pairs), figures, language),
  };
  const context: DeckContext = {
    deck,
    rules,
    pairOf: new Map(pairs.map((pair) => [pair.base, pair])),
    everywhere: shapesById(known),
    homeOf: rowHomes(known, pairs),
    isSameChart: chartNameMatcher(deck.pack),
    copies: new Map(
      known
        .flatMap(boundTexts)
        .flatMap((text) => (text.figures.length === 0 ? [] : [[plainText(text.text), text] as const])),
    ),
    figures,
    old: next === null ? { prints: [] } : oldPrints(known, twinTexts(pairs), rules.reprint),
  };
  return deck.slides.flatMap((slide, index) => verifySlide(slide, matches[index] ?? null, context));
}

interface DeckContext {
  readonly deck: EditedDeck;
  readonly rules: VerifyRules;
  readonly pairOf: ReadonlyMap<SlidePair['base'], SlidePair>;
  readonly everywhere: ReadonlyMap<string, ShapeIdentity>;
  readonly homeOf: RowHomes;
  readonly isSameChart: Parameters<typeof matchShapes>[3];
  /** Whole paragraphs of the build: a copy of one is as bound as it is. */
  readonly copies: ReadonlyMap<string, TextIdentity>;
  readonly figures: ReadonlyMap<string, Figure>;
  /** What the figures that changed were printed as. */
  readonly old: Pick<OldPrints, 'prints'>;
}

type Place = (numbers: readonly TextNumber[], place: NumberPlace, context: string, shape?: string | null) => void;

function verifySlide(slide: EditedSlide, match: SlideMatch | null, context: DeckContext): readonly NumberFinding[] {
  const findings: NumberFinding[] = [];
  const put: Place = (numbers, place, words, shape = null) => {
    for (const number of numbers)
      findings.push({
        ...number,
        place,
        context: words,
        page: slide.number,
        shape,
        source: sourceOf(context.figures, number.figure),
      });
  };
  const isKnown = match !== null && match.confidence >= leastConfidence;
  const shapes = isKnown
    ? matchShapes(slide.shapes, match.slide, context.everywhere, context.isSameChart)
    : slide.shapes.map(() => null);
  const pair = isKnown ? (context.pairOf.get(match.slide) ?? null) : null;
  slide.shapes.forEach((shape, index) => {
    const found = shapes[index] ?? null;
    const mark = isKnown && found === null ? markWords(shape, match.slide.shapes, pair) : null;
    if (mark !== null) verifyMark(shape, mark, put, context);
    else if (found === null || found.confidence < leastConfidence) verifyForeign(shape, put, context);
    else {
      const next = pair?.shapes.find(([one]) => one === found.shape)?.[1] ?? null;
      verifyShape(shape, found.shape, next, shape.isBeside ? contradictions(put) : put, context);
    }
  });
  if (slide.notes !== null) {
    const base = isKnown ? linesOf(match.slide.notes) : [];
    const texts = slide.notes.paragraphs.map(({ text }) => text);
    verifyParagraphs(
      { base, next: pair === null ? null : linesOf(pair.next.notes) },
      texts,
      (numbers, words) => put(numbers, 'notes', words),
      context,
    );
  }
  for (const group of isKnown ? slide.groups : []) {
    const base = chartOfGroup(group, match?.slide.shapes ?? []);
    if (base !== null) verifyShape(group, base, pair?.shapes.find(([one]) => one === base)?.[1] ?? null, put, context);
  }
  const isBound = (shape: EditedShape): boolean =>
    (shapes[slide.shapes.indexOf(shape)]?.confidence ?? 0) >= leastConfidence;
  for (const { shape, reason, quote, context: words } of outOfReach(context.deck.pack, slide, context.old, isBound)) {
    const { figure, text, next: now } = quote;
    put([{ status: 'stale', figure, text, built: text, now }], reason === 'linked' ? 'chart' : 'text', words, shape);
  }
  verifyComments(slide, isKnown ? match.slide : null, put, context);
  return findings;
}

/**
 * What stands beside a chart of PowerPoint 2016 says the same numbers again: only those are told that are not right.
 */
const contradictions =
  (put: Place): Place =>
  (numbers, ...where) =>
    put(
      numbers.filter(({ status }) => status !== 'current'),
      ...where,
    );

/** Those of a build are as bound as a paragraph; of people's, what a figure says is known by its value. */
function verifyComments(
  slide: EditedSlide,
  base: SlideMatch['slide'] | null,
  put: Place,
  { rules, copies }: DeckContext,
): void {
  const own = new Set((base?.comments ?? []).map(plainText));
  for (const { text } of slide.comments.flatMap(({ texts }) => texts)) {
    const copy = copyIn(text, copies);
    const numbers = copy === undefined ? strangers(text, [], rules) : verifyText(copy, null, text, rules);
    // What a build wrote in a comment tells of a change: its old number is no mistake.
    put(own.has(plainText(text)) ? [] : numbers, 'comment', text);
  }
}

/** An arrow's number beside a chart. */
function verifyMark(
  shape: EditedShape,
  { base, next }: NonNullable<ReturnType<typeof markWords>>,
  put: Place,
  { rules }: DeckContext,
): void {
  const plain = (text: string): TextIdentity => ({ text, figures: [] });
  const text = shape.kind === 'text' ? textsOf(shape).join('\n') : '';
  put(verifyText(plain(base), next === null ? null : plain(next), text, rules), 'text', text, shape.name);
}

/** The cell where the figure's own number was read, else its row. */
export function sourceOf(figures: ReadonlyMap<string, Figure>, id: string | null): NumberFinding['source'] {
  const figure = id === null ? undefined : figures.get(id);
  return figure === undefined ? null : (figure.cells.value ?? figure.cells.change ?? figure.cells.rank ?? figure.span);
}

function verifyShape(
  shape: EditedShape,
  base: ShapeIdentity,
  next: ShapeIdentity | null,
  put: Place,
  context: DeckContext,
): void {
  const { rules } = context;
  if (shape.alt !== '' && base.alt !== '') {
    const plain = (text: string): TextIdentity => ({ text, figures: [] });
    put(
      verifyText(plain(base.alt), next === null ? null : plain(next.alt), shape.alt, rules),
      'alt',
      shape.alt,
      shape.name,
    );
  }
  if (shape.kind === 'text' && base.kind === 'text') {
    const texts = { base: linesOf(base.paragraphs), next: next?.kind === 'text' ? linesOf(next.paragraphs) : null };
    verifyParagraphs(texts, textsOf(shape), (numbers, words) => put(numbers, 'text', words, shape.name), context);
  } else if (shape.kind === 'table' && base.kind === 'table') {
    const sides = { base, next: next?.kind === 'table' ? next : null, homeOf: context.homeOf };
    for (const cell of tableCells(sides, shape.table)) {
      const tell = (numbers: readonly TextNumber[], words: string): void =>
        put(numbers, 'table', `${cell.head} · ${words}`, shape.name);
      verifyParagraphs(
        { base: cell.base ?? [], next: cell.next },
        cell.edited.map(({ text }) => text),
        tell,
        context,
      );
    }
  } else if (shape.kind === 'chart' && base.kind === 'chart' && shape.part !== null) {
    for (const { number, place, context: words } of verifyChart(
      context.deck.pack,
      shape.part,
      sideOf(shape, base),
      next?.kind === 'chart' ? sideOf(shape, next) : null,
    ))
      put([number], place, words, shape.name);
  } else verifyForeign(shape, put, context);
}

/** A number that PowerPoint fills in by itself is nobody's. */
const textsOf = (shape: EditedShape & { readonly kind: 'text' }): readonly string[] =>
  shape.paragraphs.map(({ pieces, text }) =>
    pieces.length > 0 && pieces.every(({ element }) => element === null) ? '' : text,
  );

function verifyParagraphs(
  { base, next }: { readonly base: readonly TextIdentity[]; readonly next: readonly TextIdentity[] | null },
  edited: readonly string[],
  put: (numbers: readonly TextNumber[], words: string) => void,
  { rules, copies }: DeckContext,
): void {
  const twins = next === null ? base.map(() => null) : pairBuilds(base, next);
  const places = pairEdited(base, edited);
  edited.forEach((text, place) => {
    const index = places.indexOf(place);
    const own = index < 0 ? copyIn(text, copies) : base[index];
    const twin = index < 0 ? null : (twins[index] ?? null);
    put(
      own === undefined
        ? strangers(text, [], rules)
        : verifyText(own, twin === null ? null : next![twin]!, text, rules),
      text,
    );
  });
}

/** The text of the build that stands in one of a person's: all of it, else the longest of those that it quotes. */
function copyIn(text: string, copies: DeckContext['copies']): TextIdentity | undefined {
  const plain = plainText(text);
  const whole = copies.get(plain);
  if (whole !== undefined || plain.length < leastQuoted || !/\d/.test(plain)) return whole;
  const quoted = [...copies.keys()].filter((key) => key.length >= leastQuoted && plain.includes(key));
  return copies.get(quoted.sort((one, other) => other.length - one.length)[0] ?? '');
}

/** A shorter one may stand there by chance. */
const leastQuoted = 8;

function verifyForeign(shape: EditedShape, put: Place, context: DeckContext): void {
  const tell = (place: NumberPlace) => (numbers: readonly TextNumber[], words: string) =>
    put(numbers, place, words, shape.name);
  const none = { base: [], next: null };
  if (shape.kind === 'text') verifyParagraphs(none, textsOf(shape), tell('text'), context);
  if (shape.kind !== 'table') return;
  for (const { cells } of shape.table.rows)
    for (const { paragraphs } of cells)
      verifyParagraphs(
        none,
        paragraphs.map(({ text }) => text),
        tell('table'),
        context,
      );
}
