/**
 * What a chart spec asks for beyond its numbers: the largest alone, notes, targets, forecasts; and whether its kind can
 * show what it is given.
 */
import { keyNotForKind, logNeedsPositive, seriesCount, tooManySeries } from '../diagnostics/messages.js';
import { chartWords } from '../locale/chart-words.js';
import { quantityLabel } from '../locale/chart-label.js';
import { joinWords } from '../locale/language.js';
import { levelsNotForKind } from '../diagnostics/chart-messages.js';
import { chartKindRow, kindKeys, kindsInLevels, kindsReading, type KindKey } from '../model/chart-kinds.js';
import type { Chart, ChartMark, ChartSeries } from '../model/chart.js';
import type { ChartSpec } from '../model/report.js';
import type { Binding } from './binding.js';
import { categoryAt } from './category-at.js';
import type { Columns } from './columns.js';
import type { CountedPoint } from './unit-once.js';
import { bindMarks } from './chart-marks.js';

/** As PowerPoint takes (the limits of Excel's charts). */
const mostSeries = 255;

const hasMark = ({ marks }: ChartSpec, kind: ChartSpec['marks'][number]['kind']): boolean =>
  marks.some((mark) => mark.kind === kind);

function strangeKeys(spec: ChartSpec): KindKey[] {
  const asked: Readonly<Record<KindKey, boolean>> = {
    stack: spec.stack !== 'none',
    target: spec.target !== null,
    forecast: spec.forecast !== null,
    lines: spec.lines.length > 0,
    lines_unit: spec.linesUnit !== null,
    sums: spec.sums.length > 0,
    scale: spec.log,
    chartjs: spec.chartjs !== null,
    notes: spec.notes.length > 0,
    compare: hasMark(spec, 'growth'),
    difference: hasMark(spec, 'difference'),
    average: hasMark(spec, 'average'),
    limits: hasMark(spec, 'limit'),
    brackets: hasMark(spec, 'bracket'),
    callouts: hasMark(spec, 'callout'),
    beside: hasMark(spec, 'beside'),
    areas: spec.areas !== null,
    native: spec.native === 'chartex',
  };
  return kindKeys.filter((key) => asked[key] && !chartKindRow(spec.kind).keys.includes(key));
}

/** False where the kind cannot show them; it is reported. */
export function checkColumns(spec: ChartSpec, { series }: Columns, { tell }: Binding): boolean {
  const span = spec.table?.span ?? spec.span;
  const strange = strangeKeys(spec);
  for (const key of strange) tell(keyNotForKind(spec.id, key, spec.kind, kindsReading(key), spec.span));
  const expected = chartKindRow(spec.kind).series;
  const counted =
    expected === null || (series.length >= expected.count && series.length <= (expected.most ?? expected.count));
  if (!counted) tell(seriesCount(spec.id, spec.kind, expected.expected, series.length, span));
  if (series.length > mostSeries) tell(tooManySeries(spec.id, series.length, span));
  const low = spec.log
    ? series.flatMap(({ points }) => points).find(({ value }) => value !== null && value <= 0)
    : undefined;
  if (low !== undefined) tell(logNeedsPositive(spec.id, low.value!, low.span));
  const isFlat = (spec.table?.parents ?? []).length === 0 || chartKindRow(spec.kind).levels === true;
  if (!isFlat) tell(levelsNotForKind(spec.id, spec.kind, kindsInLevels(), span));
  return strange.length === 0 && isFlat && counted && series.length <= mostSeries && low === undefined;
}

/** The largest by the first series, and what is left added up; a rest of one stands alone. */
export function topColumns(columns: Columns, spec: ChartSpec, binding: Binding): Columns {
  const { categories, series } = columns;
  const { top } = spec;
  if (top === null || categories.length <= top + 1) return columns;
  const unit = columns.unit ?? spec.unit;
  const rest = ({ points }: ChartSeries): CountedPoint => {
    const left = points.slice(top).filter(({ value }) => value !== null);
    const decimals = Math.max(0, ...left.map((point) => point.decimals));
    const value = left.reduce((sum, point) => sum + Math.round(point.value! * 10 ** decimals), 0) / 10 ** decimals;
    const { text, format } = quantityLabel({ value, decimals }, unit, null, binding.language);
    const bare = quantityLabel({ value, decimals }, null, null, binding.language);
    return {
      value: left.length === 0 ? null : value,
      decimals,
      label: left.length === 0 ? '' : text,
      format,
      bare: { label: bare.text, format: bare.format },
      figure: null,
      emphasised: false,
      span: spec.span,
    };
  };
  return {
    ...columns,
    categories: [...categories.slice(0, top), chartWords(binding.language).rest],
    ...(columns.parents && { parents: [...columns.parents.slice(0, top), []] }),
    series: series.map((one) => ({ ...one, points: [...one.points.slice(0, top), rest(one)] })),
  };
}

/** Notes stand at the points of the first series. */
export function noteColumns(
  spec: ChartSpec,
  { series, ...columns }: Columns,
  binding: Binding,
): readonly ChartSeries[] {
  const notes = new Map(spec.notes.map((note) => [categoryAt('notes', note, spec, columns, binding), note.text]));
  return notes.size === 0
    ? series
    : series.map((one, at) =>
        at > 0
          ? one
          : {
              ...one,
              points: one.points.map((point, index) =>
                notes.has(index) ? { ...point, note: notes.get(index)! } : point,
              ),
            },
      );
}

const targetLabel = (value: number, unit: string | null, { language }: Binding): string => {
  const decimals = (String(value).split('.')[1] ?? '').length;
  return joinWords(
    [chartWords(language).target, quantityLabel({ value, decimals }, unit, null, language).text],
    language,
  );
};

/** A target of a kind over categories is a line like others: named at its end. */
function marksOf(spec: ChartSpec, columns: Columns, labelUnit: string | null, binding: Binding): Partial<Chart> {
  const target: ChartMark[] =
    spec.target === null
      ? []
      : [
          {
            kind: 'line',
            role: 'target',
            value: spec.target.value,
            label: spec.target.label ?? targetLabel(spec.target.value, labelUnit, binding),
            figure: null,
          },
        ];
  const marks = [...target, ...bindMarks(spec, columns, labelUnit, binding)];
  return marks.length === 0 ? {} : { marks };
}

/** What the report asks for in general holds for the kinds that can be so. */
const isExtended = ({ kind, native }: ChartSpec, { data }: Binding): boolean =>
  (native ?? data.native) === 'chartex' && chartKindRow(kind).keys.includes('native');

/** `labelUnit` is what labels say behind their numbers. */
export function chartShape(
  spec: ChartSpec,
  { series, unit, ...columns }: Columns,
  labelUnit: string | null,
  binding: Binding,
): Partial<Chart> {
  const forecast = spec.forecast === null ? -1 : categoryAt('forecast', spec.forecast, spec, columns, binding);
  const names = series.map(({ name }) => name);
  for (const line of spec.lines) categoryAt('lines', line, spec, { categories: names }, binding);
  return {
    ...(spec.stack === 'none' ? {} : { stack: spec.stack }),
    ...marksOf(spec, { series, unit, ...columns }, labelUnit, binding),
    ...(forecast < 0 ? {} : { forecast }),
    ...(spec.lines.length === 0
      ? {}
      : { lines: { names: spec.lines.map(({ id }) => id), unit: spec.linesUnit ?? unit } }),
    ...(spec.sums.length === 0
      ? {}
      : { sums: spec.sums.map((sum) => categoryAt('sums', sum, spec, columns, binding)) }),
    ...(spec.log ? { log: true } : {}),
    ...(isExtended(spec, binding) && { native: 'chartex' as const }),
    ...(spec.chartjs === null ? {} : { chartjs: spec.chartjs }),
  };
}
