/** figures.csv (or .xlsx, .yaml, .json) to figures, each cell with its place. */
import {
  duplicateId,
  emptyFigure,
  missingId,
  missingKey,
  notANumber,
  notARank,
  notOneOf,
  numberTooLong,
  percentUnit,
  unknownKey,
  unknownName,
  wrongType,
} from '../../diagnostics/messages.js';
import { guessableUnits, isKnownUnit } from '../../locale/units.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { Better, Change, Figure, FigureField, Quantity, Rank } from '../../model/figure.js';
import type { Span } from '../../model/span.js';
import type { DataTable, TableCell } from '../data/data-table.js';
import type { DataCursor } from '../shape/data-cursor.js';

export const figureFields: readonly FigureField[] = [
  'id',
  'label',
  'value',
  'unit',
  'qualifier',
  'period',
  'change',
  'change_unit',
  'basis',
  'rank',
  'scope',
  'better',
  'source',
  'note',
];

/** A row as it is written: cells without text are left out. */
export interface FigureRow {
  readonly cells: Readonly<Partial<Record<FigureField, FigureCell>>>;
  readonly span: Span;
  /** Cells of it had mistakes that were told: that it lacks them is no other one. */
  readonly isTold?: boolean;
}

interface FigureCell {
  readonly text: string;
  readonly span: Span /** Shown with %, which is its unit. */;
  readonly isPercent?: boolean;
}

const numberFields: ReadonlySet<FigureField> = new Set(['value', 'change', 'rank']);

export function rowsOfTable(table: DataTable, tell: Tell): readonly FigureRow[] {
  const columns = table.head.map(({ text, span }) => {
    if (isField(text)) return text;
    if (text !== '')
      tell(unknownKey(text, 'the table of figures', span, nearestName(text, figureFields), figureFields));
    return null;
  });
  for (const required of ['id', 'label'] as const) {
    if (!columns.includes(required)) tell(missingKey(required, 'the table of figures', table.head[0]!.span));
  }
  return table.rows.map((row) => ({
    span: row[0]!.span,
    isTold: row.some(({ isTold }) => isTold),
    cells: Object.fromEntries(
      row.flatMap((cell, index) => {
        const column = columns[index];
        return column && cell.text.trim() !== '' ? [[column, figureCell(cell, column)]] : [];
      }),
    ),
  }));
}

/** Of a number in a workbook its digits alone: what its format sets around them, 1,020.0亿元, is said by other columns. */
const figureCell = ({ text, span, number }: TableCell, column: FigureField): FigureCell =>
  number !== undefined && numberFields.has(column)
    ? { text: number.digits, span, isPercent: number.isPercent }
    : { text: text.trim(), span };

/** A list of maps with an `id` each, or a map of maps by id. */
export function rowsOfData(cursor: DataCursor, tell: Tell): readonly FigureRow[] {
  const byId = cursor.isMap;
  const entries = byId ? cursor.entries() : cursor.items().map((item): readonly [string, DataCursor] => ['', item]);
  return entries.flatMap(([id, entry]) => {
    if (!entry.isMap) {
      tell(wrongType(byId ? id : 'a figure', 'a map of keys', 'something else', entry.span));
      return [];
    }
    const cells = entry.entries().flatMap(([key, value]) => {
      if (!isField(key)) tell(unknownKey(key, 'a figure', value.keySpan, nearestName(key, figureFields), figureFields));
      const text = value.text()?.trim();
      return isField(key) && text ? [[key, { text, span: value.span }]] : [];
    });
    return [
      {
        span: entry.span,
        cells: { ...(byId ? { id: { text: id, span: entry.keySpan } } : {}), ...Object.fromEntries(cells) },
      },
    ];
  });
}

/** Figures by id, in the order of the rows. A row that cannot be a figure is reported and left out. */
export function readFigures(
  rows: readonly FigureRow[],
  units: ReadonlySet<string>,
  tell: Tell,
): ReadonlyMap<string, Figure> {
  const figures = new Map<string, Figure>();
  for (const row of rows) {
    const figure = readFigure(row, units, tell);
    if (figure === null) continue;
    const first = figures.get(figure.id);
    if (first !== undefined) tell(duplicateId('figure', figure.id, row.cells.id!.span, first.cells.id ?? first.span));
    else figures.set(figure.id, figure);
  }
  return figures;
}

function readFigure({ cells, span, isTold = false }: FigureRow, units: ReadonlySet<string>, tell: Tell): Figure | null {
  const id = cells.id?.text;
  if (id === undefined) {
    if (!isTold) tell(missingId(span));
    return null;
  }
  if (cells.label === undefined && !isTold) tell(missingKey('label', `the figure "${id}"`, span));
  const quantity = readQuantity(cells, 'value', tell);
  const change = readChange(cells, units, tell);
  const rank = readRank(cells, tell);
  const qualifier = cells.qualifier?.text ?? null;
  const hasNumber = quantity !== null || change !== null || rank !== null;
  const isWritten = cells.value ?? cells.change ?? cells.rank;
  if (!hasNumber && qualifier === null && isWritten === undefined && !isTold) tell(emptyFigure(id, cells.id!.span));
  return {
    id,
    label: cells.label?.text ?? id,
    quantity,
    change,
    rank,
    unit: quantity === null ? null : readUnit(cells, 'unit', 'value', units, tell),
    qualifier: hasNumber ? qualifier : null,
    award: hasNumber ? null : qualifier,
    period: cells.period?.text ?? null,
    better: readBetter(cells, tell),
    source: cells.source?.text ?? null,
    note: cells.note?.text ?? null,
    span,
    cells: Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, cell.span])),
  };
}

type Cells = FigureRow['cells'];

function readQuantity(cells: Cells, column: 'value' | 'change', tell: Tell): Quantity | null {
  const cell = cells[column];
  return cell === undefined ? null : parseQuantity(cell.text, column, cell.span, tell);
}

/** A number as it is written, with its decimals. More than 15 digits do not come through a computer's numbers unharmed. */
function parseQuantity(text: string, column: string, span: Span, tell: Tell): Quantity | null {
  const number = /^([+\-−]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text);
  if (number === null) {
    tell(notANumber(column, text, span));
    return null;
  }
  const [, sign, written = '', decimals = ''] = number;
  const whole = written.replaceAll(',', '');
  if ((whole + decimals).replace(/^0+/, '').length > 15) {
    tell(numberTooLong(column, text, span));
    return null;
  }
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
  if (cell === undefined) return null;
  if (/^[1-9]\d{0,8}$/.test(cell.text) && !cell.isPercent)
    return { place: Number(cell.text), scope: cells.scope?.text ?? '' };
  tell(notARank(cell.text, cell.span));
  return null;
}

/** Of the number in the column `of`. One that is shown with % has that unit, and can have no other. */
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
  if (units.has(unit) || isKnownUnit(unit)) return;
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

const isField = (name: string): name is FigureField => (figureFields as readonly string[]).includes(name);
