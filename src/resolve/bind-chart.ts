/** A chart spec to a chart with its numbers: from figures, or from the columns of a table. */
import { onTimeAxis } from './table-time.js';
import { withoutNoteMark } from '../locale/reading/note-mark.js';
import { emptyChart, figureLacks, mixedUnits, notANumber, unitDiffers } from '../diagnostics/messages.js';
import { chartAlt } from '../locale/chart-words.js';
import { changeLabel, placeLabel, quantityLabel, type NumberLabel } from '../locale/chart-label.js';
import { formatFigure } from '../locale/format-figure.js';
import { placeUnit, unitOf } from '../locale/units/units.js';
import { chartKindRow } from '../model/chart-kinds.js';
import type { Chart, ChartSeries } from '../model/chart.js';
import type { Figure, Quantity } from '../model/figure.js';
import type { ChartSpec, TableSpec, Words } from '../model/report.js';
import type { Span } from '../model/span.js';
import { bindMap } from './bind-map.js';
import { chartjsColumns } from './chartjs-columns.js';
import { inLevels } from './category-levels.js';
import { chartShape, checkColumns, noteColumns, topColumns } from './chart-shape.js';
import type { Columns } from './columns.js';
import { checkDomain } from './chart-domain.js';
import { timelineRow } from './bind-timeline.js';
import { findFigure } from './binding.js';
import type { Binding } from './binding.js';
import { revise } from './revise.js';
import { unitOnce, type CountedPoint } from './unit-once.js';
import { drawTime, nameLines, repeatedLabels, timeColumns, type TimeColumns } from './time-columns.js';

/** Null where nothing is left to draw. */
export function bindChart(given: ChartSpec, binding: Binding): Chart | null {
  const spec = nameLines(given, binding.data.figures);
  let isTold = false;
  const tell: Binding['tell'] = (diagnostic) => {
    isTold = true;
    binding.tell(diagnostic);
  };
  const columns =
    spec.chartjs !== null
      ? chartjsColumns(spec, binding)
      : spec.table === null
        ? spec.time === null
          ? figureColumns(spec, binding)
          : timeFigures(spec, timeColumns(spec, spec.time, { ...binding, tell }), { ...binding, tell })
        : tableColumns(spec, spec.table, { ...binding, tell });
  if (columns === null || columns.series.every(({ points }) => points.every(({ value }) => value === null))) {
    // Cells that could not be read as numbers have been told.
    if (!isTold && (spec.figures.length > 0 || spec.table !== null || spec.chartjs !== null || spec.time !== null))
      binding.tell(emptyChart(spec.id, spec.span));
    return null;
  }
  const sorted = topColumns(sortColumns(columns, spec.top === null ? spec.sort : 'descending'), spec, binding);
  if (!checkColumns(spec, sorted, binding) || !checkDomain(spec, sorted.series, binding)) return null;
  const counted = unitOnce(spec, sorted.series, columns.unit);
  const bound = { ...sorted, series: counted.series };
  const map = spec.kind === 'map' ? bindMap(spec, bound, { tell: binding.tell }) : undefined;
  if (map === null) return null;
  const chart = {
    id: spec.id,
    kind: spec.kind,
    title: spec.title,
    language: binding.language,
    categories: sorted.categories,
    ...(sorted.parents && { parents: sorted.parents }),
    series: noteColumns(spec, bound, binding),
    measure: spec.value,
    unit: columns.unit,
    ...(counted.measured === undefined ? {} : { measured: counted.measured }),
    whole: spec.whole ?? (columns.unit === null ? null : unitOf(columns.unit).whole),
    ...(map && { map }),
    options: spec.options,
    optionsSpan: spec.optionsSpan,
    span: spec.span,
    ...chartShape(spec, bound, counted.measured === undefined ? columns.unit : null, binding),
  };
  return { ...chart, alt: spec.alt ?? chartAlt(chart, binding.language) };
}

interface Drawn {
  readonly quantity: Quantity;
  readonly unit: string | null;
  readonly label: NumberLabel;
  /** Without its unit; null where that is a part of its words. */
  readonly bare: NumberLabel | null;
  readonly span: Span;
}

function figureColumns(spec: ChartSpec, binding: Binding): Columns | null {
  const emphasised = new Set(spec.emphasise.map(({ id }) => id));
  const drawn = spec.figures.flatMap(({ id, span }) => {
    const figure = findFigure(id, span, binding);
    const number = figure === null ? null : (drawnNumber(figure, spec.value, binding) ?? openNumber(figure, spec.unit));
    if (figure !== null && number === null && figure.isTold !== true) binding.tell(figureLacks(id, spec.value, span));
    return figure === null || number === null ? [] : [{ figure, ...number, named: span }];
  });
  if (spec.unit !== null) {
    for (const { figure, unit, named } of drawn) {
      if (unit !== spec.unit) binding.tell(unitDiffers(spec.id, figure.id, unit ?? 'no unit', spec.unit, named));
    }
  }
  const units = [...new Set(drawn.map(({ unit }) => unit))];
  if (spec.unit === null && units.length > 1 && chartKindRow(spec.kind).axis === 'one') {
    binding.tell(
      mixedUnits(
        spec.id,
        units.map((unit) => unit ?? '—'),
        spec.span,
      ),
    );
  }
  const repeated = repeatedLabels(
    drawn.map(({ figure }) => figure),
    binding.language,
  );
  if (repeated !== null) return timeFigures(spec, repeated, { ...binding, tell: () => undefined });
  const points = drawn.map(
    ({ figure, quantity, label, bare, span }): CountedPoint => ({
      value: quantity.value,
      decimals: quantity.decimals,
      label: label.text,
      format: label.format,
      ...bareOf(bare),
      figure: figure.id,
      emphasised: emphasised.has(figure.id),
      span,
      ...revise(figure, drawnLabel(spec.value, binding), binding),
    }),
  );
  return {
    categories: drawn.map(({ figure }) => figure.label),
    series: [{ name: spec.title, points }],
    unit: spec.unit ?? (units.length === 1 ? units[0]! : null),
  };
}

/** Lines of a unit of their own have an axis of their own. */
const onFirstAxis = (units: readonly (string | null)[], { linesUnit }: ChartSpec): readonly (string | null)[] =>
  linesUnit === null ? units : units.filter((unit) => unit !== linesUnit);

/** Figures over time, drawn; of other units on one axis is told. */
function timeFigures(spec: ChartSpec, columns: TimeColumns | null, binding: Binding): Columns | null {
  if (columns === null) return null;
  const drawn = drawTime(columns, spec, (figure) => {
    const number = drawnNumber(figure, spec.value, binding);
    return number === null
      ? null
      : {
          value: number.quantity.value,
          decimals: number.quantity.decimals,
          label: number.label.text,
          format: number.label.format,
          ...bareOf(number.bare),
          unit: number.unit,
          figure: figure.id,
          emphasised: false,
          span: number.span,
          ...revise(figure, drawnLabel(spec.value, binding), binding),
        };
  });
  const named = (unit: string | null): string => unit ?? '—';
  if (spec.unit === null && onFirstAxis(drawn.units, spec).length > 1 && chartKindRow(spec.kind).axis === 'one')
    binding.tell(mixedUnits(spec.id, drawn.units.map(named), spec.span));
  const wrong =
    spec.unit === null || spec.lines.length > 0 ? undefined : drawn.units.find((unit) => unit !== spec.unit);
  if (wrong !== undefined) {
    const [first] = spec.time?.series ?? spec.figures;
    binding.tell(unitDiffers(spec.id, first?.id ?? spec.id, named(wrong), spec.unit!, spec.span));
  }
  return drawn;
}

/** What no number format can print is words. */
const parted = (label: NumberLabel): NumberLabel | null => (label.format === null ? null : label);

/** To spread into a point. */
const bareOf = (bare: NumberLabel | null): Pick<CountedPoint, 'bare'> =>
  bare === null ? {} : { bare: { label: bare.text, format: bare.format } };

/** A figure that is still to be filled in: a mark of its place, which says so. Null for any other. */
function openNumber({ isTold, award, span }: Figure, unit: string | null): Drawn | null {
  if (isTold !== true || award === null) return null;
  const label = { text: award, format: null };
  return { quantity: { value: 1, decimals: 0 }, unit, label, bare: label, span };
}

function drawnNumber(figure: Figure, value: ChartSpec['value'], { language }: Pick<Binding, 'language'>): Drawn | null {
  const place = (span: Span | undefined): Span => span ?? figure.span;
  switch (value) {
    case 'value':
      return figure.quantity === null
        ? null
        : {
            quantity: figure.quantity,
            unit: figure.unit,
            label: quantityLabel(figure.quantity, figure.unit, figure.qualifier, language),
            bare: parted(quantityLabel(figure.quantity, null, figure.qualifier, language)),
            span: place(figure.cells.value),
          };
    // The axis or the title says against what; a sign says it shortest.
    case 'change':
      return figure.change === null
        ? null
        : {
            quantity: figure.change.quantity,
            unit: figure.change.unit,
            label: changeLabel(figure.change, language),
            bare: parted(changeLabel(figure.change, language, false)),
            span: place(figure.cells.change),
          };
    case 'rank':
      return figure.rank === null
        ? null
        : {
            quantity: { value: figure.rank.place, decimals: 0 },
            unit: placeUnit,
            label: placeLabel(figure.rank, language),
            bare: null,
            span: place(figure.cells.rank),
          };
    default:
      throw new Error(`no such value: ${String(value satisfies never)}`);
  }
}

const drawnLabel =
  (value: ChartSpec['value'], binding: Binding) =>
  (figure: Figure): string =>
    drawnNumber(figure, value, binding)?.label.text ?? '';

function tableColumns(spec: ChartSpec, from: NonNullable<ChartSpec['table']>, binding: Binding): Columns | null {
  const table = binding.data.tables.get(from.id);
  if (table === undefined) return null;
  const column = (name: string): number => table.head.findIndex(({ source }) => source === name);
  const category = from.category === '' ? namelessColumn(table, binding) : column(from.category);
  const emphasised = new Set(spec.emphasise.map(({ id }) => id));
  const categories = table.rows.map((row) => wordsText(row[category], binding));
  const row = (of: readonly (Words | undefined)[], index: number): readonly [CountedPoint, CountedPoint] =>
    timelineRow([of[column(from.series[0] ?? '')], of[column(from.series[1] ?? '')]], {
      spec,
      table,
      emphasised: emphasised.has(categories[index]!),
      binding,
    });
  const timed = spec.kind === 'timeline' ? table.rows.map(row) : [];
  const ofLines = (name: string): boolean => spec.lines.some(({ id }) => id === name);
  const units = new Set<string | null>();
  const series = from.series.map(
    (name, at): ChartSeries => ({
      name,
      points: table.rows.map(
        (row, index) =>
          timed[index]?.[at] ??
          tablePoint(
            row[column(name)],
            {
              name,
              table,
              spec: ofLines(name) ? { ...spec, unit: spec.linesUnit ?? spec.unit } : spec,
              emphasised: emphasised.has(categories[index]!),
            },
            units,
            binding,
          ),
      ),
    }),
  );
  if (spec.unit === null && onFirstAxis([...units], spec).length > 1 && chartKindRow(spec.kind).axis === 'one')
    binding.tell(
      mixedUnits(
        spec.id,
        [...units].map((unit) => unit ?? '—'),
        spec.span,
      ),
    );
  // Where all cells write one unit, it is the chart's.
  const [only = null] = units;
  const onAxis = onTimeAxis(
    { categories, series },
    spec,
    (row) => table.rows[row]?.[category]?.span ?? table.span,
    binding,
  );
  const levels = from.parents.map((name) => table.rows.map((row) => wordsText(row[column(name)], binding)));
  if (levels.length > 0) return inLevels(levels, onAxis, spec.unit ?? (units.size === 1 ? only : null));
  return { ...onAxis, unit: spec.unit ?? (units.size === 1 ? only : null) };
}

/** The column without a head (names of two levels have several) that tells most rows apart; -1 for none. */
function namelessColumn({ head, rows }: TableSpec, binding: Binding): number {
  const distinct = (index: number): number => new Set(rows.map((row) => wordsText(row[index], binding))).size;
  const nameless = head.flatMap(({ source }, index) => (source === '' ? [index] : []));
  return nameless.reduce((best, index) => (best < 0 || distinct(index) > distinct(best) ? index : best), -1);
}

interface TableColumn {
  readonly name: string;
  readonly table: TableSpec;
  readonly spec: ChartSpec;
  readonly emphasised: boolean;
}

/** `units` gains the unit of the cell. */
function tablePoint(
  cell: Words | undefined,
  { name, table, spec, emphasised }: TableColumn,
  units: Set<string | null>,
  binding: Binding,
): CountedPoint {
  const span = cell?.span ?? table.span;
  const gap: CountedPoint = { value: null, decimals: 0, label: '', format: null, figure: null, emphasised, span };
  const inlines = cell === undefined ? [] : (binding.data.words.get(cell) ?? []);
  const [only] = inlines;
  if (inlines.length === 1 && only?.kind === 'figure-reference') {
    const figure = findFigure(only.id, only.span, binding);
    const drawn = figure === null ? null : drawnNumber(figure, spec.value, binding);
    if (drawn !== null) units.add(drawn.unit);
    return figure === null || drawn === null
      ? gap
      : {
          ...gap,
          value: drawn.quantity.value,
          decimals: drawn.quantity.decimals,
          label: drawn.label.text,
          format: drawn.label.format,
          ...bareOf(drawn.bare),
          figure: figure.id,
          span: drawn.span,
          ...revise(figure, drawnLabel(spec.value, binding), binding),
        };
  }
  const text = withoutNoteMark(numberText(cell));
  if (missingMark.test(text)) return gap;
  const number = writtenNumber.exec(text);
  if (number === null) {
    binding.tell(notANumber(name, text, span));
    return gap;
  }
  const [, sign, whole = '0', fraction = '', written = ''] = number;
  const size = Number(`${whole.replaceAll(',', '')}.${fraction || '0'}`);
  const quantity = { value: sign === '-' || sign === '−' ? 0 - size : size, decimals: fraction.length };
  const unit = spec.unit ?? (written === '' ? null : written);
  units.add(unit);
  const { text: label, format } = quantityLabel(quantity, unit, null, binding.language);
  const bare = bareOf(parted(quantityLabel(quantity, null, null, binding.language)));
  return { ...gap, value: quantity.value, decimals: quantity.decimals, label, format, ...bare };
}

/** Empty, or what statistics set where there is no number: -, …, .., n/a, NA, ..C. */
const missingMark = /^(?:[-—–−…⋯/:*]|——|……|\.\.[A-Z]?|n\/?a|x)?$/i;
const writtenNumber = /^([+\-−]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?\s*(\D*)$/;

/**
 * As it is written; of a workbook's number whose format sets more around it (下降5.0%, 1 234.50, - for zero) its digits.
 */
function numberText(cell: Words | undefined): string {
  const text = (cell?.source ?? '').trim();
  const number = cell?.number;
  return number === undefined || writtenNumber.test(text) ? text : `${number.digits}${number.isPercent ? '%' : ''}`;
}

/** The text of a table's cell that is a category. */
function wordsText(words: Words | undefined, binding: Binding): string {
  if (words === undefined) return '';
  return (binding.data.words.get(words) ?? [])
    .map((inline): string => {
      if (inline.kind === 'text' || inline.kind === 'value') return inline.text;
      const figure = inline.kind === 'figure-reference' ? findFigure(inline.id, inline.span, binding) : null;
      return figure === null || inline.kind !== 'figure-reference' ? '' : formatFigure(figure, inline.part, binding);
    })
    .join('');
}

/** By the first series; gaps stay last, equal ones in their order. */
function sortColumns(columns: Columns, sort: ChartSpec['sort']): Columns {
  const { categories, series, unit, parents } = columns;
  const first = series[0]?.points;
  if (sort === 'none' || first === undefined) return columns;
  const sign = sort === 'ascending' ? 1 : -1;
  const order = categories
    .map((_, index) => index)
    .sort((left, right) => {
      const [from, to] = [first[left]!.value, first[right]!.value];
      if (from === null || to === null) return (from === null ? 1 : 0) - (to === null ? 1 : 0);
      return sign * (from - to) || left - right;
    });
  return {
    unit,
    categories: order.map((index) => categories[index]!),
    ...(parents && { parents: order.map((index) => parents[index]!) }),
    series: series.map(({ name, points }) => ({ name, points: order.map((index) => points[index]!) })),
  };
}
