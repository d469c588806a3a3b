/** Chart specs of a report. */
import { columnTwice } from '../../../diagnostics/figure-messages.js';
import { emptyChart, unknownColumn } from '../../../diagnostics/messages.js';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { readPeriod } from '../../../locale/read-period.js';
import { chartSorts, chartStacks, chartValues } from '../../../model/report.js';
import { chartNatives } from '../../../model/chart.js';
import { chartKinds } from '../../../model/chart-kinds.js';
import type { ChartSpec, TableSpec } from '../../../model/report.js';
import type { DataCursor } from '../../shape/data-cursor.js';
import type { NameCheck } from '../names.js';
import { readAreas } from './read-areas.js';
import { readChartMarks } from './read-chart-marks.js';
import { readChartTime } from './read-chart-time.js';
import { checkUnit } from '../read-figures.js';
import type { ReportSource } from '../report-source.js';

/** What is named in it is looked up with `has`; unknown names are reported and left out. */
export function readCharts(
  cursor: DataCursor,
  tables: ReadonlyMap<string, TableSpec>,
  has: NameCheck,
  source: ReportSource,
): ReadonlyMap<string, ChartSpec> {
  return new Map(
    cursor.entries().flatMap(([id, entry]): [string, ChartSpec][] => {
      const kind = entry.at('type').choice(chartKinds);
      // What Chart.js is given goes to it as it is: of a chart that has a mistake in it, nothing can be drawn.
      const spec = kind === null ? null : readChart(id, kind, entry, tables, has, source);
      return spec === null || !entry.at('chartjs').isSound ? [] : [[id, spec]];
    }),
  );
}

/** Null where what it is drawn from could not be read, which is reported. */
function readChart(
  id: string,
  kind: ChartSpec['kind'],
  entry: DataCursor,
  tables: ReadonlyMap<string, TableSpec>,
  has: NameCheck,
  source: ReportSource,
): ChartSpec | null {
  const { words, lines, units, tell } = source;
  const time = readChartTime(entry, has, tell);
  const named = time === null ? entry.at('figures').names() : [];
  const figures = named.filter((figure) => has('figure', figure.id, figure.span));
  const table = readTableColumns(entry, tables, has, tell);
  if (named.length === 0 && time === null && !entry.at('table').exists && !entry.at('chartjs').exists)
    tell(emptyChart(id, entry.keySpan));
  const titleWords = lines.line(entry.at('title'));
  const unit = entry.at('unit');
  if (unit.text() !== null) checkUnit(unit.text()!, unit.span, units, tell);
  const emphasise = [...entry.at('emphasise').names(), ...entry.at('emphasize').names()];
  if (table === null && entry.at('table').exists) return null;
  const areas = readAreas(id, entry.at('areas'), source);
  if (areas === null && entry.at('areas').exists) return null;
  return {
    id,
    kind,
    areas: areas && { ...areas, span: entry.at('areas').span },
    figures,
    time,
    table,
    title: lines.text(entry.at('title')) ?? id,
    ...(titleWords !== null && typeof titleWords === 'object' && { titleWords }),
    value: entry.at('value').choice(chartValues) ?? 'value',
    unit: unit.text(),
    whole: entry.at('whole').number(),
    emphasise:
      table === null
        ? emphasise.filter(({ id, span }) => (time !== null && readPeriod(id) !== null) || has('figure', id, span))
        : emphasise,
    sort: entry.at('sort').choice(chartSorts) ?? 'none',
    ...readShape(entry),
    options: entry.at('options').isMap ? (entry.at('options').value as Readonly<Record<string, unknown>>) : {},
    optionsSpan:
      (['options', 'chartjs'] as const).map((key) => entry.at(key)).find(({ exists }) => exists)?.keySpan ??
      entry.keySpan,
    caption: words.readLine(entry.at('caption').source()),
    source: words.readLine(entry.at('source').source()),
    alt: entry.at('alt').text(),
    span: entry.keySpan,
  };
}

/** What else a chart may ask for. */
function readShape(
  entry: DataCursor,
): Pick<
  ChartSpec,
  | 'stack'
  | 'target'
  | 'forecast'
  | 'lines'
  | 'linesUnit'
  | 'sums'
  | 'log'
  | 'native'
  | 'top'
  | 'notes'
  | 'marks'
  | 'chartjs'
> {
  const target = entry.at('target');
  const value = target.number() ?? target.at('value').number();
  return {
    stack: entry.at('stack').choice(chartStacks) ?? 'none',
    target: value === null ? null : { value, label: target.at('label').text() },
    forecast: entry.at('forecast').names()[0] ?? null,
    lines: entry.at('lines').names(),
    linesUnit: entry.at('lines_unit').text(),
    sums: entry.at('sums').names(),
    log: entry.at('scale').text() === 'log',
    native: entry.at('native').choice(chartNatives),
    top: entry.at('top').number(),
    notes: entry
      .at('notes')
      .entries()
      .map(([id, note]) => ({ id, text: note.text() ?? '', span: note.keySpan })),
    marks: readChartMarks(entry),
    chartjs: entry.at('chartjs').isMap ? (entry.at('chartjs').value as Readonly<Record<string, unknown>>) : null,
  };
}

function readTableColumns(
  entry: DataCursor,
  tables: ReadonlyMap<string, TableSpec>,
  has: NameCheck,
  tell: ReportSource['tell'],
): ChartSpec['table'] {
  const name = entry.at('table');
  const id = name.text();
  if (id === null || !has('table', id, name.span)) return null;
  const table = tables.get(id);
  // A table that is named and not there could not be read: its own mistake was told.
  if (table === undefined) return null;
  const heads = table.head.map(({ source }) => source);
  const isColumn = (cursor: { readonly id: string; readonly span: ChartSpec['span'] }): boolean => {
    const place = heads.indexOf(cursor.id);
    const twin = cursor.id === '' ? -1 : heads.indexOf(cursor.id, place + 1);
    if (place >= 0 && twin >= 0) tell(columnTwice(cursor.id, id, table.head[twin]!.span));
    if (place >= 0) return true;
    tell(unknownColumn(cursor.id, id, cursor.span, nearestName(cursor.id, heads), heads));
    return false;
  };
  const named = entry.at('category').names();
  const known = named.filter(isColumn).map((column) => column.id);
  if (known.length < named.length) return null;
  const names = named.length === 0 ? heads.slice(0, 1) : known;
  const [chosen] = names.slice(-1);
  if (chosen === undefined) return null;
  const series = entry.at('series').exists
    ? entry
        .at('series')
        .names()
        .filter(isColumn)
        .map((column) => column.id)
    : heads.filter((head) => !names.includes(head));
  return { id, category: chosen, parents: names.slice(0, -1), series, span: name.span };
}
