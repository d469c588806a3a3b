/** Charts over time: periods down or across, the latest at the right; the parts of a whole as a stack. */
import { readPeriod } from '../locale/read-period.js';
import { isMissing, isTotalWord } from '../locale/sheet-words.js';
import { inYear, periodKey } from '../model/period.js';
import type { DataTable } from '../read/data/table/data-table.js';
import { addsUp, namesOnce, plainChart } from './chart-story.js';
import type { ChartDraft, StoryPoint, StorySeries, TimeStory } from './chart-story.js';
import type { NumberCell, NumberColumn } from './number-column.js';
import type { PeriodColumn, PeriodColumns } from './period-columns.js';
import type { TableProfile } from './table-profile.js';

const mostPeriods = 24;
/** With the same month of the year before. */
const mostPeriodsAcross = 13;
const mostSeries = 6;
const mostSlopes = 8;
const mostParts = 6;

/** A series as it is drawn: a number or null for each period, in the order of time. */
interface Drawn {
  readonly name: string;
  readonly unit: string | null;
  readonly isTotal: boolean;
  readonly cells: readonly (NumberCell | null)[];
  readonly pointAt: (index: number) => StoryPoint;
}

export function timeDown(
  table: DataTable,
  { label, labels, periodRows }: TableProfile,
  usable: readonly NumberColumn[],
): ChartDraft | null {
  if (periodRows === null || periodRows.length < 3) return null;
  const ascending = periodRows[0]! < periodRows[1]!;
  const rows = labels.map((_, row) => row);
  const window = ascending ? rows.slice(-mostPeriods) : rows.slice(0, mostPeriods).reverse();
  if (!isAscending(window.map((row) => periodRows[row]!))) return null;
  const isNumeric = ({ index, cells }: NumberColumn): boolean =>
    window.every((row) => cells[row] !== null || isMissing(table.rows[row]![index]!.text));
  const all = usable.filter(isNumeric).map(
    (column): Drawn => ({
      name: column.name,
      unit: column.unit,
      isTotal: isTotalWord(column.name),
      cells: window.map((row) => column.cells[row]!),
      pointAt: (index) => ({
        name: labels[window[index]!]!,
        number: column.cells[window[index]!]!,
        row: window[index]!,
        column: column.index,
      }),
    }),
  );
  const full = all.filter(isNearlyFull);
  const [first] = full;
  if (first === undefined) return null;
  const parts = partsOf(full);
  const drawn = parts?.parts ?? inStep(full, first).slice(0, mostSeries);
  return {
    ...plainChart,
    kind: parts === null ? 'line' : 'column',
    stack: parts === null ? null : 'stacked',
    columns: [table.head[label]!.text, ...drawn.map(({ name }) => name)],
    first: ascending ? null : mostPeriods,
    last: ascending ? mostPeriods : null,
    reverse: !ascending,
    unit: drawn[0]!.unit,
    story: storyOf(parts === null ? drawn : [parts.total, ...drawn], ''),
  };
}

export function timeAcross(table: DataTable, profile: TableProfile, once: ReadonlySet<string>): ChartDraft | null {
  const { label, labels, periodColumns } = profile;
  const chosen = periodColumns === null ? null : latestColumns(periodColumns, once);
  if (chosen === null || periodColumns === null) return null;
  const full = rowsOver(profile, chosen).filter(isNearlyFull);
  if (full.length === 0) return null;
  const isSlope = chosen.length === 2;
  const parts = isSlope ? null : partsOf(full);
  const drawn = parts?.parts ?? chooseRows(full, isSlope ? mostSlopes : mostSeries);
  const total = parts?.total ?? full.find((row) => row.isTotal && inStep([row], drawn[0]!, 1000).length === 1) ?? null;
  const isForward = chosen[0]!.column.index < chosen[1]!.column.index;
  const inOrder = isSlope || isForward ? chosen : [...chosen].reverse();
  return {
    ...plainChart,
    kind: parts !== null ? 'column' : isSlope ? (drawn.length > 1 ? 'slope' : 'column') : 'line',
    stack: parts === null ? null : 'stacked',
    columns: [table.head[label]!.text, ...inOrder.map(({ column }) => column.name)],
    keep: drawn.map(({ name }) => name),
    transpose: !isSlope || drawn.length === 1,
    reverse: !isForward && !isSlope,
    unit: drawn[0]!.unit,
    saysAll: isSlope && drawn.length === labels.length && table.head.length === 3,
    story: storyOf(total === null ? byLatest(drawn) : [total, ...byLatest(drawn)], periodColumns.measure),
  };
}

/**
 * Two periods or more of things that have no unit in common: they are told of one by one. Null where they can be drawn
 * together.
 */
export function mixedStory(table: DataTable, profile: TableProfile): TimeStory | null {
  const { periodColumns } = profile;
  const chosen =
    periodColumns === null ? null : latestColumns(periodColumns, namesOnce(table.head.map(({ text }) => text)));
  if (chosen === null) return null;
  const rows = rowsOver(profile, chosen).filter(isNearlyFull);
  const units = new Set(rows.map(({ unit }) => unit));
  const [first] = rows;
  return units.size < 2 ||
    first === undefined ||
    rows.filter(({ unit }) => unit === first.unit).length * 2 > rows.length
    ? null
    : storyOf(rows, periodColumns?.measure ?? '');
}

/** In the order of time; null where they are not in an order, or one cannot be named. */
function latestColumns({ columns }: PeriodColumns, once: ReadonlySet<string>): readonly PeriodColumn[] | null {
  const times = columns.map(({ time }) => time);
  const ordered = isAscending(times) ? columns : isAscending([...times].reverse()) ? [...columns].reverse() : null;
  const chosen = ordered?.slice(-mostPeriodsAcross) ?? null;
  return chosen !== null && chosen.every(({ column }) => once.has(column.name)) ? chosen : null;
}

function rowsOver(
  { labels, totals, groups, rowUnits }: TableProfile,
  chosen: readonly PeriodColumn[],
): readonly Drawn[] {
  const once = namesOnce(labels);
  return labels.flatMap((name, row): Drawn[] => {
    if (groups.has(row) || !once.has(name)) return [];
    const cells = chosen.map(({ column }) => column.cells[row] ?? null);
    const isPercent = cells.some((cell) => cell?.isPercent === true);
    return [
      {
        name,
        unit: isPercent ? '%' : (rowUnits[row] ?? chosen[0]!.column.unit),
        isTotal: totals.has(row),
        cells,
        pointAt: (index) => ({
          name: chosen[index]!.period,
          number: cells[index]!,
          row,
          column: chosen[index]!.column.index,
        }),
      },
    ];
  });
}

/** The largest of the first one's unit that can be told apart on one axis, in the order of the table. */
function chooseRows(full: readonly Drawn[], most: number): readonly Drawn[] {
  const parts = full.filter(({ isTotal }) => !isTotal);
  const rows = parts.length > 0 ? parts : full;
  const unit = rows[0]!.unit;
  const [largest, ...others] = byLatest(rows.filter((row) => row.unit === unit));
  const near = new Set([largest!, ...inStep(others, largest!)].slice(0, most));
  return rows.filter((row) => near.has(row));
}

const latest = ({ cells }: Drawn): number => cells[cells.length - 1]?.value ?? 0;
const byLatest = (rows: readonly Drawn[]): readonly Drawn[] =>
  [...rows].sort((one, other) => latest(other) - latest(one));

/** First and last are there, and most between. */
const isNearlyFull = ({ cells }: Drawn): boolean =>
  cells[cells.length - 1] !== null &&
  cells.findIndex((cell) => cell !== null) < Math.max(1, cells.length / 3) &&
  cells.filter((cell) => cell !== null).length * 10 >= cells.length * 6;

/** A total and what adds up to it in each period; null where nothing does. */
function partsOf(full: readonly Drawn[]): { readonly total: Drawn; readonly parts: readonly Drawn[] } | null {
  const total = full.find(({ isTotal }) => isTotal);
  const parts = full.filter((row) => !row.isTotal && row.unit === total?.unit);
  if (total === undefined || parts.length < 2 || parts.length > mostParts) return null;
  const isSum = total.cells.every((sum, index) => {
    const numbers = parts.map(({ cells }) => cells[index]);
    return (
      sum !== null &&
      numbers.every((cell) => cell !== null && cell !== undefined && cell.value >= 0) &&
      addsUp(
        numbers.map((cell) => cell!.value),
        sum.value,
      )
    );
  });
  return isSum && total.cells.length <= 16 ? { total, parts } : null;
}

/** Those of the unit and the size of the first: others would lie flat on its axis. */
function inStep(all: readonly Drawn[], first: Drawn, most = 12): readonly Drawn[] {
  const size = ({ cells }: Drawn): number => Math.max(...cells.map((cell) => Math.abs(cell?.value ?? 0)));
  return all.filter((other) => {
    const ratio = size(other) / (size(first) || 1);
    return other.unit === first.unit && ratio <= most && ratio >= 1 / most;
  });
}

function storyOf(drawn: readonly Drawn[], measure: string): TimeStory {
  const periods = drawn[0]!.cells.map((_, index) => {
    const found = drawn.find(({ cells }) => cells[index] !== null)?.pointAt(index).name;
    return found === undefined ? null : readPeriod(found);
  });
  const last = periods[periods.length - 1] ?? null;
  const yearBefore = last === null ? null : periodKey(inYear(last, last.year - 1));
  const at = periods.findIndex((period) => period !== null && periodKey(period) === yearBefore);
  const series = drawn.map(
    ({ name, unit, cells, pointAt }): StorySeries => ({
      name,
      unit,
      early: pointAt(cells.findIndex((cell) => cell !== null)),
      before: at >= 0 && cells[at] !== null ? pointAt(at) : null,
      late: pointAt(cells.length - 1),
      points: cells.flatMap((cell, index) => (cell === null ? [] : [pointAt(index)])),
    }),
  );
  const isSeasonal = last !== null && ['month', 'quarter', 'half', 'to-date'].includes(last.kind);
  return { kind: 'time', isSeasonal, measure, series };
}

const isAscending = (times: readonly number[]): boolean =>
  times.every((time, index) => index === 0 || time > times[index - 1]!);
