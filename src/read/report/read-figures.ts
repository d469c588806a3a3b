/** figures.csv (or .xlsx, .yaml, .json) to figures, each cell with its place. */
import { notDecimals } from '../../diagnostics/figure-messages.js';
import {
  emptyFigure,
  toFill,
  missingId,
  missingKey,
  notANumber,
  notARank,
  notOneOf,
  numberTooLong,
  percentUnit,
  unknownKey,
  unknownName,
  wordsTooLong,
  wrongType,
} from '../../diagnostics/messages.js';
import { toFillWords } from '../../locale/reading/claims.js';
import { guessableUnits, isKnownUnit } from '../../locale/units/units.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { FigureDraft, FigureFormula } from '../../figures/figure-draft.js';
import { readPeriod } from '../../locale/read-period.js';
import type { Better, Change, Figure, FigureField, Quantity, Rank } from '../../model/figure.js';
import type { Span } from '../../model/span.js';
import { mostInField } from '../../model/limits.js';
import type { DataCursor } from '../shape/data-cursor.js';
import { figureFields, isField, type FigureCell, type FigureRow } from '../figures/figure-row.js';

/**
 * A list of maps with an `id` each, or a map of maps by id; a key that is a period (`2023: 1150.2`) holds the value of
 * it.
 */
export function rowsOfData(cursor: DataCursor, tell: Tell): readonly FigureRow[] {
  const byId = cursor.isMap;
  const entries = byId ? cursor.entries() : cursor.items().map((item): readonly [string, DataCursor] => ['', item]);
  return entries.flatMap(([id, entry]) => {
    if (!entry.isMap) {
      tell(wrongType(byId ? id : 'a figure', 'a map of keys', 'something else', entry.span));
      return [];
    }
    const named: FigureRow['cells'] = byId ? { id: { text: id, span: entry.keySpan } } : {};
    const values: FigureRow[] = [];
    const cells = entry.entries().flatMap(([key, value]): [FigureField, FigureCell][] => {
      const text = value.text()?.trim();
      if (isField(key)) return text ? [[key, { text, span: value.span }]] : [];
      if (readPeriod(key) === null)
        tell(unknownKey(key, 'a figure', value.keySpan, nearestName(key, figureFields), figureFields));
      else if (text) values.push(periodRow(key, { text, span: value.span }, value.keySpan));
      return [];
    });
    const base = { ...named, ...Object.fromEntries(cells) };
    return values.length === 0
      ? [{ span: entry.span, cells: base }]
      : values.map((row) => ({ ...row, cells: { ...base, ...row.cells } }));
  });
}

const periodRow = (period: string, value: FigureCell, span: Span): FigureRow => ({
  span,
  cells: { value, period: { text: period, span } },
});

/** Said once of a series, by its first row. */
const inherited = [
  'label',
  'unit',
  'better',
  'basis',
  'change_unit',
  'scope',
  'decimals',
  'among',
] as const satisfies readonly FigureField[];

/** In the order of the rows. A row that cannot be a figure is reported and left out. */
export function readFigures(
  rows: readonly FigureRow[],
  units: ReadonlySet<string>,
  tell: Tell,
): readonly FigureDraft[] {
  const firsts = new Map<string, FigureRow>();
  const drafts: FigureDraft[] = [];
  let before: ReadRow | null = null;
  for (const row of rows) {
    const beside = before === null ? null : nextPeriod(row, before);
    if (beside !== null) {
      drafts.push(beside);
      continue;
    }
    const id = row.cells.id?.text;
    const first = id === undefined ? undefined : firsts.get(id);
    if (id !== undefined && first === undefined) firsts.set(id, row);
    const own = cellsOf(row);
    // Without a period of its own it is no further row of a series, but the same id again.
    const isFurther = first !== undefined && hasPeriod(first) && hasPeriod(row);
    const draft = readFigure(row, isFurther ? inherit(own, first.cells) : own, units, tell);
    before = draft === null ? null : { row, draft };
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

interface ReadRow {
  readonly row: FigureRow;
  readonly draft: FigureDraft;
}

const hasPeriod = ({ cells, at }: FigureRow): boolean => (at ?? cells).period !== undefined;

const cellsOf = ({ cells, at }: FigureRow): Cells => (at === undefined ? cells : { ...cells, ...at });

/**
 * A further period of a row that was read: all but its number is what it was. Null where more than that is other, so
 * that the row is read as a whole.
 */
function nextPeriod({ cells, at, span, isTold }: FigureRow, { row, draft }: ReadRow): FigureDraft | null {
  const { figure } = draft;
  if (at === undefined || row.at === undefined || cells !== row.cells || isTold) return null;
  if (figure.quantity === null || at.value.isPercent !== row.at.value.isPercent) return null;
  const quantity = plainQuantity(at.value.text);
  if (typeof quantity === 'string' || at.period.text.length > mostInField) return null;
  const places = { ...figure.cells, value: at.value.span, period: at.period.span };
  return { ...draft, figure: { ...figure, quantity, period: at.period.text, span, cells: places } };
}

function inherit(cells: Cells, first: Cells): Cells {
  if (cells === first) return cells;
  let whole: Partial<Record<FigureField, FigureCell>> | null = null;
  for (const field of inherited)
    if (cells[field] === undefined && first[field] !== undefined) (whole ??= { ...cells })[field] = first[field];
  return whole ?? cells;
}

/** What is too long for a place of a page is told, and cut: the figure is there for those who name it. */
function boundFields(cells: Cells, tell: Tell): Cells {
  let bound: Partial<Record<FigureField, FigureCell>> | null = null;
  for (const field in cells) {
    const cell = cells[field as FigureField]!;
    if (cell.text.length <= mostInField) continue;
    tell(wordsTooLong(`the ${field.replace('_', ' ')} of this figure`, cell.text.length, mostInField, cell.span));
    bound ??= { ...cells };
    bound[field as FigureField] = { ...cell, text: cell.text.slice(0, mostInField) };
  }
  return bound ?? cells;
}

function spansOf(cells: Cells): Figure['cells'] {
  const spans: Partial<Record<FigureField, Span>> = {};
  for (const field in cells) spans[field as FigureField] = cells[field as FigureField]!.span;
  return spans;
}

function readFigure(
  { span, isTold = false }: FigureRow,
  written: Cells,
  units: ReadonlySet<string>,
  tell: Tell,
): FigureDraft | null {
  const cells = boundFields(written, tell);
  const id = cells.id?.text;
  if (id === undefined) {
    if (!isTold) tell(missingId(span));
    return null;
  }
  if (cells.label === undefined && !isTold) tell(missingKey('label', `the figure "${id}"`, span));
  const formulas = formulasOf(cells);
  const quantity = readQuantity(cells, 'value', tell);
  const change = readChange(cells, units, tell);
  const rank = readRank(cells, tell);
  const qualifier = cells.qualifier?.text ?? null;
  const hasNumber = quantity !== null || change !== null || rank !== null || formulas.length > 0;
  // Its number is known to be open: whoever names a part of it gets the mark.
  const isOpen = !hasNumber && qualifier !== null && toFillWords.includes(qualifier);
  if (isOpen) tell(toFill(id, cells.qualifier!.span));
  const isWritten = cells.value ?? cells.change ?? cells.rank;
  if (!hasNumber && qualifier === null && isWritten === undefined && !isTold) tell(emptyFigure(id, cells.id!.span));
  const [prior, target] = [readQuantity(cells, 'prior', tell), readQuantity(cells, 'target', tell)];
  const figure: Figure = {
    id,
    label: cells.label?.text ?? id,
    quantity,
    change,
    rank,
    unit: quantity === null && !isFormula(cells.value) ? null : readUnit(cells, 'unit', 'value', units, tell),
    qualifier: hasNumber ? qualifier : null,
    award: hasNumber ? null : qualifier,
    period: cells.period?.text ?? null,
    better: readBetter(cells, tell),
    source: cells.source?.text ?? null,
    note: cells.note?.text ?? null,
    ...(isOpen && { isTold: true as const }),
    ...(prior === null ? {} : { prior }),
    ...(target === null ? {} : { target }),
    span,
    cells: spansOf(cells),
  };
  return {
    figure,
    formulas,
    decimals: readDecimals(cells, tell),
    basis: cells.basis?.text ?? null,
    scope: cells.scope?.text ?? '',
    among: cells.among === undefined ? null : { id: cells.among.text, span: cells.among.span },
    hasNoChange: isNothing(cells.change),
  };
}

type Cells = FigureRow['cells'];

/** A number that follows from others is written as a spreadsheet does: `= gdp / population`. */
const isFormula = (cell: FigureCell | undefined): boolean => cell !== undefined && cell.text.startsWith('=');

function formulasOf(cells: Cells): readonly FigureFormula[] {
  const parts = (['value', 'change', 'rank'] as const).filter((part) => isFormula(cells[part]));
  return parts.length === 0 ? noFormulas : parts.map((part) => ({ part, ...textAndSpan(cells[part]!) }));
}

const noFormulas: readonly FigureFormula[] = [];
const textAndSpan = ({ text, span }: FigureCell): Pick<FigureFormula, 'text' | 'span'> => ({ text, span });

/** A change that shall not be worked out. */
const isNothing = (cell: FigureCell | undefined): boolean => /^(?:[-—–]|none)$/.test(cell?.text ?? '');

function readDecimals(cells: Cells, tell: Tell): number | null {
  const cell = cells.decimals;
  if (cell === undefined) return null;
  if (/^(?:\d|1[0-2])$/.test(cell.text)) return Number(cell.text);
  tell(notDecimals(cell.text, cell.span));
  return null;
}

function readQuantity(cells: Cells, column: 'value' | 'change' | 'prior' | 'target', tell: Tell): Quantity | null {
  const cell = cells[column];
  return cell === undefined || isFormula(cell) || (column === 'change' && isNothing(cell))
    ? null
    : parseQuantity(cell.text, column, cell.span, tell);
}

/**
 * A number as it is written, with its decimals. More than 15 digits do not come through a computer's numbers unharmed.
 */
function parseQuantity(text: string, column: string, span: Span, tell: Tell): Quantity | null {
  const quantity = plainQuantity(text);
  if (quantity === 'no number') tell(notANumber(column, text, span));
  else if (quantity === 'too long') tell(numberTooLong(column, text, span));
  return typeof quantity === 'string' ? null : quantity;
}

function plainQuantity(text: string): Quantity | 'no number' | 'too long' {
  const number = /^([+\-−]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text);
  if (number === null) return 'no number';
  const [, sign, written = '', decimals = ''] = number;
  const whole = written.replaceAll(',', '');
  if (whole.length + decimals.length > 15 && (whole + decimals).replace(/^0+/, '').length > 15) return 'too long';
  const value = Number(`${whole}.${decimals || '0'}`);
  return { value: sign === '-' || sign === '−' ? 0 - value : value, decimals: decimals.length };
}

function readChange(cells: Cells, units: ReadonlySet<string>, tell: Tell): Change | null {
  const quantity = readQuantity(cells, 'change', tell);
  return quantity === null
    ? null
    : {
        quantity,
        unit: readUnit(cells, 'change_unit', 'change', units, tell) ?? '%',
        basis: cells.basis?.text ?? null,
      };
}

function readRank(cells: Cells, tell: Tell): Rank | null {
  const cell = cells.rank;
  if (cell === undefined || isFormula(cell)) return null;
  if (/^[1-9]\d{0,8}$/.test(cell.text) && !cell.isPercent)
    return { place: Number(cell.text), scope: cells.scope?.text ?? '' };
  tell(notARank(cell.text, cell.span));
  return null;
}

/** The unit of the number in the column `of`. One that is shown with % has that unit, and can have no other. */
function readUnit(
  cells: Cells,
  column: 'unit' | 'change_unit',
  of: 'value' | 'change',
  units: ReadonlySet<string>,
  tell: Tell,
): string | null {
  const [cell, number] = [cells[column], cells[of]];
  if (cell === undefined) return number?.isPercent ? '%' : null;
  checkUnit(cell.text, cell.span, units, tell);
  if (number?.isPercent && cell.text !== '%') tell(percentUnit(number.text, cell.text, number.span));
  return cell.text;
}

export function checkUnit(unit: string, span: Span, units: ReadonlySet<string>, tell: Tell): void {
  const isKnown = (name: string): boolean => units.has(name) || isKnownUnit(name);
  // 元/人, 人/平方公里: of two units that are known.
  if (isKnown(unit) || (/^[^/]+\/[^/]+$/.test(unit) && unit.split('/').every(isKnown))) return;
  const nearest = nearestName(unit, [...units, ...guessableUnits]);
  const { hint, ...diagnostic } = unknownName('unit', unit, span, nearest === null ? null : { name: nearest });
  tell({
    ...diagnostic,
    hint: `${hint === null ? '' : `${hint} `}a unit of the report's own is listed under "units" in report.yaml`,
  });
}

function readBetter(cells: Cells, tell: Tell): Better {
  const cell = cells.better;
  const known: readonly Better[] = ['higher', 'lower', 'neutral'];
  if (cell === undefined) return 'neutral';
  const found = known.find((better) => better === cell.text);
  if (found === undefined) tell(notOneOf('better', cell.text, known, cell.span, nearestName(cell.text, known)));
  return found ?? 'neutral';
}
