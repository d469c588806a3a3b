/** A chart's part and the workbook behind it. */
import type { EditedPart, EditedShape, EditedSlide } from '../powerpoint/edited/edited-deck.js';
import { readAnyChart } from '../powerpoint/edited/any-chart-part.js';
import { readPart } from '../powerpoint/edited/read-edited-deck.js';
import { chartMark } from '../powerpoint/identity/chart-mark.js';
import type { ChartData, ChartShapeIdentity } from '../powerpoint/identity/deck-identity.js';
import { relationsOf } from '../powerpoint/package/relations.js';
import { repack } from './repack.js';
import type { Change } from './changes/change.js';
import { chartAdditions, chartLosses } from './merge/chart-additions.js';
import { mergeChart, type ChartSides, type MergedChart } from './merge/merge-chart.js';
import type { PlacedOutcome } from './merge/merge-paragraphs.js';
import { mergeWorkbook, type MergedWorkbook } from './merge/merge-workbook.js';
import { sameNumbers } from './refresh-picture.js';
import { place, type Collected, type SlideContext } from './slide-context.js';

/** What a build says of a chart's part: of one of PowerPoint 2016 that, else what stands for all. */
export const sideOf = (
  shape: EditedShape & { readonly kind: 'chart' },
  identity: ChartShapeIdentity,
): ChartShapeIdentity => (shape.beside === undefined ? identity : { ...identity, data: identity.extended ?? null });

export interface ChartTwins {
  readonly shape: EditedShape & { readonly kind: 'chart' };
  readonly base: ChartShapeIdentity;
  readonly next: ChartShapeIdentity | null;
}

/** Neither the report has other numbers for it, nor has anybody touched it: most charts of a deck. */
const isAsBuilt = (
  xml: string | null,
  base: ChartShapeIdentity & { readonly data: ChartData },
  next: ChartShapeIdentity,
): boolean =>
  JSON.stringify(base.data) === JSON.stringify(next.data) &&
  sameNumbers(base, next) &&
  xml !== null &&
  chartMark(xml) === base.data.mark;

type Outcome = Pick<Change, 'kind' | 'reason'> & Partial<PlacedOutcome>;
type TellChart = (outcome: Outcome, where?: Change['place']) => void;

export function refreshChart(
  slide: EditedSlide,
  { shape, base: built, next: asked }: ChartTwins,
  collected: Collected,
  context: SlideContext,
): void {
  const base = sideOf(shape, built);
  const next = asked === null ? null : sideOf(shape, asked);
  const path = shape.part;
  if (path === null || base.data === null || context.done.has(path)) return;
  context.done.add(path);
  const tell: TellChart = (outcome, where = 'chart') => {
    const nothing = { figure: null, before: '', after: '', context: '' };
    collected.changes.push(place({ ...nothing, ...outcome }, slide, where, shape.name));
  };
  if (next === null || next.data === null) {
    tell({ kind: 'gone', reason: null, before: base.chart });
    return;
  }
  if (isAsBuilt(context.deck.pack.text(path), { ...base, data: base.data }, next)) return;
  const part = readPart(context.deck.pack, path);
  const made = shape.beside === undefined ? context.theirs.charts : context.theirs.extended;
  const theirs = made.get(next.creationId.toUpperCase());
  if (theirs === undefined) return;
  if (part === null) {
    tell({ kind: 'stale', reason: 'damaged', before: base.chart });
    return;
  }
  const sides: ChartSides = {
    base: { ...base, data: base.data },
    next: { ...next, data: next.data },
    nextXml: theirs.xml,
  };
  mergeParts(part, sides, { tell, theirs, collected, context });
}

interface PartsToMerge {
  readonly tell: TellChart;
  /** The report's workbook. */
  readonly theirs: { readonly workbook: Uint8Array };
  readonly collected: Collected;
  readonly context: SlideContext;
}

/** The chart's part, and the workbook behind it. */
function mergeParts(part: EditedPart, sides: ChartSides, { tell, theirs, collected, context }: PartsToMerge): void {
  const { base, next } = sides;
  const merged = mergeChart(part, sides, context.rules);
  const link = chartWorkbook(part.path, part, context);
  if (link === 'linked') {
    for (const outcome of linkedOutcomes(merged)) tell(outcome);
    return;
  }
  const bytes = link === null ? null : context.deck.pack.bytes(link.path);
  const book = bytes === null || link === null ? null : mergeWorkbook(bytes, link.sheet, sides, context.rules);
  if (bytes !== null && book === null) tell({ kind: 'stale', reason: 'damaged', before: base.chart }, 'workbook');
  const formChanged = merged.isStuck || base.data.categories.length !== next.data.categories.length;
  const isTouched = book !== null && !book.isUntouched && merged.isUntouched && merged.xml !== null && formChanged;
  if (isTouched || merged.isStuck) {
    tell({ kind: 'conflict', reason: 'form' });
    for (const outcome of [...chartAdditions(base, next, 'new'), ...chartLosses(base, next)]) tell(outcome);
  }
  if (isTouched) return;
  if (merged.xml !== null)
    collected.parts.set(part.path, merged.isUntouched ? withWorkbookOf(part.xml, merged.xml) : merged.xml);
  for (const outcome of merged.outcomes) tell(outcome);
  if (book === null || link === null) return;
  if (merged.isUntouched && book.isUntouched && merged.xml !== null) collected.parts.set(link.path, theirs.workbook);
  else if (book.sheet !== null) collected.parts.set(link.path, withSheet(book.sheet));
  const told = new Set(merged.outcomes.map(outcomeKey));
  for (const outcome of book.outcomes) if (!told.has(outcomeKey(outcome))) tell(outcome, 'workbook');
}

/** Somebody else's workbook is not written to, nor is what the chart keeps of it: the next look into it undoes that. */
function linkedOutcomes({ xml, outcomes }: MergedChart): readonly Outcome[] {
  const known = outcomes.map(
    (outcome): Outcome => (outcome.kind === 'updated' ? { ...outcome, kind: 'stale', reason: 'linked' } : outcome),
  );
  const named = known.map((outcome): Outcome => (outcome.kind === 'added' ? { ...outcome, kind: 'new' } : outcome));
  return named.length > 0 || xml === null ? named : [{ kind: 'stale', reason: 'linked' }];
}

const withSheet = ({ workbook, xml }: NonNullable<MergedWorkbook['sheet']>): Uint8Array =>
  repack(workbook.pack, new Map([[workbook.sheet.path, xml]]));

/** The same cell in the chart and in its workbook is told once. */
const outcomeKey = ({ kind, figure, context, reason }: PlacedOutcome): string =>
  `${kind} ${figure} ${context} ${reason}`;

/** The relationship that leads to the workbook is the deck's own. */
function withWorkbookOf(own: string, next: string): string {
  const id = /<cx?:externalData[^>]*\sr:id="([^"]+)"/.exec(own)?.[1];
  return id === undefined
    ? next
    : next.replace(/(<cx?:externalData[^>]*\sr:id=")[^"]+"/, (_match, head: string) => `${head}${id}"`);
}

function chartWorkbook(
  path: string,
  part: { readonly root: Parameters<typeof readAnyChart>[0] },
  { deck }: SlideContext,
): { readonly path: string; readonly sheet: string | null } | 'linked' | null {
  const { workbook, sheet } = readAnyChart(part.root);
  const relation = relationsOf(deck.pack, path).find(({ id }) => id === workbook);
  if (relation === undefined) return null;
  return relation.external ? 'linked' : { path: relation.target, sheet };
}
