/** Names of figures in time: `gdp` is that of the report's period, `gdp@2023` another of its series. */
import type { Figure, FigureSeries } from './figure.js';

export const periodId = (series: string, key: string): string => `${series}@${key}`;

/** `gdp` of `gdp@2023`. An id of the report's own may hold an @ too: ask what the report has first. */
export const seriesOf = (id: string): string => {
  const at = id.lastIndexOf('@');
  return at <= 0 ? id : id.slice(0, at);
};

/** What a mark of a chart says, as `exports#growth`. */
export const markId = (chart: string, part: string): string => `${chart}#${part}`;

export const isMarkId = (id: string): boolean => id.includes('#');

/** What is asked of a series: `2023`, `-1`; null of a plain id. */
export const periodOf = (id: string): string | null => {
  const at = id.lastIndexOf('@');
  return at <= 0 ? null : id.slice(at + 1);
};

/** Every figure of a report, each followed by the other periods of its series. */
export function* allFigures(
  figures: ReadonlyMap<string, Figure>,
  series: ReadonlyMap<string, FigureSeries>,
): Generator<Figure> {
  for (const [id, figure] of figures) {
    yield figure;
    for (const point of series.get(id)?.points ?? []) if (point.figure !== figure) yield point.figure;
  }
}
