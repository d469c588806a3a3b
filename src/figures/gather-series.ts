/** Rows of figures to figures and their series: which period stands for each, and in what order the others come. */
import { duplicatePeriod } from '../diagnostics/figure-messages.js';
import { duplicateId } from '../diagnostics/messages.js';
import type { Tell } from '../diagnostics/diagnostic.js';
import { readPeriod } from '../locale/read-period.js';
import { periodId } from '../model/figure-id.js';
import type { Figure, FigureSeries } from '../model/figure.js';
import { periodEnd, type Period } from '../model/period.js';
import { keyOfPeriod, type FigureBook } from './find-figure.js';

type Point = FigureSeries['points'][number];

/** @param rows all have the id of their series. @param reportPeriod as report.yaml says it; null where it says none. */
export function gatherSeries(rows: readonly Figure[], reportPeriod: string | null, tell: Tell): FigureBook {
  const byId = new Map<string, Map<string, Figure>>();
  for (const figure of rows) {
    let periods = byId.get(figure.id);
    if (periods === undefined) byId.set(figure.id, (periods = new Map()));
    const key = keyOfPeriod(figure.period);
    const twin = periods.get(key);
    if (twin === undefined) periods.set(key, figure);
    else tellTwin(figure, twin, periods.size > 1, tell);
  }
  const figures = new Map<string, Figure>();
  const series = new Map<string, FigureSeries>();
  for (const [id, periods] of byId) {
    if (periods.size === 1) {
      figures.set(id, [...periods.values()][0]!);
      continue;
    }
    const points = inOrder([...periods].map(([key, figure]) => ({ key, figure })));
    const face = facePoint(points, reportPeriod);
    figures.set(id, face.figure);
    series.set(id, {
      id,
      points: points.map((point) =>
        point === face ? point : { ...point, figure: { ...point.figure, id: periodId(id, point.key) } },
      ),
    });
  }
  return { figures, series };
}

/** Two rows of one id and one period; without any other period the id was simply given twice. */
function tellTwin(figure: Figure, twin: Figure, isSeries: boolean, tell: Tell): void {
  const [place, first] = [figure.cells.id ?? figure.span, twin.cells.id ?? twin.span];
  if (figure.period === null || !isSeries) tell(duplicateId('figure', figure.id, place, first));
  else tell(duplicatePeriod(figure.id, figure.period, figure.cells.period ?? place, first));
}

/** By time; those that cannot be reckoned with keep their order, after the others. */
function inOrder(points: readonly Point[]): readonly Point[] {
  const end = ({ key }: Point): number => {
    const period = readPeriod(key);
    return period === null ? Infinity : periodEnd(period);
  };
  const ends = new Map(points.map((point) => [point, end(point)]));
  const difference = (one: number, other: number): number => (one === other ? 0 : one - other);
  return [...points].sort((one, other) => difference(ends.get(one)!, ends.get(other)!));
}

/** That of the report's period; else the latest that ends with it or before it; else the latest of all. */
function facePoint(points: readonly Point[], reportPeriod: string | null): Point {
  const exact = points.find(({ key }) => reportPeriod !== null && key === keyOfPeriod(reportPeriod));
  if (exact !== undefined) return exact;
  const limit = reportPeriod === null ? null : readPeriod(reportPeriod);
  const ended = (of: Period): number => Math.ceil(periodEnd(of));
  const before =
    limit === null
      ? points
      : points.filter(({ key }) => {
          const period = readPeriod(key);
          return period !== null && ended(period) <= ended(limit);
        });
  return before.at(-1) ?? points.at(-1)!;
}
