/**
 * A native chart as a chart part of a deck (ISO 29500-1, 21.2). Its elements stand in the order that the Open XML SDK's
 * validator wants.
 */
import { assertNever } from '../../../model/assert-never.js';
import type { NativeBox, NativeChart, NativePlot } from '../../../model/native-chart.js';
import { element, setting, xmlPart, type Content, type Xml } from '../../xml/element.js';
import { drawingNamespace, relationshipsNamespace } from '../../xml/presentation-ml.js';
import {
  acrossAxisXml,
  categoryAxisId,
  categoryAxisXml,
  secondCategoryAxisId,
  secondValueAxisId,
  valueAxisId,
  valueAxisXml,
} from './axis-xml.js';
import { bareShape, textLookXml } from './drawing-ml.js';
import { seriesSheet, seriesXml, type SeriesSheet } from './series-xml.js';

const namespaces = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': drawingNamespace,
  'xmlns:r': relationshipsNamespace,
};

/** `workbook` is the id of the chart part's relationship to its workbook. */
export const chartPartXml = (chart: NativeChart, workbook = 'rId1'): string =>
  xmlPart(
    element(
      'c:chartSpace',
      namespaces,
      setting('c:date1904', 0),
      setting('c:lang', chart.language),
      setting('c:roundedCorners', 0),
      element(
        'c:chart',
        {},
        setting('c:autoTitleDeleted', 1),
        plotAreaXml(chart),
        legendXml(chart),
        setting('c:plotVisOnly', 1),
        setting('c:dispBlanksAs', 'gap'),
      ),
      bareShape,
      textLookXml({ size: chart.textSize, bold: false, color: chart.textColor }, 'wrap'),
      element('c:externalData', { 'r:id': workbook }, setting('c:autoUpdate', 0)),
    ),
  );

const share = (value: number): string => value.toFixed(5);

/** `inner`: the box is the plot's own, without its labels. */
function boxXml(box: NativeBox | null, inner: boolean): Xml {
  if (box === null) return element('c:layout');
  return element(
    'c:layout',
    {},
    element(
      'c:manualLayout',
      {},
      inner && setting('c:layoutTarget', 'inner'),
      setting('c:xMode', 'edge'),
      setting('c:yMode', 'edge'),
      setting('c:x', share(box.x)),
      setting('c:y', share(box.y)),
      setting('c:w', share(box.width)),
      setting('c:h', share(box.height)),
    ),
  );
}

function plotAreaXml(chart: NativeChart): Xml {
  const sheet = seriesSheet(chart);
  const plots = chart.plots.map((plot) => plotXml(plot, sheet));
  return element('c:plotArea', {}, boxXml(chart.plotArea, true), plots, axesXml(chart), bareShape);
}

function axesXml({ plots, categoryAxis, valueAxis, secondAxis, groups }: NativeChart): readonly (Xml | null)[] {
  const levels = groups === undefined ? 1 : 2;
  const across = plots.some(({ kind }) => kind === 'scatter' || kind === 'bubble');
  const first =
    categoryAxis === null ? null : across ? acrossAxisXml(categoryAxis) : categoryAxisXml(categoryAxis, { levels });
  const value = valueAxis === null ? null : valueAxisXml(valueAxis);
  if (secondAxis === undefined || categoryAxis === null) return [first, value];
  return [
    first,
    value,
    valueAxisXml(secondAxis, true),
    categoryAxisXml({ ...categoryAxis, visible: false }, { second: true, levels }),
  ];
}

function plotXml(plot: NativePlot, sheet: SeriesSheet): Xml | null {
  // Cells that others read: the x of a scatter.
  if (plot.kind === 'cells') return null;
  const second = 'second' in plot && plot.second === true;
  const isRound = plot.kind === 'pie' || plot.kind === 'doughnut';
  return element(
    `c:${plot.kind}Chart`,
    {},
    beforeSeries(plot),
    setting('c:varyColors', isRound),
    sheet.all
      .filter(({ series }) => (plot.series as readonly unknown[]).includes(series))
      .map((each) => seriesXml(plot.kind, each, sheet)),
    afterSeries(plot),
    !isRound && setting('c:axId', second ? secondCategoryAxisId : categoryAxisId),
    !isRound && setting('c:axId', second ? secondValueAxisId : valueAxisId),
  );
}

type DrawnPlot = Exclude<NativePlot, { readonly kind: 'cells' }>;

function beforeSeries(plot: DrawnPlot): Content {
  switch (plot.kind) {
    case 'bar':
      return [setting('c:barDir', plot.direction), setting('c:grouping', plot.grouping)];
    case 'line':
    case 'area':
      return setting('c:grouping', plot.grouping);
    case 'scatter':
      return setting('c:scatterStyle', 'lineMarker');
    case 'radar':
      return setting('c:radarStyle', plot.filled ? 'filled' : 'marker');
    case 'bubble':
    case 'pie':
    case 'doughnut':
      return null;
    default:
      return assertNever(plot);
  }
}

function afterSeries(plot: DrawnPlot): Content {
  switch (plot.kind) {
    case 'bar':
      return [setting('c:gapWidth', plot.gapWidth), setting('c:overlap', plot.overlap)];
    case 'line':
      return setting('c:marker', 1);
    case 'bubble':
      return [setting('c:bubbleScale', 100), setting('c:sizeRepresents', 'area')];
    case 'pie':
      return setting('c:firstSliceAng', plot.firstAngle);
    case 'doughnut':
      return [setting('c:firstSliceAng', plot.firstAngle), setting('c:holeSize', plot.hole)];
    case 'area':
    case 'scatter':
    case 'radar':
      return null;
    default:
      return assertNever(plot);
  }
}

const legendSides = { top: 't', right: 'r', bottom: 'b' } as const;

/** Series that only hold a chart up have no entry. */
function legendXml({ legend, textColor, ...chart }: NativeChart): Xml | null {
  if (legend === null) return null;
  const unlisted = chart.plots
    .flatMap((plot) => plot.series)
    .map(
      (series, index) =>
        series.unlisted === true && element('c:legendEntry', {}, setting('c:idx', index), setting('c:delete', 1)),
    );
  return element(
    'c:legend',
    {},
    setting('c:legendPos', legendSides[legend.side]),
    unlisted,
    boxXml(legend.box, false),
    setting('c:overlay', 0),
    textLookXml({ size: legend.size, bold: false, color: textColor }),
  );
}
