/**
 * The columns of a timeline: when each row begins and ends, as days, and how much of it is done. An empty end is a
 * milestone.
 */
import { endBeforeStart, notAPeriod } from '../diagnostics/messages.js';
import { shortPeriod } from '../locale/format-period.js';
import { readPeriod } from '../locale/read-period.js';
import type { ChartPoint } from '../model/chart.js';
import type { Period } from '../model/period.js';
import { periodDays, periodKey } from '../model/period.js';
import type { ChartSpec, TableSpec, Words } from '../model/report.js';
import type { Binding } from './binding.js';

interface TimedCell {
  readonly period: Period | null;
  readonly point: ChartPoint;
}

/** `side` says which of its days counts: 0 its first, 1 the one after its last. */
function timedCell(cell: Words | undefined, side: 0 | 1, from: TimelineSource): TimedCell {
  const { spec, table, emphasised, binding } = from;
  const span = cell?.span ?? table.span;
  const gap: ChartPoint = { value: null, decimals: 0, label: '', format: null, figure: null, emphasised, span };
  const text = (cell?.source ?? '').trim();
  if (/^(?:[-—–−]|——|)$/.test(text)) return { period: null, point: gap };
  const period = readPeriod(text);
  if (period === null) {
    binding.tell(notAPeriod(spec.id, text, span));
    return { period: null, point: gap };
  }
  const label = shortPeriod(periodKey(period), binding.language);
  return { period, point: { ...gap, value: periodDays(period)[side], label } };
}

interface TimelineSource {
  readonly spec: ChartSpec;
  readonly table: TableSpec;
  readonly emphasised: boolean;
  readonly binding: Binding;
}

/** The first two cells of a row as points; a row that ends before it begins is told and has no end. */
export function timelineRow(
  cells: readonly [start: Words | undefined, end: Words | undefined],
  from: TimelineSource,
): readonly [ChartPoint, ChartPoint] {
  const start = timedCell(cells[0], 0, from);
  const end = timedCell(cells[1], 1, from);
  if (start.point.value === null || end.point.value === null || end.point.value > start.point.value)
    return [start.point, end.point];
  from.binding.tell(endBeforeStart(from.spec.id, start.point.label, end.point.label, end.point.span));
  return [start.point, { ...end.point, value: null, label: '' }];
}
