/**
 * A table of figures to a row for each number: a row a figure, a row a figure and period, periods across, or periods
 * down.
 */
import { layoutUnclear } from '../../diagnostics/figure-messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { missingKey, unknownKey } from '../../diagnostics/messages.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { figureColumn, splitUnit } from '../../locale/figure-columns.js';
import { isKnownUnit } from '../../locale/units/units.js';
import { readPeriod } from '../../locale/read-period.js';
import type { FigureField } from '../../model/figure.js';
import type { DataTable, TableCell } from '../data/table/data-table.js';
import { figureFields, isField, numberFields, type FigureCell, type FigureRow } from './figure-row.js';

/** What a column of the table is: a field, the numbers of a period, or nothing that is known. */
type Column =
  | { readonly is: 'field'; readonly field: FigureField }
  | { readonly is: 'period'; readonly cell: TableCell }
  | null;

/** @param units a name in brackets behind a label is its unit where it is one of these. */
export function rowsOfTable(table: DataTable, units: ReadonlySet<string>, tell: Tell): readonly FigureRow[] {
  return isDown(table) ? rowsDown(table, units, tell) : rowsAcross(table, units, tell);
}

/** The first column holds periods, every other one the numbers of a figure. */
function isDown({ head, rows }: DataTable): boolean {
  const [first, ...others] = head;
  if (first === undefined || others.some(({ text }) => ['id', 'label', 'value'].includes(text))) return false;
  const periods = rows.filter(([cell]) => cell !== undefined && cell.text.trim() !== '');
  return (
    (first.text === '' || figureColumn(first.text) === 'period' || readPeriod(first.text) === null) &&
    periods.length > 0 &&
    periods.every(([cell]) => readPeriod(cell!.text) !== null) &&
    others.every(({ text }) => readPeriod(text) === null)
  );
}

function rowsDown({ head, rows }: DataTable, units: ReadonlySet<string>, tell: Tell): readonly FigureRow[] {
  const names = head.map((cell) => ({ ...splitLabel(cell, units), cell }));
  const known = new Set<string>();
  for (const { name, cell } of names.slice(1)) {
    if (name !== '' && known.has(name)) tell(layoutUnclear(`"${name}" stands over two columns`, cell.span));
    known.add(name);
  }
  return rows.flatMap((row) =>
    names.flatMap(({ name, unit, cell: named }, index): FigureRow[] => {
      const cell = row[index]!;
      if (index === 0 || name === '' || isEmpty(cell)) return [];
      return [
        {
          span: cell.span,
          isTold: cell.isTold === true,
          cells: {
            id: { text: name, span: named.span },
            label: { text: name, span: named.span },
            ...(unit === null ? {} : { unit: { text: unit, span: named.span } }),
            value: figureCell(cell, 'value'),
            period: { text: row[0]!.text.trim(), span: row[0]!.span },
          },
        },
      ];
    }),
  );
}

function rowsAcross(table: DataTable, units: ReadonlySet<string>, tell: Tell): readonly FigureRow[] {
  const columns = columnsOf(table, tell);
  const periods = columns.flatMap((column, index) =>
    column?.is === 'period' ? [{ index, cell: { text: column.cell.text.trim(), span: column.cell.span } }] : [],
  );
  return table.rows.flatMap((row): FigureRow[] => {
    const cells = fieldCells(row, columns, units);
    const base = { span: row[0]!.span, isTold: row.some(({ isTold }) => isTold) };
    if (periods.length === 0) return [{ ...base, cells }];
    if (cells.id === undefined && cells.label === undefined) return [];
    return periods.flatMap(({ index, cell: named }): FigureRow | [] => {
      const cell = row[index]!;
      if (isEmpty(cell)) return [];
      return {
        span: cell.span,
        isTold: cell.isTold === true,
        cells,
        at: { value: figureCell(cell, 'value'), period: named },
      };
    });
  });
}

function fieldCells(
  row: readonly TableCell[],
  columns: readonly Column[],
  units: ReadonlySet<string>,
): FigureRow['cells'] {
  const cells: Partial<Record<FigureField, FigureCell>> = {};
  row.forEach((cell, index) => {
    const column = columns[index];
    if (column?.is === 'field' && cell.text.trim() !== '') cells[column.field] = figureCell(cell, column.field);
  });
  // A table of an office has labels, no ids: the label is the name then, and may hold the unit.
  const { label } = cells;
  if (cells.id !== undefined || label === undefined || columns.some(isId)) return cells;
  const { name, unit } = splitLabel(label, units);
  return {
    ...cells,
    id: { text: name, span: label.span },
    label: { text: name, span: label.span },
    ...(unit === null || cells.unit !== undefined ? {} : { unit: { text: unit, span: label.span } }),
  };
}

const isId = (column: Column): boolean => column?.is === 'field' && column.field === 'id';

/** Fields by their own names; in a table with periods across also by those that offices give them. */
function columnsOf({ head }: DataTable, tell: Tell): readonly Column[] {
  const isWide = !head.some(({ text }) => text === 'value') && head.some(({ text }) => readPeriod(text) !== null);
  const columns = head.map((cell, index): Column => {
    const { text, span } = cell;
    if (isField(text)) return { is: 'field', field: text };
    const field = isWide || !head.some(({ text: name }) => name === 'id') ? figureColumn(text) : null;
    if (field !== null) return { is: 'field', field };
    if (isWide && readPeriod(text) !== null) return { is: 'period', cell };
    // The corner of a table with labels down its side often says nothing, or what both sides are.
    if (isWide && index === 0) return { is: 'field', field: 'label' };
    if (text !== '')
      tell(unknownKey(text, 'the table of figures', span, nearestName(text, figureFields), figureFields));
    return null;
  });
  const taken = new Set<FigureField>();
  for (const [index, column] of columns.entries()) {
    if (column?.is !== 'field') continue;
    if (taken.has(column.field))
      tell(layoutUnclear(`"${head[index]!.text}" stands over two columns`, head[index]!.span));
    taken.add(column.field);
  }
  const has = (field: FigureField): boolean =>
    columns.some((column) => column?.is === 'field' && column.field === field);
  if (!has('label')) tell(missingKey('label', 'the table of figures', head[0]!.span));
  if (!has('id') && (!has('label') || head.some(({ text }) => text === 'label')) && !isWide)
    tell(missingKey('id', 'the table of figures', head[0]!.span));
  return columns;
}

const isEmpty = ({ text }: TableCell): boolean =>
  text === '' || (!/\d/.test(text) && /^(?:[-—–−…/]|——|……|\.{2,3})?$/.test(text.trim()));

function splitLabel(
  { text }: Pick<TableCell, 'text'>,
  units: ReadonlySet<string>,
): { readonly name: string; readonly unit: string | null } {
  const split = splitUnit(text);
  return split.unit !== null && (units.has(split.unit) || isKnownUnit(split.unit))
    ? split
    : { name: text.trim(), unit: null };
}

/**
 * A number in a workbook gives its digits alone: what its format sets around them, 1,020.0亿元, is said by other columns.
 * So does one that a text file writes as such formats show it: 8.1%, (12.4).
 */
function figureCell(cell: TableCell, column: FigureField): FigureCell {
  const { text, span, number } = cell;
  if (numberFields.has(column)) {
    if (number !== undefined) return { text: number.digits, span, isPercent: number.isPercent };
    const [, opens = '', sign = '', digits, percent = '', closes = ''] = formatted.exec(text.trim()) ?? [];
    const isNegative = opens !== '' && sign === '' && closes !== '';
    if (digits !== undefined && (isNegative || opens + closes === ''))
      return { text: `${isNegative ? '-' : sign}${digits}`, span, ...(percent !== '' && { isPercent: true }) };
  }
  const trimmed = text.trim();
  return trimmed === text && number === undefined ? cell : { text: trimmed, span };
}

/** A number with % behind it, or in the brackets by which bookkeepers write what is below zero. */
const formatted = /^([(（]?)([+\-−]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*([%％]?)([)）]?)$/;
