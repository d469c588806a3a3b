/** Figures as read to figures as they are shown: values, changes and ranks that follow from others are worked out. */
import type { Tell } from '../diagnostics/diagnostic.js';
import { nearestName } from '../diagnostics/nearest-name.js';
import { unknownGroup, valueDisagrees, rankDisagrees } from '../diagnostics/figure-messages.js';
import { formatFigure } from '../locale/format-figure.js';
import type { Derivation, Figure, Quantity } from '../model/figure.js';
import type { FigureDraft } from './figure-draft.js';
import { inputId } from './figure-ledger.js';
import { figureNamed, keyOfPeriod, type FigureBook } from './find-figure.js';
import { followChange } from './follow-change.js';
import { gatherSeries, rowsBySeries, type RowsOfSeries } from './gather-series.js';
import { amountOf, convertTo } from './numbers/amount.js';
import { compare } from './numbers/fraction.js';
import { ReckoningFault } from './numbers/reckoning-fault.js';
import { FigureWork, type WorkedOut, type WorkGiven } from './work-out-figures.js';

export interface DeriveGiven extends WorkGiven {
  /** As report.yaml says it; null where it says none. */
  readonly reportPeriod: string | null;
}

/** A derivation whose inputs are known by name, before they can be printed. */
interface OpenDerivation {
  readonly part: Derivation['part'];
  readonly formula: string;
  readonly inputs: readonly string[];
}

/** A figure with its row, on the way. */
interface Point {
  readonly draft: FigureDraft;
  readonly figure: Figure;
  readonly key: string;
  readonly open: readonly OpenDerivation[];
}

const none: readonly OpenDerivation[] = [];

export function deriveFigures(given: DeriveGiven): FigureBook {
  const work = new FigureWork(given);
  const series = rowsBySeries(
    given.drafts.flatMap((draft) => pointsOf(draft, work, given.tell)),
    given.tell,
  );
  const settle = (point: Point): Point => withRank(withChange(point, series, work, given), series, work, given.tell);
  // What may tell of a mistake is worked out now, all else when it is asked for.
  const settled = new Map<Point, Point>();
  for (const periods of series.values())
    for (const point of periods.values()) if (mayTell(point.draft)) settled.set(point, settle(point));
  let book: FigureBook | null = null;
  book = gatherSeries(series, given.reportPeriod, (point, id) => {
    const { figure, open } = settled.get(point) ?? settle(point);
    const named = figure.id === id ? figure : { ...figure, id };
    return open.length === 0 ? named : withLater(named, () => derivationsOf(open, book!, given.language));
  });
  return book;
}

/** A change or a rank that an expression gives, a rank that is worked out beside one that may be typed. */
const mayTell = ({ among, formulas }: FigureDraft): boolean =>
  among !== null || formulas.some(({ part }) => part !== 'value');

/** A row, or one for each period that an open one has. */
function pointsOf(draft: FigureDraft, work: FigureWork, tell: Tell): readonly Point[] {
  const { figure, formulas } = draft;
  const key = keyOfPeriod(figure.period);
  if (!formulas.some(({ part }) => part === 'value')) {
    const point = { draft, figure, key, open: none };
    return [work.ledger.entries.get(figure.id)?.open ? checkTyped(point, work, tell) : point];
  }
  if (figure.period !== null) return [pointAt(draft, key, work.valueOf(figure.id, key, draft), work)];
  return openPoints(draft, work);
}

function pointAt(draft: FigureDraft, key: string, found: WorkedOut | ReckoningFault, work: FigureWork): Point {
  if (found instanceof ReckoningFault) {
    work.tellFault(draft.formulas.find(({ part }) => part === 'value')!, found);
    return { draft, key, figure: { ...draft.figure, isTold: true }, open: none };
  }
  const { quantity, unit, formula, inputs } = found;
  const period = draft.figure.period ?? (key === '' ? null : key);
  return {
    draft,
    key,
    figure: { ...draft.figure, quantity, unit, period },
    open: [{ part: 'value', formula, inputs }],
  };
}

/** Every period that all parts have. One that some lack is a gap; that none has all is a mistake. */
function openPoints(draft: FigureDraft, work: FigureWork): readonly Point[] {
  const { id } = draft.figure;
  const typed = work.ledger.entries.get(id)!.rows;
  const keys = work.ledger.keysOf(id).filter((key) => !typed.has(key));
  if (keys.length === 0 && typed.size > 0) return [];
  const found = (keys.length === 0 ? [''] : keys).map((key) => ({ key, value: work.valueOf(id, key, draft) }));
  const isGap = (value: WorkedOut | ReckoningFault): boolean =>
    value instanceof ReckoningFault && value.code === 'missing-period';
  const there = found.filter(({ value }) => !isGap(value));
  if (there.length > 0) return there.map(({ key, value }) => pointAt(draft, key, value, work));
  // One of them says what is missing.
  return typed.size > 0 ? [] : [pointAt(draft, '', found.at(-1)!.value, work)];
}

/** A value that was typed where an expression gives one too. */
function checkTyped(point: Point, work: FigureWork, tell: Tell): Point {
  const { figure, key } = point;
  const open = work.ledger.entries.get(figure.id)?.open ?? null;
  if (open === null || figure.quantity === null) return point;
  const found = work.valueOf(figure.id, key, open);
  if (found instanceof ReckoningFault || found.unit !== figure.unit) return point;
  const half = 0.5 * 10 ** -figure.quantity.decimals;
  const off = Math.abs(figure.quantity.value - Number(found.quantity.value));
  const rounding = half + 0.5 * 10 ** -found.quantity.decimals;
  if (off <= rounding + 1e-9 || off <= rounding + work.slackOf(figure.id, key, open, found) + 1e-9) return point;
  const printed = (quantity: Quantity): string => formatFigure({ ...figure, quantity, qualifier: null }, 'value');
  tell(
    valueDisagrees(
      work.ledger.entries.get(figure.id)!.rows.size === 1 ? figure.id : inputId(figure.id, key),
      printed(figure.quantity),
      printed(found.quantity),
      found.formula,
      figure.cells.value ?? figure.span,
    ),
  );
  return point;
}

function withChange(point: Point, series: RowsOfSeries<Point>, work: FigureWork, { language }: DeriveGiven): Point {
  const { draft, figure, key } = point;
  const { id } = draft.figure;
  const asked = work.partOf(draft, 'change', key, null);
  if (asked instanceof ReckoningFault) {
    work.tellFault(draft.formulas.find(({ part }) => part === 'change')!, asked);
    return point;
  }
  if (asked !== null) {
    const change = { quantity: asked.quantity, unit: asked.unit ?? '%', basis: draft.basis };
    return withDerived(point, { ...figure, change }, 'change', asked.formula, asked.inputs);
  }
  const periods = series.get(id);
  const earlier = (other: string): Figure | undefined => periods?.get(other)?.figure;
  const found = followChange({ ...draft, figure }, id, earlier, language);
  if (found === null) return point;
  const inputs = [...(found.from === null ? [] : [found.from]), inputId(id, key)];
  return withDerived(point, { ...figure, change: found.change }, 'change', found.formula, inputs);
}

const withDerived = (
  point: Point,
  figure: Figure,
  part: Derivation['part'],
  formula: string,
  inputs: readonly string[],
): Point => ({ ...point, figure, open: [...point.open, { part, formula, inputs }] });

/** A place among others, which an expression gives or the group that the row names. */
function withRank(point: Point, series: RowsOfSeries<Point>, work: FigureWork, tell: Tell): Point {
  const { draft, figure, key } = point;
  const asked = work.partOf(draft, 'rank', key, null);
  if (asked instanceof ReckoningFault) {
    work.tellFault(draft.formulas.find(({ part }) => part === 'rank')!, asked);
    return point;
  }
  if (asked !== null) {
    const rank = { place: asked.quantity.value, scope: draft.scope };
    return withDerived(point, { ...figure, rank }, 'rank', asked.formula, asked.inputs);
  }
  if (draft.among === null || figure.quantity === null) return point;
  const members = work.ledger.match(draft.among.id);
  if (members.length === 0) {
    const known = [...work.ledger.groupNames()];
    tell(unknownGroup(draft.among.id, nearestName(draft.among.id, known), draft.among.span));
    return point;
  }
  const own = amountOf(figure.quantity, figure.unit);
  const others = members.flatMap((id) => {
    const other = series.get(id)?.get(key)?.figure;
    return other?.quantity && other.id !== figure.id ? [other] : [];
  });
  const sign = figure.better === 'lower' ? -1 : 1;
  const ahead = others.filter(
    (other) =>
      isComparable(other, figure) && compare(convertTo(amountOf(other.quantity!, other.unit), own), own.value) === sign,
  );
  const place = ahead.length + 1;
  if (figure.rank !== null) {
    if (figure.rank.place !== place)
      tell(
        rankDisagrees(
          inputId(figure.id, key),
          figure.rank.place,
          place,
          draft.among.id,
          figure.cells.rank ?? figure.span,
        ),
      );
    return point;
  }
  const inputs = [figure.id, ...others.map(({ id }) => id)].map((id) => inputId(id, key));
  const formula = `rank(${figure.id}, ${draft.among.id})`;
  return withDerived(point, { ...figure, rank: { place, scope: draft.scope } }, 'rank', formula, inputs);
}

function isComparable(other: Figure, figure: Figure): boolean {
  const [one, two] = [amountOf(other.quantity!, other.unit), amountOf(figure.quantity!, figure.unit)];
  return JSON.stringify(one.bases) === JSON.stringify(two.bases) && (other.unit === null) === (figure.unit === null);
}

/** Few of a hundred thousand numbers are asked what they follow from: it is put into words when it is asked. */
function withLater(figure: Figure, follow: () => readonly Derivation[]): Figure {
  let known: readonly Derivation[] | null = null;
  return Object.defineProperty({ ...figure }, 'derivations', {
    enumerable: true,
    configurable: true,
    get: () => (known ??= follow()),
  });
}

/** Inputs by the ids that the report knows them by, each with its number. */
function derivationsOf(open: readonly OpenDerivation[], book: FigureBook, language: string): readonly Derivation[] {
  const inputOf = (name: string): Derivation['inputs'][number] => {
    const figure = figureNamed(book, name);
    return figure === null
      ? { id: name, printed: '' }
      : { id: figure.id, printed: formatFigure(figure, 'value', { language }) };
  };
  return open.map(({ part, formula, inputs }) => ({ part, formula, inputs: inputs.map(inputOf) }));
}
