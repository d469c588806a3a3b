/**
 * A chart of PowerPoint 2016 as a part of a deck ([MS-ODRAWXML] 2.24.3, the namespace `cx`). Its elements stand in the
 * order of its schema. What the schema allows and PowerPoint does not open is left out: `axisId` of a series, `pos` of
 * labels that have but one place.
 */
import type { ExtendedChart, ExtendedLabelLook, ExtendedLabels } from '../../../model/extended/extended-chart.js';
import type { Pt } from '../../../model/length.js';
import type { Color } from '../../../model/theme.js';
import { guidOf } from '../../../powerpoint/identity/guid.js';
import { bodyFont, emu, fillXml, hundredths, noFill, noLine } from '../../xml/drawing-ml.js';
import { element, fragment, setting, textElement, xmlPart, type Xml } from '../../xml/element.js';
import { drawingNamespace, relationshipsNamespace } from '../../xml/presentation-ml.js';
import { extendedCells } from './extended-cells.js';

export const extendedNamespace = 'http://schemas.microsoft.com/office/drawing/2014/chartex';

/** `workbook` is the id of the part's relationship to its workbook; `seed` makes the series' own id. */
export const extendedPartXml = (chart: ExtendedChart, seed: string, workbook = 'rId1'): string =>
  xmlPart(
    element(
      'cx:chartSpace',
      { 'xmlns:a': drawingNamespace, 'xmlns:r': relationshipsNamespace, 'xmlns:cx': extendedNamespace },
      element('cx:chartData', {}, element('cx:externalData', { 'r:id': workbook, 'cx:autoUpdate': 0 }), dataXml(chart)),
      element(
        'cx:chart',
        {},
        element(
          'cx:plotArea',
          {},
          element('cx:plotAreaRegion', {}, seriesXml(chart, guidOf(`series ${seed}`))),
          axesXml(chart),
        ),
      ),
      element('cx:spPr', {}, noFill, noLine),
      textXml({ color: chart.color, bold: false }, chart.size),
    ),
  );

// ---- Numbers and names ---------------------------------------------------------------------------------------------

const hierarchies: ReadonlySet<ExtendedChart['layout']> = new Set(['treemap', 'sunburst']);

/** Levels of names from the innermost out, as their caches have them. */
function dataXml(chart: ExtendedChart): Xml {
  const cells = extendedCells(chart);
  const { values, levels } = chart;
  return element(
    'cx:data',
    { id: 0 },
    chart.readsNames &&
      element(
        'cx:strDim',
        { type: 'cat' },
        textElement('cx:f', cells.names),
        [...levels].reverse().map((names) =>
          element(
            'cx:lvl',
            { ptCount: names.length },
            names.map((name, idx) => name !== '' && textElement('cx:pt', name, { idx })),
          ),
        ),
      ),
    element(
      'cx:numDim',
      { type: hierarchies.has(chart.layout) ? 'size' : 'val' },
      textElement('cx:f', cells.values),
      element(
        'cx:lvl',
        { ptCount: values.length, formatCode: chart.format },
        values.map((value, idx) => value !== null && textElement('cx:pt', value, { idx })),
      ),
    ),
  );
}

// ---- The series ----------------------------------------------------------------------------------------------------

function seriesXml(chart: ExtendedChart, uniqueId: string): Xml {
  const { fill, points, labels } = chart;
  return element(
    'cx:series',
    { layoutId: chart.layout, uniqueId },
    element(
      'cx:tx',
      {},
      element('cx:txData', {}, textElement('cx:f', extendedCells(chart).head), textElement('cx:v', chart.name)),
    ),
    fill !== null && shapeXml(fill, chart.seam),
    points.map((point) => element('cx:dataPt', { idx: point.index }, shapeXml(point.fill, chart.seam))),
    labels !== null && labelsXml(labels, chart.size),
    setting('cx:dataId', 0),
    layoutXml(chart),
  );
}

const shapeXml = (fill: Color, seam: Color | null): Xml =>
  element('cx:spPr', {}, fillXml(fill), seam === null ? noLine : lineXml(seam, 1));

const lineXml = (color: Color, width: Pt): Xml => element('a:ln', { w: emu(width) }, fillXml(color));

function layoutXml({ layout, sums }: ExtendedChart): Xml | null {
  switch (layout) {
    case 'waterfall':
      return element(
        'cx:layoutPr',
        {},
        element('cx:visibility', { connectorLines: 1 }),
        element(
          'cx:subtotals',
          {},
          sums.map((idx) => setting('cx:idx', idx)),
        ),
      );
    case 'treemap':
      return element('cx:layoutPr', {}, setting('cx:parentLabelLayout', 'banner'));
    case 'clusteredColumn':
      return element('cx:layoutPr', {}, element('cx:binning', { intervalClosed: 'l' }));
    case 'boxWhisker':
      return element(
        'cx:layoutPr',
        {},
        element('cx:visibility', { meanLine: 0, meanMarker: 0, nonoutliers: 0, outliers: 1 }),
        element('cx:statistics', { quartileMethod: 'inclusive' }),
      );
    default:
      return null;
  }
}

const shownParts: Readonly<Record<ExtendedLabels['says'], { readonly categoryName: 0 | 1; readonly value: 0 | 1 }>> = {
  value: { categoryName: 0, value: 1 },
  category: { categoryName: 1, value: 0 },
  'category-value': { categoryName: 1, value: 1 },
};

function labelsXml(labels: ExtendedLabels, size: Pt): Xml {
  const pos = labels.outside ? 'outEnd' : null;
  const inside = (look: ExtendedLabelLook): Xml =>
    fragment(
      look.format !== null && element('cx:numFmt', { formatCode: look.format, sourceLinked: 0 }),
      textXml(look, size),
      element('cx:visibility', { seriesName: 0, ...shownParts[labels.says] }),
      labels.says === 'category-value' && textElement('cx:separator', '\n'),
    );
  return element(
    'cx:dataLabels',
    { pos },
    inside(labels),
    labels.own.map((own) => element('cx:dataLabel', { idx: own.index, pos }, inside(own))),
    labels.hidden.map((idx) => element('cx:dataLabelHidden', { idx })),
  );
}

const textXml = ({ color, bold }: Pick<ExtendedLabelLook, 'color' | 'bold'>, size: Pt): Xml =>
  element(
    'cx:txPr',
    {},
    element('a:bodyPr'),
    element('a:lstStyle'),
    element(
      'a:p',
      {},
      element('a:pPr', {}, element('a:defRPr', { sz: hundredths(size), b: bold }, fillXml(color), bodyFont)),
      element('a:endParaRPr', { sz: hundredths(size), b: bold }, fillXml(color), bodyFont),
    ),
  );

// ---- Axes ----------------------------------------------------------------------------------------------------------

/** Ends are left to PowerPoint, so that nothing is cut when somebody edits the numbers. */
function axesXml(chart: ExtendedChart): Xml {
  const { gap, valueAxis, size } = chart;
  const text = textXml({ color: chart.color, bold: false }, size);
  const categories =
    gap === null
      ? null
      : element(
          'cx:axis',
          { id: chart.layout === 'funnel' ? 1 : 0 },
          element('cx:catScaling', { gapWidth: gap }),
          element('cx:tickLabels'),
          element('cx:spPr', {}, lineXml(chart.axisColor, 0.75)),
          text,
        );
  if (valueAxis === 'none') return fragment(categories);
  const isHidden = valueAxis === 'hidden';
  return fragment(
    categories,
    element(
      'cx:axis',
      { id: 1, hidden: isHidden ? 1 : null },
      element('cx:valScaling'),
      !isHidden && element('cx:majorGridlines', {}, element('cx:spPr', {}, lineXml(chart.gridColor, 0.5))),
      element('cx:tickLabels'),
      !isHidden && element('cx:numFmt', { formatCode: valueAxis.format, sourceLinked: 0 }),
      !isHidden && element('cx:spPr', {}, noLine),
      text,
    ),
  );
}
