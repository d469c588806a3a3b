/** A native chart as a chart part of a deck (ISO 29500-1, 21.2). Its elements stand in the order that the Open XML SDK's validator wants. */
import { assertNever } from '../../../model/assert-never.js';
import type { NativeBox, NativeChart, NativePlot } from '../../../model/native-chart.js';
import {
  acrossAxisXml,
  categoryAxisId,
  categoryAxisXml,
  secondCategoryAxisId,
  secondValueAxisId,
  valueAxisId,
  valueAxisXml,
} from './axis-xml.js';
import { placeSeries, type PlacedSeries } from './cell-references.js';
import { textLookXml } from './drawing-ml.js';
import { seriesXml } from './series-xml.js';

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** `workbook` is the id of the chart part's relationship to its workbook. */
export function chartPartXml(chart: NativeChart, workbook = 'rId1'): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<c:chartSpace ${namespaces}><c:date1904 val="0"/><c:lang val="${chart.language ?? 'zh-CN'}"/><c:roundedCorners val="0"/>` +
    '<c:chart>' +
    '<c:autoTitleDeleted val="1"/>' +
    plotAreaXml(chart) +
    legendXml(chart) +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>' +
    textLookXml({ size: chart.textSize, bold: false, color: chart.textColor }, 'wrap') +
    `<c:externalData r:id="${workbook}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

const share = (value: number): string => value.toFixed(5);

function boxXml(box: NativeBox | null, inner: boolean): string {
  if (box === null) return '<c:layout/>';
  return (
    `<c:layout><c:manualLayout>${inner ? '<c:layoutTarget val="inner"/>' : ''}<c:xMode val="edge"/><c:yMode val="edge"/>` +
    `<c:x val="${share(box.x)}"/><c:y val="${share(box.y)}"/><c:w val="${share(box.width)}"/><c:h val="${share(box.height)}"/></c:manualLayout></c:layout>`
  );
}

function plotAreaXml(chart: NativeChart): string {
  const placed = placeSeries(chart);
  const across = chart.plots.some(({ kind }) => kind === 'scatter' || kind === 'bubble');
  const plots = chart.plots.map((plot) =>
    plotXml(
      plot,
      placed.filter(({ series }) => (plot.series as readonly unknown[]).includes(series)),
      chart.categories,
      placed,
    ),
  );
  return (
    `<c:plotArea>${boxXml(chart.plotArea, true)}${plots.join('')}` +
    (chart.categoryAxis === null
      ? ''
      : across
        ? acrossAxisXml(chart.categoryAxis)
        : categoryAxisXml(chart.categoryAxis)) +
    (chart.valueAxis === null ? '' : valueAxisXml(chart.valueAxis)) +
    (chart.secondAxis === undefined || chart.categoryAxis === null
      ? ''
      : valueAxisXml(chart.secondAxis, true) + categoryAxisXml({ ...chart.categoryAxis, visible: false }, true)) +
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>'
  );
}

function plotXml(
  plot: NativePlot,
  placed: readonly PlacedSeries[],
  categories: readonly string[],
  all: readonly PlacedSeries[],
): string {
  // Cells that others read: the x of a scatter.
  if (plot.kind === 'cells') return '';
  const series = placed.map((each) => seriesXml(plot.kind, each, categories, all)).join('');
  const second = 'second' in plot && plot.second === true;
  const axes = `<c:axId val="${second ? secondCategoryAxisId : categoryAxisId}"/><c:axId val="${second ? secondValueAxisId : valueAxisId}"/>`;
  switch (plot.kind) {
    case 'bar':
      return `<c:barChart><c:barDir val="${plot.direction}"/><c:grouping val="${plot.grouping}"/><c:varyColors val="0"/>${series}<c:gapWidth val="${plot.gapWidth}"/><c:overlap val="${plot.overlap}"/>${axes}</c:barChart>`;
    case 'line':
      return `<c:lineChart><c:grouping val="${plot.grouping}"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
    case 'area':
      return `<c:areaChart><c:grouping val="${plot.grouping}"/><c:varyColors val="0"/>${series}${axes}</c:areaChart>`;
    case 'scatter':
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${axes}</c:scatterChart>`;
    case 'bubble':
      return `<c:bubbleChart><c:varyColors val="0"/>${series}<c:bubbleScale val="100"/><c:sizeRepresents val="area"/>${axes}</c:bubbleChart>`;
    case 'radar':
      return `<c:radarChart><c:radarStyle val="${plot.filled ? 'filled' : 'marker'}"/><c:varyColors val="0"/>${series}${axes}</c:radarChart>`;
    case 'pie':
      return `<c:pieChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="${plot.firstAngle}"/></c:pieChart>`;
    case 'doughnut':
      return `<c:doughnutChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="${plot.firstAngle}"/><c:holeSize val="${plot.hole}"/></c:doughnutChart>`;
    default:
      return assertNever(plot);
  }
}

/** A line that lies on its own area has no entry of its own. */
function legendXml({ legend, textColor, ...chart }: NativeChart): string {
  if (legend === null) return '';
  const twice = chart.plots
    .flatMap((plot) => plot.series)
    .map((series, index) =>
      series.cellsOf === null && series.unlisted !== true
        ? ''
        : `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`,
    )
    .join('');
  return (
    `<c:legend><c:legendPos val="${{ top: 't', right: 'r', bottom: 'b' }[legend.side]}"/>${twice}${boxXml(legend.box, false)}<c:overlay val="0"/>` +
    `${textLookXml({ size: legend.size, bold: false, color: textColor })}</c:legend>`
  );
}
