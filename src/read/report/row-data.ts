/** What a report of a batch has of its row: texts filled, figures by column, and the rows as a table. */
import { noRowGiven } from '../../diagnostics/batch-messages.js';
import { unknownVariable } from '../../diagnostics/messages.js';
import type { Tell } from '../../diagnostics/diagnostic.js';
import { tellOnce } from '../../diagnostics/tell-once.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { TableSpec, Words } from '../../model/report.js';
import { columnName, rowFields, rowFigure } from '../../model/report-row.js';
import type { ReportRow, RowCell } from '../../model/report-row.js';
import type { Span } from '../../model/span.js';
import { passage } from '../source/source-text.js';
import type { SourceText } from '../source/source-text.js';
import type { FigureRow } from '../figures/figure-row.js';

/** Name of the table that holds the rows. */
const rowsTable = 'rows';

/**
 * `{{row.name}}` in a plain text of report.yaml: a title, a place, a file's name. Words are templates, and know `row`
 * themselves. Without a row there is none to ask, which is told.
 */
export function fillFrom(row: ReportRow | null, toldOften: Tell): (source: SourceText) => string {
  const fields = row === null ? new Map<string, RowCell>() : rowFields(row);
  const tell = tellOnce(toldOften);
  return ({ text, at }) =>
    text.replace(/\{\{\s*row\.([^\s{}]+)\s*\}\}/g, (_, name: string, offset: number) => {
      const field = fields.get(name);
      const known = [...fields.keys()];
      if (row === null) tell(noRowGiven(name, at(offset)));
      else if (field === undefined) tell(unknownVariable(`row.${name}`, at(offset), nearestName(name, known), known));
      return field?.text ?? '';
    });
}

/** A number with, at most, a sign, commas and % around its digits; a code such as 007 is none. */
const numberPattern = /^([+\-−]?)(\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(\.\d+)?\s*(%?)$/;

/** Each column that holds a number, as the figure `row.<column>`. */
export function figuresOfRow(row: ReportRow, units: ReadonlySet<string>): readonly FigureRow[] {
  const heads = new Map(row.columns.map(({ text }) => [columnName(text).name, text]));
  return [...rowFields(row)].flatMap(([name, cell]): FigureRow[] => {
    const number = numberOf(cell);
    if (number === null) return [];
    const head = heads.get(name)!;
    const { label, unit } = columnName(head);
    const isUnit = unit !== null && units.has(unit);
    const written = isUnit && !number.isPercent ? { unit: { text: unit, span: cell.span } } : {};
    return [
      {
        span: cell.span,
        cells: {
          id: { text: rowFigure(name), span: cell.span },
          label: { text: unit === null || isUnit ? label : head.trim(), span: cell.span },
          value: { text: number.digits, span: cell.span, isPercent: number.isPercent },
          ...written,
        },
      },
    ];
  });
}

function numberOf({ text, number }: RowCell): { readonly digits: string; readonly isPercent: boolean } | null {
  if (number !== undefined) return number;
  const [, sign = '', whole, fraction = '', percent] = numberPattern.exec(text.trim()) ?? [];
  return whole === undefined
    ? null
    : { digits: `${sign === '−' ? '-' : sign}${whole.replaceAll(',', '')}${fraction}`, isPercent: percent === '%' };
}

export const withRows = (
  tables: ReadonlyMap<string, { readonly span: Span }>,
  { columns }: ReportRow,
): ReadonlyMap<string, { readonly span: Span }> => new Map([[rowsTable, { span: columns[0]!.span }], ...tables]);

/** A table of this name in report.yaml is the report's own. */
export function withRowTable(
  tables: ReadonlyMap<string, TableSpec>,
  { columns, rows }: ReportRow,
  words: { readCell(source: SourceText): Words },
): ReadonlyMap<string, TableSpec> {
  const cellOf = ({ text, span }: RowCell): Words => words.readCell(passage(text, span));
  const table: TableSpec = {
    id: rowsTable,
    head: columns.map(cellOf),
    rows: rows.map((row) => row.map(cellOf)),
    align: [],
    caption: null,
    alt: null,
    notes: [],
    merge: false,
    groups: [],
    totals: [],
    span: columns[0]!.span,
  };
  return new Map([[rowsTable, table], ...tables]);
}
