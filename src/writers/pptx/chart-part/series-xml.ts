/** One series of a chart part, its elements in the order of ISO 29500-1, 21.2.2. */
import type { NativeMarker, NativePlot, NativePoint, NativeStems } from '../../../model/native-chart.js';
import { element, fragment, setting, textElement, type Xml } from '../../xml/element.js';
import { categoryCells, nameCell, valueCells, type PlacedSeries } from './cell-references.js';
import { shapeXml } from './drawing-ml.js';
import { labelsXml } from './series-labels-xml.js';

export type PlotKind = NativePlot['kind'];

const drawsLine = (kind: PlotKind): boolean => kind === 'line' || kind === 'radar' || kind === 'scatter';

/** @param all every series of the chart: the x of a scatter and the size of a bubble are cells of others. */
export function seriesXml(
  kind: PlotKind,
  placed: PlacedSeries,
  categories: readonly string[],
  all: readonly PlacedSeries[],
): Xml {
  const { series, index, column } = placed;
  return element(
    'c:ser',
    {},
    setting('c:idx', index),
    setting('c:order', index),
    element('c:tx', {}, textReference(nameCell(column), [series.name])),
    shapeXml(drawsLine(kind) && series.fill === null ? undefined : series.fill, series.line),
    keepsColorBelowZero(kind),
    drawsLine(kind) && markerXml(series.marker),
    series.points.map((point) => pointXml(kind, point)),
    labelsXml(kind, series),
    series.stems !== null && stemsXml(series.stems),
    valuesXml(placed, categories, all),
    (kind === 'line' || kind === 'scatter') && setting('c:smooth', series.smooth),
  );
}

const keepsColorBelowZero = (kind: PlotKind): Xml | false =>
  (kind === 'bar' || kind === 'bubble') && setting('c:invertIfNegative', 0);

function valuesXml(placed: PlacedSeries, categories: readonly string[], all: readonly PlacedSeries[]): Xml {
  const count = categories.length;
  const { across } = placed.series;
  if (across === undefined)
    return fragment(
      element('c:cat', {}, textReference(categoryCells(count), categories)),
      numbersXml('c:val', placed, count),
    );
  return fragment(
    numbersXml('c:xVal', all[across.x]!, count),
    numbersXml('c:yVal', placed, count),
    across.size !== null && [numbersXml('c:bubbleSize', all[across.size]!, count), setting('c:bubble3D', 0)],
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

const numbersXml = (name: string, { series, column }: PlacedSeries, count: number): Xml =>
  element(
    name,
    {},
    element(
      'c:numRef',
      {},
      textElement('c:f', valueCells(column, count)),
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
