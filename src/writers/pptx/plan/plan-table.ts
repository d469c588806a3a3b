/** A table as its slide writes it: cells say only what the style of tables does not. */
import { lineIds } from '../../../powerpoint/identity/creation-ids.js';
import type { Link, TableItem, TableItemCell } from '../../../model/page.js';
import { rowLook } from '../../../model/tables/row-look.js';
import type { TableRowLook, TableRule } from '../../../model/theme.js';
import type { Color } from '../../../model/theme.js';
import type { TableStyleInForce } from './own-tables.js';
import { sameColor } from './compare.js';
import type { CellPlan, ParagraphPlan, PlaceholderPlan, RunPlan, TableShape } from './deck-plan.js';
import { planParagraphs, type TextContext } from './plan-text.js';

export interface TablePlace extends Pick<TableShape, 'box' | 'name' | 'key' | 'guid' | 'alt'> {
  readonly placeholder: PlaceholderPlan | null;
  readonly tables: TableStyleInForce;
  readonly linkOf: (link: Link | null) => Link | null;
}

export function planTable(item: TableItem, place: TablePlace, context: TextContext): TableShape {
  const { placeholder, tables, linkOf, ...own } = place;
  const heads = tableHeads(item);
  const emptySize = smallestSize(item);
  const style = { ...item.style, look: tables.said };
  const said = (row: number): TableRowLook => rowLook(style, { row, heads: item.headRows, rows: item.rows.length });
  return {
    kind: 'table',
    ...own,
    rowIds: lineIds('row', own.guid, heads.rows),
    columnIds: lineIds('column', own.guid, heads.columns),
    decorative: false,
    columnWidths: item.columnWidths,
    rowHeights: item.rowHeights,
    headRows: item.headRows,
    style: { id: tables.id, banded: style.banded && tables.said.band !== null, hasTotal: style.hasTotal },
    placeholder,
    rows: item.rows.map((row, index) =>
      row.map((cell): CellPlan => {
        // PowerPoint knows one row of heads: those below it are rows of the body to the style.
        const look = index > 0 && index < item.headRows ? unsaid : said(index);
        const under =
          index + cell.down - 1 < item.headRows && index + cell.down > 1 ? unsaid : said(index + cell.down - 1);
        return {
          paragraphs: planParagraphs(cell.paragraphs, null, false, context).map((paragraph) =>
            inStyle(
              {
                ...paragraph,
                ...(paragraph.runs.length === 0 && { emptySize }),
                runs: paragraph.runs.map((run) => ({ ...run, link: linkOf(run.link) })),
              },
              look,
            ),
          ),
          across: cell.across,
          down: cell.down,
          fill: sameFill(cell.fill, look.fill) ? null : cell.fill,
          inset: cell.inset,
          valign: cell.valign,
          rule: sameRule(cell.rule, under.rule) ? null : cell.rule,
        };
      }),
    ),
  };
}

/** Nothing that a cell could leave to its style. */
const unsaid: TableRowLook = { fill: null, color: null, bold: null, rule: null };

const sameFill = (one: Color | null, other: Color | null): boolean =>
  one !== null && other !== null && sameColor(one, other);
const sameRule = (one: TableRule | null, other: TableRule | null): boolean =>
  one !== null && other !== null && one.width === other.width && sameColor(one.color, other.color);

/** Runs leave unsaid what the style says; a run says that it is not bold where the style's row is. */
const inStyle = (paragraph: ParagraphPlan, { color, bold }: TableRowLook): ParagraphPlan => ({
  ...paragraph,
  runs: paragraph.runs.map(
    (run): RunPlan => ({
      ...run,
      color: color !== null && run.color !== null && sameColor(run.color, color) ? null : run.color,
      bold: bold === true ? (run.bold === true ? null : false) : run.bold,
    }),
  ),
});

/** An empty cell makes its row no higher than the words beside it do. */
const smallestSize = ({ rows }: TableItem): number =>
  Math.min(
    12,
    ...rows.flatMap((row) =>
      row.flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.map(({ style }) => style.size))),
    ),
  );

/**
 * What heads each row and column: the text of its first cell, of a row under a merged one of the first that is its own.
 */
function tableHeads({ rows, columnWidths }: TableItem): {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
} {
  const textOf = (cell: TableItemCell | undefined): string =>
    (cell?.paragraphs ?? []).map(({ runs }) => runs.map(({ text }) => text).join('')).join(' ');
  const first = (rows[0] ?? []).flatMap((cell) => Array.from({ length: cell.across }, () => textOf(cell)));
  return { rows: rows.map((row) => textOf(row[0])), columns: columnWidths.map((_, column) => first[column] ?? '') };
}
