/** One series of a chart part, its elements in the order of ISO 29500-1, 21.2.2. */
import type { NativeChart, NativeMarker, NativePlot, NativePoint, NativeStems } from '../../../model/native-chart.js';
import { element, fragment, setting, textElement, type Xml } from '../../xml/element.js';
import { groupStarts } from '../../../powerpoint/identity/category-levels.js';
import { nameColumns, placeSeries, sheetCells, type PlacedSeries, type SheetCells } from './cell-references.js';
import { shapeXml } from './drawing-ml.js';
import { labelsXml } from './series-labels-xml.js';

export type PlotKind = NativePlot['kind'];

const drawsLine = (kind: PlotKind): boolean => kind === 'line' || kind === 'radar' || kind === 'scatter';

/** What all series of a chart share. */
export interface SeriesSheet {
  readonly chart: Pick<NativeChart, 'categories' | 'groups'>;
  readonly cells: SheetCells;
  /** Every series of the chart: the x of a scatter and the size of a bubble are cells of others. */
  readonly all: readonly PlacedSeries[];
}

export const seriesSheet = (chart: NativeChart): SeriesSheet => ({
  chart,
  cells: sheetCells(nameColumns(chart), chart.categories.length),
  all: placeSeries(chart),
});

export function seriesXml(kind: PlotKind, placed: PlacedSeries, sheet: SeriesSheet): Xml {
  const { series, index, column } = placed;
  return element(
    'c:ser',
    {},
    setting('c:idx', index),
    setting('c:order', index),
    element('c:tx', {}, textReference(sheet.cells.name(column), [series.name])),
    shapeXml(drawsLine(kind) && series.fill === null ? undefined : series.fill, series.line),
    keepsColorBelowZero(kind),
    drawsLine(kind) && markerXml(series.marker),
    series.points.map((point) => pointXml(kind, point)),
    labelsXml(kind, series),
    series.stems !== null && stemsXml(series.stems),
    valuesXml(placed, sheet),
    (kind === 'line' || kind === 'scatter') && setting('c:smooth', series.smooth),
  );
}

const keepsColorBelowZero = (kind: PlotKind): Xml | false =>
  (kind === 'bar' || kind === 'bubble') && setting('c:invertIfNegative', 0);

function valuesXml(placed: PlacedSeries, { chart, cells, all }: SeriesSheet): Xml {
  const { across } = placed.series;
  if (across === undefined)
    return fragment(element('c:cat', {}, categoriesXml(chart, cells.categories)), numbersXml('c:val', placed, cells));
  return fragment(
    numbersXml('c:xVal', all[across.x]!, cells),
    numbersXml('c:yVal', placed, cells),
    across.size !== null && [numbersXml('c:bubbleSize', all[across.size]!, cells), setting('c:bubble3D', 0)],
  );
}

// ---- Cells and their cache -----------------------------------------------------------------------------------------

const textReference = (cells: string, texts: readonly string[]): Xml =>
  element(
    'c:strRef',
    {},
    textElement('c:f', cells),
    element('c:strCache', {}, setting('c:ptCount', texts.length), texts.map(cachedPoint)),
  );

/** Two levels: the members first, then their groups, each at the first of its members. */
const categoriesXml = ({ categories, groups }: SeriesSheet['chart'], cells: string): Xml =>
  groups === undefined
    ? textReference(cells, categories)
    : element(
        'c:multiLvlStrRef',
        {},
        textElement('c:f', cells),
        element(
          'c:multiLvlStrCache',
          {},
          setting('c:ptCount', categories.length),
          element('c:lvl', {}, categories.map(cachedPoint)),
          element(
            'c:lvl',
            {},
            groupStarts(groups).map((group, index) => group !== null && cachedPoint(group, index)),
          ),
        ),
      );

const numbersXml = (name: string, { series, column }: PlacedSeries, { values }: SheetCells): Xml =>
  element(
    name,
    {},
    element(
      'c:numRef',
      {},
      textElement('c:f', values(column)),
      element('c:numCache', {}, numberPoints(series.values, series.format)),
    ),
  );

/** A gap has no point; a zero has one. */
const numberPoints = (values: readonly (number | null)[], format: string): Xml =>
  fragment(
    textElement('c:formatCode', format),
    setting('c:ptCount', values.length),
    values.map((value, index) => value !== null && cachedPoint(value, index)),
  );

const cachedPoint = (value: string | number, idx: number): Xml => element('c:pt', { idx }, textElement('c:v', value));

// ---- Looks ---------------------------------------------------------------------------------------------------------

const markerXml = (marker: NativeMarker | null): Xml =>
  marker === null || marker.symbol === 'none'
    ? element('c:marker', {}, setting('c:symbol', 'none'))
    : element(
        'c:marker',
        {},
        setting('c:symbol', marker.symbol),
        setting('c:size', Math.round(marker.size)),
        shapeXml(marker.fill, marker.line),
      );

const pointXml = (kind: PlotKind, point: NativePoint): Xml =>
  element(
    'c:dPt',
    {},
    setting('c:idx', point.index),
    keepsColorBelowZero(kind),
    drawsLine(kind) && point.marker !== null && markerXml(point.marker),
    setting('c:bubble3D', 0),
    drawsLine(kind) ? shapeXml(undefined, point.line) : shapeXml(point.fill, point.line),
  );

function stemsXml(stems: NativeStems): Xml {
  const lengths = element('c:numLit', {}, numberPoints(stems.lengths, 'General'));
  return element(
    'c:errBars',
    {},
    setting('c:errDir', 'y'),
    setting('c:errBarType', stems.direction),
    setting('c:errValType', 'cust'),
    setting('c:noEndCap', 1),
    element('c:plus', {}, lengths),
    element('c:minus', {}, lengths),
    shapeXml(undefined, stems.line),
  );
}
