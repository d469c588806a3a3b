/**
 * Cells of tables that say another number than the figure of the same label, period and unit: one of the two is wrong.
 */
import type { Tell } from '../diagnostics/diagnostic.js';
import { changeDisagrees, tableDisagrees } from '../diagnostics/messages.js';
import { comparesWithYear } from '../locale/check-words.js';
import { formatChange, formatFigure } from '../locale/format-figure.js';
import { formatPeriod } from '../locale/format-period.js';
import type { Document, Inline, TableBlock } from '../model/document.js';
import type { Figure, Quantity } from '../model/figure.js';
import type { Report } from '../model/report.js';
import type { Span } from '../model/span.js';
import { otherChange, yearBefore } from './check-series.js';
import { leavesOf, textOf, walkDocument } from './walk-document.js';

export function checkTables(data: Report, documents: readonly Document[], tell: Tell): void {
  const known = figuresOf(data);
  const seen = new Set<string>();
  const look = (table: TableBlock<Inline>): void => {
    if (table.register === true || seen.has(table.id ?? '')) return;
    if (table.id !== null) seen.add(table.id);
    compareTable(table, known, data.meta.language, tell);
  };
  for (const document of documents) walkDocument(document, { table: look });
}

interface KnownFigure {
  readonly figure: Figure;
  readonly quantity: Quantity;
  readonly label: string;
  /** Ways to write its period, and the same of the year before; empty where it has none. */
  readonly periods: readonly string[];
  readonly before: readonly string[];
}

/** Figures that have a value, those of every period of a series. */
function figuresOf({ figures, series, meta: { language } }: Report): readonly KnownFigure[] {
  const all = new Set([
    ...figures.values(),
    ...[...series.values()].flatMap(({ points }) => points.map(({ figure }) => figure)),
  ]);
  return [...all].flatMap((figure): KnownFigure[] => {
    const { quantity, period, label } = figure;
    if (quantity === null) return [];
    const ways = (of: string | null): readonly string[] =>
      of === null ? [] : [of, formatPeriod(of, language)].map(plain);
    return [{ figure, quantity, label: plain(label), periods: ways(period), before: ways(yearBefore(period)) }];
  });
}

/** Without spaces, and in one case: how names of rows and columns are compared. */
const plain = (text: string): string => text.replace(/[\s\u00a0]/g, '').toLowerCase();

interface Name {
  readonly name: string;
  readonly unit: string | null;
}

/** 地区生产总值（亿元）, Revenue ($ million): a name with its unit behind it. */
function nameOf(text: string): Name {
  const found = /^(.*?)\s*[(（[]([^()（）[\]]+)[)）\]]\s*$/.exec(text) ?? /^(.*?)[,，/]\s*([^,，/]+)$/.exec(text);
  return found === null ? { name: plain(text), unit: null } : { name: plain(found[1]!), unit: plain(found[2]!) };
}

function compareTable(table: TableBlock<Inline>, known: readonly KnownFigure[], language: string, tell: Tell): void {
  const heads = (table.head.at(-1)?.cells ?? []).map(({ inlines }) => nameOf(textOf(inlines)));
  for (const { cells } of table.rows) {
    if (cells.length !== heads.length) continue; // cells that cover others: rows and columns are not told apart
    const row = nameOf(textOf(cells[0]?.inlines ?? []));
    cells.slice(1).forEach(({ inlines }, index) => {
      const number = numberIn(inlines);
      const column = heads[index + 1]!;
      if (number === null) return;
      const unit = number.unit ?? column.unit ?? row.unit;
      const ofUnit = known.filter(({ figure }) => unit === null || unit === plain(figure.unit ?? ''));
      for (const figure of ofUnit) {
        if (stands(figure.label, figure.before, row, column)) checkEarlier(figure, number, table, tell, language);
        if (!stands(figure.label, figure.periods, row, column) || agree(number, figure.quantity)) continue;
        const where = `${textOf(cells[0]!.inlines)} · ${textOf(table.head.at(-1)!.cells[index + 1]!.inlines)}`;
        const said = formatFigure(figure.figure, 'value', { language });
        tell(
          tableDisagrees(
            { table: table.id, where, cell: number.text, figure: figure.figure.id, said },
            number.span ?? table.span,
          ),
        );
      }
    });
  }
}

/** A row a label and a column a period, or the other way round. */
const stands = (label: string, periods: readonly string[], row: Name, column: Name): boolean =>
  (row.name === label && periods.includes(column.name)) || (column.name === label && periods.includes(row.name));

/** A change that is stated, against what the table says of the year before. */
function checkEarlier(
  { figure, quantity }: KnownFigure,
  earlier: CellNumber,
  table: TableBlock<Inline>,
  tell: Tell,
  language: string,
): void {
  const { change } = figure;
  if (change === null || !comparesWithYear(change.basis, yearBefore(figure.period) ?? '')) return;
  const found = otherChange(change, earlier, quantity);
  if (found === null) return;
  const stated = formatChange(change, { signed: true, language });
  const said = formatFigure(figure, 'value', { language });
  const place = figure.cells.change ?? figure.span;
  tell(changeDisagrees({ id: figure.id, stated, found, from: earlier.text, to: said, other: table.id ?? '' }, place));
}

interface CellNumber extends Quantity {
  readonly unit: string | null;
  readonly text: string;
  readonly span: Span | null;
}

/** Null for words, and for a figure: that is the same number by itself. */
function numberIn(inlines: readonly Inline[]): CellNumber | null {
  const leaves = leavesOf(inlines);
  if (leaves.some(({ kind }) => kind === 'figure')) return null;
  const text = textOf(inlines).trim();
  const found = /^([+\-−]?)(\d[\d,]*)(?:\.(\d+))?\s*(\D*)$/.exec(text);
  if (found === null) return null;
  const [, sign, whole = '', fraction = '', unit = ''] = found;
  const size = Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`);
  const span = leaves.flatMap((leaf) => ('span' in leaf ? [leaf.span] : []))[0] ?? null;
  return {
    value: sign === '-' || sign === '−' ? -size : size,
    decimals: fraction.length,
    unit: unit.trim() === '' ? null : plain(unit),
    text,
    span,
  };
}

/** The same, as far as the one with fewer decimals says it. */
function agree(one: Quantity, other: Quantity): boolean {
  const step = 10 ** -Math.min(one.decimals, other.decimals);
  return Math.abs(one.value - other.value) <= step / 2 + 1e-9;
}
