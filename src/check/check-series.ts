/**
 * Figures of one label beside each other: one value a period, one unit, changes that agree with the values, no year
 * left out.
 */
import type { Tell } from '../diagnostics/diagnostic.js';
import { changeDisagrees, labelTwoValues, periodGap, unitDisagrees } from '../diagnostics/messages.js';
import { comparesWithYear, pointsPerShare } from '../locale/check-words.js';
import { formatChange, formatFigure } from '../locale/format-figure.js';
import { allFigures } from '../model/figure-id.js';
import type { Change, Figure, Quantity } from '../model/figure.js';
import type { Report } from '../model/report.js';
import { missingYears } from './missing-years.js';

export function checkSeries({ figures, series: all }: Report, tell: Tell): void {
  const byLabel = new Map<string, Figure[]>();
  for (const figure of allFigures(figures, all)) {
    if (figure.quantity === null) continue;
    byLabel.set(figure.label, [...(byLabel.get(figure.label) ?? []), figure]);
  }
  for (const [label, series] of byLabel) {
    if (series.length > 1) checkLabel(label, series, tell);
  }
}

function checkLabel(label: string, series: readonly Figure[], tell: Tell): void {
  const [first, ...others] = series as [Figure, ...Figure[]];
  for (const other of others) {
    if (other.unit !== first.unit) {
      tell(
        unitDisagrees(
          { id: other.id, label, unit: other.unit ?? '—', other: first.id, otherUnit: first.unit ?? '—' },
          other.cells.unit ?? other.span,
        ),
      );
    }
  }
  const alike = series.filter(({ unit }) => unit === first.unit);
  for (const [index, figure] of alike.entries()) {
    const twin = alike
      .slice(0, index)
      .find((known) => known.period === figure.period && known.rank?.scope === figure.rank?.scope);
    if (twin !== undefined && twin.quantity!.value !== figure.quantity!.value) {
      tell(
        labelTwoValues(
          {
            id: figure.id,
            label,
            value: formatFigure(figure, 'value'),
            other: twin.id,
            otherValue: formatFigure(twin, 'value'),
          },
          figure.cells.value ?? figure.span,
        ),
      );
    }
    const before = alike.find(({ period }) => period !== null && period === yearBefore(figure.period));
    if (before !== undefined) checkChange(figure, before, tell);
  }
  const missing = missingYears(alike.flatMap(({ period }) => period ?? []));
  if (missing.length > 0) tell(periodGap(`the series of "${label}"`, missing, first.span));
}

/** The same quarter, month or day of the year before; null where the period is no such thing. */
export function yearBefore(period: string | null): string | null {
  const found = period === null ? null : /^(.*?)(?<!\d)((?:19|20)\d{2})(?!\d)(.*)$/.exec(period);
  return found === null ? null : `${found[1]}${Number(found[2]) - 1}${found[3]}`;
}

function checkChange(figure: Figure, before: Figure, tell: Tell): void {
  const { change, quantity } = figure;
  if (change === null || !comparesWithYear(change.basis, before.period ?? '')) return;
  const shown = otherChange(change, before.quantity!, quantity!);
  if (shown === null) return;
  tell(
    changeDisagrees(
      {
        id: figure.id,
        stated: formatChange(change, { signed: true }),
        found: shown,
        from: formatFigure(before, 'value'),
        to: formatFigure(figure, 'value'),
        other: before.id,
      },
      figure.cells.change ?? figure.span,
    ),
  );
}

/**
 * The change that two values come to, where it is not the one that is stated. Rounding of the change and of both values
 * may account for as much as it can and no more.
 */
export function otherChange(change: Change, from: Quantity, to: Quantity): string | null {
  const half = (decimals: number): number => 0.5 * 10 ** -decimals;
  const points = pointsPerShare(change.unit);
  if (points === null && (change.unit !== '%' || from.value === 0)) return null;
  const found = points !== null ? (to.value - from.value) * points : (to.value / from.value - 1) * 100;
  const slack =
    points !== null
      ? (half(from.decimals) + half(to.decimals)) * points
      : (half(to.decimals) / Math.abs(from.value) + (Math.abs(to.value) * half(from.decimals)) / from.value ** 2) * 100;
  const off = Math.abs(found - change.quantity.value);
  if (off <= half(change.quantity.decimals) + slack + 1e-9) return null;
  return formatChange(
    { ...change, quantity: { value: found, decimals: Math.max(1, change.quantity.decimals) } },
    { signed: true },
  );
}
