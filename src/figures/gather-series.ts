/** Rows of figures to figures and their series: which period stands for each, and in what order the others come. */
import { duplicatePeriod } from '../diagnostics/figure-messages.js';
import { duplicateId } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { readPeriod } from '../locale/read-period.js';
import { periodId } from '../model/figure-id.js';
import type { Figure, FigureSeries } from '../model/figure.js';
import { periodEnd, type Period } from '../model/period.js';
import { keyOfPeriod, type FigureBook } from './find-figure.js';

/** What was read or worked out of a figure in one period, before it is a figure of the report. */
export interface SeriesRow {
  /** Its `change` and its id in the series are still to come. */
  readonly figure: Figure;
  /** The period's key. */
  readonly key: string;
}

export type RowsOfSeries<Row extends SeriesRow> = ReadonlyMap<string, ReadonlyMap<string, Row>>;

/** Rows by id and by period. A period that comes twice is told, and its first row stands. */
export function rowsBySeries<Row extends SeriesRow>(rows: readonly Row[], tell: Tell): RowsOfSeries<Row> {
  const byId = new Map<string, Map<string, Row>>();
  for (const row of rows) {
    const { id } = row.figure;
    let periods = byId.get(id);
    if (periods === undefined) byId.set(id, (periods = new Map()));
    const twin = periods.get(row.key);
    if (twin === undefined) periods.set(row.key, row);
    else tellTwin(row.figure, twin.figure, periods.size > 1, tell);
  }
  return byId;
}

/**
 * @param reportPeriod as report.yaml says it; null where it says none.
 * @param finish the figure of a row under its id. Of periods other than the report's it is called when the figure is
 * first asked for: few of a hundred thousand numbers are.
 */
export function gatherSeries<Row extends SeriesRow>(
  rows: RowsOfSeries<Row>,
  reportPeriod: string | null,
  finish: (row: Row, id: string) => Figure,
): FigureBook {
  const figures = new Map<string, Figure>();
  const series = new Map<string, FigureSeries>();
  for (const [id, periods] of rows) {
    const ordered = inOrder([...periods.values()]);
    const face = ordered.length === 1 ? ordered[0]! : faceRow(ordered, reportPeriod);
    const shown = finish(face, id);
    figures.set(id, shown);
    if (ordered.length === 1) continue;
    const points = ordered.map((row) =>
      row === face ? { key: row.key, figure: shown } : new LaterPoint(row, id, finish),
    );
    series.set(id, { id, points });
  }
  return { figures, series };
}

/** A period of a series whose figure is made when it is first asked for. */
class LaterPoint<Row extends SeriesRow> {
  private made: Figure | null = null;

  constructor(
    private readonly row: Row,
    private readonly series: string,
    private readonly finish: (row: Row, id: string) => Figure,
  ) {}

  get key(): string {
    return this.row.key;
  }

  get figure(): Figure {
    return (this.made ??= this.finish(this.row, periodId(this.series, this.row.key)));
  }
}

/** Two rows of one id and one period; without any other period the id was simply given twice. */
function tellTwin(figure: Figure, twin: Figure, isSeries: boolean, tell: Tell): void {
  const [place, first] = [figure.cells.id ?? figure.span, twin.cells.id ?? twin.span];
  if (figure.period === null || !isSeries) tell(duplicateId('figure', figure.id, place, first));
  else tell(duplicatePeriod(figure.id, figure.period, figure.cells.period ?? place, first));
}

/** By time; those that cannot be reckoned with keep their order, after the others. */
function inOrder<Row extends SeriesRow>(rows: readonly Row[]): readonly Row[] {
  const ends = rows.map(({ key }) => {
    const period = readPeriod(key);
    return period === null ? Infinity : periodEnd(period);
  });
  if (ends.every((end, index) => index === 0 || end >= ends[index - 1]!)) return rows;
  const order = [...rows.keys()].sort((one, other) => (ends[one] === ends[other] ? 0 : ends[one]! - ends[other]!));
  return order.map((index) => rows[index]!);
}

/** That of the report's period; else the latest that ends with it or before it; else the latest of all. */
function faceRow<Row extends SeriesRow>(rows: readonly Row[], reportPeriod: string | null): Row {
  if (reportPeriod === null) return rows.at(-1)!;
  const asked = keyOfPeriod(reportPeriod);
  const exact = rows.find(({ key }) => key === asked);
  if (exact !== undefined) return exact;
  const limit = readPeriod(reportPeriod);
  const ended = (of: Period): number => Math.ceil(periodEnd(of));
  const before = rows.findLast(({ key }) => {
    const period = readPeriod(key);
    return limit === null || (period !== null && ended(period) <= ended(limit));
  });
  return before ?? rows.at(-1)!;
}
