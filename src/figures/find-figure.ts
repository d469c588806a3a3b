/** Figures by name: `gdp`, `gdp@2023`, `gdp@-1` for the period before the report's. */
import { readPeriod } from '../locale/read-period.js';
import { periodOf, seriesOf } from '../model/figure-id.js';
import type { Figure, FigureSeries } from '../model/figure.js';
import { periodKey, periodOrdinal, seriesStep, shiftPeriod } from '../model/period.js';

export interface FigureBook {
  readonly figures: ReadonlyMap<string, Figure>;
  readonly series: ReadonlyMap<string, FigureSeries>;
}

/** A period's key; an unreadable text is its own. */
export function keyOfPeriod(text: string | null): string {
  if (text === null) return '';
  let key = keys.get(text);
  if (key === undefined) {
    const period = readPeriod(text);
    key = period === null ? text.trim() : periodKey(period);
    // As many as `readPeriod` keeps.
    if (keys.size < 10_000) keys.set(text, key);
  }
  return key;
}

const keys = new Map<string, string>();

/** Null where the report has no such figure, or the figure no such period. */
export function figureNamed({ figures, series }: FigureBook, name: string): Figure | null {
  const exact = figures.get(name);
  if (exact !== undefined) return exact;
  const asked = periodOf(name);
  const face = figures.get(seriesOf(name));
  if (asked === null || face === undefined) return null;
  return figureAt(face, series.get(face.id), asked);
}

/** `asked`: a period as it may be written, or a number of periods from that of `face`: -1, +2. */
export function figureAt(face: Figure, series: FigureSeries | undefined, asked: string): Figure | null {
  const relative = /^[+\-−]\d{1,4}$/.test(asked) || asked === '0' ? Number(asked.replace('−', '-')) : null;
  const key = relative === null ? keyOfPeriod(asked) : keyFrom(face, series, relative);
  if (key === null) return null;
  if (key === keyOfPeriod(face.period)) return face;
  return series?.points.find((point) => point.key === key)?.figure ?? null;
}

/** By the step of the series, so that a missing year is missing, and not taken for the one before it. */
function keyFrom(face: Figure, series: FigureSeries | undefined, steps: number): string | null {
  const period = face.period === null ? null : readPeriod(face.period);
  if (period === null) {
    const points = series?.points ?? [];
    return points[points.findIndex(({ figure }) => figure === face) + steps]?.key ?? null;
  }
  const ordinals = (series?.points ?? []).flatMap(({ key }) => {
    const other = readPeriod(key);
    return other?.kind === period.kind ? [periodOrdinal(other)] : [];
  });
  return periodKey(shiftPeriod(period, steps * seriesStep(ordinals)));
}

/** Periods that a figure has, earliest first, as they are written. */
export const periodsOf = ({ series }: FigureBook, face: Figure): readonly string[] =>
  series.get(face.id)?.points.map(({ figure, key }) => figure.period ?? key) ??
  (face.period === null ? [] : [face.period]);
