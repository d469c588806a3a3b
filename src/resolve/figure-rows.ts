/**
 * The report's figures as rows, for whoever computes with them: the columns that a report's own figures.csv or
 * figures.xlsx has.
 */
import { inertText } from '../model/inert-text.js';
import { keyOfPeriod } from '../figures/find-figure.js';
import { figuresSheetName } from '../locale/part-words.js';
import { seriesOf } from '../model/figure-id.js';
import type { Figure, FigureField, Quantity } from '../model/figure.js';

const columns = {
  id: ({ id, period }) => (id.endsWith(`@${keyOfPeriod(period)}`) ? seriesOf(id) : id),
  label: ({ label }) => label,
  value: ({ quantity }) => quantity,
  unit: ({ unit }) => unit,
  qualifier: ({ qualifier, award }) => qualifier ?? award,
  period: ({ period }) => period,
  change: ({ change }) => change?.quantity ?? null,
  change_unit: ({ change }) => change?.unit ?? null,
  basis: ({ change }) => change?.basis ?? null,
  rank: ({ rank }) => (rank === null ? null : { value: rank.place, decimals: 0 }),
  scope: ({ rank }) => rank?.scope ?? null,
  better: ({ better }) => better,
  source: ({ source }) => source,
  note: ({ note }) => note,
  decimals: () => null,
  prior: ({ prior }) => prior ?? null,
  target: ({ target }) => target ?? null,
  among: () => null,
} satisfies Record<FigureField, (figure: Figure) => string | Quantity | null>;

/** Widths of the columns, in characters of a spreadsheet. */
const widths: Readonly<Partial<Record<FigureField, number>>> = { id: 22, label: 34, source: 34, note: 34 };

type Value = ReturnType<(typeof columns)[FigureField]>;
/** Columns that most reports have no use for are written where a figure has something in them. */
const rare: ReadonlySet<string> = new Set<FigureField>(['decimals', 'prior', 'target', 'among']);

const rowsOf = (figures: Iterable<Figure>): readonly (readonly Value[])[] => {
  const all = [...figures];
  const used = Object.entries(columns).filter(
    ([name, read]) => !rare.has(name) || all.some((figure) => read(figure) !== null),
  );
  return [used.map(([name]) => name), ...all.map((figure) => used.map(([, read]) => read(figure)))];
};

const textOf = (value: Value): string =>
  value === null ? '' : typeof value === 'string' ? inertText(value) : value.value.toFixed(value.decimals);

/** What holds a comma, a quote or a line end stands in quotes. */
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** UTF-8 with a byte-order mark, without which Excel reads Chinese as another encoding. */
export const figuresCsv = (figures: Iterable<Figure>): Uint8Array =>
  new TextEncoder().encode(
    `\ufeff${rowsOf(figures)
      .map((row) => row.map((value) => quoted(textOf(value))).join(','))
      .join('\r\n')}\r\n`,
  );

/** Shows the decimals that a number is written with, and more where someone types more. */
const numberFormat = (decimals: number): string => (decimals === 0 ? 'General' : `0.${'0'.repeat(decimals)}######`);

/** A sheet for a workbook, from which the same figures are read. */
export const figuresSheet = (figures: Iterable<Figure>, language: string) => ({
  name: figuresSheetName(language),
  hasHead: true,
  ...rowsOfSheet(rowsOf(figures)),
});

const rowsOfSheet = (rows: readonly (readonly Value[])[]) => ({
  widths: rows[0]!.map((column) => widths[column as FigureField] ?? 12),
  rows: rows.map((row) =>
    row.map((value) =>
      value === null || typeof value === 'string'
        ? value
        : { value: value.value, format: numberFormat(value.decimals), formula: null },
    ),
  ),
});
