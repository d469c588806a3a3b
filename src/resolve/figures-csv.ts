/** The report's figures as a CSV file, for whoever computes with them: the columns that a report's own figures.csv has. */
import type { Figure, FigureField, Quantity } from '../model/figure.js';

const number = ({ value, decimals }: Quantity): string => value.toFixed(decimals);

const columns = {
  id: ({ id }) => id,
  label: ({ label }) => label,
  value: ({ quantity }) => quantity === null ? null : number(quantity),
  unit: ({ unit }) => unit,
  qualifier: ({ qualifier, award }) => qualifier ?? award,
  period: ({ period }) => period,
  change: ({ change }) => change === null ? null : number(change.quantity),
  change_unit: ({ change }) => change?.unit ?? null,
  basis: ({ change }) => change?.basis ?? null,
  rank: ({ rank }) => rank === null ? null : String(rank.place),
  scope: ({ rank }) => rank?.scope ?? null,
  better: ({ better }) => better,
  source: ({ source }) => source,
  note: ({ note }) => note,
} satisfies Record<FigureField, (figure: Figure) => string | null>;

/** What holds a comma, a quote or a line end stands in quotes. */
const cell = (text: string): string => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** UTF-8 with a byte-order mark, without which Excel reads Chinese as another encoding. */
export function figuresCsv(figures: Iterable<Figure>): Uint8Array {
  const rows = [Object.keys(columns), ...Array.from(figures, (figure) => Object.values(columns).map((read) => read(figure) ?? ''))];
  return new TextEncoder().encode(`\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`);
}
