/** One series of a chart part, its elements in the order of ISO 29500-1, 21.2.2. */
import type {
  NativeLabel,
  NativeMarker,
  NativePlot,
  NativePoint,
  NativeSeries,
  NativeStems,
} from '../../../model/native-chart.js';
import { categoryCells, nameCell, valueCells, type PlacedSeries } from './cell-references.js';
import { richTextXml, shapeXml, textLookXml } from './drawing-ml.js';
import { escapeXml } from '../../xml/xml-text.js';

type PlotKind = NativePlot['kind'];

export function seriesXml(
  kind: PlotKind,
  { series, index, column }: PlacedSeries,
  categories: readonly string[],
  all: readonly PlacedSeries[],
): string {
  const drawsLine = kind === 'line' || kind === 'radar' || kind === 'scatter';
  return (
    '<c:ser>' +
    `<c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:strRef><c:f>${nameCell(column)}</c:f>${textCache([series.name])}</c:strRef></c:tx>` +
    shapeXml(drawsLine && series.fill === null ? undefined : series.fill, series.line) +
    (kind === 'bar' || kind === 'bubble' ? '<c:invertIfNegative val="0"/>' : '') +
    (drawsLine ? markerXml(series.marker) : '') +
    series.points.map((point) => pointXml(kind, point)).join('') +
    labelsXml(kind, series) +
    (series.stems === null ? '' : stemsXml(series.stems)) +
    (series.across === undefined
      ? `<c:cat><c:strRef><c:f>${categoryCells(categories.length)}</c:f>${textCache(categories)}</c:strRef></c:cat>` +
        numbersXml('val', { series, index, column }, categories.length)
      : numbersXml('xVal', all[series.across.x]!, categories.length) +
        numbersXml('yVal', { series, index, column }, categories.length) +
        (series.across.size === null
          ? ''
          : `${numbersXml('bubbleSize', all[series.across.size]!, categories.length)}<c:bubble3D val="0"/>`)) +
    (kind === 'line' || kind === 'scatter' ? `<c:smooth val="${series.smooth ? 1 : 0}"/>` : '') +
    '</c:ser>'
  );
}

const numbersXml = (element: string, { series, column }: PlacedSeries, count: number): string =>
  `<c:${element}><c:numRef><c:f>${valueCells(column, count)}</c:f>${numberCache(series.values, series.format)}</c:numRef></c:${element}>`;

const textCache = (texts: readonly string[]): string =>
  `<c:strCache><c:ptCount val="${texts.length}"/>${texts.map((text, index) => `<c:pt idx="${index}"><c:v>${escapeXml(text)}</c:v></c:pt>`).join('')}</c:strCache>`;

/** A gap has no point; a zero has one. */
const numberCache = (values: readonly (number | null)[], format: string): string =>
  `<c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${values.length}"/>` +
  values.map((value, index) => (value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`)).join('') +
  '</c:numCache>';

const markerXml = (marker: NativeMarker | null): string =>
  marker === null || marker.symbol === 'none'
    ? '<c:marker><c:symbol val="none"/></c:marker>'
    : `<c:marker><c:symbol val="${marker.symbol}"/><c:size val="${Math.round(marker.size)}"/>${shapeXml(marker.fill, marker.line)}</c:marker>`;

function pointXml(kind: PlotKind, point: NativePoint): string {
  const drawsLine = kind === 'line' || kind === 'radar' || kind === 'scatter';
  return (
    `<c:dPt><c:idx val="${point.index}"/>` +
    (kind === 'bar' || kind === 'bubble' ? '<c:invertIfNegative val="0"/>' : '') +
    (drawsLine && point.marker !== null ? markerXml(point.marker) : '') +
    '<c:bubble3D val="0"/>' +
    (drawsLine ? shapeXml(undefined, point.line) : shapeXml(point.fill, point.line)) +
    '</c:dPt>'
  );
}

const shows = (value: boolean, category: boolean, series: boolean): string =>
  `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="${category ? 1 : 0}"/><c:showSerName val="${series ? 1 : 0}"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

/** What all labels of a series may have in common. */
function lookOfLabel(label: NativeLabel): string {
  return (
    (label.format === null ? '' : `<c:numFmt formatCode="${escapeXml(label.format)}" sourceLinked="0"/>`) +
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>' +
    textLookXml(label) +
    (label.position === null ? '' : `<c:dLblPos val="${label.position}"/>`) +
    shows(
      label.says === 'value' || label.says === 'category-value',
      label.says === 'category' || label.says === 'category-value',
      label.says === 'series',
    ) +
    (label.says === 'category-value' ? '<c:separator>\n</c:separator>' : '')
  );
}

function labelXml(label: NativeLabel): string {
  const layout =
    label.offset === null
      ? ''
      : `<c:layout><c:manualLayout><c:x val="${label.offset.x.toFixed(5)}"/><c:y val="${label.offset.y.toFixed(5)}"/></c:manualLayout></c:layout>`;
  const text = label.text === null ? '' : richTextXml(label.text, label);
  return `<c:dLbl><c:idx val="${label.index}"/>${layout}${text}${lookOfLabel(label)}</c:dLbl>`;
}

/** Of kinds other than pies: Office 2013's extension. */
const noLeaders =
  '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>';

function labelsXml(kind: PlotKind, series: NativeSeries): string {
  // A label that was moved beside its slice needs no line to it.
  const leaders =
    kind === 'pie' || kind === 'doughnut'
      ? '<c:showLeaderLines val="0"/>'
      : series.labels.some((label) => label.offset !== null)
        ? noLeaders
        : '';
  const none = `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${shows(false, false, false)}${leaders}`;
  const { labels } = series;
  const [first] = labels;
  if (first === undefined) return `<c:dLbls>${none}</c:dLbls>`;
  const numbers = series.values.filter((value) => value !== null).length;
  const look = lookOfLabel(first);
  // One look for all: then a point that is added in PowerPoint has its label too.
  const alike =
    labels.length === numbers &&
    labels.every((label) => label.text === null && label.offset === null && lookOfLabel(label) === look);
  return alike ? `<c:dLbls>${look}${leaders}</c:dLbls>` : `<c:dLbls>${labels.map(labelXml).join('')}${none}</c:dLbls>`;
}

function stemsXml(stems: NativeStems): string {
  const lengths = `<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val="${stems.lengths.length}"/>${stems.lengths
    .map((length, index) => (length === null ? '' : `<c:pt idx="${index}"><c:v>${length}</c:v></c:pt>`))
    .join('')}</c:numLit>`;
  return (
    `<c:errBars><c:errDir val="y"/><c:errBarType val="${stems.direction}"/><c:errValType val="cust"/><c:noEndCap val="1"/>` +
    `<c:plus>${lengths}</c:plus><c:minus>${lengths}</c:minus>${shapeXml(undefined, stems.line)}</c:errBars>`
  );
}
