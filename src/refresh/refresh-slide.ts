/** One slide, its notes, its charts: shape by shape. */
import type { EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import { damageOf } from '../powerpoint/edited/find-damage.js';
import { attributeSpan, escapeAttribute, splice, type Splice } from '../powerpoint/edited/edit-xml.js';
import { spliceParagraph, textSplice, type EditedParagraph } from '../powerpoint/edited/paragraphs.js';
import type {
  ChartShapeIdentity,
  ShapeIdentity,
  TableShapeIdentity,
  TextIdentity,
} from '../powerpoint/identity/deck-identity.js';
import { captionHomes } from './added/caption-homes.js';
import type { Change } from './changes/change.js';
import { chartOfGroup } from './match/match-groups.js';
import { matchShapes, type ShapeMatch } from './match/match-shapes.js';
import { leastConfidence, type SlideMatch } from './match/match-slides.js';
import { textsOfShape } from './match/texts-of-slide.js';
import { linesOf, mergeParagraphs, type PlacedOutcome } from './merge/merge-paragraphs.js';
import { mergeTable, type TableSides } from './merge/merge-table.js';
import { mergeText } from './merge/merge-text.js';
import type { SlidePair } from './match/pair-slides.js';
import type { SlideGrowth } from './match/slide-growth.js';
import { followCellState } from './follow-cell-state.js';
import { followBars, followState } from './follow-state.js';
import { findCopies, type Copy } from './find-copies.js';
import { followDrawings, type FollowedDrawings } from './follow-drawings.js';
import { outOfReach } from './out-of-reach.js';
import { quotedNumbers } from './quoted-numbers.js';
import { refreshBeside } from './refresh-beside.js';
import { refreshChart } from './refresh-chart.js';
import { refreshDrawn } from './refresh-drawn.js';
import { refreshMark } from './refresh-marks.js';
import { refreshPicture, sameNumbers } from './refresh-picture.js';
import { place, type Collected, type SlideContext } from './slide-context.js';
import { tellGoneShapes } from './tell-gone-shapes.js';
import { applyEdits } from './text/difference.js';
import { plainText } from './text/tokens.js';

export interface SlideRefresh {
  /** Edits of the slide's own part. */
  readonly splices: readonly Splice[];
  /** Other parts: notes, charts, workbooks, pictures, comments. */
  readonly parts: ReadonlyMap<string, string | Uint8Array>;
  readonly changes: readonly Change[];
  /** Null where the report has nothing more for it, and for a copy of a slide that has been seen. */
  readonly growth: SlideGrowth | null;
}

export function refreshSlide(slide: EditedSlide, match: SlideMatch | null, context: SlideContext): SlideRefresh {
  const collected: Collected = { splices: [], parts: new Map(), changes: [] };
  if (match === null) {
    slide.shapes.forEach((shape) => mergeForeign(slide, shape, collected, context));
    tellOutOfReach(slide, [], collected, context);
    return { ...collected, growth: null };
  }
  const pair = context.pairOf.get(match.slide) ?? null;
  const shapes = matchShapes(slide.shapes, match.slide, context.everywhere, context.isSameChart);
  const drawings = pair === null ? noDrawings : followDrawings(slide, shapes, pair, collected, context);
  slide.shapes.forEach((shape, index) => {
    const found = shapes[index] ?? null;
    if (drawings.done.has(shape.properties.start)) return;
    if (found === null || found.confidence < leastConfidence) {
      const mark = refreshMark(slide, shape, pair, collected, { rules: context.rules, followed: drawings.charts });
      mergeForeign(slide, shape, collected, context, mark);
    } else if (shape.isBeside) mergeBeside(slide, shape, found, pair, collected, context);
    else mergeShape(slide, shape, found, pair, collected, context);
  });
  for (const group of slide.groups) {
    const base = chartOfGroup(group, match.slide.shapes);
    if (base !== null) mergeAlt(slide, group, base, twinOf(base, pair, context), collected, context);
  }
  tellDamage(slide, shapes, collected, context);
  tellOutOfReach(slide, shapes, collected, context);
  if (pair !== null) refreshDrawn(slide, shapes, pair, collected);
  if (pair !== null) followBars(slide, shapes, pair, collected, context);
  if (pair !== null) tellSketches(slide, pair, drawings.charts, collected);
  if (pair !== null) tellGoneShapes(slide, shapes, pair, collected, context);
  const added = pair === null ? [] : newShapes(slide, pair, context);
  const captions = captionHomes(added);
  for (const next of added) if (!captions.has(next)) tellNewShape(slide, next, collected);
  mergeNotes(slide, match, pair, collected, context);
  mergeComments(slide, match, collected, context);
  const growth =
    pair === null || added.length === 0
      ? null
      : { slide, pair, matches: shapes, shapes: new Set(added), marked: drawings.standing };
  return { ...collected, growth };
}

const noDrawings: FollowedDrawings = { charts: new Set(), standing: new Set(), done: new Set() };

/** The same numbers as those of the chart that it stands beside: what comes of them is told once. */
function mergeBeside(
  slide: EditedSlide,
  shape: EditedShape,
  match: ShapeMatch,
  pair: SlidePair | null,
  collected: Collected,
  context: SlideContext,
): void {
  const own: Collected = { splices: [], parts: new Map(), changes: [] };
  mergeShape(slide, shape, match, pair, own, context);
  collected.splices.push(...own.splices);
  for (const [path, content] of own.parts) collected.parts.set(path, content);
  collected.changes.push(...own.changes.filter(({ kind, place }) => kind !== 'updated' && place !== 'alt'));
}

function tellOutOfReach(
  slide: EditedSlide,
  matches: readonly (ShapeMatch | null)[],
  collected: Collected,
  { deck: { pack }, old }: SlideContext,
): void {
  const isBound = (shape: EditedShape): boolean =>
    (matches[slide.shapes.indexOf(shape)]?.confidence ?? 0) >= leastConfidence;
  for (const { shape, reason, quote, context } of outOfReach(pack, slide, old, isBound)) {
    const outcome = { kind: 'stale', figure: quote.figure, before: quote.text, after: quote.next, reason } as const;
    collected.changes.push(place({ ...outcome, context }, slide, reason === 'linked' ? 'chart' : 'text', shape));
  }
}

/** What cannot be read can be neither compared nor brought up to date. */
function tellDamage(
  slide: EditedSlide,
  matches: readonly (ShapeMatch | null)[],
  collected: Collected,
  { deck: { pack } }: SlideContext,
): void {
  const isBound = (shape: EditedShape): boolean => (matches[slide.shapes.indexOf(shape)] ?? null) !== null;
  const nothing = { figure: null, before: '', after: '', context: '' };
  const told = new Set(collected.changes.flatMap(({ reason, shape }) => (reason === 'damaged' ? [shape] : [])));
  for (const { place: where, shape } of damageOf(pack, slide, isBound, false))
    if (!told.has(shape))
      collected.changes.push(place({ ...nothing, kind: 'stale', reason: 'damaged' }, slide, where, shape));
}

function mergeShape(
  slide: EditedSlide,
  shape: EditedShape,
  { shape: base }: ShapeMatch,
  pair: SlidePair | null,
  collected: Collected,
  context: SlideContext,
): void {
  const next = twinOf(base, pair, context);
  mergeAlt(slide, shape, base, next, collected, context);
  if (shape.kind === 'text' && base.kind === 'text') {
    const texts = { base: linesOf(base.paragraphs), next: next?.kind === 'text' ? linesOf(next.paragraphs) : null };
    const own: Collected = { ...collected, splices: [] };
    mergeTexts(slide, shape, texts, own, context);
    const fills = next === null ? undefined : context.theirs.states.get(next.creationId.toUpperCase());
    const turned =
      texts.next === null
        ? own.splices
        : followState(slide, shape, { base: texts.base, next: texts.next }, fills, own.splices, {
            collected,
            figures: context.theirs.figures,
          });
    collected.splices.push(...turned);
  } else if (shape.kind === 'table' && base.kind === 'table') {
    const fills = next === null ? undefined : context.theirs.states.get(next.creationId.toUpperCase());
    const sides: TableSides = {
      base,
      next: next?.kind === 'table' ? next : null,
      turn: (cell) => (fills === undefined ? null : followCellState(slide.xml, cell, fills)),
      shown: () => tablesBeside(base, context),
      homeOf: context.homeOf,
    };
    const merged = mergeTable(slide.xml, sides, shape.table, context.rules);
    for (const paragraph of merged.foreign) mergeForeignParagraph(slide, shape, paragraph, collected, context);
    collected.splices.push(...merged.splices);
    collected.changes.push(...merged.outcomes.map((outcome) => place(outcome, slide, 'table', shape.name)));
  } else if (shape.kind === 'chart' && base.kind === 'chart') {
    const twin = next?.kind === 'chart' ? next : null;
    refreshChart(slide, { shape, base, next: twin }, collected, context);
    tellExtended(slide, shape, base, twin, collected);
    if (shape.beside !== undefined) refreshBeside(slide, shape, base, twin, collected, context);
  } else if (shape.kind === 'picture') {
    refreshPicture(slide, { shape, base, next }, collected, context);
  } else {
    // Words that somebody put into a line or a bar of the build.
    mergeForeign(slide, shape, collected, context);
  }
}

/** A chart that stands is not made into one of PowerPoint 2016. */
function tellExtended(
  slide: EditedSlide,
  shape: EditedShape,
  base: ChartShapeIdentity,
  next: ChartShapeIdentity | null,
  collected: Collected,
): void {
  if (base.extended !== undefined || next?.extended === undefined) return;
  const outcome = { kind: 'new', reason: 'extended', figure: null, before: '', after: '', context: '' } as const;
  collected.changes.push(place(outcome, slide, 'chart', shape.name));
}

/** The tables on the slide of one, and on those on which that goes on. */
function tablesBeside(table: ShapeIdentity, { pairOf }: SlideContext): readonly TableShapeIdentity[] {
  const stem = (key: string): string => key.replace(/\+\d+$/, '');
  const slides = [...pairOf.keys()];
  const own = slides.find(({ shapes }) => shapes.includes(table));
  return slides
    .filter(({ key }) => own !== undefined && stem(key) === stem(own.key))
    .flatMap(({ shapes }) => shapes.filter((shape) => shape.kind === 'table'));
}

/**
 * Charts that are groups of plain shapes are not set anew, nor are arrows and tables that stand upon a chart or beside
 * it: whoever has one with other numbers is told.
 */
function tellSketches(
  slide: EditedSlide,
  pair: SlidePair,
  followed: ReadonlySet<ShapeIdentity>,
  collected: Collected,
): void {
  for (const [base, next] of pair.shapes) {
    if (base.kind !== 'chart' || next.kind !== 'chart' || base.isPicture || base.extended !== undefined) continue;
    if (followed.has(base)) continue;
    const isDrawn = base.data === null || hasMarks(slide, base.creationId);
    if (!isDrawn || hasSameShapes(base, next) || !slide.xml.includes(base.creationId)) continue;
    const outcome = { figure: null, before: base.chart, after: '', context: '' };
    collected.changes.push(place({ ...outcome, kind: 'stale', reason: 'drawn' }, slide, 'chart', base.name));
  }
}

/** Of a native chart its numbers, as its alternative text says them too: marks follow from several. */
const hasSameShapes = (base: ChartShapeIdentity, next: ChartShapeIdentity): boolean =>
  sameNumbers(base, next) && (base.data === null || cellsOf(base.data) === cellsOf(next.data));

/** A chart that is drawn larger says nothing else. */
const cellsOf = (data: ChartShapeIdentity['data']): string => JSON.stringify({ ...data, mark: null });

/** Whether the chart stands in a group with words of its own. */
function hasMarks({ xml }: EditedSlide, creationId: string): boolean {
  const at = xml.indexOf(creationId);
  const [open, close] = [xml.lastIndexOf('<p:grpSp>', at), xml.indexOf('</p:grpSp>', at)];
  return at >= 0 && open > xml.lastIndexOf('</p:grpSp>', at) && xml.slice(open, close).includes('<p:txBody>');
}

/** Cards, charts, tables and pictures that the report has on a slide that is there. */
function newShapes(slide: EditedSlide, pair: SlidePair, { done }: SlideContext): readonly ShapeIdentity[] {
  const key = `new on ${pair.next.key}`;
  if (done.has(key)) return [];
  done.add(key);
  const twins = new Set(pair.shapes.map(([, next]) => next));
  const names = new Set([...pair.base.shapes, ...slide.shapes].map(({ name }) => name));
  const said = new Set(pair.base.shapes.map((shape) => textsOfShape(shape).map(plainText).join('\n')));
  return pair.next.shapes.filter((next) => {
    if (next.kind === 'plain' || twins.has(next) || names.has(next.name)) return false;
    return next.kind !== 'text' || !said.has(textsOfShape(next).map(plainText).join('\n'));
  });
}

function tellNewShape(slide: EditedSlide, next: ShapeIdentity, collected: Collected): void {
  if (next.kind === 'plain') return;
  const outcome = { kind: 'new', figure: null, before: '', after: next.name, reason: null } as const;
  const context = textsOfShape(next).join(' · ');
  collected.changes.push(place({ ...outcome, context }, slide, next.kind, null));
}

/** In the report as it is now: of the slide's twin, or of any other slide to which the shape belongs. */
function twinOf(base: ShapeIdentity, pair: SlidePair | null, { pairOf }: SlideContext): ShapeIdentity | null {
  const own = pair?.shapes.find(([one]) => one === base)?.[1];
  if (own !== undefined) return own;
  for (const { shapes } of pairOf.values()) {
    const found = shapes.find(([one]) => one === base)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

function mergeTexts(
  slide: EditedSlide,
  shape: EditedShape & { readonly kind: 'text' },
  texts: { readonly base: readonly TextIdentity[]; readonly next: readonly TextIdentity[] | null },
  collected: Collected,
  context: SlideContext,
): void {
  if (isFilledByProgram(slide, shape)) return;
  // A box with nothing bound in either build.
  if (
    texts.base.every(({ text, figures }, index) => figures.length === 0 && texts.next?.[index]?.text === text) &&
    texts.base.length === texts.next?.length
  ) {
    // What the build wrote here without a figure is no copy, though another place says the same with one.
    const own = new Set(texts.base.map(({ text }) => plainText(text)));
    for (const paragraph of shape.paragraphs)
      if (!own.has(plainText(paragraph.text))) mergeForeignParagraph(slide, shape, paragraph, collected, context);
    return;
  }
  const merged = mergeParagraphs(slide.xml, texts, shape.paragraphs, context.rules);
  collected.splices.push(...merged.splices);
  collected.changes.push(...merged.outcomes.map((outcome) => place(outcome, slide, 'text', shape.name)));
  for (const index of merged.foreign)
    mergeForeignParagraph(slide, shape, shape.paragraphs[index]!, collected, context, texts.base);
}

/** The number of a slide or a date, which programs reckon anew whenever they open the deck. */
const isFilledByProgram = (
  { xml }: EditedSlide,
  { element, paragraphs }: EditedShape & { readonly kind: 'text' },
): boolean =>
  paragraphs.every(({ pieces }) => pieces.every((piece) => piece.element === null)) &&
  /fld\b[^>]*\stype\s*=\s*["'](?:slidenum|datetime)/.test(xml.slice(element.start, element.end));

/**
 * A person's own shape: copies of the build's paragraphs in it are as bound as those.
 * @param but a paragraph that is brought up to date already
 */
function mergeForeign(
  slide: EditedSlide,
  shape: EditedShape,
  collected: Collected,
  context: SlideContext,
  but: EditedParagraph | null = null,
): void {
  const paragraphs =
    shape.kind === 'text'
      ? shape.paragraphs
      : shape.kind === 'table'
        ? shape.table.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs))
        : [];
  for (const paragraph of paragraphs)
    if (paragraph !== but) mergeForeignParagraph(slide, shape, paragraph, collected, context);
}

function mergeForeignParagraph(
  slide: EditedSlide,
  shape: EditedShape,
  paragraph: EditedParagraph,
  collected: Collected,
  { old, rules }: SlideContext,
  own: readonly TextIdentity[] = [],
): void {
  const copies = findCopies(paragraph.text, old, own);
  if (copies.length > 0) {
    for (const copy of copies) mergeCopy(slide, shape, paragraph, copy, collected, rules);
    return;
  }
  for (const { figure, text, next } of quotedNumbers(paragraph.text, old))
    collected.changes.push(
      place(
        { kind: 'stale', figure, before: text, after: next, reason: 'quoted', context: paragraph.text },
        slide,
        shape.kind === 'table' ? 'table' : 'text',
        shape.name,
      ),
    );
}

/** A copy of a build's text in a person's own paragraph. */
function mergeCopy(
  slide: EditedSlide,
  shape: EditedShape,
  paragraph: EditedParagraph,
  { text, stretch: { start, end } }: Copy,
  collected: Collected,
  rules: SlideContext['rules'],
): void {
  const merged = mergeText(text.base, text.next, paragraph.text.slice(start, end), rules);
  const edits = merged.edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }));
  collected.splices.push(...(spliceParagraph(slide.xml, paragraph, edits) ?? []));
  collected.changes.push(
    ...merged.outcomes.map((outcome) => place({ ...outcome, context: paragraph.text }, slide, 'text', shape.name)),
  );
}

function mergeAlt(
  slide: EditedSlide,
  shape: EditedShape,
  base: ShapeIdentity,
  next: ShapeIdentity | null,
  collected: Collected,
  { rules }: SlideContext,
): void {
  if (next === null || base.alt === '' || base.alt === next.alt || shape.alt === '') return;
  const plain = (text: string): TextIdentity => ({ text, figures: [] });
  const merged = mergeText(plain(base.alt), plain(next.alt), shape.alt, rules);
  const span = attributeSpan(slide.xml, shape.properties.start, 'descr');
  if (merged.edits.length > 0 && span !== null)
    collected.splices.push({ ...span, text: escapeAttribute(applyEdits(shape.alt, merged.edits)) });
  const told = merged.outcomes.filter(({ kind }) => kind !== 'kept');
  collected.changes.push(...told.map((outcome) => place({ ...outcome, context: shape.alt }, slide, 'alt', shape.name)));
}

function mergeNotes(
  slide: EditedSlide,
  { slide: base }: SlideMatch,
  pair: SlidePair | null,
  collected: Collected,
  { rules, done }: SlideContext,
): void {
  const { notes } = slide;
  if (notes === null || base.notes.length === 0 || done.has(notes.path)) return;
  done.add(notes.path);
  const texts = { base: linesOf(base.notes), next: pair === null ? null : linesOf(pair.next.notes) };
  const merged = mergeParagraphs(notes.xml, texts, notes.paragraphs, rules);
  if (merged.splices.length > 0) collected.parts.set(notes.path, splice(notes.xml, merged.splices));
  collected.changes.push(...merged.outcomes.map((outcome: PlacedOutcome) => place(outcome, slide, 'notes', null)));
}

/** A comment that says what a text of the build says, as it says it now; null for one that says none of them. */
function mergeCopies(
  slide: EditedSlide,
  text: string,
  collected: Collected,
  { old, rules }: SlideContext,
): string | null {
  const copies = findCopies(text, old, []);
  if (copies.length === 0) return null;
  const edits = copies.flatMap(({ text: { base, next }, stretch: { start, end } }) => {
    const merged = mergeText(base, next, text.slice(start, end), rules);
    collected.changes.push(
      ...merged.outcomes.map((outcome) => place({ ...outcome, context: text }, slide, 'comment', null)),
    );
    return merged.edits.map((edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }));
  });
  return applyEdits(text, edits);
}

/** Comments that a build made follow its figures, and what people quote of it; other words of people are theirs. */
function mergeComments(
  slide: EditedSlide,
  { slide: base }: SlideMatch,
  collected: Collected,
  context: SlideContext,
): void {
  const { old, done } = context;
  const own = new Set((base.comments ?? []).map(plainText));
  for (const part of slide.comments) {
    if (done.has(part.path)) continue;
    done.add(part.path);
    const splices = part.texts.flatMap((element): readonly Splice[] => {
      const isOfBuild = own.has(plainText(element.text));
      const copied = isOfBuild ? null : mergeCopies(slide, element.text, collected, context);
      if (copied !== null) return copied === element.text ? [] : [textSplice(part.xml, element, copied)];
      let now = element.text;
      for (const { figure, text, next } of quotedNumbers(element.text, old)) {
        const isOwn = isOfBuild && now.includes(text);
        const outcome = { figure, before: text, after: next, context: element.text };
        collected.changes.push(
          place(
            { ...outcome, kind: isOwn ? 'updated' : 'stale', reason: isOwn ? null : 'quoted' },
            slide,
            'comment',
            null,
          ),
        );
        if (isOwn) now = now.replace(text, () => next);
      }
      return now === element.text ? [] : [textSplice(part.xml, element, now)];
    });
    if (splices.length > 0) collected.parts.set(part.path, splice(part.xml, splices));
  }
}
