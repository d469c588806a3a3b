/**
 * The two parts that stand beside a chart of PowerPoint 2016: how its pieces look, and which colours its branches take
 * in turn ([MS-ODRAWXML] 2.13, the namespace `cs`). PowerPoint refuses the whole file where either is missing.
 */
import type { Color } from '../../../model/theme.js';
import { colorXml } from '../../xml/drawing-ml.js';
import { element, setting, xmlPart, type Xml } from '../../xml/element.js';
import { drawingNamespace } from '../../xml/presentation-ml.js';

const namespaces = {
  'xmlns:cs': 'http://schemas.microsoft.com/office/drawing/2012/chartStyle',
  'xmlns:a': drawingNamespace,
};

/** Every piece that a style names, in the order of its schema. */
const pieces = [
  'axisTitle',
  'categoryAxis',
  'chartArea',
  'dataLabel',
  'dataLabelCallout',
  'dataPoint',
  'dataPoint3D',
  'dataPointLine',
  'dataPointMarker',
  'dataPointMarkerLayout',
  'dataPointWireframe',
  'dataTable',
  'downBar',
  'dropLine',
  'errorBar',
  'floor',
  'gridlineMajor',
  'gridlineMinor',
  'hiLoLine',
  'leaderLine',
  'legend',
  'plotArea',
  'plotArea3D',
  'seriesAxis',
  'seriesLine',
  'title',
  'trendline',
  'trendlineLabel',
  'upBar',
  'valueAxis',
  'wall',
] as const;

const filled: ReadonlySet<string> = new Set(['dataPoint', 'dataPoint3D', 'dataPointMarker', 'downBar', 'upBar']);

const styledColor = setting('cs:styleClr', 'auto');

function pieceXml(piece: (typeof pieces)[number]): Xml {
  if (piece === 'dataPointMarkerLayout') return element('cs:dataPointMarkerLayout', { symbol: 'circle', size: 5 });
  return element(
    `cs:${piece}`,
    {},
    element('cs:lnRef', { idx: 0 }),
    filled.has(piece) ? element('cs:fillRef', { idx: 1 }, styledColor) : element('cs:fillRef', { idx: 0 }),
    element('cs:effectRef', { idx: 0 }),
    element('cs:fontRef', { idx: 'minor' }, setting('a:schemeClr', 'tx1')),
  );
}

/** 410 is the number that PowerPoint gives a style of treemaps, 395 of waterfalls: any is right. */
export const chartStylePart = (): string =>
  xmlPart(element('cs:chartStyle', { ...namespaces, id: 395 }, pieces.map(pieceXml)));

/** After all of them the next round is darker, and then paler. */
export const chartColorsPart = (colors: readonly Color[]): string =>
  xmlPart(
    element(
      'cs:colorStyle',
      { ...namespaces, meth: 'cycle', id: 10 },
      colors.map(colorXml),
      element('cs:variation'),
      element('cs:variation', {}, setting('a:lumMod', 60_000)),
      element('cs:variation', {}, setting('a:lumMod', 80_000), setting('a:lumOff', 20_000)),
    ),
  );
